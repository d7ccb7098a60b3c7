//! `broken-image`

use super::uses;
use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::lint::{Check, Group, Page, Rule};
use crate::site::{BrokenKind, Target};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "broken-image",
    group: Group::Links,
    severity: Severity::Error,
    build: true,
    summary: "an image is not there",
    why: "The reader sees a hole. An image is a file beside the page, in the section's or the content folder, or in the static \
          folder, and no page. Correct the path, or add the file.",
    bad: "# Install\n\n![The setup window](setpu.png)\n\n=== content/setup.png\n(the picture)\n",
    good: "# Install\n\n![The setup window](setup.png)\n\n=== content/setup.png\n(the picture)\n",
    fix: Some(Safety::Choice),
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for image in uses(page.document, page.view).filter(|image| image.is_image) {
        let destination = image.destination;
        let mut instead = None;
        let (message, help) = match image.target {
            Target::Broken(broken) => match broken.kind {
                BrokenKind::Empty => ("this image has no file".to_owned(), broken.help.clone()),
                BrokenKind::Anchor(..) => continue,
                _ => {
                    instead = image.instead(broken, page.document);
                    (format!("there is no image `{destination}`"), broken.help.clone())
                }
            },
            Target::Page { .. } => {
                let help = "an image is a file beside the page or in the static folder".to_owned();
                (format!("`{destination}` is a page, not an image"), Some(help))
            }
            _ => continue,
        };
        let finding = page.at(image.span, message).maybe_help(help);
        diagnostics.push(match instead {
            Some(instead) => finding.fix(Fix::replace(image.span, instead, Safety::Choice)),
            None => finding,
        });
    }
}
