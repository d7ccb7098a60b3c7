//! `steps-without-introduction`

use super::{marker, sections};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "steps-without-introduction",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    on: false,
    kinds: &[Kind::HowTo],
    summary: "numbered steps follow a heading at once",
    why: "A line such as `To move the site:` says what the steps are for, also to those who were sent here by a link or who \
          hear the page. The rule is off, because a heading often says as much.",
    bad: "---\nkind: how-to\n---\n\n# Move a site\n\nTo another machine.\n\n## Copy the files\n\n1. Stop the server.\n2. Copy the \
          folder.\n",
    good: "---\nkind: how-to\n---\n\n# Move a site\n\nTo another machine.\n\n## Copy the files\n\nTo copy the files:\n\n1. Stop the \
           server.\n2. Copy the folder.\n",
    precision: super::measured(12, 40),
    sources: &[super::GITLAB_TASK, super::GOOGLE_PROCEDURES],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) {
        return;
    }
    let document = page.document;
    for section in sections::sections(document).iter().skip(1) {
        let first = sections::siblings(document, section.body.clone()).next();
        let lists = sections::procedures(page, section.body.clone());
        let Some(list) = lists.first().filter(|list| Some(list.node) == first) else { continue };
        let Some(place) = list.items.first().and_then(|item| marker::number(document, *item)) else { continue };
        diagnostics.push(
            page.at(place, "these steps follow their heading at once")
                .help("say what they are for: `To move the site:`"),
        );
    }
}
