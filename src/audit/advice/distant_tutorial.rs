//! `distant-tutorial`: who comes to the home page does not find where to begin.

use super::{Uses, authored, file_of_folder};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::site::Site;

/// Clicks from the home page.
const CLICKS: usize = 2;

pub(super) fn check(site: &Site, uses: &Uses, diagnostics: &mut Vec<Diagnostic>) {
    let near = uses.within(site, CLICKS);
    let mut tutorials = authored(site).filter(|(_, page, _)| page.kind == Some(Kind::Tutorial)).peekable();
    let Some((_, _, first)) = tutorials.peek().copied() else { return };
    if tutorials.any(|(id, ..)| near.contains(&id)) {
        return;
    }
    let path = file_of_folder(site, site.home, "");
    let message = format!("no tutorial is within {CLICKS} clicks of the home page");
    diagnostics.push(
        Diagnostic::of_file("distant-tutorial", Severity::Suggestion, &path, message)
            .help(format!("link to one that newcomers can begin with, `{}` for instance", first.content_path)),
    );
}
