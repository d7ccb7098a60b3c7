//! `large-image`: an image takes long to load.

use super::{Uses, images};
use crate::diagnostic::{Diagnostic, Severity};
use crate::site::Site;

/// Five seconds on the slow phone network that Lighthouse measures with, of 1.6 megabits a second.
const MOST_BYTES: u64 = 1_000_000;

pub(super) fn check(site: &Site, _: &Uses, diagnostics: &mut Vec<Diagnostic>) {
    for (_, file) in images(site).filter(|(_, file)| file.bytes > MOST_BYTES) {
        let message = format!("this image has {}.{} MB", file.bytes / 1_000_000, file.bytes / 100_000 % 10);
        diagnostics.push(
            Diagnostic::of_file("large-image", Severity::Suggestion, &file.path, message)
                .help("save it smaller, as WebP or AVIF; a long animation is smaller as a video"),
        );
    }
}
