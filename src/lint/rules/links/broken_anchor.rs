//! `broken-anchor`

use super::uses;
use crate::diagnostic::{Diagnostic, Safety, Severity};
use crate::lint::{Check, Group, Origin, Page, Rule};
use crate::site::{BrokenKind, Target};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "broken-anchor",
    aliases: &["MD051"],
    group: Group::Links,
    severity: Severity::Error,
    build: true,
    summary: "a link leads to a page that has no such heading or id",
    why: "The reader lands at the top of the page and has to search for what the link promised. Headings of every page of \
          the site are known, those of generated pages included, so the link is checked wherever it leads. Correct the \
          anchor, or set it with `{#…}` on the heading.",
    bad: "# Install\n\nFirst [check the requirements](#requirement).\n\n## Requirements\n\nA computer.\n",
    good: "# Install\n\nFirst [check the requirements](#requirements).\n\n## Requirements\n\nA computer.\n",
    fix: Some(Safety::Choice),
    sources: &[Origin {
        name: "markdownlint MD051",
        url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md051.md",
    }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for link in uses(page.document, page.view) {
        let Target::Broken(broken) = link.target.end() else { continue };
        let BrokenKind::Anchor(anchor, other) = &broken.kind else { continue };
        let message = match **other == *page.document.path {
            true => format!("this page has no anchor `#{anchor}`"),
            false => format!("`{other}` has no anchor `#{anchor}`"),
        };
        diagnostics.push(link.broken(page, broken, message));
    }
}
