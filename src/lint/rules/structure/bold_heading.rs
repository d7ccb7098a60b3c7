//! `bold-heading`

use super::tree::{outline, within};
use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::document::{Document, NodeKind};
use crate::lint::{Check, Group, Origin, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "bold-heading",
    aliases: &["MD036"],
    group: Group::Structure,
    severity: Severity::Suggestion,
    summary: "a paragraph in bold stands for a heading",
    why: "It looks like a heading and is none: it is missing from the list of contents, nobody can link to it, and those who \
          listen to the page cannot jump there.",
    bad: "# Install\n\nTake one.\n\n**On Linux**\n\nTake the archive.\n",
    good: "# Install\n\nTake one.\n\n## On Linux\n\nTake the archive. **It is large.**\n\n**Mind the gap.**\n",
    fix: Some(Safety::Choice),
    sources: &[Origin {
        name: "markdownlint MD036",
        url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md036.md",
    }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    let headings: Vec<u32> = outline(document).collect();
    let mut next = 0;
    while let Some(node) = document.nodes.get(next as usize) {
        let paragraph = next;
        next = node.end;
        if node.kind != NodeKind::Paragraph || !is_heading(document, paragraph) {
            continue;
        }
        let level = headings.iter().rev().find(|heading| **heading < paragraph).map_or(1, |heading| {
            match document.nodes[*heading as usize].kind {
                NodeKind::Heading(index) => document.headings[index as usize].level,
                _ => 1,
            }
        });
        let strong = document.nodes[paragraph as usize + 1].span;
        let marks = "#".repeat(usize::from(level + 1).min(6));
        let words = within(strong, 2..(strong.end - strong.start) as usize - 2).of(&document.text);
        let fix = Fix::replace(strong, format!("{marks} {}", words.trim()), Safety::Choice);
        let finding = page.at(strong, format!("`{}` looks like a heading and is none", document.plain_text(paragraph)));
        diagnostics.push(finding.help(format!("write `{marks} {}`", words.trim())).fix(fix));
    }
}

/// A paragraph of bold words alone, without the mark that a sentence or a lead ends with, before something else.
fn is_heading(document: &Document, paragraph: u32) -> bool {
    let mut children = document.children(paragraph);
    let (Some(only), None) = (children.next(), children.next()) else { return false };
    let node = document.nodes[only as usize];
    let inside = &document.nodes[only as usize + 1..node.end as usize];
    let is_plain =
        inside.iter().all(|node| matches!(node.kind, NodeKind::Text | NodeKind::Decoded(_) | NodeKind::Code(_)));
    let text = document.plain_text(paragraph);
    let ends = text.trim_end().chars().next_back();
    let is_name = ends.is_some_and(|c| c.is_alphanumeric() || matches!(c, ')' | '`' | '"' | '’' | '”'));
    let follows = document.nodes.get(document.nodes[paragraph as usize].end as usize).map(|next| next.kind);
    let has_part = matches!(follows, Some(kind) if !matches!(kind, NodeKind::Heading(_) | NodeKind::Rule));
    node.kind == NodeKind::Strong && is_plain && is_name && has_part && text.chars().count() <= 60
}
