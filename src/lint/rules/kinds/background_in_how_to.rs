//! `background-in-how-to`

use super::{phrases, roles, sections};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::prose::BlockKind;
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "background-in-how-to",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &[Kind::HowTo],
    summary: "a how-to has a section that explains: `Background`, `How it works`, `What is …`",
    why: "People who read directions are at work. Background stands between them and the next step, and those who want to understand \
          do not look for it in directions. Move it to an explanation, and link that.",
    bad: "---\nkind: how-to\n---\n\n# Add images\n\n## How it works\n\nEvery image is measured. That takes a moment.\n\nThen it is \
          kept.\n\n## Add the file\n\n1. Put the file beside the page.\n2. Link it.\n",
    good: "---\nkind: how-to\n---\n\n# Add images\n\n[Images](images.md) says what happens to them.\n\n## Add the file\n\n1. Put the \
           file beside the page.\n2. Link it.\n",
    precision: super::measured(9, 9),
    sources: &[super::HOW_TOS],
    check: Check::Page(check),
    ..Rule::PLAIN
};

const HEADINGS: &[&str] = &[
    "background",
    "background information",
    "concepts",
    "explanation",
    "history",
    "how does it work",
    "how it works",
    "key concepts",
    "motivation",
    "rationale",
    "the idea",
    "theory",
];

const OPENINGS: &[&str] = &["what is", "what are", "why use", "why does", "why do"];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) {
        return;
    }
    let document = page.document;
    let sections = sections::sections(document);
    for (index, section) in sections.iter().enumerate().skip(1) {
        let words = roles::plain(section.title(document));
        let explains =
            HEADINGS.contains(&&*words) || OPENINGS.iter().any(|start| phrases::length(&words, start).is_some());
        let range = sections::whole(&sections, index);
        // A sentence with a link is what should stand there.
        let paragraphs =
            sections::blocks(page, range.clone()).iter().filter(|block| block.kind == BlockKind::Paragraph);
        if !explains || paragraphs.count() < 2 || sections::has_action(page, range) {
            continue;
        }
        let Some(heading) = section.heading else { continue };
        let heading = &document.headings[heading as usize];
        diagnostics.push(
            page.at_node(heading.node, format!("`{}` explains, and this page gives directions", heading.text))
                .help("move it to an explanation, and link that here"),
        );
    }
}
