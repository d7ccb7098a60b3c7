//! `missing-alt`

use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Document, LinkRole};
use crate::lint::Rule;
use crate::site::View;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "missing-alt",
    severity: Severity::Warning,
    summary: "an image says nothing to those who do not see it",
    check,
};

fn check(rule: &Rule, document: &Document, _view: &View, diagnostics: &mut Vec<Diagnostic>) {
    for link in &document.links {
        if let LinkRole::Image { decorative: false, has_alt: false } = link.role {
            let message = "this image has no alternative text";
            diagnostics.push(
                Diagnostic::new(rule.id, rule.severity, &document.path, link.span, message)
                    .help("say what it shows: `![a chart of …](chart.svg)`, or mark it: `![](line.svg){decorative}`"),
            );
        }
    }
}
