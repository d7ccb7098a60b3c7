//! `broken-link`

use super::uses;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Document;
use crate::lint::Rule;
use crate::site::{BrokenKind, Target, View};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "broken-link",
    severity: Severity::Error,
    summary: "a link leads to no page or file of the site",
    check,
};

fn check(rule: &Rule, document: &Document, view: &View, diagnostics: &mut Vec<Diagnostic>) {
    for link in uses(document, view).filter(|link| !link.is_image) {
        let Target::Broken(broken) = link.target else { continue };
        let destination = link.destination;
        let message = match &broken.kind {
            BrokenKind::Empty => "this link has no destination".to_owned(),
            BrokenKind::Missing => format!("there is no page or file `{destination}`"),
            BrokenKind::Outside => format!("`{destination}` climbs out of the content folder"),
            BrokenKind::Draft => format!("`{destination}` is a draft and not published"),
            BrokenKind::Anchor(..) => continue,
        };
        let finding = Diagnostic::new(rule.id, rule.severity, &document.path, link.span, message);
        diagnostics.push(finding.maybe_help(broken.help.clone()));
    }
}
