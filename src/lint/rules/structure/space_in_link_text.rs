//! `space-in-link-text`

use super::tree::line_before;
use crate::diagnostic::{Diagnostic, Edit, Fix, Safety, Severity};
use crate::document::{Document, LinkRole, NodeKind};
use crate::lint::{Check, Group, Origin, Page, Rule};
use crate::source::Span;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "space-in-link-text",
    aliases: &["MD039"],
    group: Group::Structure,
    severity: Severity::Suggestion,
    summary: "the text of a link begins or ends with a space",
    why: "The space is underlined together with the words.",
    bad: "# Install\n\nRead the [ first steps ](https://example.org/first-steps) before.\n",
    good: "# Install\n\nRead the [first steps](https://example.org/first-steps) before.\n",
    fix: Some(Safety::Safe),
    sources: &[Origin {
        name: "markdownlint MD039",
        url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md039.md",
    }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    for (index, node) in document.nodes.iter().enumerate() {
        let NodeKind::Link(link) = node.kind else { continue };
        if document.links[link as usize].role != LinkRole::Link {
            continue;
        }
        let edits = edits(document, index as u32);
        if !edits.is_empty() {
            let fix = Fix { title: "take the space out".to_owned(), edits, safety: Safety::Safe };
            let finding = page.at(node.span, "the text of this link begins or ends with a space");
            diagnostics.push(finding.help("take the space out").fix(fix));
        }
    }
}

/// The spaces go, and come back outside of the link where they part it from a word.
fn edits(document: &Document, link: u32) -> Vec<Edit> {
    let text = &document.text;
    let span = document.nodes[link as usize].span;
    let children: Vec<u32> = document.children(link).collect();
    let spaces = |child: Option<&u32>, at_start: bool| {
        let node = document.nodes[*child? as usize];
        let words = node.span.of(text);
        if node.kind != NodeKind::Text || words.trim().is_empty() {
            return None;
        }
        let spaces = match at_start {
            true => Span { end: node.span.start + (words.len() - words.trim_start().len()) as u32, ..node.span },
            false => Span { start: node.span.start + words.trim_end().len() as u32, ..node.span },
        };
        (spaces.start < spaces.end).then_some(spaces)
    };
    let mut edits = Vec::new();
    let mut replace = |span, text: &str| edits.push(Edit { span, text: text.to_owned() });
    if let Some(spaces) = spaces(children.first(), true) {
        replace(spaces, "");
        if line_before(text, span.start).ends_with(char::is_alphanumeric) {
            replace(Span { start: span.start, end: span.start }, " ");
        }
    }
    if let Some(spaces) = spaces(children.last(), false) {
        replace(spaces, "");
        if text.get(span.end as usize..).unwrap_or("").starts_with(char::is_alphanumeric) {
            replace(Span { start: span.end, end: span.end }, " ");
        }
    }
    edits
}
