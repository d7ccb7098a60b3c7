//! `broken-image`

use super::uses;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Document;
use crate::lint::Rule;
use crate::site::{BrokenKind, Target, View};

pub(in crate::lint) const RULE: Rule =
    Rule { id: "broken-image", severity: Severity::Error, summary: "an image is not there", check };

fn check(rule: &Rule, document: &Document, view: &View, diagnostics: &mut Vec<Diagnostic>) {
    for image in uses(document, view).filter(|image| image.is_image) {
        let destination = image.destination;
        let (message, help) = match image.target {
            Target::Broken(broken) => match broken.kind {
                BrokenKind::Empty => ("this image has no file".to_owned(), broken.help.clone()),
                BrokenKind::Anchor(..) => continue,
                _ => (format!("there is no image `{destination}`"), broken.help.clone()),
            },
            Target::Page { .. } => {
                let help = "an image is a file beside the page or in the static folder".to_owned();
                (format!("`{destination}` is a page, not an image"), Some(help))
            }
            _ => continue,
        };
        diagnostics.push(Diagnostic::new(rule.id, rule.severity, &document.path, image.span, message).maybe_help(help));
    }
}
