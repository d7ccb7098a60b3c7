//! `second-title`

use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Document;
use crate::lint::Rule;
use crate::site::View;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "second-title",
    severity: Severity::Suggestion,
    summary: "a page has more than one heading of level 1",
    check,
};

fn check(rule: &Rule, document: &Document, _view: &View, diagnostics: &mut Vec<Diagnostic>) {
    let Some(title) = document.title_heading() else { return };
    for heading in document.headings.iter().filter(|heading| heading.level == 1 && heading.node != title.node) {
        let span = document.nodes[heading.node as usize].span;
        let message = "this page has a title already";
        diagnostics.push(
            Diagnostic::new(rule.id, rule.severity, &document.path, span, message)
                .help("write `##` for a part of the page; `#` is the page as a whole"),
        );
    }
}
