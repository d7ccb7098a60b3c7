//! `duplicate-description`: two pages describe themselves with one sentence.

use std::collections::BTreeMap;

use super::super::in_page;
use super::{Uses, authored};
use crate::diagnostic::{Diagnostic, Severity};
use crate::site::Site;

pub(super) fn check(site: &Site, _: &Uses, diagnostics: &mut Vec<Diagnostic>) {
    let mut first = BTreeMap::new();
    for (_, _, summary) in authored(site) {
        let Some(description) = summary.front.description.as_deref().map(str::trim) else { continue };
        let Some(other) = first.get(description) else {
            first.insert(description, &summary.path);
            continue;
        };
        let message = format!("`{other}` has the same description");
        diagnostics.push(
            in_page("duplicate-description", Severity::Suggestion, &summary.path, "description", message)
                .help("say what a reader finds on this page alone"),
        );
    }
}
