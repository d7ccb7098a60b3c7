//! `empty-section`: the settings name a section that holds no page.

use std::sync::Arc;

use crate::config::{self, Config};
use crate::diagnostic::{Diagnostic, Severity, nearest};
use crate::site::Site;

pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    // The default sections are an offer; those that a writer lists are meant.
    if site.config.section == Config::default().section {
        return;
    }
    for section in &site.config.section {
        if site.sections.iter().any(|found| found.path == section.path) {
            continue;
        }
        let message = format!("the section `{}` holds no page", section.path);
        let near = nearest(&section.path, site.folders().map(|(folder, _)| folder));
        let help = near.map_or("add a page to it, or take it out of the settings".to_owned(), |near| {
            format!("did you mean the folder `{near}`?")
        });
        let path = Arc::from(config::FILE);
        diagnostics.push(Diagnostic::of_file("empty-section", Severity::Warning, &path, message).help(help));
    }
}
