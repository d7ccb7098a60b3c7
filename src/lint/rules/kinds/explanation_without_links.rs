//! `explanation-without-links`

use super::{sections, title};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "explanation-without-links",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    on: false,
    kinds: &[Kind::Explanation],
    summary: "an explanation links to no page",
    why: "To understand something is to see what it hangs together with. Link the how-to that applies it, the reference that \
          lists it, or a source that goes further. The rule is off because a short \
          explanation may stand for itself.",
    bad: "---\nkind: explanation\n---\n\n# Why tides differ\n\nTides follow the moon, because it pulls at the water.\n",
    good: "---\nkind: explanation\n---\n\n# Why tides differ\n\nTides follow the [moon](moon.md), because it pulls at the water.\n",
    precision: super::measured(9, 12),
    sources: &[super::EXPLANATION],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    let has_some =
        !document.links.is_empty() || !page.view.page.prerequisites.is_empty() || !page.view.blocks.is_empty();
    if page.prose.is_empty() || has_some || sections::is_landing(page) {
        return;
    }
    let Some(title) = title::title(page) else { return };
    diagnostics.push(
        page.at(title.span, "this explanation links to no page")
            .help("link what it hangs together with: a how-to, a page of reference, a source"),
    );
}
