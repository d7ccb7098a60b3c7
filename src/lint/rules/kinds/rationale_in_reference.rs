//! `rationale-in-reference`

use super::{phrases, roles, sections};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "rationale-in-reference",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &[Kind::Reference],
    summary: "a reference page has a section that gives reasons: `Background`, `Rationale`, `Why …`",
    why: "Reference says what is. Why it is so belongs to an explanation, where it has room and where those look who want \
          to understand. Link it from here.",
    bad: "---\nkind: reference\n---\n\n# Ports\n\n| Port | Used for |\n|---|---|\n| 80 | pages |\n\n## Rationale\n\nIn the beginning \
          there was one port.\n",
    good: "---\nkind: reference\n---\n\n# Ports\n\n| Port | Used for |\n|---|---|\n| 80 | pages |\n",
    precision: super::measured(2, 2),
    sources: &[super::REFERENCE],
    check: Check::Page(check),
    ..Rule::PLAIN
};

const HEADINGS: &[&str] =
    &["background", "design decisions", "design rationale", "motivation", "philosophy", "rationale", "the idea"];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) {
        return;
    }
    let title = page.document.title_heading().map(|heading| heading.node);
    for heading in page.document.headings.iter().filter(|heading| Some(heading.node) != title) {
        let words = roles::plain(&heading.text);
        // `Why` alone is a part that every entry has, where there is one.
        let asks_why = phrases::length(&words, "why").is_some() && words != "why";
        if !HEADINGS.contains(&&*words) && !asks_why {
            continue;
        }
        diagnostics.push(
            page.at_node(heading.node, format!("`{}` gives reasons, and this page is reference", heading.text))
                .help("move it to an explanation, and link that here"),
        );
    }
}
