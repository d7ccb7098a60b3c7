//! `reference-with-steps`

use super::{marker, sections};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "reference-with-steps",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &[Kind::Reference],
    summary: "a reference page holds numbered steps",
    why: "Reference describes, and nothing else: people who look a fact up do not want to read around directions, and people who \
          look for directions do not search for them here. Move the steps to a how-to, and link it.",
    bad: "---\nkind: reference\n---\n\n# Ports\n\nTo change a port:\n\n1. Open the settings.\n2. Change `port`.\n3. Restart the \
          server.\n",
    good: "---\nkind: reference\n---\n\n# Ports\n\n| Port | Used for |\n|---|---|\n| 80 | pages |\n",
    precision: super::measured(5, 5),
    sources: &[super::REFERENCE],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) {
        return;
    }
    let document = page.document;
    let mut lists = sections::procedures(page, 0..document.nodes.len() as u32);
    lists.retain(|list| sections::speaks_to_reader(page, list));
    for list in lists {
        let Some(place) = list.items.first().and_then(|item| marker::number(document, *item)) else { continue };
        diagnostics.push(
            page.at(place, format!("{} steps on a page of reference", list.items.len()))
                .help("move them to a how-to, and link it here"),
        );
    }
}
