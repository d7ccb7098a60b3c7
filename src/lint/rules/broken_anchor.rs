//! `broken-anchor`

use super::uses;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Document;
use crate::lint::Rule;
use crate::site::{BrokenKind, Target, View};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "broken-anchor",
    severity: Severity::Error,
    summary: "a link leads to a page that has no such heading or id",
    check,
};

fn check(rule: &Rule, document: &Document, view: &View, diagnostics: &mut Vec<Diagnostic>) {
    for link in uses(document, view) {
        let target = match link.target {
            Target::OtherCase { target, .. } => target,
            target => target,
        };
        let Target::Broken(broken) = target else { continue };
        let BrokenKind::Anchor(anchor, page) = &broken.kind else { continue };
        let message = match **page == *document.path {
            true => format!("this page has no anchor `#{anchor}`"),
            false => format!("`{page}` has no anchor `#{anchor}`"),
        };
        let finding = Diagnostic::new(rule.id, rule.severity, &document.path, link.span, message);
        diagnostics.push(finding.maybe_help(broken.help.clone()));
    }
}
