//! `prerequisites-as-steps`

use super::roles::{Role, role};
use super::{marker, sections};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "prerequisites-as-steps",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &[Kind::Tutorial, Kind::HowTo],
    summary: "prerequisites are numbered",
    why: "Prerequisites are what is already there when the reader begins; they have no order. Numbers make steps of \
          them. List them with bullets. If they really are steps, they belong to the steps of the page.",
    bad: "---\nkind: how-to\n---\n\n# Move a site\n\nTo another machine.\n\n## Prerequisites\n\n1. An account on both machines\n2. A \
          backup\n",
    good: "---\nkind: how-to\n---\n\n# Move a site\n\nTo another machine.\n\n## Prerequisites\n\n- An account on both machines\n- A \
           backup\n",
    fix: Some(Safety::Safe),
    precision: super::measured(8, 8),
    sources: &[super::RED_HAT, super::GITLAB_TASK],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) {
        return;
    }
    let document = page.document;
    for section in sections::sections(document) {
        if role(section.title(document)) != Some(Role::Prerequisites) {
            continue;
        }
        let siblings: Vec<u32> = sections::siblings(document, section.body.clone()).collect();
        for list in sections::numbered(document, section.body.clone()) {
            let Some(place) = list.items.first().and_then(|item| marker::number(document, *item)) else { continue };
            // Steps that get things ready have an order, whatever stands above them.
            if list.items.iter().filter(|item| sections::is_command(page, **item)).count() >= 2 {
                continue;
            }
            let finding = page.at(place, "these prerequisites are numbered").help("list them with bullets");
            diagnostics.push(match marker::bullets(document, &list, &siblings) {
                Some(edits) => {
                    let title = "make them bullets".to_owned();
                    finding.fix(Fix { title, edits, safety: Safety::Safe })
                }
                None => finding,
            });
        }
    }
}
