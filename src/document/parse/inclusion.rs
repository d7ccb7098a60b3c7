//! Including parts of other files: as code, as text, or as Markdown that becomes a part of this page.

use std::cell::Cell;
use std::sync::Arc;

use super::{Builder, OpenKind, unread};
use crate::diagnostic::Severity;
use crate::document::component::Component;
use crate::document::include::{Files, Wanted, dedented, path_from};
use crate::document::{
    CodeBlock, Document, HtmlPiece, Inclusion, Link, Node, NodeKind, PropertyLink, PropertyPlace, fence, front_matter,
};
use crate::source::{Fingerprint, Source, Span};

/// Files within files within files: nobody reads deeper, and the stack must hold.
const DEEPEST: usize = 16;

/// Files that include many that include many would never end. No page that people read takes so many parts.
pub(super) const MOST_INCLUDED: usize = 1_000;

/// What parts of other files come from, and how a text came to be one.
pub(super) struct Including<'a> {
    pub(super) files: &'a dyn Files,
    /// The files that include this one, by their paths, outermost first.
    pub(super) within: &'a [Arc<str>],
    /// How many more parts the page may take.
    pub(super) left: &'a Cell<usize>,
}

impl Builder<'_> {
    /// `:::include{file=…}`: puts what it names in its place. The directive is the innermost open node.
    pub(super) fn include(&mut self, directive: u32, component: &Component, span: Span) {
        let written = self.document.directives[directive as usize].clone();
        let value = |name: &str| {
            let is_it = |key: &str| component.property(key).is_some_and(|property| property.name == name);
            written.properties.iter().position(|(key, _)| is_it(key)).map(|at| (at, &*written.properties[at].1))
        };
        let place = |at: usize| self.document.places_of(directive).get(at).map(|place| place.value);
        let Some((at, file)) = value("file") else { return };
        let file_place = place(at).filter(|place| place.start < place.end).unwrap_or(span);
        let (path, mut wanted) = Wanted::of_mdbook(file);
        if let Some((at, words)) = value("lines") {
            let Some(lines) = Wanted::lines(words) else {
                let place = place(at).unwrap_or(span);
                let message = format!("`{words}` is no list of lines");
                return self.broken_include(place, message, "write `3`, `3-10`, or several with commas between them");
            };
            wanted.lines = lines;
        }
        let word = |name: &str| value(name).map(|(_, word)| word.to_owned());
        wanted.marker = word("marker").or(wanted.marker);
        wanted.after = word("after");
        wanted.before = word("before");
        let (path, text) = match self.part(path, &wanted) {
            Ok(part) => part,
            Err(message) => {
                return self.broken_include(
                    file_place,
                    message,
                    "name a file in the site's folder, and a part that it has",
                );
            }
        };
        let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
        let is_markdown = matches!(extension, "md" | "mdx" | "markdown");
        match word("as").as_deref() {
            Some("markdown") => self.graft(&path, text, span),
            None if is_markdown => self.graft(&path, text, span),
            Some("text") => {
                self.push(NodeKind::Paragraph, span, OpenKind::Markdown);
                let index = self.string(text.trim_end());
                self.leaf(NodeKind::Decoded(index), span);
                self.close_top();
            }
            _ => {
                let language = word("language").unwrap_or_else(|| extension.to_owned());
                let title = word("name").map(|title| format!(" title=\"{title}\"")).unwrap_or_default();
                let mark = word("mark").map(|lines| format!(" hl_lines=\"{lines}\"")).unwrap_or_default();
                let numbers = if value("numbered").is_some() { " linenos" } else { "" };
                let options = fence::read(&format!("{language}{title}{mark}{numbers}"));
                let code = if wanted.is_all() { text.to_string() } else { dedented(&text) };
                let code = code.into();
                let block = CodeBlock { options, code, shown: "".into(), lines: Vec::new(), language_span: span };
                self.document.code_blocks.push(block);
                self.leaf(NodeKind::CodeBlock(self.document.code_blocks.len() as u32 - 1), span);
            }
        }
    }

    /// Code in which lines such as `{{#include main.rs:3}}` stand for parts of files.
    pub(super) fn included_code(&mut self, code: String, span: Span) -> String {
        let calls = ["{{#include ", "{{#rustdoc_include ", "{{#playground "];
        let mut out = String::with_capacity(code.len());
        for line in code.split_inclusive('\n') {
            let words = line.trim();
            let call = calls.iter().find_map(|call| words.strip_prefix(call)?.strip_suffix("}}"));
            match call {
                Some(call) => {
                    let (path, wanted) = Wanted::of_mdbook(call.split_whitespace().next().unwrap_or(""));
                    match self.part(path, &wanted) {
                        Ok((_, part)) => out.push_str(&part),
                        Err(message) => {
                            out.push_str(line);
                            let help = "name a file in the site's folder, and a part that it has";
                            self.broken_include(span, message, help);
                        }
                    }
                }
                // The writer shows the notation itself.
                None if words.starts_with("\\{{#") => out.push_str(&line.replacen("\\{{#", "{{#", 1)),
                None => out.push_str(line),
            }
        }
        out
    }

    /// A part of a file: its path from the site's folder, and what it says. The error is a sentence.
    fn part(&mut self, written: &str, wanted: &Wanted) -> Result<(Arc<str>, Arc<str>), String> {
        let path = path_from(&self.document.path, written)
            .ok_or_else(|| format!("`{written}` lies outside of the site's folder"))?;
        let path: Arc<str> = path.into();
        let Including { files, left, .. } = self.including;
        let rest = left.get().checked_sub(1);
        left.set(rest.ok_or_else(|| format!("`{path}` is one part too many: a page takes {MOST_INCLUDED} at most"))?);
        let read = files.read(&path);
        let fingerprint = read.as_ref().ok().map(|text| Fingerprint::of(text.as_bytes()));
        let text = read.as_ref().ok().cloned();
        self.document.included.push(Inclusion { path: path.clone(), text, fingerprint });
        let text = read.map_err(|why| format!("`{path}` cannot be included: {why}"))?;
        match wanted.is_all() {
            true => Ok((path, text)),
            false => {
                let part = wanted.cut(&text).map_err(|why| format!("`{path}` has no such part: {why}"))?;
                Ok((path, part.into()))
            }
        }
    }

    fn broken_include(&mut self, span: Span, message: String, help: &str) {
        self.report("broken-include", Severity::Error, span, message, help);
    }

    /// Understands a text on its own, and makes its nodes a part of this page. Its links start at its own folder.
    fn graft(&mut self, path: &Arc<str>, text: Arc<str>, span: Span) {
        let Including { files, within, left } = *self.including;
        if within.contains(path) || *self.document.path == **path || within.len() >= DEEPEST {
            let message = format!("`{path}` includes itself");
            return self.broken_include(span, message, "take one of the includes out");
        }
        let source = Source::from_text(path, path, &text);
        let mut part = unread(&source);
        let start = front_matter::body_start(&source.text);
        let within: Vec<Arc<str>> = within.iter().cloned().chain([self.document.path.clone()]).collect();
        Builder::build(&mut part, start, self.dialect, &Including { files, within: &within, left });
        self.adopt(part, span);
    }

    fn adopt(&mut self, part: Document, span: Span) {
        let base = self.document.nodes.len() as u32;
        let [strings, headings, links, blocks, directives, tables, pieces] = [
            self.document.strings.len(),
            self.document.headings.len(),
            self.document.links.len(),
            self.document.code_blocks.len(),
            self.document.directives.len(),
            self.document.tables.len(),
            self.document.html_pieces.len(),
        ]
        .map(|length| length as u32);
        let source = part.text.clone();
        let moved: Vec<u32> =
            part.destinations.iter().map(|written| self.moved_destination(&part.path, written)).collect();
        let html_of = |wanted: u32| {
            part.nodes.iter().find(|node| node.kind == NodeKind::Html(wanted)).map(|node| node.span.of(&source))
        };
        for (index, piece) in part.html_pieces.iter().enumerate() {
            let text = piece.text.as_deref().or_else(|| html_of(index as u32)).unwrap_or_default();
            let links = piece.links.iter().map(|(span, link)| (*span, moved[*link as usize])).collect();
            self.document.html_pieces.push(HtmlPiece { text: Some(text.into()), links });
        }
        self.document.strings.extend(part.strings);
        for mut heading in part.headings {
            heading.node += base;
            heading.anchor = self.anchors.for_text(&heading.anchor);
            self.document.headings.push(heading);
        }
        self.document.links.extend(part.links.into_iter().map(|link| Link {
            destination: moved[link.destination as usize],
            span,
            ..link
        }));
        self.document.code_blocks.extend(part.code_blocks);
        self.document.directives.extend(part.directives);
        let places = part.property_places.into_iter();
        self.document.property_places.extend(places.map(|place| PropertyPlace {
            directive: place.directive + directives,
            key: span,
            value: span,
        }));
        self.document.property_links.extend(part.property_links.into_iter().map(|property| PropertyLink {
            directive: property.directive + directives,
            link: property.link + links,
            ..property
        }));
        self.document.tables.extend(part.tables);
        self.document.has_raw_h1 |= part.has_raw_h1;
        self.document.html_ids.extend(part.html_ids);
        self.document.unsupported.extend(part.unsupported.into_iter().map(|mut unsupported| {
            unsupported.span = span;
            unsupported
        }));
        self.document.diagnostics.extend(part.diagnostics);
        self.document.included.extend(part.included);
        for node in part.nodes {
            let kind = match node.kind {
                NodeKind::Text => NodeKind::Decoded(self.string(node.span.of(&source))),
                NodeKind::Decoded(index) => NodeKind::Decoded(index + strings),
                NodeKind::Code(index) => NodeKind::Code(index + strings),
                NodeKind::Math(index) => NodeKind::Math(index + strings),
                NodeKind::DisplayMath(index) => NodeKind::DisplayMath(index + strings),
                NodeKind::Footnote(index) => NodeKind::Footnote(index + strings),
                NodeKind::FootnoteReference(index) => NodeKind::FootnoteReference(index + strings),
                NodeKind::Heading(index) => NodeKind::Heading(index + headings),
                NodeKind::Directive(index) => NodeKind::Directive(index + directives),
                NodeKind::CodeBlock(index) => NodeKind::CodeBlock(index + blocks),
                NodeKind::Table(index) => NodeKind::Table(index + tables),
                NodeKind::Link(index) => NodeKind::Link(index + links),
                NodeKind::Image(index) => NodeKind::Image(index + links),
                NodeKind::Html(index) => NodeKind::Html(index + pieces),
                kind => kind,
            };
            self.document.nodes.push(Node { kind, span, end: node.end + base });
        }
    }

    /// A destination that was written in another folder, as it would be written in the page's.
    fn moved_destination(&mut self, from: &str, written: &str) -> u32 {
        let is_relative = !written.starts_with(['/', '#', '@', '?']) && !written.contains(':');
        let (path, rest) = written.split_at(written.find(['#', '?']).unwrap_or(written.len()));
        let target = path_from(from, path).filter(|_| is_relative && !path.is_empty());
        let Some(target) = target else { return self.destination(written) };
        let own: Vec<&str> = self.document.path.split('/').collect();
        let names: Vec<&str> = target.split('/').collect();
        let shared = own[..own.len() - 1].iter().zip(&names).take_while(|(a, b)| a == b).count();
        let up = "../".repeat(own.len() - 1 - shared);
        let down = names[shared..].join("/");
        let slash = if path.ends_with('/') { "/" } else { "" };
        let moved = format!("{up}{down}{slash}{rest}");
        self.destination(&moved)
    }
}
