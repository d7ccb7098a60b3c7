//! What rules ask of the tree: what holds a node, and text as it runs on in the source.

use crate::document::{Document, NodeKind};
use crate::source::Span;

/// The node that holds each node; none for those at the top.
pub(super) fn parents(document: &Document) -> Vec<Option<u32>> {
    let mut open: Vec<u32> = Vec::new();
    let mut parents = Vec::with_capacity(document.nodes.len());
    for index in 0..document.nodes.len() as u32 {
        while open.last().is_some_and(|last| document.nodes[*last as usize].end <= index) {
            open.pop();
        }
        parents.push(open.last().copied());
        open.push(index);
    }
    parents
}

/// The headings that make the outline of the page: those in quotes, lists and notes are examples or asides.
pub(super) fn outline(document: &Document) -> impl Iterator<Item = u32> {
    let mut next = 0;
    std::iter::from_fn(move || {
        loop {
            let at = next;
            let node = document.nodes.get(at as usize)?;
            let is_aside =
                matches!(node.kind, NodeKind::Quote | NodeKind::Item | NodeKind::Footnote(_) | NodeKind::Definition);
            next = if is_aside { node.end } else { at + 1 };
            if matches!(node.kind, NodeKind::Heading(_)) {
                return Some(at);
            }
        }
    })
}

/// Text as it stands in the source, as far as it runs on without a mark, an escape or a line end. Addresses are a part of
/// it: in a link that failed, its destination may have become one.
pub(super) fn runs(document: &Document) -> impl Iterator<Item = Span> {
    let mut texts = document.nodes.iter().filter(|node| node.kind == NodeKind::Text).map(|node| node.span).peekable();
    std::iter::from_fn(move || {
        let mut run = texts.next()?;
        while let Some(next) = texts.next_if(|next| next.start == run.end) {
            run.end = next.end;
        }
        Some(run)
    })
}

/// A word that can only be where a link leads: an address, or the path of a page.
pub(super) fn is_destination(word: &str) -> bool {
    let path = word.split(['#', '?']).next().unwrap_or("");
    let is_address =
        ["http://", "https://", "mailto:", "www.", "./", "../"].iter().any(|start| word.starts_with(start));
    let is_page = [".md", ".mdx", ".html"].iter().any(|end| path.len() > end.len() && path.ends_with(end));
    !word.contains(char::is_whitespace) && (is_address || is_page)
}

/// A range of a span's text, as a span.
pub(super) fn within(span: Span, range: std::ops::Range<usize>) -> Span {
    Span::new(span.start as usize + range.start, span.start as usize + range.end)
}

/// What stands before a place on its line.
pub(super) fn line_before(text: &str, at: u32) -> &str {
    let before = text.get(..at as usize).unwrap_or("");
    &before[before.rfind('\n').map_or(0, |end| end + 1)..]
}
