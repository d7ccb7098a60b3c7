//! `bold-heading`

use super::tree::{outline, within};
use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::document::{Document, NodeKind};
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};

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
    precision: Some(Precision {
        right: 64,
        of: 66,
        on: "the documentation of Electron, Prometheus, Vue, Loki, Vitess, Jenkins X, Dapr and NodeMCU (2,614 pages)",
    }),
    sources: &[Origin {
        name: "markdownlint MD036",
        url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md036.md",
    }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// Words after which something must follow: a lead, and no name.
const OPEN: &[&str] = &["and", "are", "as", "by", "for", "in", "is", "of", "on", "or", "the", "to", "with"];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    let headings: Vec<u32> = outline(document).collect();
    let mut next = 0;
    let mut before = NodeKind::Rule;
    while let Some(node) = document.nodes.get(next as usize) {
        let paragraph = next;
        next = node.end;
        // Right below a heading such words say more about that heading.
        let is_below_heading = matches!(std::mem::replace(&mut before, node.kind), NodeKind::Heading(_));
        if node.kind != NodeKind::Paragraph || is_below_heading || !is_heading(document, paragraph) {
            continue;
        }
        let above = headings.partition_point(|heading| *heading < paragraph).checked_sub(1);
        let level = above.map_or(1, |above| match document.nodes[headings[above] as usize].kind {
            NodeKind::Heading(index) => document.headings[index as usize].level,
            _ => 1,
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
    // The name of a file is a label for what stands below it.
    let is_file = inside.first().is_some_and(|first| matches!(first.kind, NodeKind::Code(_)));
    let text = document.plain_text(paragraph);
    let ends = text.trim_end().chars().next_back();
    let is_name = ends.is_some_and(|c| c.is_alphanumeric() || matches!(c, ')' | '`' | '"' | '’' | '”'))
        && !text.trim_end().rsplit(' ').next().is_some_and(|word| OPEN.contains(&word));
    let follows = document.nodes.get(document.nodes[paragraph as usize].end as usize).map(|next| next.kind);
    // Above code, and in a shout such as `NOTE`, it is a label.
    let has_part =
        follows.is_some_and(|kind| !matches!(kind, NodeKind::Heading(_) | NodeKind::Rule | NodeKind::CodeBlock(_)));
    let is_shout = text.contains(char::is_uppercase) && !text.contains(char::is_lowercase);
    node.kind == NodeKind::Strong
        && is_plain
        && is_name
        && has_part
        && !is_file
        && !is_shout
        && (4..=60).contains(&text.chars().count())
}
