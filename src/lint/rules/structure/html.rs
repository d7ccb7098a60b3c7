//! Tags of raw HTML, as they stand in a page.

use crate::document::{Document, NodeKind};
use crate::source::Span;

/// A tag that opens an element.
pub(super) struct Tag<'a> {
    /// Its name, as written.
    pub(super) name: &'a str,
    /// From `<` to the end of the name.
    pub(super) span: Span,
    /// The node that it stands in.
    pub(super) node: u32,
}

/// The tags of a page that open an element, in reading order, without those in comments.
pub(super) fn opening_tags(document: &Document) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    for (node, html) in pieces(document) {
        let text = html.of(&document.text);
        let mut at = 0;
        while let Some(open) = text[at..].find('<').map(|open| at + open) {
            at = open + 1;
            if text[open..].starts_with("<!--") {
                at = text[open..].find("-->").map_or(text.len(), |end| open + end + 3);
                continue;
            }
            let name = name(&text[at..]);
            if !name.is_empty() {
                let start = html.start + open as u32;
                let span = Span { start, end: start + 1 + name.len() as u32 };
                tags.push(Tag { name, span, node });
                at += name.len();
            }
        }
    }
    tags
}

/// The names of the elements that are closed somewhere on the page, in lower case.
pub(super) fn closed(document: &Document) -> std::collections::BTreeSet<String> {
    let closing = pieces(document).flat_map(|(_, html)| {
        let text = html.of(&document.text);
        text.match_indices("</").map(|(at, _)| name(&text[at + 2..]).to_ascii_lowercase())
    });
    closing.collect()
}

fn pieces(document: &Document) -> impl Iterator<Item = (u32, Span)> {
    let nodes = document.nodes.iter().zip(0..);
    nodes.filter(|(node, _)| matches!(node.kind, NodeKind::Html(_))).map(|(node, index)| (index, node.span))
}

/// The name that a tag begins with.
fn name(text: &str) -> &str {
    let end =
        text.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ':'))).unwrap_or(text.len());
    if text.starts_with(|c: char| c.is_ascii_alphabetic()) { &text[..end] } else { "" }
}
