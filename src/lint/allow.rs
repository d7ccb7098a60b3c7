//! What writers allow is no finding. Entry point: [`allow`].

use super::{Linter, Scope, find};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::document::Document;
use crate::document::allowance::{Allowance, Covers};

/// The findings of a page without those that its writer allows. An allowance that allows nothing, or gives no reason, is
/// a finding itself.
pub fn allow(document: &Document, diagnostics: Vec<Diagnostic>, linter: &Linter) -> Vec<Diagnostic> {
    if document.allowances.is_empty() {
        return diagnostics;
    }
    let mut used = vec![false; document.allowances.len()];
    let mut kept: Vec<Diagnostic> = Vec::with_capacity(diagnostics.len());
    for diagnostic in diagnostics {
        let mut allowed = false;
        for (allowance, used) in document.allowances.iter().zip(&mut used) {
            if speaks_of(allowance, &diagnostic) {
                allowed = true;
                *used = true;
            }
        }
        if !allowed {
            kept.push(diagnostic);
        }
    }
    // Who looks for a part only cannot say what is unused.
    if !matches!(linter.scope(), Scope::Build | Scope::Audit) {
        for (allowance, used) in document.allowances.iter().zip(used) {
            kept.extend(fault_of(allowance, used, document, linter).and_then(|found| linter.settle(found)));
        }
    }
    kept
}

fn speaks_of(allowance: &Allowance, diagnostic: &Diagnostic) -> bool {
    let named =
        *allowance.rule == *diagnostic.rule || find(&allowance.rule).is_some_and(|rule| rule.id == diagnostic.rule);
    let here = match (allowance.covers, &diagnostic.place) {
        (Covers::Page, _) => true,
        (Covers::Span(covered), Place::Span(span)) => span.start < covered.end && covered.start <= span.start,
        (Covers::Span(_), _) => false,
    };
    named && here
}

fn fault_of(allowance: &Allowance, used: bool, document: &Document, linter: &Linter) -> Option<Diagnostic> {
    let rule = &allowance.rule;
    let at = |id: &'static str, message: String| {
        Diagnostic::new(id, Severity::Warning, &document.path, allowance.span, message)
    };
    let Some(known) = find(rule) else {
        if rule.contains('.') {
            return (!used).then(|| {
                at("unused-suppression", format!("nothing here breaks `{rule}`")).help("remove what allows it")
            });
        }
        let near = crate::diagnostic::nearest(rule, super::RULES.iter().map(|rule| rule.id));
        let help = near.map_or("`waypost rules` lists them".to_owned(), |near| format!("did you mean `{near}`?"));
        return Some(at("invalid-suppression", format!("there is no rule `{rule}`")).help(help));
    };
    if !used {
        // A rule that is not applied here says nothing about its allowances.
        return linter
            .applies(known, &document.path)
            .then(|| at("unused-suppression", format!("nothing here breaks `{rule}`")).help("remove what allows it"));
    }
    allowance.reason.is_empty().then(|| {
        at("suppression-without-reason", format!("`{rule}` is allowed without a reason"))
            .help(format!("say why: `<!-- waypost: allow {rule}: the reason -->`"))
    })
}
