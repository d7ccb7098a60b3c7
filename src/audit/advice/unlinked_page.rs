//! `unlinked-page`: only navigation leads to a page that people need while they do something else.

use super::{Uses, authored};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::site::Site;

pub(super) fn check(site: &Site, uses: &Uses, diagnostics: &mut Vec<Diagnostic>) {
    for (id, page, summary) in authored(site) {
        let is_needed = matches!(page.kind, Some(Kind::HowTo | Kind::Reference));
        let is_folder = !page.children.is_empty();
        if !is_needed || is_folder || !page.listed || uses.pages.contains(&id) {
            continue;
        }
        let message = "no other page links here".to_owned();
        diagnostics.push(
            Diagnostic::of_file("unlinked-page", Severity::Suggestion, &summary.path, message)
                .at(Place::Title)
                .help("link to it where a reader needs it: from a tutorial, a how-to, an explanation"),
        );
    }
}
