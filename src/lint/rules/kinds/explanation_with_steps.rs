//! `explanation-with-steps`

use super::{marker, sections};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "explanation-with-steps",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &[Kind::Explanation],
    summary: "an explanation holds three numbered steps or more",
    why: "People read an explanation away from the keyboard. Steps in it interrupt them, and those who need the steps do not \
          look for them here. Move the steps to a how-to, and link it.",
    bad: "---\nkind: explanation\n---\n\n# Why ports differ\n\nPorts below 1024 need rights.\n\nTo change one:\n\n1. Open the settings.\n2. Change \
          `port`.\n3. Restart the server.\n",
    good: "---\nkind: explanation\n---\n\n# Why ports differ\n\nPorts below 1024 need rights, because long ago only the system \
           listened there.\n",
    precision: super::measured(12, 12),
    sources: &[super::EXPLANATION],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) {
        return;
    }
    let document = page.document;
    let mut lists = sections::procedures(page, 0..document.nodes.len() as u32);
    lists.retain(|list| sections::speaks_to_reader(page, list) && sections::can_be_followed(page, list));
    for list in lists {
        let Some(place) = list.items.first().and_then(|item| marker::number(document, *item)) else { continue };
        if list.items.len() < 3 {
            continue;
        }
        diagnostics.push(
            page.at(place, format!("{} steps in an explanation", list.items.len()))
                .help("move them to a how-to, and link it here"),
        );
    }
}
