//! `learning-promise`

use super::{phrases, sections};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Origin, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "learning-promise",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &[Kind::Tutorial],
    summary: "a tutorial opens with what the reader will learn, not with what they will make",
    why: "Nobody can promise what somebody else learns, and beginners cannot judge whether they want to. What they will \
          have made at the end they can picture: \"we make a site of two pages\". Some guides, the Good Docs templates \
          among them, want the opposite; if you follow them, switch the rule off.",
    bad: "---\nkind: tutorial\n---\n\n# Build your first site\n\nIn this tutorial you will learn how sites are built.\n\n```bash\nwaypost \
          build\n```\n",
    good: "---\nkind: tutorial\n---\n\n# Build your first site\n\nIn this tutorial we build a site of two pages.\n\n```bash\nwaypost \
           build\n```\n",
    precision: super::measured(21, 21),
    sources: &[
        super::TUTORIALS,
        Origin { name: "The Good Docs Project: Tutorial template", url: "https://www.thegooddocsproject.dev/template" },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

const PROMISES: &[&str] = &[
    "you will learn",
    "you'll learn",
    "we will learn",
    "we'll learn",
    "you are going to learn",
    "you're going to learn",
    "you will understand",
    "you'll understand",
    "you will have learned",
    "you'll have learned",
];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) {
        return;
    }
    let sections = sections::sections(page.document);
    for block in sections::opening(page, &sections) {
        if let Some((range, phrase)) = phrases::find(&block.prose.text, PROMISES).into_iter().next() {
            diagnostics.push(
                page.at(block.prose.span(range), format!("`{phrase}` promises what nobody can know"))
                    .help("say what the reader makes: `in this tutorial, we build …`"),
            );
        }
    }
}
