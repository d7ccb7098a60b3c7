//! A page as Vale's walker meets it: the tags that its Markdown stands for, those of raw HTML among them, with the text
//! between, every character of which knows its place.
//!
//! Entry point: [`tokens`]. It must not know which tags mean what.

use std::collections::BTreeMap;
use std::ops::Range;

use super::html::{self, Part};
use crate::document::prose::Prose;
use crate::document::{Document, Node, NodeKind};
use crate::source::Span;

/// One step through a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// Something begins.
    Start(Tag),
    /// Something that holds nothing.
    Empty(Tag),
    /// Something ends.
    End(String),
    /// A comment, without its delimiters.
    Comment(String),
    /// All text up to the next tag or comment.
    Text(Prose),
}

/// A tag, with the attributes that matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) href: String,
    pub(super) class: String,
    pub(super) alt: Option<Prose>,
}

impl Tag {
    fn named(name: &str) -> Tag {
        Tag { name: name.to_owned(), ..Tag::default() }
    }
}

/// What was overwritten before the page was parsed.
pub(super) struct Overwritten<'a> {
    /// The text as the writer saved it.
    pub(super) text: &'a str,
    /// Parts of it that are to be masked.
    pub(super) hidden: &'a [Range<usize>],
    /// Comments in other spellings: where they begin, and what they say.
    pub(super) comments: &'a BTreeMap<usize, Range<usize>>,
}

/// What is read otherwise than in the page.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Reading {
    /// The text of code blocks is read too.
    pub(super) code: bool,
    /// Indented lines are text: in MDX they are no code.
    pub(super) indented: bool,
}

/// The page as tokens.
pub(super) fn tokens(document: &Document, overwritten: &Overwritten, reading: Reading) -> Vec<Token> {
    let mut walk = Walk { document, overwritten, reading, tokens: Vec::new(), pending: Prose::default(), depth: 0 };
    walk.children(0, document.nodes.len() as u32, "td");
    walk.flush();
    walk.tokens
}

struct Walk<'a> {
    document: &'a Document,
    overwritten: &'a Overwritten<'a>,
    reading: Reading,
    tokens: Vec<Token>,
    /// Text that may still grow.
    pending: Prose,
    /// How deep it stands.
    depth: usize,
}

/// Deeper than this nobody reads, and the stack must hold.
const DEEPEST: usize = 500;

impl Walk<'_> {
    fn children(&mut self, start: u32, end: u32, cell: &str) {
        if self.depth > DEEPEST {
            return;
        }
        self.depth += 1;
        let mut next = start;
        while next < end {
            self.node(next, cell);
            next = self.document.nodes[next as usize].end;
        }
        self.depth -= 1;
    }

    fn node(&mut self, index: u32, cell: &str) {
        let document = self.document;
        let node = document.nodes[index as usize];
        let name = match node.kind {
            NodeKind::Text => return self.text(node.span),
            NodeKind::Decoded(string) => {
                return self.pending.push_decoded(&document.strings[string as usize], node.span);
            }
            NodeKind::SoftBreak => return self.pending.push_decoded("\n", node.span),
            NodeKind::HardBreak => return self.pending.push_decoded(" ", node.span),
            NodeKind::TaskMarker(_) | NodeKind::FootnoteReference(_) => return,
            NodeKind::Code(string) | NodeKind::Math(string) | NodeKind::DisplayMath(string) => {
                self.start(Tag::named("code"));
                let code = &document.strings[string as usize];
                push_found(&mut self.pending, code, node.span, &document.text);
                return self.end("code");
            }
            NodeKind::Html(_) => return self.html(&node),
            NodeKind::CodeBlock(block) => return self.code_block(&node, block),
            NodeKind::Image(link) => {
                let mut alt = Prose::default();
                self.alt(index + 1, node.end, &mut alt);
                let href = String::new();
                debug_assert!((link as usize) < document.links.len());
                return self.start(Tag { name: "img".to_owned(), href, class: String::new(), alt: Some(alt) });
            }
            NodeKind::Link(link) => {
                let destination = document.links[link as usize].destination;
                let href = document.destinations[destination as usize].to_string();
                self.start(Tag { href, ..Tag::named("a") });
                self.children(index + 1, node.end, cell);
                return self.end("a");
            }
            NodeKind::Heading(heading) => ["h1", "h2", "h3", "h4", "h5", "h6"]
                [usize::from(document.headings[heading as usize].level.clamp(1, 6)) - 1],
            NodeKind::Paragraph | NodeKind::DirectiveTitle => "p",
            NodeKind::Quote => "blockquote",
            // GitHub's alerts are quotes.
            NodeKind::Directive(_) if node.span.of(&document.text).starts_with('>') => "blockquote",
            NodeKind::Directive(_) => "div",
            NodeKind::OrderedList(_) => "ol",
            NodeKind::BulletList => "ul",
            // Footnotes are a list at the end of the page.
            NodeKind::Item | NodeKind::Footnote(_) => "li",
            NodeKind::DefinitionList => "dl",
            NodeKind::DefinitionTerm => "dt",
            NodeKind::Definition => "dd",
            NodeKind::Table(_) => "table",
            NodeKind::TableHead | NodeKind::TableRow => "tr",
            NodeKind::TableCell => cell,
            NodeKind::Emphasis => "em",
            NodeKind::Strong => "strong",
            NodeKind::Strikethrough => "del",
            NodeKind::Superscript => "sup",
            NodeKind::Subscript => "sub",
            NodeKind::Rule => return self.flush(),
            NodeKind::HtmlBlock => return self.children(index + 1, node.end, cell),
        };
        self.start(Tag::named(name));
        self.children(index + 1, node.end, if node.kind == NodeKind::TableHead { "th" } else { cell });
        self.end(name);
    }

    fn flush(&mut self) {
        if !self.pending.text.is_empty() {
            self.tokens.push(Token::Text(std::mem::take(&mut self.pending)));
        }
    }

    fn start(&mut self, tag: Tag) {
        self.flush();
        self.tokens.push(Token::Start(tag));
    }

    fn end(&mut self, name: &str) {
        self.flush();
        self.tokens.push(Token::End(name.to_owned()));
    }

    /// Text as it is written, the hidden parts masked.
    fn text(&mut self, span: Span) {
        let text = &self.document.text;
        let range = span.range();
        let mut at = range.start;
        let first = self.overwritten.hidden.partition_point(|hidden| hidden.end <= range.start);
        for hidden in self.overwritten.hidden[first..].iter().take_while(|hidden| hidden.start < range.end) {
            let (start, end) = (hidden.start.max(at), hidden.end.min(range.end));
            if start >= end {
                continue;
            }
            self.pending.push_verbatim(text.get(at..start).unwrap_or(""), at);
            let written = self.overwritten.text.get(start..end).unwrap_or("x");
            self.pending.push_masked(written, Span::new(start, end));
            at = end;
        }
        self.pending.push_verbatim(text.get(at..range.end).unwrap_or(""), at);
    }

    fn alt(&mut self, start: u32, end: u32, alt: &mut Prose) {
        let document = self.document;
        for node in &document.nodes[start as usize..end as usize] {
            match node.kind {
                NodeKind::Text => alt.push_verbatim(node.span.of(&document.text), node.span.start as usize),
                NodeKind::Code(string) => {
                    push_found(alt, &document.strings[string as usize], node.span, &document.text)
                }
                _ => alt.push_decoded(document.text_of(node), node.span),
            }
        }
    }

    fn code_block(&mut self, node: &Node, block: u32) {
        let written = node.span.of(&self.document.text);
        let code = &self.document.code_blocks[block as usize].code;
        let is_fenced = written.starts_with(['`', '~']);
        // Indented fences are code all the same.
        let is_text = self.reading.indented && !is_fenced && !code.contains("```");
        let tags: &[&str] = if is_text { &["p"] } else { &["pre", "code"] };
        tags.iter().for_each(|tag| self.start(Tag::named(tag)));
        if self.reading.code || is_text {
            let fence = if is_fenced { written.find('\n').map_or(0, |at| at + 1) } else { 0 };
            let lines = Lines::align(code, &written[fence..], node.span.start as usize + fence);
            lines.push(&mut self.pending, code, 0..code.len());
        }
        tags.iter().rev().for_each(|tag| self.end(tag));
    }

    fn html(&mut self, node: &Node) {
        let NodeKind::Html(piece) = node.kind else { return };
        let document = self.document;
        let written = node.span.of(&document.text);
        let piece = document.html_pieces[piece as usize].text.as_deref();
        let text = piece.unwrap_or(written);
        let lines = Lines::align(text, written, node.span.start as usize);
        for part in html::cut(text) {
            match part {
                Part::Start(tag) => self.start(self.tag(tag, text, &lines)),
                Part::Empty(tag) => {
                    let tag = self.tag(tag, text, &lines);
                    self.flush();
                    self.tokens.push(Token::Empty(tag));
                }
                Part::End(name) => self.end(&name),
                Part::Comment(range) => {
                    let begin = lines.source(range.start - "<!--".len());
                    let said = match self.overwritten.comments.get(&begin) {
                        Some(other) => self.overwritten.text.get(other.clone()).unwrap_or(""),
                        None => &text[range],
                    };
                    self.flush();
                    self.tokens.push(Token::Comment(said.trim().to_owned()));
                }
                Part::Text(range) => lines.push(&mut self.pending, text, range),
            }
        }
    }

    fn tag(&self, tag: html::Tag, text: &str, lines: &Lines) -> Tag {
        let mut found = Tag { name: tag.name, ..Tag::default() };
        for (name, range) in tag.attributes {
            match name.as_str() {
                "href" => found.href = text[range].replace("&amp;", "&"),
                // `className` is how JSX says it.
                "class" | "classname" => found.class = text[range].to_owned(),
                "alt" => {
                    let mut alt = Prose::default();
                    lines.push(&mut alt, text, range);
                    found.alt = Some(alt);
                }
                _ => {}
            }
        }
        found
    }
}

/// Adds a text that stands somewhere within a span.
fn push_found(prose: &mut Prose, text: &str, span: Span, source: &str) {
    match span.of(source).find(text) {
        Some(at) => prose.push_verbatim(text, span.start as usize + at),
        None => prose.push_decoded(text, span),
    }
}

/// Where the lines of a text stand in the source, which may have prefixes of quotes and lists before them.
pub(super) struct Lines(Vec<(usize, usize)>);

impl Lines {
    pub(super) fn align(text: &str, written: &str, source: usize) -> Lines {
        if text == written {
            return Lines(vec![(0, source)]);
        }
        let mut lines = Vec::new();
        let (mut at, mut from) = (0, source);
        for (line, below) in text.split_inclusive('\n').zip(written.split_inclusive('\n')) {
            // What precedes the line in the source is the prefix.
            let content = line.trim_end_matches(['\n', '\r']).len();
            let prefix = below.trim_end_matches(['\n', '\r']).len().saturating_sub(content);
            lines.push((at, from + prefix));
            at += line.len();
            from += below.len();
        }
        if lines.is_empty() {
            lines.push((0, source));
        }
        Lines(lines)
    }

    fn source(&self, at: usize) -> usize {
        let line = self.0.partition_point(|(start, _)| *start <= at).max(1) - 1;
        let (start, source) = self.0[line];
        source + at - start.min(at)
    }

    /// Adds a part of the text, entities read.
    pub(super) fn push(&self, prose: &mut Prose, text: &str, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            let line = self.0.partition_point(|(start, _)| *start <= at);
            let line_end = self.0.get(line).map_or(range.end, |(start, _)| *start).min(range.end).max(at + 1);
            let rest = &text[at..line_end];
            let ampersand = rest.find('&').unwrap_or(rest.len());
            prose.push_verbatim(&rest[..ampersand], self.source(at));
            at += ampersand;
            if let Some((decoded, length)) = entity(&rest[ampersand..]) {
                let source = self.source(at);
                prose.push_decoded(&decoded, Span::new(source, source + length));
                at += length;
            } else if ampersand < rest.len() {
                prose.push_verbatim("&", self.source(at));
                at += 1;
            }
        }
    }
}

/// The character that the entity at the start of a text stands for, and the entity's length.
fn entity(text: &str) -> Option<(String, usize)> {
    const NAMED: &[(&str, &str)] = &[
        ("amp", "&"),
        ("lt", "<"),
        ("gt", ">"),
        ("quot", "\""),
        ("apos", "'"),
        ("nbsp", "\u{a0}"),
        ("rsquo", "\u{2019}"),
        ("lsquo", "\u{2018}"),
        ("rdquo", "\u{201d}"),
        ("ldquo", "\u{201c}"),
        ("ndash", "\u{2013}"),
        ("mdash", "\u{2014}"),
        ("hellip", "\u{2026}"),
        ("copy", "\u{a9}"),
    ];
    let name = text.strip_prefix('&')?.split(';').next().filter(|name| name.len() + 1 < text.len())?;
    let decoded = match name.strip_prefix('#') {
        Some(number) => {
            let hexadecimal = number.strip_prefix(['x', 'X']).map(|digits| u32::from_str_radix(digits, 16));
            let number = hexadecimal.unwrap_or_else(|| number.parse()).ok()?;
            char::from_u32(number)?.to_string()
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1.to_owned(),
    };
    Some((decoded, name.len() + 2))
}
