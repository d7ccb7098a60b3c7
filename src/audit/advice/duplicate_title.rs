//! `duplicate-title`: two pages of a section have one title.

use std::collections::BTreeMap;

use super::{Uses, authored};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::site::Site;

pub(super) fn check(site: &Site, _: &Uses, diagnostics: &mut Vec<Diagnostic>) {
    let mut first = BTreeMap::new();
    for (_, page, summary) in authored(site).filter(|(_, page, _)| page.listed) {
        let title = page.nav_title.to_lowercase();
        let Some(other) = first.get(&(page.section, title.clone())) else {
            first.insert((page.section, title), &summary.path);
            continue;
        };
        let message = format!("`{other}` is called `{}` too", page.nav_title);
        diagnostics.push(
            Diagnostic::of_file("duplicate-title", Severity::Suggestion, &summary.path, message)
                .at(Place::Title)
                .help("say in the title what this page has that the other has not"),
        );
    }
}
