//! `moved-link`

use super::uses;
use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::lint::{Check, Group, Page, Rule};
use crate::site::Target;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "moved-link",
    group: Group::Links,
    severity: Severity::Suggestion,
    summary: "a link names an old path of a page, which only a redirect knows",
    why: "It works, by way of a redirect that somebody will take out one day. Old paths are for links from elsewhere: within \
          the site, link to the page's file.",
    bad: "# Install\n\nThen read [the first steps](/start/).\n\n\
          === content/first-steps.md\n---\naliases: [/start/]\n---\n\n# First steps\n",
    good: "# Install\n\nThen read [the first steps](first-steps.md).\n\n\
           === content/first-steps.md\n---\naliases: [/start/]\n---\n\n# First steps\n",
    fix: Some(Safety::Unsafe),
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for link in uses(page.document, page.view) {
        let Target::Moved { to, .. } = link.target else { continue };
        let finding = page.at(link.span, format!("`{}` has moved", link.destination));
        let finding = finding.help(format!("write `{to}`"));
        // Where the destination is not written as it is, nobody knows what to replace.
        let is_written_so = link.span.of(&page.document.text) == link.destination;
        diagnostics.push(match is_written_so {
            true => finding.fix(Fix::replace(link.span, to.clone(), Safety::Unsafe)),
            false => finding,
        });
    }
}
