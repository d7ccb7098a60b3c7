//! `unused-image`: an image beside the pages that nothing shows.

use super::{Uses, images};
use crate::diagnostic::{Diagnostic, Severity};
use crate::site::Site;

pub(super) fn check(site: &Site, uses: &Uses, diagnostics: &mut Vec<Diagnostic>) {
    // What lies in the static folder may be meant for other sites, for style sheets and for scripts.
    let folders = &site.config.build.r#static.0;
    let is_static = |file: &str| folders.iter().any(|folder| file.starts_with(&format!("{folder}/")));
    for (path, file) in images(site).filter(|(_, file)| !is_static(&file.path)) {
        if uses.shows(path) {
            continue;
        }
        diagnostics.push(
            Diagnostic::of_file(
                "unused-image",
                Severity::Suggestion,
                &file.path,
                "no page shows this image".to_owned(),
            )
            .help("remove it, or show it; what others link to from elsewhere belongs into the static folder"),
        );
    }
}
