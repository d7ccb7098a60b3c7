//! `opinion-in-reference`

use super::{phrases, sections};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "opinion-in-reference",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    on: false,
    kinds: &[Kind::Reference],
    summary: "a reference page recommends: `we recommend`, `it is best to`",
    why: "Reference states facts. What is best depends on the case, and belongs to a how-to or an explanation, where the \
          case can be named. What must be or must never be is a fact, and may stay. The rule is off \
          because many projects want a piece of advice where the option is described.",
    bad: "---\nkind: reference\n---\n\n# Ports\n\n- `80`: pages. We recommend to keep it.\n- `9090`: numbers.\n",
    good: "---\nkind: reference\n---\n\n# Ports\n\n- `80`: pages.\n- `9090`: numbers. Must not be open to the world.\n",
    precision: super::measured(13, 21),
    sources: &[super::REFERENCE],
    check: Check::Page(check),
    ..Rule::PLAIN
};

const OPINIONS: &[&str] = &[
    "we recommend",
    "we strongly recommend",
    "we highly recommend",
    "we suggest",
    "we advise",
    "we encourage",
    "we prefer",
    "we think",
    "we believe",
    "i recommend",
    "i suggest",
    "in our opinion",
    "in our experience",
    "it's best to",
    "it is best to",
    "you should prefer",
];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) {
        return;
    }
    for block in page.prose.iter().filter(|block| !block.in_quote) {
        for (range, phrase) in phrases::find(&block.prose.text, OPINIONS) {
            diagnostics.push(
                page.at(block.prose.span(range), format!("`{phrase}` is an opinion, and this page is reference"))
                    .help("state the fact behind it, or move the advice to a how-to or an explanation"),
            );
        }
    }
}
