//! The readable text of a part of a page, every character of which knows where it stands in the source.
//!
//! A match in the text *is* a span in the file: nothing is ever searched for a second time. Entry points: [`blocks`] for
//! a page's prose, [`Prose`]'s `push_…` for those who put a text together themselves.

use std::ops::Range;

use super::component::INCLUDE;
use super::{Document, LinkRole, NodeKind};
use crate::source::Span;

/// A text made of pieces of a source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose {
    /// What a reader reads. Code is masked with `*`, so that it still separates words; a line end is a `\n`.
    pub text: String,
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    /// Where it begins in the text.
    at: u32,
    /// What it was made from.
    source: Span,
    kind: PieceKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PieceKind {
    /// The source, byte by byte.
    Verbatim,
    /// It reads otherwise than it is written.
    Decoded,
    /// It is not read: code and formulas.
    Masked,
}

impl Prose {
    /// Adds text that stands in the source as it is, from this byte on.
    pub fn push_verbatim(&mut self, text: &str, source: usize) {
        self.push(text, Span::new(source, source + text.len()), PieceKind::Verbatim);
    }

    /// Adds text that reads otherwise than it is written: entities, escapes, line ends.
    pub fn push_decoded(&mut self, text: &str, source: Span) {
        self.push(text, source, PieceKind::Decoded);
    }

    /// Adds a `*` for each character of something that is not read.
    pub fn push_masked(&mut self, text: &str, source: Span) {
        let mask = "*".repeat(text.chars().count());
        self.push(&mask, source, PieceKind::Masked);
    }

    /// Adds all of another text.
    pub fn push_prose(&mut self, other: &Prose) {
        let at = self.text.len() as u32;
        self.pieces.extend(other.pieces.iter().map(|piece| Piece { at: at + piece.at, ..*piece }));
        self.text.push_str(&other.text);
    }

    /// A part of the text, with its places.
    pub fn slice(&self, range: Range<usize>) -> Prose {
        let Some(text) = self.text.get(range.clone()).filter(|text| !text.is_empty()) else { return Prose::default() };
        let first = self.pieces.partition_point(|piece| piece.at as usize <= range.start).saturating_sub(1);
        let within = self.pieces[first..].iter().take_while(|piece| (piece.at as usize) < range.end);
        let pieces = within.map(|piece| {
            let start = (piece.at as usize).max(range.start);
            let mut cut = Piece { at: (start - range.start) as u32, ..*piece };
            if piece.kind == PieceKind::Verbatim {
                let end = self.end_of(piece).min(range.end);
                cut.source.start += (start - piece.at as usize) as u32;
                cut.source.end = cut.source.start + (end - start) as u32;
            }
            cut
        });
        Prose { text: text.to_owned(), pieces: pieces.collect() }
    }

    fn push(&mut self, text: &str, source: Span, kind: PieceKind) {
        if text.is_empty() {
            return;
        }
        self.pieces.push(Piece { at: self.text.len() as u32, source, kind });
        self.text.push_str(text);
    }

    /// Where a range of the text stands in the source. Within what reads otherwise than it is written, all of that.
    pub fn span(&self, range: Range<usize>) -> Span {
        if self.pieces.is_empty() {
            return Span::default();
        }
        let start = self.source_at(range.start);
        if range.end <= range.start {
            return Span { start, end: start };
        }
        let last = self.piece(range.end - 1);
        let end = match last.kind {
            PieceKind::Verbatim => last.source.start + (range.end as u32 - last.at),
            PieceKind::Decoded | PieceKind::Masked => last.source.end,
        };
        Span { start, end: end.max(start) }
    }

    /// The range of the text is written as it reads, without a mark between: a fix may put other text in its place.
    pub fn is_verbatim(&self, range: Range<usize>) -> bool {
        if range.is_empty() || self.pieces.is_empty() {
            return false;
        }
        let first = self.piece(range.start);
        let end = self.end_of(first);
        first.kind == PieceKind::Verbatim && range.end <= end
    }

    /// Some of the range is code.
    pub fn is_masked(&self, range: Range<usize>) -> bool {
        let from = self.pieces.partition_point(|piece| piece.at as usize <= range.start).saturating_sub(1);
        let within = self.pieces[from..].iter().take_while(|piece| (piece.at as usize) < range.end);
        within.into_iter().any(|piece| piece.kind == PieceKind::Masked && self.end_of(piece) > range.start)
    }

    fn source_at(&self, at: usize) -> u32 {
        let piece = self.piece(at);
        match piece.kind {
            PieceKind::Verbatim => {
                piece.source.start + (at as u32 - piece.at).min(piece.source.end - piece.source.start)
            }
            PieceKind::Decoded | PieceKind::Masked if at >= self.end_of(piece) => piece.source.end,
            PieceKind::Decoded | PieceKind::Masked => piece.source.start,
        }
    }

    fn piece(&self, at: usize) -> &Piece {
        let after = self.pieces.partition_point(|piece| piece.at as usize <= at);
        &self.pieces[after.saturating_sub(1)]
    }

    fn end_of(&self, piece: &Piece) -> usize {
        let after = self.pieces.partition_point(|other| other.at <= piece.at);
        self.pieces.get(after).map_or(self.text.len(), |next| next.at as usize)
    }
}

/// What a block of prose is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A paragraph, that of an item or a definition included.
    Paragraph,
    /// Index into the document's `headings`.
    Heading(u32),
    /// A cell of a table's first row.
    TableHeader,
    /// Any other cell.
    TableCell,
    /// A term of a definition list.
    Term,
    /// The title of a directive.
    DirectiveTitle,
    /// The text that stands for an image.
    Alt,
}

/// A block of prose: the smallest part of a page whose text is read in one go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text.
    pub prose: Prose,
    /// The node that it was made from.
    pub node: u32,
    /// It stands in a list's item.
    pub in_list: bool,
    /// It stands in a quote.
    pub in_quote: bool,
}

/// All prose of a page, in reading order. Inline marks are gone; the text of an image is a block of its own.
pub fn blocks(document: &Document) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut walk = Walk { document, blocks: &mut blocks, lists: 0, quotes: 0, depth: 0 };
    walk.children(0, document.nodes.len() as u32, false);
    blocks
}

struct Walk<'a> {
    document: &'a Document,
    blocks: &'a mut Vec<Block>,
    lists: usize,
    quotes: usize,
    /// How deep it stands.
    depth: usize,
}

/// Deeper than this nobody reads, and the stack must hold.
const DEEPEST: usize = 500;

impl Walk<'_> {
    /// The nodes of a range. Inline nodes that stand beside blocks, as in the items of tight lists, are a paragraph.
    fn children(&mut self, start: u32, end: u32, header: bool) {
        if self.depth > DEEPEST {
            return;
        }
        self.depth += 1;
        let mut next = start;
        while next < end {
            let node = self.document.nodes[next as usize];
            if is_inline(node.kind) {
                let begin = next;
                while next < end && is_inline(self.document.nodes[next as usize].kind) {
                    next = self.document.nodes[next as usize].end;
                }
                self.leaf(BlockKind::Paragraph, begin, begin, next);
                continue;
            }
            self.block(next, header);
            next = node.end;
        }
        self.depth -= 1;
    }

    fn block(&mut self, index: u32, header: bool) {
        let node = self.document.nodes[index as usize];
        let inner = index + 1;
        match node.kind {
            NodeKind::Paragraph => self.leaf(BlockKind::Paragraph, index, inner, node.end),
            NodeKind::Heading(number) => self.leaf(BlockKind::Heading(number), index, inner, node.end),
            NodeKind::DefinitionTerm => self.leaf(BlockKind::Term, index, inner, node.end),
            NodeKind::DirectiveTitle => self.leaf(BlockKind::DirectiveTitle, index, inner, node.end),
            NodeKind::TableCell => {
                let kind = if header { BlockKind::TableHeader } else { BlockKind::TableCell };
                self.leaf(kind, index, inner, node.end);
            }
            NodeKind::TableHead => self.children(inner, node.end, true),
            NodeKind::Quote => {
                self.quotes += 1;
                self.children(inner, node.end, false);
                self.quotes -= 1;
            }
            NodeKind::Item => {
                self.lists += 1;
                self.children(inner, node.end, false);
                self.lists -= 1;
            }
            NodeKind::CodeBlock(_) | NodeKind::HtmlBlock | NodeKind::Rule => {}
            // What is taken from another file is not this writer's to mend here.
            NodeKind::Directive(number) if &*self.document.directives[number as usize].name == INCLUDE => {}
            _ => self.children(inner, node.end, header),
        }
    }

    fn leaf(&mut self, kind: BlockKind, node: u32, start: u32, end: u32) {
        let mut prose = Prose::default();
        let mut images = Vec::new();
        self.inline(start, end, &mut prose, &mut images);
        let (in_list, in_quote) = (self.lists > 0, self.quotes > 0);
        if !prose.text.trim().is_empty() {
            self.blocks.push(Block { kind, prose, node, in_list, in_quote });
        }
        for image in images {
            let mut alt = Prose::default();
            self.inline(image + 1, self.document.nodes[image as usize].end, &mut alt, &mut Vec::new());
            if !alt.text.trim().is_empty() {
                self.blocks.push(Block { kind: BlockKind::Alt, prose: alt, node: image, in_list, in_quote });
            }
        }
    }

    fn inline(&self, start: u32, end: u32, prose: &mut Prose, images: &mut Vec<u32>) {
        let document = self.document;
        let mut next = start;
        while next < end {
            let node = document.nodes[next as usize];
            match node.kind {
                NodeKind::Text => prose.push_verbatim(node.span.of(&document.text), node.span.start as usize),
                NodeKind::Decoded(string) => prose.push_decoded(&document.strings[string as usize], node.span),
                NodeKind::Code(string) | NodeKind::Math(string) | NodeKind::DisplayMath(string) => {
                    prose.push_masked(&document.strings[string as usize], node.span);
                }
                NodeKind::SoftBreak | NodeKind::HardBreak => prose.push_decoded("\n", node.span),
                NodeKind::Image(_) => {
                    images.push(next);
                    prose.push_masked("image", node.span);
                    next = node.end;
                    continue;
                }
                // An address is no prose.
                NodeKind::Link(link)
                    if matches!(document.links[link as usize].role, LinkRole::Autolink | LinkRole::Email) =>
                {
                    prose.push_masked("address", node.span);
                    next = node.end;
                    continue;
                }
                _ => {}
            }
            next += 1;
        }
    }
}

fn is_inline(kind: NodeKind) -> bool {
    matches!(
        kind,
        NodeKind::Text
            | NodeKind::Decoded(_)
            | NodeKind::Code(_)
            | NodeKind::Math(_)
            | NodeKind::DisplayMath(_)
            | NodeKind::Emphasis
            | NodeKind::Strong
            | NodeKind::Strikethrough
            | NodeKind::Superscript
            | NodeKind::Subscript
            | NodeKind::Link(_)
            | NodeKind::Image(_)
            | NodeKind::Html(_)
            | NodeKind::SoftBreak
            | NodeKind::HardBreak
            | NodeKind::FootnoteReference(_)
            | NodeKind::TaskMarker(_)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Dialect;
    use crate::document::include::NoFiles;
    use crate::source::Source;

    #[test]
    fn a_match_in_the_text_is_a_span_in_the_file() {
        let text = "# A *big* `x`\n\n> - one &amp; *two*\n>   three ![the alt](a.png)\n>\n> <https://a.example>\n";
        let source = Source::from_text("a.md", "a.md", text);
        let document = crate::document::parse(&source, &Dialect::default(), &NoFiles);
        let found = blocks(&document);
        let texts: Vec<&str> = found.iter().map(|block| &*block.prose.text).collect();
        assert_eq!(texts, ["A big *", "one & two\nthree *****", "the alt", "*******"]);
        for (block, words) in found.iter().zip([vec!["A", "big"], vec!["one", "two", "three"], vec!["alt"]]) {
            for word in words {
                let at = block.prose.text.find(word).expect(word);
                let range = at..at + word.len();
                assert_eq!(block.prose.span(range.clone()).of(text), word);
                assert!(block.prose.is_verbatim(range));
            }
        }
        let list = &found[1].prose;
        assert_eq!(list.span(4..5).of(text), "&amp;");
        assert!(!list.is_verbatim(4..5) && !list.is_verbatim(4..9));
        assert_eq!(list.span(4..9).of(text), "&amp; *two");
        assert!(found[1].in_list && found[1].in_quote && !found[0].in_quote);
        assert!(list.is_masked(16..19) && !list.is_masked(0..3));
        let mut part = list.slice(1..13);
        part.push_prose(&found[2].prose);
        assert_eq!(part.text, "ne & two\nthrthe alt");
        assert_eq!([0..2, 3..4, 9..12, 12..15].map(|range| part.span(range).of(text)), ["ne", "&amp;", "thr", "the"]);
    }
}
