//! `unsized-image`: nobody knows how much room an image takes before it is there.

use super::{Uses, images};
use crate::diagnostic::{Diagnostic, Severity};
use crate::site::Site;

pub(super) fn check(site: &Site, uses: &Uses, diagnostics: &mut Vec<Diagnostic>) {
    for (path, file) in images(site) {
        if file.dimensions.is_some() || !uses.files.contains(path) {
            continue;
        }
        let message = "this image does not say how large it is";
        let help = match path.to_ascii_lowercase().ends_with(".svg") {
            true => "give its `<svg>` a `viewBox`, or `width` and `height` in pixels",
            false => "save it anew: the file is broken, or no image of that kind",
        };
        diagnostics.push(
            Diagnostic::of_file("unsized-image", Severity::Suggestion, &file.path, message.to_owned()).help(help),
        );
    }
}
