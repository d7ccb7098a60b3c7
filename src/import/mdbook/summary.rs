//! `SUMMARY.md`: parts, chapters before and after them, nesting, drafts.

use super::super::{Left, Text};
use crate::document::Dialect;
use crate::document::include::NoFiles;
use crate::document::{Document, Node, NodeKind, parse};
use crate::site::decode_strictly;
use crate::source::Source;

/// What a summary lists.
#[derive(Debug, Default)]
pub(super) struct Summary {
    pub(super) entries: Vec<Listed>,
    pub(super) left: Vec<Left>,
}

/// A part or a chapter.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) title: String,
    pub(super) is_part: bool,
    /// The file of a chapter, from the book's source folder; none for a part and for a draft.
    pub(super) file: Option<String>,
    /// Where it stands in the summary.
    pub(super) at: usize,
    pub(super) items: Vec<Listed>,
}

/// Reads a summary. What is no part and no chapter is told.
pub(super) fn read(text: &Text) -> Summary {
    let source = Source::from_text(&text.path, &text.path, &text.text);
    let document = parse(&source, &Dialect::default(), &NoFiles);
    let mut summary = Summary::default();
    let mut is_in_part = false;
    let mut at = 0;
    while let Some(node) = document.nodes.get(at) {
        match node.kind {
            // The first heading is the summary's own.
            NodeKind::Heading(_) if at == 0 => {}
            NodeKind::Heading(heading) => {
                let title = document.headings[heading as usize].text.to_string();
                summary.entries.push(Listed {
                    title,
                    file: None,
                    at: node.span.start as usize,
                    items: Vec::new(),
                    is_part: true,
                });
                is_in_part = true;
            }
            NodeKind::BulletList | NodeKind::OrderedList(_) => {
                let chapters = chapters(&document, at, text, &mut summary.left);
                match summary.entries.last_mut().filter(|_| is_in_part) {
                    Some(part) => part.items.extend(chapters),
                    None => summary.entries.extend(chapters),
                }
            }
            NodeKind::Paragraph => {
                let links = links(&document, at + 1, node.end as usize);
                if links.is_empty() {
                    summary.left.push(no_chapter(text, node));
                }
                summary.entries.extend(links);
                is_in_part = false;
            }
            NodeKind::Rule | NodeKind::HtmlBlock => {}
            _ => summary.left.push(no_chapter(text, node)),
        }
        at = node.end as usize;
    }
    // A heading with nothing below it is a title of nothing.
    summary.entries.retain(|entry| !(entry.is_part && entry.items.is_empty()));
    summary
}

fn no_chapter(text: &Text, node: &Node) -> Left {
    let help = "write it as `- [Title](file.md)`, or take it out";
    text.left(node.span.start as usize, "this is no chapter and no part of the summary", help)
}

/// The items of a list.
fn chapters(document: &Document, list: usize, text: &Text, left: &mut Vec<Left>) -> Vec<Listed> {
    let mut found = Vec::new();
    let mut at = list + 1;
    while at < document.nodes[list].end as usize {
        let item = document.nodes[at];
        found.extend(chapter(document, at, text, left));
        at = item.end as usize;
    }
    found
}

/// An item: its own link, and the lists in it. Without a link, the text of the item is the title of what is below it.
fn chapter(document: &Document, item: usize, text: &Text, left: &mut Vec<Left>) -> Option<Listed> {
    let node = document.nodes[item];
    let (mut own, mut items, mut title) = (None, Vec::new(), String::new());
    let mut at = item + 1;
    while at < node.end as usize {
        let inner = document.nodes[at];
        match inner.kind {
            NodeKind::BulletList | NodeKind::OrderedList(_) => items.extend(chapters(document, at, text, left)),
            _ => {
                own = own.or_else(|| links(document, at, inner.end as usize).into_iter().next());
                title += inner.span.of(&document.text);
            }
        }
        at = inner.end as usize;
    }
    match own {
        Some(chapter) => Some(Listed { items, ..chapter }),
        None if items.is_empty() => {
            left.push(no_chapter(text, &node));
            None
        }
        None => Some(Listed {
            title: title.trim().to_owned(),
            file: None,
            at: node.span.start as usize,
            items,
            is_part: false,
        }),
    }
}

/// The links among some nodes.
fn links(document: &Document, from: usize, to: usize) -> Vec<Listed> {
    let mut found = Vec::new();
    for at in from..to {
        let node = document.nodes[at];
        let NodeKind::Link(link) = node.kind else { continue };
        let destination = &document.destinations[document.links[link as usize].destination as usize];
        let file = decode_strictly(destination).unwrap_or_else(|| destination.to_string());
        let title: String =
            document.nodes[at + 1..node.end as usize].iter().map(|inner| document.text_of(inner)).collect();
        let file = Some(file.trim_start_matches("./").to_owned()).filter(|file| !file.is_empty());
        found.push(Listed { title, file, at: node.span.start as usize, items: Vec::new(), is_part: false });
    }
    found
}
