//! `prerequisites-heading`

use super::roles;
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::document::prose::BlockKind;
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "prerequisites-heading",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &[Kind::Tutorial, Kind::HowTo],
    summary: "the heading above prerequisites is `Prerequisite` or `Pre-requisites`",
    why: "Readers look for one word, and so do people who search the source. Write `Prerequisites`, even above a single one. \
          Its anchor changes with it, so look after links that lead to it.",
    bad: "---\nkind: how-to\n---\n\n# Move a site\n\nTo another machine.\n\n## Pre-requisite\n\n- A backup\n",
    good: "---\nkind: how-to\n---\n\n# Move a site\n\nTo another machine.\n\n## Prerequisites\n\n- A backup\n",
    fix: Some(Safety::Unsafe),
    precision: super::measured(4, 4),
    sources: &[super::RED_HAT, super::GITLAB_TASK],
    check: Check::Page(check),
    ..Rule::PLAIN
};

const OTHERS: &[&str] = &["prerequisite", "pre-requisite", "pre-requisites", "pre requisite", "pre requisites"];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for block in page.prose.iter().filter(|block| matches!(block.kind, BlockKind::Heading(_))) {
        let text = &block.prose.text;
        if !OTHERS.contains(&&*roles::plain(text)) {
            continue;
        }
        let start = text.find(char::is_alphabetic).unwrap_or(0);
        let end = text.trim_end_matches(|c: char| !c.is_alphabetic()).len().max(start);
        let span = block.prose.span(start..end);
        let finding = page
            .at(span, format!("this heading is called `Prerequisites`, not `{}`", &text[start..end]))
            .help("write `Prerequisites`");
        diagnostics.push(match block.prose.is_verbatim(start..end) {
            true => finding.fix(Fix::replace(span, "Prerequisites", Safety::Unsafe)),
            false => finding,
        });
    }
}
