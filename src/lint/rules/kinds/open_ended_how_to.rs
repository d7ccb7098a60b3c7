//! `open-ended-how-to`

use super::title;
use super::{phrases, sections};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "open-ended-how-to",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &[Kind::HowTo],
    summary: "a how-to's title names no end that the reader could reach",
    why: "Directions lead somewhere. `Get started`, `Learn about …`, and `Work with …` have no end: nobody can tell when they \
          are done. Name the one thing that is done at the end of the page; a lesson or an account of a subject is a \
          tutorial or an explanation.",
    bad: "---\nkind: how-to\n---\n\n# Learn about images\n\nPut the file beside the page.\n",
    good: "---\nkind: how-to\n---\n\n# Add an image to a page\n\nPut the file beside the page.\n",
    precision: super::measured(8, 8),
    sources: &[super::HOW_TOS],
    check: Check::Page(check),
    ..Rule::PLAIN
};

const OPEN: &[&str] = &[
    "explore",
    "get started",
    "get to know",
    "getting started",
    "introduction to",
    "know",
    "learn",
    "understand",
    "understanding",
    "work with",
    "working with",
];

/// A title that names no end: what it begins with.
pub(super) fn opening(title: &str) -> Option<&'static str> {
    let text = title.trim();
    let goal = phrases::length(text, "how to").map_or(text, |taken| text[taken..].trim_start());
    OPEN.iter().copied().find(|open| phrases::length(goal, open).is_some())
}

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) {
        return;
    }
    let Some(title) = title::title(page) else { return };
    let Some(open) = opening(&title.text) else { return };
    diagnostics.push(page.at(title.span, format!("`{open}` names no end that the reader could reach")).help(
        "name what is done at the end of the page; a lesson is a tutorial, an account of a subject an explanation",
    ));
}
