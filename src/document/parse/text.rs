//! Text while parsing: what belongs together, and what in it is more than text: links, emoji, variables, marks of headings
//! and images.

use std::ops::Range;

use super::{Builder, Open, OpenKind, leftovers};
use crate::diagnostic::{Severity, nearest};
use crate::document::{LinkRole, Node, NodeKind, autolink, emoji, variable};
use crate::source::Span;

impl Builder<'_> {
    pub(super) fn text(&mut self, text: &str, range: Range<usize>) {
        if let Some(Open { node, .. }) = self.open.last()
            && matches!(self.document.nodes[*node as usize].kind, NodeKind::CodeBlock(_))
        {
            self.code.push_str(text);
            return;
        }
        let span = self.place(range.clone());
        if self.document.text.get(span.range()) == Some(text) {
            match &mut self.pending {
                Some(pending) if pending.end == span.start => pending.end = span.end,
                _ => {
                    self.flush();
                    self.pending = Some(span);
                }
            }
        } else {
            self.flush();
            let index = self.string(text);
            self.leaf(NodeKind::Decoded(index), span);
        }
    }

    pub(super) fn flush(&mut self) {
        self.flush_text();
        self.flush_html();
    }

    pub(super) fn flush_text(&mut self) {
        let Some(span) = self.pending.take() else { return };
        let span = self.without_decorative_mark(span);
        let document_text = self.document.text.clone();
        let inside_link = self.inside_raw_link
            || self.open.iter().any(|open| {
                matches!(self.document.nodes[open.node as usize].kind, NodeKind::Link(_) | NodeKind::Image(_))
            });
        let links = if inside_link { Vec::new() } else { autolink::find(span.of(&document_text)) };
        let mut at = span.start;
        for link in links {
            let found = Span { start: span.start + link.range.start as u32, end: span.start + link.range.end as u32 };
            if at < found.start {
                self.words(Span { start: at, end: found.start });
            }
            let role = if link.email { LinkRole::Email } else { LinkRole::Autolink };
            let index = self.link(&link.destination, "", "", found, role);
            self.push(NodeKind::Link(index), found, OpenKind::Markdown);
            self.leaf(NodeKind::Text, found);
            self.close_top();
            at = found.end;
        }
        if at < span.end {
            self.words(Span { start: at, end: span.end });
        }
    }

    /// Text without links in it. What a name stands for reads otherwise than it is written.
    fn words(&mut self, span: Span) {
        let (text, dialect) = (self.document.text.clone(), self.dialect);
        let words = span.of(&text);
        let mut found: Vec<(Range<usize>, Name)> = Vec::new();
        // What only a program of mdBook's could answer is told, and not shown.
        if dialect.markdown.includes {
            found.extend(leftovers::calls(words).map(|(range, call)| (range, Name::Call(call))));
        }
        if !dialect.variables.is_empty() {
            found.extend(variable::find(words).into_iter().map(|found| (found.range, Name::Variable(found.name))));
        }
        if dialect.markdown.emoji {
            found.extend(emoji::find(words).into_iter().map(|(range, emoji)| (range, Name::Emoji(emoji))));
        }
        found.sort_by_key(|(range, _)| range.start);
        let mut at = span.start;
        for (range, name) in found {
            let place = part(span, range);
            // A name within a call is the program's.
            if place.start < at {
                continue;
            }
            if at < place.start {
                self.leaf(NodeKind::Text, Span { start: at, end: place.start });
            }
            match name {
                Name::Call(call) => self.unanswered_call(call, place),
                Name::Variable(name) => self.variable(name, place),
                Name::Emoji(emoji) => {
                    let index = self.string(emoji);
                    self.leaf(NodeKind::Decoded(index), place);
                }
            }
            at = place.end;
        }
        if at < span.end {
            self.leaf(NodeKind::Text, Span { start: at, end: span.end });
        }
    }

    /// The value of a variable; its name where there is none.
    fn variable(&mut self, name: &str, span: Span) {
        let dialect = self.dialect;
        if let Some(value) = dialect.variables.get(name) {
            let index = self.string(value);
            return self.leaf(NodeKind::Decoded(index), span);
        }
        self.leaf(NodeKind::Text, span);
        let help = match nearest(name, dialect.variables.keys().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "set it under `[vars]`".to_owned(),
        };
        self.report("unknown-variable", Severity::Warning, span, format!("there is no `{name}`"), help);
    }

    /// `![](line.svg){decorative}`: the mark belongs to the image before it, and is no text.
    fn without_decorative_mark(&mut self, span: Span) -> Span {
        let rest = span.of(&self.document.text).strip_prefix("{decorative}");
        let before = self.last_closed.map(|node| self.document.nodes[node as usize]);
        match (rest, before) {
            (Some(rest), Some(Node { kind: NodeKind::Image(index), span: image, .. })) if image.end == span.start => {
                let start = span.end - rest.len() as u32;
                self.document.links[index as usize].role = LinkRole::Image { decorative: true, has_alt: false };
                Span { start, ..span }
            }
            _ => span,
        }
    }

    /// `## Heading {#id}`: takes the braces off the heading, if they hold an id and nothing that could be text. The
    /// library's own reading of them would make `{id}` in `GET /users/{id}` vanish.
    pub(super) fn take_heading_id(&mut self, heading: u32) -> Option<Box<str>> {
        let last = self.document.nodes.len() as u32 - 1;
        let node = self.document.nodes[last as usize];
        let mut child = heading + 1;
        while child < last {
            child = self.document.nodes[child as usize].end;
        }
        // Text inside an emphasis, a link or an image belongs to that.
        if child != last || !matches!(node.kind, NodeKind::Text | NodeKind::Decoded(_)) {
            return None;
        }
        let text = self.document.text_of(&node).trim_end();
        let brace = text.strip_suffix('}').and_then(|text| text.rfind('{'))?;
        let is_verbatim = node.kind == NodeKind::Text;
        if is_verbatim && self.document.text[..node.span.start as usize + brace].ends_with('\\') {
            return None;
        }
        let words = || text[brace + 1..text.len() - 1].split_whitespace();
        let is_name = |name: &str| !name.is_empty() && !name.contains(['#', '%', '{', '}', '"', '<', '>']);
        let all_are_attributes = words().all(|word| word.strip_prefix(['#', '.']).is_some_and(is_name));
        let id: Box<str> = words().find_map(|word| word.strip_prefix('#')).filter(|_| all_are_attributes)?.into();
        let kept = text[..brace].trim_end().to_owned();
        match node.kind {
            _ if kept.is_empty() => drop(self.document.nodes.pop()),
            NodeKind::Decoded(string) => self.document.strings[string as usize] = kept.into(),
            _ => self.document.nodes[last as usize].span.end = node.span.start + kept.len() as u32,
        }
        if !self.anchors.take(&id) {
            let message = format!("the anchor `{id}` is set twice on this page");
            self.report(
                "duplicate-anchor",
                Severity::Warning,
                node.span,
                message,
                "give one of the headings another id",
            );
        }
        Some(id)
    }
}

/// What in a text stands for something else.
enum Name<'t> {
    /// All of a call of mdBook's.
    Call(&'t str),
    Variable(&'t str),
    Emoji(&'static str),
}

/// A part of a text, as its place.
fn part(span: Span, range: Range<usize>) -> Span {
    Span { start: span.start + range.start as u32, end: span.start + range.end as u32 }
}
