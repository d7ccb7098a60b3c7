//! A document as HTML. Entry point: [`body`].
//!
//! One walk over the flat tree with a stack of what is open, so the depth of a page costs no stack of ours.

mod code;
mod diagram;
mod links;
mod math;
mod notes;
mod outline;

use self::code::Explanation;
use std::collections::BTreeSet;

use self::notes::Notes;
pub(super) use self::outline::outline_of;
use self::outline::{excerpt, toc, with_blocks};
use super::components::{self, Held};
use super::escape::{escape, escaped};
use super::smart::smarten;
use super::theme::Theme;
use super::{Highlighted, TocEntry, community};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::component::{INCLUDE, SLOT};
use crate::document::{Alignment, Document, Node, NodeKind};
use crate::site::{Target, View, encode_foreign};
use crate::source::Span;

/// What a template needs of a document.
#[derive(Debug, Clone, Default)]
pub(super) struct PageHtml {
    /// The text.
    pub(super) html: String,
    /// How much of it is the page's own title, and what stands before that: what is put under the title goes behind it.
    pub(super) title_end: usize,
    /// Its contents list.
    pub(super) toc: Vec<TocEntry>,
    /// Its first paragraph, for search engines, when the page has no description.
    pub(super) excerpt: String,
}

/// Renders the text of a document.
pub(super) fn body(
    document: &Document,
    view: &View,
    theme: &Theme,
    highlighted: &[Highlighted],
    diagnostics: &mut Vec<Diagnostic>,
) -> PageHtml {
    let mut writer = Writer {
        document,
        view,
        theme,
        highlighted,
        diagnostics,
        out: String::with_capacity(document.text.len() * 2),
        open: Vec::new(),
        before: None,
        images: 0,
        blocks: 0,
        notes: Notes::default(),
        terms_met: BTreeSet::new(),
        in_raw_link: false,
        explanations: Vec::new(),
    };
    let title = document.title_end();
    writer.range(0, title);
    let title_end = writer.out.len();
    writer.range(title, document.nodes.len() as u32);
    writer.footnotes();
    let html = std::mem::take(&mut writer.out);
    let toc = with_blocks(toc(document, view), &html, view);
    PageHtml { html, title_end, toc, excerpt: excerpt(document) }
}

struct Writer<'a> {
    document: &'a Document,
    view: &'a View,
    theme: &'a Theme,
    highlighted: &'a [Highlighted],
    diagnostics: &'a mut Vec<Diagnostic>,
    out: String,
    open: Vec<Open>,
    /// The character before the next text in the same block, for quotation marks.
    before: Option<char>,
    images: usize,
    /// Blocks of community data that were written.
    blocks: usize,
    notes: Notes,
    /// Terms that were told, by their numbers.
    terms_met: BTreeSet<usize>,
    /// A link of raw HTML is open.
    in_raw_link: bool,
    /// Items of lists that explain numbers in code.
    explanations: Vec<Explanation>,
}

/// An element that is open.
struct Open {
    /// The node at which it ends.
    end: u32,
    close: Close,
}

enum Close {
    /// These bytes close it.
    With(&'static str),
    /// A heading: its level and its index.
    Heading(u8, u32),
    /// A table, with the column that comes next, and whether its head is being written.
    Table { table: u32, column: usize, in_head: bool },
    /// A directive: its index, what was written before it, and what it holds as that becomes known.
    Directive { index: u32, outer: String, title: Option<String>, slots: Vec<(String, String)> },
    /// The title of the directive below it on the stack: what was written before it.
    Title(String),
    /// A link without text of its own: its target's title is written if nothing else was.
    AutoTitle(String),
}

/// Within a heading, a title, or a link, a term is not told: there it has no room, or leads elsewhere.
fn is_told_elsewhere(close: &Close) -> bool {
    matches!(
        close,
        Close::Heading(..) | Close::Title(_) | Close::AutoTitle(_) | Close::With("</a>" | "</th>" | "</dt>\n")
    )
}

impl<'a> Writer<'a> {
    fn range(&mut self, start: u32, end: u32) {
        let base = self.open.len();
        let mut index = start;
        while index < end {
            while self.open.len() > base && self.open.last().is_some_and(|open| open.end <= index) {
                self.close();
            }
            index = self.node(index);
        }
        while self.open.len() > base {
            self.close();
        }
    }

    /// Writes what opens a node (or all of it) and returns the node to go on with.
    fn node(&mut self, index: u32) -> u32 {
        let node = self.document.nodes[index as usize];
        match node.kind {
            NodeKind::Text | NodeKind::Decoded(_) => self.text(&node),
            NodeKind::Code(_) => {
                self.out.push_str("<code>");
                escape(&mut self.out, self.document.text_of(&node));
                self.out.push_str("</code>");
                self.before = Some('x');
            }
            NodeKind::Math(_) | NodeKind::DisplayMath(_) => self.formula(&node),
            NodeKind::SoftBreak => {
                self.out.push('\n');
                self.before = Some(' ');
            }
            NodeKind::HardBreak => {
                self.out.push_str("<br>\n");
                self.before = Some(' ');
            }
            NodeKind::Rule => self.out.push_str("<hr>\n"),
            NodeKind::Html(piece) => self.html(piece, node.span),
            NodeKind::FootnoteReference(label) => self.footnote_reference(label),
            // Written with the item that it belongs to.
            NodeKind::TaskMarker(_) => {}
            NodeKind::CodeBlock(block) => {
                self.code_block(block, &node);
                return node.end;
            }
            NodeKind::Image(link) => {
                self.image(index, link, false);
                return node.end;
            }
            // Written at the end, if anything refers to it.
            NodeKind::Footnote(_) => return node.end,
            NodeKind::Link(link) if self.is_autolink(link) => {
                self.autolink(link, &node);
                return node.end;
            }
            NodeKind::Paragraph if self.is_figure(index) => return self.figure(index),
            _ => self.container(index, &node),
        }
        index + 1
    }

    fn container(&mut self, index: u32, node: &Node) {
        let close = match node.kind {
            NodeKind::Paragraph => self.block("<p>", "</p>\n"),
            NodeKind::Heading(heading) => {
                let level = self.document.headings[heading as usize].level;
                self.out.push_str(&format!("<h{level} id=\""));
                escape(&mut self.out, &self.document.headings[heading as usize].anchor);
                self.out.push_str("\">");
                self.before = None;
                Close::Heading(level, heading)
            }
            NodeKind::Quote => self.block("<blockquote>\n", "</blockquote>\n"),
            NodeKind::Directive(index) => {
                let outer = std::mem::take(&mut self.out);
                self.before = None;
                Close::Directive { index, outer, title: None, slots: Vec::new() }
            }
            NodeKind::DirectiveTitle => {
                self.before = None;
                Close::Title(std::mem::take(&mut self.out))
            }
            NodeKind::OrderedList(1) if self.explains_code(index) => self.block("<ol class=\"callouts\">\n", "</ol>\n"),
            NodeKind::OrderedList(1) => self.block("<ol>\n", "</ol>\n"),
            NodeKind::OrderedList(first) => {
                self.out.push_str(&format!("<ol start=\"{first}\">\n"));
                Close::With("</ol>\n")
            }
            NodeKind::BulletList => self.block("<ul>\n", "</ul>\n"),
            NodeKind::Item => self.item(index),
            NodeKind::DefinitionList => self.block("<dl>\n", "</dl>\n"),
            NodeKind::DefinitionTerm => self.block("<dt>", "</dt>\n"),
            NodeKind::Definition => self.block("<dd>", "</dd>\n"),
            NodeKind::Table(table) => {
                let label = escaped(self.theme.text("table"));
                self.out.push_str(&format!(
                    "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"{label}\"><table>\n"
                ));
                Close::Table { table, column: 0, in_head: false }
            }
            NodeKind::TableHead => self.row(true, "<thead><tr>", "</tr></thead>\n<tbody>\n"),
            NodeKind::TableRow => self.row(false, "<tr>", "</tr>\n"),
            NodeKind::TableCell => self.cell(node.end == index + 1),
            NodeKind::Emphasis => self.inline("<em>", "</em>"),
            NodeKind::Strong => self.inline("<strong>", "</strong>"),
            NodeKind::Strikethrough => self.inline("<del>", "</del>"),
            NodeKind::Superscript => self.inline("<sup>", "</sup>"),
            NodeKind::Subscript => self.inline("<sub>", "</sub>"),
            NodeKind::Link(link) => self.link(link),
            // Raw lines carry their own elements; leaves and images were written by `node`.
            _ => Close::With(""),
        };
        self.open.push(Open { end: node.end, close });
        // An element without children ends where it starts.
        if node.end == index + 1 {
            self.close();
        }
    }

    fn block(&mut self, open: &str, close: &'static str) -> Close {
        self.before = None;
        self.inline(open, close)
    }

    fn inline(&mut self, open: &str, close: &'static str) -> Close {
        self.out.push_str(open);
        Close::With(close)
    }

    fn close(&mut self) {
        let Some(open) = self.open.pop() else { return };
        match open.close {
            Close::With(bytes) => self.out.push_str(bytes),
            Close::Heading(level, heading) => self.close_heading(level, heading),
            Close::Table { .. } => self.out.push_str("</tbody>\n</table></div>\n"),
            Close::Title(outer) => {
                let written = std::mem::replace(&mut self.out, outer);
                if let Some(Open { close: Close::Directive { title, .. }, .. }) = self.open.last_mut() {
                    *title = Some(written);
                }
                self.before = None;
            }
            Close::Directive { index, outer, title, slots } => {
                let body = std::mem::replace(&mut self.out, outer);
                self.close_directive(index, title, slots, body);
            }
            Close::AutoTitle(title) => {
                self.plain_text(&title);
                self.out.push_str("</a>");
            }
        }
    }

    fn close_directive(&mut self, index: u32, title: Option<String>, slots: Vec<(String, String)>, body: String) {
        let directive = &self.document.directives[index as usize];
        self.before = None;
        if directive.is_block() {
            self.community_block(title);
            self.out.push_str(&body);
            return;
        }
        if &*directive.name == INCLUDE {
            self.out.push_str(&body);
            return;
        }
        if &*directive.name == SLOT {
            let around = self.open.iter_mut().rev().find_map(|open| match &mut open.close {
                Close::Directive { slots, .. } => Some(slots),
                _ => None,
            });
            match around {
                Some(slots) => slots.push((directive.property("name").unwrap_or_default().to_owned(), body)),
                None => self.out.push_str(&body),
            }
            return;
        }
        let mut held = Held { title, slots, personas: &self.view.site.personas, ..Held::default() };
        self.resolve_properties(index, &mut held);
        let rendered = components::directive(self.theme, directive, held, &body);
        let rendered = self.or_report(rendered, body);
        self.out.push_str(rendered.trim());
        match self.open.last().map(|open| &open.close) {
            // Within a line, the next word follows.
            Some(Close::Heading(..) | Close::With("</p>\n" | "</em>" | "</strong>" | "</td>" | "</th>" | "</a>")) => {
                self.before = Some('x');
            }
            _ => self.out.push('\n'),
        }
    }

    /// Where the properties of a directive lead, and the size of an image among them.
    fn resolve_properties(&self, directive: u32, held: &mut Held) {
        for link in self.document.property_links_of(directive) {
            let destination = self.document.links[link.link as usize].destination;
            let target = self.view.targets.get(destination as usize);
            if let Some(Target::Asset { size, .. }) = target.map(Target::end) {
                held.size = *size;
            }
            let href = target.and_then(Target::href).map(str::to_owned);
            let href = href.unwrap_or_else(|| encode_foreign(&self.document.destinations[destination as usize]));
            held.hrefs.push((link.property, href));
        }
    }

    /// A block of community data. Its title is a heading of the page's own, and optional.
    fn community_block(&mut self, title: Option<String>) {
        let Some(data) = self.view.blocks.get(self.blocks) else { return };
        self.blocks += 1;
        if let Some(title) = title {
            self.out.push_str(&format!("<p class=\"block-title\">{title}</p>\n"));
        }
        let html = community::block(self.view, data, self.theme, self.diagnostics);
        self.out.push_str(html.trim());
        self.out.push('\n');
        self.before = None;
    }

    /// A component of the site's own can fail; the reader still gets the content.
    fn or_report(&mut self, rendered: Result<String, String>, fallback: String) -> String {
        rendered.unwrap_or_else(|error| {
            let path = &self.document.path;
            let message = "a component of the theme cannot be rendered on this page";
            self.diagnostics.push(Diagnostic::of_file("template-error", Severity::Error, path, message).help(error));
            fallback
        })
    }

    fn close_heading(&mut self, level: u8, heading: u32) {
        let heading = &self.document.headings[heading as usize];
        if level > 1 {
            let label = escaped(&self.theme.text("anchor").replace("{title}", &heading.text));
            let anchor = escaped(&heading.anchor);
            self.out.push_str(&format!(" <a class=\"anchor\" href=\"#{anchor}\" aria-label=\"{label}\"></a>"));
        }
        self.out.push_str(&format!("</h{level}>\n"));
        self.before = None;
    }

    fn item(&mut self, index: u32) -> Close {
        self.before = None;
        let first = self.document.nodes.get(index as usize + 1).map(|node| node.kind);
        let marker = match first {
            Some(NodeKind::Paragraph) => self.document.nodes.get(index as usize + 2).map(|node| node.kind),
            first => first,
        };
        match marker {
            Some(NodeKind::TaskMarker(done)) if self.document.nodes[index as usize].end > index + 1 => {
                let label = escaped(self.theme.text(if done { "task_done" } else { "task_open" }));
                let done = if done { " data-done" } else { "" };
                self.out.push_str(&format!(
                    "<li class=\"task\"><span class=\"box\" role=\"img\" aria-label=\"{label}\"{done}></span> "
                ));
            }
            _ => self.out.push_str(&format!("<li{}>", self.explanation_id(index))),
        }
        Close::With("</li>\n")
    }

    /// A row begins: its cells are counted from the first column.
    fn row(&mut self, head: bool, open: &str, close: &'static str) -> Close {
        if let Some((_, column, in_head)) = self.table() {
            (*column, *in_head) = (0, head);
        }
        self.block(open, close)
    }

    fn cell(&mut self, is_empty: bool) -> Close {
        self.before = None;
        let (mut alignment, mut is_head) = (None, false);
        if let Some((table, column, in_head)) = self.table() {
            let (table, own_column) = (*table, *column);
            (*column, is_head) = (own_column + 1, *in_head);
            alignment = self.document.tables[table as usize].get(own_column).copied();
        }
        let class = match alignment {
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"right\"",
            _ => "",
        };
        // The corner of a table with names on two sides heads nothing.
        if is_head && !is_empty {
            self.out.push_str(&format!("<th scope=\"col\"{class}>"));
            Close::With("</th>")
        } else {
            self.out.push_str(&format!("<td{class}>"));
            Close::With("</td>")
        }
    }

    /// The innermost open table: its index, the next column, and whether the row is the head.
    fn table(&mut self) -> Option<(&mut u32, &mut usize, &mut bool)> {
        self.open.iter_mut().rev().find_map(|open| match &mut open.close {
            Close::Table { table, column, in_head } => Some((table, column, in_head)),
            _ => None,
        })
    }

    fn text(&mut self, node: &Node) {
        let (document, view) = (self.document, self.view);
        let text = document.text_of(node);
        if self.in_raw_link || self.open.iter().any(|open| is_told_elsewhere(&open.close)) {
            return self.plain_text(text);
        }
        let mut at = 0;
        for (range, term) in view.terms.first_uses(text, &mut self.terms_met) {
            self.plain_text(&text[at..range.start]);
            let (href, about) = (escaped(&format!("{}{}", view.root, term.path)), escaped(&term.about));
            self.out.push_str(&format!("<a class=\"term\" href=\"{href}\" title=\"{about}\">"));
            self.plain_text(&text[range.clone()]);
            self.out.push_str("</a>");
            at = range.end;
        }
        self.plain_text(&text[at..]);
    }

    fn plain_text(&mut self, text: &str) {
        if self.view.smart_punctuation && text.contains(['"', '\'', '-', '.']) {
            let mut smart = String::with_capacity(text.len() + 8);
            smarten(&mut smart, text, self.before);
            escape(&mut self.out, &smart);
        } else {
            escape(&mut self.out, text);
        }
        self.before = text.chars().next_back().or(self.before);
    }

    /// Raw HTML, with its links leading where the page's links do. What a reader sees before the next text is unchanged.
    fn html(&mut self, piece: u32, span: Span) {
        let piece = &self.document.html_pieces[piece as usize];
        let text = piece.text.as_deref().unwrap_or_else(|| span.of(&self.document.text));
        // A comment is for those who write.
        if text.trim_start().starts_with("<!--") && text.find("-->").is_none_or(|end| text[end + 3..].trim().is_empty())
        {
            return;
        }
        let mut at = 0;
        for (place, destination) in &piece.links {
            let href = self.view.targets.get(*destination as usize).and_then(Target::href);
            let Some(href) = href.filter(|_| place.start as usize >= at) else { continue };
            self.out.push_str(&text[at..place.start as usize]);
            escape(&mut self.out, href);
            at = place.end as usize;
        }
        self.out.push_str(&text[at..]);
        let lower = text.to_ascii_lowercase();
        let opened = ["<a ", "<a>", "<a\n"].iter().filter_map(|tag| lower.rfind(tag)).max();
        match (opened, lower.rfind("</a")) {
            (Some(opened), closed) if closed.is_none_or(|closed| closed < opened) => self.in_raw_link = true,
            (_, Some(_)) => self.in_raw_link = false,
            _ => {}
        }
        if text.get(..3).is_some_and(|tag| tag.eq_ignore_ascii_case("<br")) {
            self.before = Some(' ');
        }
    }
}
