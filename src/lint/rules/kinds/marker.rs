//! Numbers before items, and how to make bullets of them.

use crate::diagnostic::Edit;
use crate::document::Document;
use crate::source::Span;

/// Where an item's number stands: `1.`
pub(super) fn number(document: &Document, item: u32) -> Option<Span> {
    let start = document.nodes[item as usize].span.start as usize;
    let text = document.text.get(start..)?;
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let has_mark = digits > 0 && text[digits..].starts_with(['.', ')']);
    has_mark.then(|| Span::new(start, start + digits + 1))
}

/// A bullet in place of an item's number. What stands below the first line keeps its place in the item, because the
/// bullet takes the room of the number where there are such lines.
pub(super) fn bullet(document: &Document, item: u32) -> Option<Edit> {
    let number = number(document, item)?;
    let is_one_line = !document.nodes[item as usize].span.of(&document.text).trim_end().contains('\n');
    let room = if is_one_line { 0 } else { number.range().len() - 1 };
    Some(Edit { span: number, text: format!("-{}", " ".repeat(room)) })
}
