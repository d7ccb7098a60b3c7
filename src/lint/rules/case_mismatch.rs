//! `case-mismatch`

use super::uses;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Document;
use crate::lint::Rule;
use crate::site::{Target, View};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "case-mismatch",
    severity: Severity::Warning,
    summary: "a link and its file differ in upper and lower case, which works on some systems only",
    check,
};

fn check(rule: &Rule, document: &Document, view: &View, diagnostics: &mut Vec<Diagnostic>) {
    for link in uses(document, view) {
        let Target::OtherCase { actual, .. } = link.target else { continue };
        let message = format!("`{}` is not written as its file is", link.destination);
        let finding = Diagnostic::new(rule.id, rule.severity, &document.path, link.span, message);
        diagnostics.push(finding.help(format!("the file is called `{actual}`")));
    }
}
