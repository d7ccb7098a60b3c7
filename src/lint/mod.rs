//! Rules that look at one page: its document and what its links lead to. One rule a file, one line in [`RULES`].
//! Entry point: [`check`].
//!
//! It must not know the site, templates or HTML output.

mod rules;
pub mod vale;

use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Document;
use crate::site::View;

/// One rule.
pub struct Rule {
    /// Its name, in kebab case, for what it flags.
    pub id: &'static str,
    /// How bad a finding of it is.
    pub severity: Severity,
    /// What it flags, in one sentence.
    pub summary: &'static str,
    check: fn(&Rule, &Document, &View, &mut Vec<Diagnostic>),
}

/// All rules, by name.
pub const RULES: &[&Rule] = &[
    &rules::broken_anchor::RULE,
    &rules::broken_image::RULE,
    &rules::broken_link::RULE,
    &rules::case_mismatch::RULE,
    &rules::missing_alt::RULE,
    &rules::second_title::RULE,
];

/// Checks one page.
pub fn check(document: &Document, view: &View) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for rule in RULES {
        (rule.check)(rule, document, view, &mut diagnostics);
    }
    diagnostics
}
