//! `hedge-in-reference`

use super::{phrases, sections};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "hedge-in-reference",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    on: false,
    kinds: &[Kind::Reference],
    summary: "a reference page is not sure: `probably`, `usually`, `might`",
    why: "People who look a fact up want to rely on it. Say under which condition it is so (\"if the file exists\"), or what the \
          default is. The rule is off, because a machine may really do one thing or the other.",
    bad: "---\nkind: reference\n---\n\n# Ports\n\n- `80`: probably pages.\n",
    good: "---\nkind: reference\n---\n\n# Ports\n\n- `80`: pages, if `pages` is on.\n",
    precision: super::measured(11, 40),
    sources: &[super::REFERENCE],
    check: Check::Page(check),
    ..Rule::PLAIN
};

const HEDGES: &[&str] = &[
    "probably",
    "perhaps",
    "maybe",
    "presumably",
    "most likely",
    "usually",
    "normally",
    "mostly",
    "might",
    "should work",
    "more or less",
    "in most cases",
];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) {
        return;
    }
    for block in page.prose.iter().filter(|block| !block.in_quote) {
        for (range, phrase) in phrases::find(&block.prose.text, HEDGES) {
            diagnostics.push(
                page.at(block.prose.span(range), format!("`{phrase}` leaves open what is so"))
                    .help("say under which condition it is so"),
            );
        }
    }
}
