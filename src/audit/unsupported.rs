//! `unsupported`: something of another tool that this version does not understand. Each name is reported once a site,
//! where it is used first: an imported site would drown in anything else.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::document::{UnsupportedKind, generator_of};
use crate::site::{Site, Summary};

pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let mut uses: BTreeMap<(UnsupportedKind, &str), Vec<&Summary>> = BTreeMap::new();
    for summary in &site.summaries {
        for (what, name) in &summary.unsupported {
            uses.entry((*what, name)).or_default().push(summary);
        }
    }
    for ((what, name), summaries) in uses {
        let (severity, subject, help) = match what {
            UnsupportedKind::Directive => (
                Severity::Warning,
                format!("there is no directive `{name}`"),
                format!("its content is shown as it is; a file `components/{}.html` can draw it", file_name(name)),
            ),
            UnsupportedKind::Shortcode => (
                Severity::Warning,
                format!("`{name}` is a call of another generator and not supported"),
                "it is shown as it is; write Markdown in its place".to_owned(),
            ),
            UnsupportedKind::Component => (
                Severity::Warning,
                format!("there is no component `<{name}>`"),
                format!(
                    "its content is shown, the tag does nothing; a file `components/{}.html` can draw it",
                    file_name(name)
                ),
            ),
            UnsupportedKind::FrontMatterKey => (
                Severity::Suggestion,
                format!("the front matter key `{name}` is ignored"),
                format!("it belongs to {}; you can take it out", generator_of(name).unwrap_or("another generator")),
            ),
        };
        let pages = match summaries.len() {
            1 => String::new(),
            count => format!(" ({count} pages)"),
        };
        let finding = Diagnostic::of_file("unsupported", severity, &summaries[0].path, subject + &pages).help(help);
        diagnostics.push(finding.at(Place::FirstUse(format!("{} {name}", what.word()).into())));
    }
}

/// A name as a component's file has it.
fn file_name(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    letters.collect::<String>().to_lowercase()
}
