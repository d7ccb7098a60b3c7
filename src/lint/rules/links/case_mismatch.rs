//! `case-mismatch`

use super::uses;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};
use crate::site::Target;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "case-mismatch",
    group: Group::Links,
    build: true,
    severity: Severity::Warning,
    summary: "a link and its file differ in upper and lower case, which works on some systems only",
    why: "On the writer's computer the link may work, and on the host of the site it does not. Waypost builds the right link, and \
          asks you to write it as the file is called.",
    bad: "# Install\n\nThen read [the first steps](First-Steps.md).\n\n=== content/first-steps.md\n# First steps\n",
    good: "# Install\n\nThen read [the first steps](first-steps.md).\n\n=== content/first-steps.md\n# First steps\n",
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for link in uses(page.document, page.view) {
        let Target::OtherCase { actual, .. } = link.target else { continue };
        let message = format!("`{}` is not written as its file is", link.destination);
        diagnostics.push(page.at(link.span, message).help(format!("the file is called `{actual}`")));
    }
}
