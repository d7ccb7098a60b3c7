//! `section-without-introduction`: a section's page is nothing but a list.

use super::{Uses, authored, file_of_folder};
use crate::diagnostic::{Diagnostic, Severity};
use crate::site::{Content, Site};

pub(super) fn check(site: &Site, _: &Uses, diagnostics: &mut Vec<Diagnostic>) {
    for (number, section) in site.sections.iter().enumerate() {
        // A section that holds what is made of the community's data alone is nobody's to introduce.
        if !authored(site).any(|(_, page, _)| page.section == Some(number)) {
            continue;
        }
        let says_something = match site.page(section.page).content {
            Content::Authored => site.summary(section.page).is_some_and(|summary| summary.has_text),
            Content::Listing { .. } => false,
            // The pages that are made of the community's data introduce themselves.
            _ => true,
        };
        if says_something {
            continue;
        }
        let path = file_of_folder(site, section.page, &section.path);
        let message = format!("the section `{}` has no introduction", section.title);
        diagnostics.push(
            Diagnostic::of_file("section-without-introduction", Severity::Suggestion, &path, message)
                .help("write a few sentences on what is here, for whom, and where to begin"),
        );
    }
}
