//! What no single page can know: one check a file, one line in [`AUDITS`]. Entry points: [`audit`] for faults,
//! [`advise`] for what could be better, [`report`] for what a community says of itself.
//!
//! It must not know texts: a finding names a file and a front matter key, and `workspace` looks up where that stands.

mod advice;
mod broken_setting_link;
mod case_collision;
mod checks;
mod duplicate_url;
mod empty_section;
mod record_link;
mod redirect;
mod review_due;
mod unknown_check;
mod unknown_nav_entry;
mod unknown_persona;
mod unknown_property;
mod unknown_topic;
mod unsupported;

use std::sync::Arc;

use crate::config;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::site::Site;
use crate::source::Span;
pub use advice::advise;
pub use checks::{Check, Finding, GROUPS, Group, Outcome, Problem, TOPICS, data, json, report};

/// Checks a whole site.
pub fn audit(site: &Site) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for check in AUDITS {
        check(site, &mut diagnostics);
    }
    diagnostics
}

type Audit = fn(&Site, &mut Vec<Diagnostic>);

const AUDITS: &[Audit] = &[
    broken_setting_link::check,
    case_collision::check,
    duplicate_url::check,
    empty_section::check,
    record_link::check,
    redirect::check,
    review_due::check,
    unknown_check::check,
    unknown_nav_entry::check,
    unknown_persona::check,
    unknown_property::check,
    unknown_topic::check,
    unsupported::check,
];

/// A finding in the settings.
fn in_settings(rule: &'static str, severity: Severity, span: Span, message: String) -> Diagnostic {
    Diagnostic::new(rule, severity, &Arc::from(config::FILE), span, message)
}

/// A finding about an item of a list in a page's front matter.
fn in_list(
    rule: &'static str,
    severity: Severity,
    path: &Arc<str>,
    key: &'static str,
    item: &str,
    message: String,
) -> Diagnostic {
    Diagnostic::of_file(rule, severity, path, message).at(Place::FrontMatterItem(key, item.into()))
}

/// A finding about a page's front matter.
fn in_page(rule: &'static str, severity: Severity, path: &Arc<str>, key: &'static str, message: String) -> Diagnostic {
    Diagnostic::of_file(rule, severity, path, message).at(Place::FrontMatter(key))
}
