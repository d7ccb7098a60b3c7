//! `broken-link`

use super::uses;
use crate::diagnostic::{Diagnostic, Safety, Severity};
use crate::lint::{Check, Group, Page, Rule};
use crate::site::{BrokenKind, Target};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "broken-link",
    aliases: &["MD042", "MD057"],
    group: Group::Links,
    severity: Severity::Error,
    build: true,
    summary: "a link leads to no page or file of the site",
    why: "The reader meets an error page. A destination is looked for in the page's folder, the section's root and the content \
          root, with or without `.md`, then as a URL of the site; in a record, from the content folder. A link without a \
          destination, to a draft, or out of the content folder leads nowhere too. Correct the path, or take the link out. \
          Links to other sites are not looked at.",
    bad: "# Install\n\nThen read [the first steps](first-stps.md).\n\n=== content/first-steps.md\n# First steps\n",
    good: "# Install\n\nThen read [the first steps](first-steps.md).\n\n=== content/first-steps.md\n# First steps\n",
    fix: Some(Safety::Choice),
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for link in uses(page.document, page.view).filter(|link| !link.is_image) {
        let Target::Broken(broken) = link.target else { continue };
        let destination = link.destination;
        let message = match &broken.kind {
            BrokenKind::Empty => "this link has no destination".to_owned(),
            BrokenKind::Missing => format!("there is no page or file `{destination}`"),
            BrokenKind::Outside => format!("`{destination}` climbs out of the content folder"),
            BrokenKind::Draft => format!("`{destination}` is a draft and not published"),
            BrokenKind::Anchor(..) | BrokenKind::Object(_) => continue,
        };
        diagnostics.push(link.broken(page, broken, message));
    }
}
