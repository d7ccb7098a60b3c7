//! `how-to-without-steps`

use super::title::{self, Form};
use super::{imperative, phrases, sections};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::prose::BlockKind;
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "how-to-without-steps",
    group: Group::Kinds,
    severity: Severity::Warning,
    kinds: &[Kind::HowTo],
    summary: "a how-to tells the reader to do nothing: it has no steps, no code, and no commands",
    why: "A how-to is directions. A page that only describes is reference, and one that only discusses is an explanation: \
          give it that kind, so that those who look for it find it, or write down what to do. Pages that only link to \
          others are passed over.",
    bad: "---\nkind: how-to\n---\n\n# Add images\n\nImages are files beside the page.\n\nTheir formats are those that browsers \
          know.\n",
    good: "---\nkind: how-to\n---\n\n# Add images\n\nImages are files.\n\n1. Put the file beside the page.\n2. Link it.\n",
    precision: super::measured(4, 4),
    sources: &[super::HOW_TOS, super::GITLAB_TASK, super::RED_HAT],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// Words of those who direct without a command.
const DIRECTIONS: &[&str] = &[
    "simply",
    "you can",
    "you could",
    "you have to",
    "you may",
    "you must",
    "you need to",
    "you should",
    "you will",
    "you'll",
];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) || !sections::has_text(page) {
        return;
    }
    let document = page.document;
    if !document.code_blocks.is_empty() || !sections::procedures(page, 0..document.nodes.len() as u32).is_empty() {
        return;
    }
    // Directions may also be headings, paragraphs, or bullets that tell what to do.
    let title = document.title_heading().map(|heading| heading.node);
    let directs = page.prose.iter().any(|block| match block.kind {
        BlockKind::Heading(_) if Some(block.node) == title => false,
        BlockKind::Heading(_) => matches!(title::form(&block.prose.text), Form::Command | Form::HowTo),
        BlockKind::Paragraph => {
            let text = &block.prose.text;
            text.split(". ").any(imperative::is_command) || phrases::has(text, DIRECTIONS)
        }
        _ => false,
    });
    if directs {
        return;
    }
    let Some(title) = title::title(page) else { return };
    diagnostics.push(
        page.at(title.span, "this how-to has no steps")
            .help("say what to do, step by step; a page that describes or discusses is `reference` or `explanation`"),
    );
}
