//! From Markdown to the flat tree. The door to `pulldown-cmark`, with `directive` beside it.

mod inclusion;
mod leftovers;
mod links;
mod markers;
mod properties;
mod raw_html;
mod text;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{
    BlockQuoteKind, BrokenLink, CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd,
};

use self::inclusion::{Including, MOST_INCLUDED};
use self::links::definitions;
use self::raw_html::PendingHtml;
use super::anchor::Anchors;
use super::directive::{self, Opening};
use super::include::Files;
use super::mdx::{self, Rewritten};
use super::places::Places;
use super::{
    Alignment, CodeBlock, Definition, Dialect, Directive, Document, FrontMatter, Heading, LinkRole, Node, NodeKind,
    allowance, fence, front_matter, listing, math,
};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Source, Span};

/// Understands a page. It never fails: what is wrong stands in the document's diagnostics.
pub fn parse(source: &Source, dialect: &Dialect, files: &dyn Files) -> Document {
    let mut document = unread(source);
    let body_start = front_matter::read(&mut document);
    document.body_start = body_start as u32;
    if has_jsx(&document.path, dialect) {
        mdx::mend_description(&mut document);
    }
    understood(document, dialect, files)
}

/// Understands the text of a record: what stands above it are the record's fields, and `community` reads them.
pub fn parse_record(source: &Source, dialect: &Dialect, files: &dyn Files) -> Document {
    let mut document = unread(source);
    let body_start = front_matter::body_start(&source.text);
    document.body_start = body_start as u32;
    understood(document, dialect, files)
}

/// The text below what stands above it.
fn understood(mut document: Document, dialect: &Dialect, files: &dyn Files) -> Document {
    let start = document.body_start as usize;
    let including = Including { files, within: &[], left: &Cell::new(MOST_INCLUDED) };
    Builder::build(&mut document, start, dialect, &including);
    listing::read(&mut document, &dialect.markdown);
    math::check(&mut document);
    allowance::read(&mut document);
    document
}

fn unread(source: &Source) -> Document {
    Document {
        path: source.path.clone(),
        text: source.text.clone(),
        front: FrontMatter::default(),
        front_places: Vec::new(),
        property_places: Vec::new(),
        property_links: Vec::new(),
        body_start: 0,
        nodes: Vec::new(),
        strings: Vec::new(),
        headings: Vec::new(),
        links: Vec::new(),
        destinations: Vec::new(),
        definitions: Vec::new(),
        code_blocks: Vec::new(),
        directives: Vec::new(),
        tables: Vec::new(),
        html_pieces: Vec::new(),
        has_raw_h1: false,
        html_ids: Vec::new(),
        unsupported: Vec::new(),
        included: Vec::new(),
        allowances: Vec::new(),
        diagnostics: Vec::new(),
    }
}

/// A file may hold JSX.
fn has_jsx(path: &str, dialect: &Dialect) -> bool {
    path.ends_with(".mdx") || dialect.markdown.mdx
}

fn options(dialect: &Dialect) -> Options {
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    options.set(Options::ENABLE_SUPERSCRIPT, dialect.markdown.superscript);
    options.set(Options::ENABLE_SUBSCRIPT, dialect.markdown.subscript);
    options.set(Options::ENABLE_MATH, dialect.markdown.math);
    options
}

/// The walk over pulldown-cmark's events.
struct Builder<'a> {
    document: &'a mut Document,
    dialect: &'a Dialect,
    including: &'a Including<'a>,
    /// The text without front matter, or the title that is being read; without JSX in either case.
    body: &'a str,
    /// Where that begins in the text without front matter.
    offset: usize,
    /// Where the text without front matter begins in the file.
    start: usize,
    /// Where the pieces of the text were written.
    places: &'a Places,
    /// Tags of components within lines; one that closes has no opening.
    tags: &'a [Option<Opening>],
    /// The open nodes, outermost first.
    open: Vec<Open>,
    /// Plain text that may still grow: the library cuts text at every character that could have meant something.
    pending: Option<Span>,
    /// Raw HTML that may still grow.
    pending_html: Option<PendingHtml>,
    /// An `<a>` of raw HTML is open: what stands in it is a link already.
    inside_raw_link: bool,
    /// The lines of the code block that is open.
    code: String,
    /// The element that was closed last.
    last_closed: Option<u32>,
    anchors: Anchors,
    destinations: HashMap<Box<str>, u32>,
    /// Reference definitions by label, in lower case: indices into the document's.
    definitions: HashMap<String, u32>,
    /// The last block of community data that was opened.
    leaf: Option<Leaf>,
}

/// A block of community data: it is closed as soon as it is opened, and a closing line right below says so again.
struct Leaf {
    node: u32,
    /// The length of its marker.
    length: usize,
    /// Where its line ends.
    end: u32,
}

struct Open {
    node: u32,
    what: OpenKind,
}

enum OpenKind {
    /// An element of pulldown-cmark.
    Markdown,
    /// A directive, with the length of its marker and the place of its opening line.
    Directive(usize, Span),
}

impl<'a> Builder<'a> {
    fn build(document: &mut Document, offset: usize, dialect: &'a Dialect, including: &'a Including<'a>) {
        let options = options(dialect);
        let text: Arc<str> = document.text.clone();
        let written = &text[offset..];
        let has_jsx = has_jsx(&document.path, dialect);
        let Rewritten { text: rewritten, places, markers: tags, inline, problems } =
            if has_jsx { mdx::rewrite(written, dialect.markdown.math) } else { Rewritten::default() };
        let body = if has_jsx { &*rewritten } else { written };
        let (masked, mut markers) = directive::mask(body, options, dialect).unzip();
        let input = masked.as_deref().unwrap_or(body);
        let markers = markers.get_or_insert_default();
        markers.extend(tags);
        markers.sort_by_key(|marker| marker.span.start);
        let broken = RefCell::new(Vec::new());
        let on_broken = |link: BrokenLink<'_>| {
            if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
                broken.borrow_mut().push((link.span, link.reference.to_string()));
            }
            None::<(CowStr<'_>, CowStr<'_>)>
        };
        let events = Parser::new_with_broken_link_callback(input, options, Some(on_broken)).into_offset_iter();
        let place = |range: Range<usize>| shifted(places.origin(range).range(), offset);
        let definitions = definitions(events.reference_definitions(), body, place);
        let by_label = |(index, definition): (usize, &Definition)| (definition.label.to_lowercase(), index as u32);
        let by_label = definitions.iter().enumerate().map(by_label).collect();
        document.definitions = definitions;
        let mut builder = Builder {
            document,
            dialect,
            including,
            body,
            offset: 0,
            start: offset,
            places: &places,
            tags: &inline,
            open: Vec::new(),
            pending: None,
            pending_html: None,
            inside_raw_link: false,
            code: String::new(),
            last_closed: None,
            anchors: Anchors::default(),
            destinations: HashMap::new(),
            definitions: by_label,
            leaf: None,
        };
        let mut next_marker = 0;
        for (event, range) in events {
            let is_rule = matches!(event, Event::Rule);
            // One that the parser took for something else is none.
            while is_rule && markers.get(next_marker).is_some_and(|marker| (marker.span.start as usize) < range.start) {
                next_marker += 1;
            }
            if is_rule
                && let Some(marker) = markers.get(next_marker)
                && range.contains(&(marker.span.start as usize))
            {
                next_marker += 1;
                builder.flush();
                builder.marker(marker);
            } else {
                builder.event(event, range);
            }
        }
        builder.flush();
        while !builder.open.is_empty() {
            builder.close_top();
        }
        builder.broken_references(broken.into_inner());
        builder.shortcodes();
        builder.broken_footnotes();
        builder.finish_unsupported();
        for (span, message, help) in problems {
            builder.report("mdx-syntax", Severity::Error, shifted(span.range(), offset), message, help);
        }
    }

    /// Where a range of the text that is being read stands in the file.
    fn place(&self, range: Range<usize>) -> Span {
        let Range { start, end } = range;
        shifted(self.places.origin(start + self.offset..end + self.offset).range(), self.start)
    }

    fn event(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::Text(text) => self.text(&text, range),
            Event::Html(html) => self.html_line(&html, range),
            Event::InlineHtml(html) => self.inline_html(&html, range),
            Event::InlineMath(_) if !self.is_formula(&range) => {
                let text = self.body[range.clone()].to_owned();
                self.text(&text, range);
            }
            event => {
                self.flush();
                self.structure(event, range);
            }
        }
    }

    /// A formula is a word of its own: `$5-$10` and `$HOME/$USER` are none.
    fn is_formula(&self, range: &Range<usize>) -> bool {
        let before = self.body[..range.start].chars().next_back();
        let after = self.body[range.end..].chars().next();
        ![before, after].into_iter().flatten().any(|c| c.is_alphanumeric() || c == '$')
    }

    fn structure(&mut self, event: Event, range: Range<usize>) {
        let span = self.place(range.clone());
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Code(code) => {
                let index = self.string(&code);
                self.leaf(NodeKind::Code(index), span);
            }
            Event::SoftBreak => self.leaf(NodeKind::SoftBreak, span),
            Event::HardBreak => self.leaf(NodeKind::HardBreak, span),
            Event::Rule => self.leaf(NodeKind::Rule, span),
            Event::TaskListMarker(done) => self.leaf(NodeKind::TaskMarker(done), span),
            Event::FootnoteReference(label) => {
                let index = self.string(&label);
                self.leaf(NodeKind::FootnoteReference(index), span);
            }
            Event::InlineMath(latex) => {
                // GitHub's second spelling, $`…`$, keeps its backticks here.
                let bare = latex.strip_prefix('`').and_then(|latex| latex.strip_suffix('`'));
                let index = self.string(bare.unwrap_or(&latex));
                self.leaf(NodeKind::Math(index), span);
            }
            Event::DisplayMath(latex) => {
                let index = self.string(&latex);
                self.leaf(NodeKind::DisplayMath(index), span);
            }
            // They were dealt with.
            Event::Text(_) | Event::Html(_) | Event::InlineHtml(_) => {}
        }
    }

    fn start(&mut self, tag: Tag, range: Range<usize>) {
        let span = self.place(range.clone());
        let kind = match tag {
            Tag::Paragraph => NodeKind::Paragraph,
            Tag::Heading { level, .. } => {
                let node = self.document.nodes.len() as u32;
                let level = level as u8;
                self.document.headings.push(Heading { level, anchor: Box::default(), text: Box::default(), node });
                NodeKind::Heading(self.document.headings.len() as u32 - 1)
            }
            Tag::BlockQuote(None) => NodeKind::Quote,
            Tag::BlockQuote(Some(kind)) => {
                let name = match kind {
                    BlockQuoteKind::Note => "note",
                    BlockQuoteKind::Tip => "tip",
                    BlockQuoteKind::Important => "important",
                    BlockQuoteKind::Warning => "warning",
                    BlockQuoteKind::Caution => "caution",
                };
                self.document.directives.push(Directive {
                    name: name.into(),
                    properties: Vec::new(),
                    anchor: Box::default(),
                });
                NodeKind::Directive(self.document.directives.len() as u32 - 1)
            }
            Tag::CodeBlock(kind) => self.code_block(kind, range),
            Tag::HtmlBlock => NodeKind::HtmlBlock,
            Tag::List(Some(first)) => NodeKind::OrderedList(u32::try_from(first).unwrap_or(1)),
            Tag::List(None) => NodeKind::BulletList,
            Tag::Item => NodeKind::Item,
            Tag::FootnoteDefinition(label) => NodeKind::Footnote(self.string(&label)),
            Tag::DefinitionList => NodeKind::DefinitionList,
            Tag::DefinitionListTitle => NodeKind::DefinitionTerm,
            Tag::DefinitionListDefinition => NodeKind::Definition,
            Tag::Table(alignments) => {
                let alignments = alignments.iter().map(|alignment| match alignment {
                    pulldown_cmark::Alignment::None => Alignment::None,
                    pulldown_cmark::Alignment::Left => Alignment::Left,
                    pulldown_cmark::Alignment::Center => Alignment::Center,
                    pulldown_cmark::Alignment::Right => Alignment::Right,
                });
                self.document.tables.push(alignments.collect());
                NodeKind::Table(self.document.tables.len() as u32 - 1)
            }
            Tag::TableHead => NodeKind::TableHead,
            Tag::TableRow => NodeKind::TableRow,
            Tag::TableCell => NodeKind::TableCell,
            Tag::Emphasis => NodeKind::Emphasis,
            Tag::Strong => NodeKind::Strong,
            Tag::Strikethrough => NodeKind::Strikethrough,
            Tag::Superscript => NodeKind::Superscript,
            Tag::Subscript => NodeKind::Subscript,
            Tag::Link { link_type, dest_url, title, id } => {
                let role = match link_type {
                    LinkType::Autolink => LinkRole::Autolink,
                    LinkType::Email => LinkRole::Email,
                    _ => LinkRole::Link,
                };
                let dest_url = if role == LinkRole::Email { format!("mailto:{dest_url}").into() } else { dest_url };
                NodeKind::Link(self.link(&dest_url, &title, &id, span, role))
            }
            Tag::Image { dest_url, title, id, .. } => {
                let role = LinkRole::Image { decorative: false, has_alt: false };
                NodeKind::Image(self.link(&dest_url, &title, &id, span, role))
            }
            // The parser is not asked for these.
            Tag::MetadataBlock(_) => NodeKind::HtmlBlock,
        };
        self.push(kind, span, OpenKind::Markdown);
    }

    fn end(&mut self, tag: TagEnd) {
        // Directives that are still open end with the block that holds them.
        while let Some(Open { what: OpenKind::Directive(..), .. }) = self.open.last() {
            self.close_top();
        }
        let Some(open) = self.open.pop() else { return };
        let own_anchor = if matches!(tag, TagEnd::Heading(_)) { self.take_heading_id(open.node) } else { None };
        let end = self.document.nodes.len() as u32;
        self.document.nodes[open.node as usize].end = end;
        self.last_closed = Some(open.node);
        self.inside_raw_link &=
            !matches!(tag, TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell);
        match (tag, self.document.nodes[open.node as usize].kind) {
            (TagEnd::Heading(_), NodeKind::Heading(index)) => {
                let text = self.document.plain_text(open.node);
                let anchor =
                    own_anchor.unwrap_or_else(|| self.anchors.for_text(&self.document.text_for_anchor(open.node)));
                let heading = &mut self.document.headings[index as usize];
                heading.anchor = anchor;
                heading.text = text.trim().into();
            }
            // A tag on its own in a line is no part of a sentence.
            (TagEnd::Paragraph, NodeKind::Paragraph) if self.is_one_directive(open.node) => {
                self.document.nodes[open.node as usize].kind = NodeKind::HtmlBlock;
            }
            (TagEnd::CodeBlock, NodeKind::CodeBlock(index)) => {
                let mut code = std::mem::take(&mut self.code);
                if self.dialect.markdown.includes && code.contains("{{#") {
                    let span = self.document.nodes[open.node as usize].span;
                    code = self.included_code(code, span);
                }
                self.document.code_blocks[index as usize].code = code.into();
            }
            (TagEnd::Link, NodeKind::Link(index)) => self.close_link(open.node, index),
            (TagEnd::Image, NodeKind::Image(index)) => self.close_link(open.node, index),
            _ => {}
        }
    }

    fn code_block(&mut self, kind: CodeBlockKind, range: Range<usize>) -> NodeKind {
        let (info, language_span) = match kind {
            CodeBlockKind::Indented => (CowStr::from(""), Span::new(range.start, range.start)),
            CodeBlockKind::Fenced(info) => {
                let line = self.body.get(range.clone()).and_then(|block| block.lines().next()).unwrap_or("");
                let fence = line.len() - line.trim_start_matches(['`', '~', ' ']).len();
                let word = line[fence..].find([' ', ',', '\t', '{']).map_or(line.len(), |at| fence + at).max(fence);
                (info, Span::new(range.start + fence, range.start + word))
            }
        };
        let options = fence::read(&info);
        let language_span = self.place(language_span.range());
        self.document.code_blocks.push(CodeBlock {
            options,
            code: "".into(),
            shown: "".into(),
            lines: Vec::new(),
            language_span,
        });
        NodeKind::CodeBlock(self.document.code_blocks.len() as u32 - 1)
    }

    fn push(&mut self, kind: NodeKind, span: Span, what: OpenKind) {
        let node = self.document.nodes.len() as u32;
        self.document.nodes.push(Node { kind, span, end: node + 1 });
        self.open.push(Open { node, what });
    }

    fn leaf(&mut self, kind: NodeKind, span: Span) {
        let end = self.document.nodes.len() as u32 + 1;
        self.document.nodes.push(Node { kind, span, end });
    }

    /// Closes the innermost open node; a directive that ends so was left open by its writer.
    fn close_top(&mut self) {
        let Some(open) = self.open.pop() else { return };
        let nodes = &mut self.document.nodes;
        let end = nodes.len() as u32;
        nodes[open.node as usize].end = end;
        if let OpenKind::Directive(length, span) = open.what {
            let last_end = nodes[nodes.len() - 1].span.end;
            nodes[open.node as usize].span.end = last_end.max(span.end);
            let help = format!("put a line with `{}` after its content", ":".repeat(length));
            self.report("unclosed-directive", Severity::Warning, span, "this directive is not closed".to_owned(), help);
        }
    }

    fn string(&mut self, text: &str) -> u32 {
        self.document.strings.push(text.into());
        self.document.strings.len() as u32 - 1
    }

    fn report(&mut self, rule: &'static str, severity: Severity, span: Span, message: String, help: impl Into<String>) {
        let path = &self.document.path;
        self.document.diagnostics.push(Diagnostic::new(rule, severity, path, span, message).help(help));
    }

    /// The first of each name is enough: they are reported once a site.
    fn finish_unsupported(&mut self) {
        let mut seen = std::collections::HashSet::new();
        self.document.unsupported.retain(|unsupported| seen.insert((unsupported.what, unsupported.name.clone())));
    }
}

fn shifted(range: Range<usize>, offset: usize) -> Span {
    Span::new(range.start + offset, range.end + offset)
}
