//! The lines of fenced code, as they stand in the source.

use crate::document::{Document, Node, NodeKind};
use crate::source::Span;

/// A fenced block of code, as it is written.
pub(super) struct Fence {
    /// The character of its fences.
    pub(super) mark: char,
    /// How many of them open it.
    pub(super) length: usize,
    /// The fence that opens it, without what follows on its line.
    pub(super) opening: Span,
    /// The lines between its fences, each without its line end.
    pub(super) lines: Vec<Span>,
    /// There is a fence that closes it.
    pub(super) is_closed: bool,
}

/// Reads the lines of a block of code; nothing for code that is indented.
pub(super) fn fence(document: &Document, node: &Node) -> Option<Fence> {
    let NodeKind::CodeBlock(block) = node.kind else { return None };
    // Behind a fence there is room for a language, even where none is written.
    if document.code_blocks[block as usize].language_span.start < node.span.start + 3 {
        return None;
    }
    let source = node.span.of(&document.text);
    let mut lines = lines(source, node.span.start).into_iter();
    let first = lines.next()?;
    let opening = first.of(&document.text);
    let trimmed = opening.trim_start_matches([' ', '\t']);
    let mark = trimmed.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let length = trimmed.chars().take_while(|c| *c == mark).count();
    if length < 3 {
        return None;
    }
    let start = first.start + (opening.len() - trimmed.len()) as u32;
    let opening = Span { start, end: start + length as u32 };
    let mut lines: Vec<Span> = lines.collect();
    while lines.last().is_some_and(|line| line.of(&document.text).trim().is_empty()) {
        lines.pop();
    }
    let is_fence = |line: &&Span| {
        let fence = line.of(&document.text).trim_start_matches([' ', '\t', '>']).trim_end();
        fence.len() >= length && fence.chars().all(|c| c == mark)
    };
    let is_closed = lines.last().is_some_and(|line| is_fence(&line));
    if is_closed {
        lines.pop();
    }
    Some(Fence { mark, length, opening, lines, is_closed })
}

/// The lines of a text that begins at a byte of the source.
fn lines(text: &str, start: u32) -> Vec<Span> {
    let mut at = start;
    let spans = text.split_inclusive('\n').map(|line| {
        let content = line.trim_end_matches(['\n', '\r']).len() as u32;
        let span = Span { start: at, end: at + content };
        at += line.len() as u32;
        span
    });
    spans.collect()
}
