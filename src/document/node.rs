//! The tree of a page, kept flat: nodes in reading order, each knowing where its own subtree ends.

use crate::source::Span;

/// One node. Its children are the nodes from its own index + 1 up to `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// The bytes of the source that it was made from.
    pub span: Span,
    /// The index one past its last descendant.
    pub end: u32,
}

/// What a node is. An index points into the list of the document that is named in the comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NodeKind {
    /// A paragraph. Items of tight lists have none.
    Paragraph,
    /// Index into `headings`.
    Heading(u32),
    /// A block quote.
    Quote,
    /// Index into `directives`.
    Directive(u32),
    /// The title of the directive that it is the first child of.
    DirectiveTitle,
    /// Index into `code_blocks`.
    CodeBlock(u32),
    /// Raw HTML lines.
    HtmlBlock,
    /// With the number of the first item.
    OrderedList(u32),
    /// A list with bullets.
    BulletList,
    /// An item of either.
    Item,
    /// At the start of an item; true when done.
    TaskMarker(bool),
    /// Index into `strings`: its label.
    Footnote(u32),
    /// A definition list.
    DefinitionList,
    /// A term.
    DefinitionTerm,
    /// What it means.
    Definition,
    /// Index into `tables`.
    Table(u32),
    /// The header row: holds cells.
    TableHead,
    /// A row: holds cells.
    TableRow,
    /// A cell.
    TableCell,
    /// A thematic break.
    Rule,
    /// Text that reads as it is written: the span *is* the text.
    Text,
    /// Text that reads otherwise than it is written (entities, escapes): index into `strings`.
    Decoded(u32),
    /// Inline code: index into `strings`.
    Code(u32),
    /// A formula in a line: index into `strings`, its LaTeX.
    Math(u32),
    /// A formula on lines of its own: index into `strings`, its LaTeX.
    DisplayMath(u32),
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// Struck through.
    Strikethrough,
    /// Superscript.
    Superscript,
    /// Subscript.
    Subscript,
    /// Index into `links`.
    Link(u32),
    /// Index into `links`; its children are the alternative text.
    Image(u32),
    /// Index into `html_pieces`.
    Html(u32),
    /// A line end inside a paragraph.
    SoftBreak,
    /// A line break that the writer asked for.
    HardBreak,
    /// Index into `strings`: the label that it refers to.
    FootnoteReference(u32),
}
