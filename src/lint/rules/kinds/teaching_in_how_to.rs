//! `teaching-in-how-to`

use super::{phrases, sections};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Document, NodeKind};
use crate::lint::{Check, Group, Page, Rule};
use crate::source::Span;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "teaching-in-how-to",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &[Kind::HowTo],
    summary: "a how-to calls itself a tutorial, or sets out to teach",
    why: "A how-to is for people at work who know what they want; a tutorial is for learners. A page that is called one and \
          speaks like the other disappoints both. Say what gets done instead, or make the page a tutorial.",
    bad: "---\nkind: how-to\n---\n\n# Add images\n\nIn this tutorial you will learn how to add images.\n\n1. Put the file beside the \
          page.\n2. Link it.\n",
    good: "---\nkind: how-to\n---\n\n# Add images\n\nPages can show images.\n\n1. Put the file beside the page.\n2. Link it.\n",
    precision: super::measured(13, 14),
    sources: &[super::HOW_TOS],
    check: Check::Page(check),
    ..Rule::PLAIN
};

const TEACHING: &[&str] = &[
    "in this tutorial",
    "this tutorial will",
    "this tutorial shows",
    "this tutorial explains",
    "this tutorial covers",
    "in this lesson",
    "you will learn",
    "you'll learn",
    "we will learn",
    "we'll learn",
    "let's explore",
    "let's learn",
    "let us explore",
];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) {
        return;
    }
    for block in page.prose {
        for (range, phrase) in phrases::find(&block.prose.text, TEACHING) {
            let span = block.prose.span(range);
            if is_linked(page.document, block.node, span) {
                continue;
            }
            diagnostics.push(
                page.at(span, format!("`{phrase}` is how a tutorial speaks, and this is a how-to"))
                    .help("say what the reader gets done, or make the page a tutorial"),
            );
        }
    }
}

/// The words are those of a link: they speak of another page.
fn is_linked(document: &Document, node: u32, span: Span) -> bool {
    let nodes = document.nodes[node as usize..].iter().take_while(|node| node.span.start <= span.start);
    let mut links = nodes.filter(|node| matches!(node.kind, NodeKind::Link(_)));
    links.any(|link| link.span.start <= span.start && span.end <= link.span.end)
}
