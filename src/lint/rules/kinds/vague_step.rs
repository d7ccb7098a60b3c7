//! `vague-step`

use super::{phrases, sections};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "vague-step",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    on: false,
    kinds: &[Kind::Tutorial],
    summary: "a tutorial's step leaves it to the learner what fits: `an appropriate value`, `as needed`",
    why: "Learners cannot know yet what is suitable. Give the value, the name, or the number, and everybody ends with the \
          same result. The rule is off, because a step may well name a value just before or after.",
    bad: "---\nkind: tutorial\n---\n\n# Your first site\n\n1. Choose a suitable name.\n2. Make a folder.\n",
    good: "---\nkind: tutorial\n---\n\n# Your first site\n\n1. Call the site `tides`.\n2. Make a folder.\n",
    precision: super::measured(24, 40),
    sources: &[super::TUTORIALS],
    check: Check::Page(check),
    ..Rule::PLAIN
};

const VAGUE: &[&str] = &[
    "appropriate",
    "suitable",
    "as needed",
    "as necessary",
    "as appropriate",
    "as required",
    "as desired",
    "of your choice",
    "whatever you like",
];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) {
        return;
    }
    let document = page.document;
    for list in sections::procedures(page, 0..document.nodes.len() as u32) {
        let end = document.nodes[list.node as usize].end;
        for block in sections::blocks(page, list.node..end) {
            for (range, phrase) in phrases::find(&block.prose.text, VAGUE) {
                diagnostics.push(
                    page.at(block.prose.span(range), format!("`{phrase}` leaves it to the learner what fits"))
                        .help("say which value, name, or number"),
                );
            }
        }
    }
}
