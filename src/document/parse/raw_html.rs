//! Raw HTML while parsing: lines are put together again before they are looked through, for a tag may span several, and
//! inside lists and quotes each line has a prefix that is not HTML.

use super::Builder;
use crate::document::{HtmlPiece, Link, LinkRole, NodeKind, Unsupported, UnsupportedKind, html};
use crate::source::Span;

/// HTML that may still grow by a line.
pub(super) struct PendingHtml {
    text: String,
    /// Where each line starts, in `text` and in the file.
    lines: Vec<(usize, u32)>,
    span: Span,
}

impl PendingHtml {
    /// The place in the file of a place in the text.
    fn place(&self, span: Span) -> Span {
        let at = |offset: u32| {
            let line = self.lines.partition_point(|(start, _)| *start <= offset as usize).max(1) - 1;
            let (start, source) = self.lines[line];
            source + offset - start as u32
        };
        let start = at(span.start);
        Span { start, end: at(span.end).clamp(start, self.span.end.max(start)) }
    }
}

impl Builder<'_> {
    /// A line of a block of HTML.
    pub(super) fn html_line(&mut self, html: &str, range: std::ops::Range<usize>) {
        self.flush_text();
        let span = self.place(range);
        let pending =
            self.pending_html.get_or_insert_with(|| PendingHtml { text: String::new(), lines: Vec::new(), span });
        pending.lines.push((pending.text.len(), span.start));
        pending.text.push_str(html);
        pending.span.end = span.end;
    }

    /// A single tag or comment in text.
    pub(super) fn inline_html(&mut self, html: &str, range: std::ops::Range<usize>) {
        self.flush();
        if self.inline_tag(html, &range) {
            return;
        }
        self.html_line(html, range);
        self.flush_html();
        let tag = html.get(..2).map(str::to_ascii_lowercase);
        match tag.as_deref() {
            Some("<a") if html[2..].starts_with(|c: char| c.is_whitespace() || c == '>') => self.inside_raw_link = true,
            Some("</") if html[2..].trim_end_matches('>').trim().eq_ignore_ascii_case("a") => {
                self.inside_raw_link = false
            }
            _ => {}
        }
    }

    /// Looks through what has come together, and makes a node of it.
    pub(super) fn flush_html(&mut self) {
        let Some(pending) = self.pending_html.take() else { return };
        let found = html::scan(&pending.text);
        let mut links = Vec::new();
        for (place, value, image) in found.destinations {
            let destination = self.destination(&value);
            links.push((place, destination));
            let span = pending.place(place);
            self.document.links.push(Link { destination, span, title: Box::default(), role: LinkRole::Html { image } });
        }
        for (place, name) in found.components {
            let (what, span) = (UnsupportedKind::Component, pending.place(place));
            self.document.unsupported.push(Unsupported { what, name: name.into(), span });
        }
        for id in found.ids {
            // A heading of the same text must not get the same id.
            self.anchors.take(&id);
            self.document.html_ids.push(id.into());
        }
        self.document.has_raw_h1 |= found.has_h1;
        let verbatim = pending.span.of(&self.document.text) == pending.text;
        let text = (!verbatim).then(|| pending.text.into_boxed_str());
        self.document.html_pieces.push(HtmlPiece { text, links });
        self.leaf(NodeKind::Html(self.document.html_pieces.len() as u32 - 1), pending.span);
    }
}
