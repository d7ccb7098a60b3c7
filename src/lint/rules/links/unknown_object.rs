//! `unknown-object`

use super::uses;
use crate::diagnostic::{Diagnostic, Safety, Severity};
use crate::lint::{Check, Group, Page, Rule};
use crate::site::{BrokenKind, Target};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unknown-object",
    group: Group::Links,
    severity: Severity::Error,
    build: true,
    summary: "a link names an object that another project's inventory does not have",
    why: "Nobody knows where the link leads, so the reader gets none that works. An object is looked for by its name, with or \
          without its role, in the copy of the inventory that `[inventories]` in `waypost.toml` names. Correct the name. If \
          it is new, fetch the inventory again: see [](@how-tos/link-to-another-project).",
    bad: "# Install\n\nRead [](guide:setpu) first.\n\n\
          === waypost.toml\n[inventories]\nguide = { file = \"guide.json\", url = \"https://example.org/guide/\" }\n\
          === guide.json\n{\"references\": [{\"identifier\": \"setup\", \"kind\": \"page\", \"url\": \"/setup\"}]}\n",
    good: "# Install\n\nRead [](guide:setup) first.\n\n\
           === waypost.toml\n[inventories]\nguide = { file = \"guide.json\", url = \"https://example.org/guide/\" }\n\
           === guide.json\n{\"references\": [{\"identifier\": \"setup\", \"kind\": \"page\", \"url\": \"/setup\"}]}\n",
    fix: Some(Safety::Choice),
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for link in uses(page.document, page.view).filter(|link| !link.is_image) {
        let Target::Broken(broken) = link.target else { continue };
        let BrokenKind::Object(message) = &broken.kind else { continue };
        diagnostics.push(link.broken(page, broken, message));
    }
}
