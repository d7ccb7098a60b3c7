//! `generic-heading`

use super::roles;
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "generic-heading",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &Kind::ALL,
    summary: "a heading would fit any page",
    why: "Headings are read before the text, in the contents list, and in search results. `Overview` and `Miscellaneous` \
          say nothing there. Say what stands below; text that introduces the page needs no heading at all, because it \
          stands below the title.",
    bad: "---\nkind: explanation\n---\n\n# Tides\n\n## Overview\n\nTides follow the moon.\n",
    good: "---\nkind: explanation\n---\n\n# Tides\n\n## How tides follow the moon\n\nTides follow the moon.\n",
    precision: super::measured(38, 40),
    sources: &[super::GITLAB_CONCEPT, super::GITLAB_REFERENCE],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// Headings that could stand on any page.
const GENERIC: &[&str] = &[
    "additional information",
    "general information",
    "important notes",
    "introduction",
    "misc",
    "miscellaneous",
    "more details",
    "overview",
    "some notes",
];

/// A heading would fit any page.
pub(super) fn is_generic(heading: &str) -> bool {
    GENERIC.contains(&&*roles::plain(heading))
}

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) {
        return;
    }
    let title = page.document.title_heading().map(|heading| heading.node);
    for heading in page.document.headings.iter().filter(|heading| Some(heading.node) != title) {
        let words = roles::plain(&heading.text);
        if !is_generic(&heading.text) {
            continue;
        }
        let help = match &*words {
            "introduction" | "overview" => {
                "say what stands below it, or put the text below the title without a heading"
            }
            _ => "say what stands below it",
        };
        diagnostics.push(page.at_node(heading.node, format!("`{}` would fit any page", heading.text)).help(help));
    }
}
