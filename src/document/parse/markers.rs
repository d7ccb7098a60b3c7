//! Directives while parsing: marker lines become nodes that open and close.

use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser, Tag, TagEnd};

use super::{Builder, Leaf, OpenKind, shifted};
use crate::diagnostic::Severity;
use crate::document::directive::{BLOCKS, Marker, is_known};
use crate::document::{Directive, NodeKind, PropertyPlace, Unsupported, UnsupportedKind};
use crate::source::Span;

impl Builder<'_> {
    /// A marker line: opens a directive, or closes the one that it matches.
    pub(super) fn marker(&mut self, marker: &Marker, options: Options) {
        let span = shifted(marker.span.range(), self.offset);
        let Some(opening) = &marker.open else { return self.closing_marker(marker.length, span) };
        let name: Box<str> = opening.name.as_str().into();
        if !is_known(&name) {
            let what = UnsupportedKind::Directive;
            self.document.unsupported.push(Unsupported { what, name: name.clone(), span });
        }
        let properties = opening.properties.iter().map(|property| property.read(self.body)).collect();
        let directive = self.document.directives.len() as u32;
        let shift = |place: Span| shifted(place.range(), self.offset);
        self.document.property_places.extend(opening.properties.iter().map(|property| PropertyPlace {
            directive,
            key: shift(property.key),
            value: shift(property.value),
        }));
        let is_leaf = BLOCKS.contains(&&*name);
        let is_tab = &*name == "tab";
        self.document.directives.push(Directive { name, properties, anchor: Box::default() });
        let node = NodeKind::Directive(directive);
        self.push(node, span, OpenKind::Directive(marker.length, span));
        let mut title_words = String::new();
        if let Some(title) = opening.title {
            let node = self.document.nodes.len() as u32;
            self.push(NodeKind::DirectiveTitle, shifted(title.range(), self.offset), OpenKind::Markdown);
            self.inline(title, options);
            self.close_top();
            title_words = self.document.plain_text(node);
        }
        if is_tab {
            self.tab_anchor(directive, &title_words);
        }
        if is_leaf {
            let end = self.document.nodes.len() as u32;
            if let Some(open) = self.open.pop() {
                self.document.nodes[open.node as usize].end = end;
                self.leaf =
                    Some(Leaf { node: open.node, length: marker.length, end: (self.offset + marker.end()) as u32 });
            }
        }
    }

    /// A tab can be linked to, by an id of its own that no heading of the same words would get.
    fn tab_anchor(&mut self, directive: u32, title: &str) {
        let tab = &self.document.directives[directive as usize];
        let own = tab.properties.iter().find_map(|(key, _)| key.strip_prefix('#')).map(Box::<str>::from);
        let words = if title.is_empty() { tab.property("label").unwrap_or("") } else { title };
        let anchor = match own.filter(|id| !id.is_empty()) {
            Some(id) => {
                self.anchors.take(&id);
                id
            }
            None => self.anchors.for_text(&format!("tab {words}")),
        };
        self.document.html_ids.push(anchor.clone());
        self.document.directives[directive as usize].anchor = anchor;
    }

    pub(super) fn closing_marker(&mut self, length: usize, span: Span) {
        // The line right below a block closes it, unless it must close what is around the block.
        if let Some(leaf) = self.leaf.take().filter(|leaf| leaf.length == length) {
            let between = Span { start: leaf.end, end: span.start };
            let is_below = between.of(&self.document.text).matches('\n').count() == 1;
            let is_needed =
                self.open.iter().any(|open| matches!(open.what, OpenKind::Directive(around, _) if around == length));
            if is_below && !is_needed {
                self.document.nodes[leaf.node as usize].span.end = span.end;
                return;
            }
        }
        let lengths = self.open.iter().rev().map_while(|open| match open.what {
            OpenKind::Directive(length, _) => Some(length),
            OpenKind::Markdown => None,
        });
        let lengths: Vec<usize> = lengths.collect();
        let closed = lengths.iter().position(|open| *open == length).or(lengths.iter().position(|open| *open < length));
        match closed {
            Some(inner) => {
                for _ in 0..inner {
                    self.close_top();
                }
                let open = self.open.pop().expect("a directive was found on the stack");
                let end = self.document.nodes.len() as u32;
                let node = &mut self.document.nodes[open.node as usize];
                node.end = end;
                node.span.end = span.end;
            }
            None => {
                let message = format!("`{}` closes nothing here", ":".repeat(length));
                let help = "remove it, or open a directive with as many colons before it, at the same indentation";
                self.report("stray-directive-end", Severity::Warning, span, message, help);
            }
        }
    }

    /// The title of a directive: inline Markdown, at its own offset.
    pub(super) fn inline(&mut self, title: Span, options: Options) {
        let text = title.of(self.body);
        let (body, offset) = (self.body, self.offset);
        (self.body, self.offset) = (text, self.offset + title.start as usize);
        let file = self.document.text.clone();
        let (labels, definitions) = (self.definitions.clone(), self.document.definitions.clone());
        let defined = |link: BrokenLink<'_>| {
            let index = labels.get(&link.reference.to_lowercase())?;
            let destination = definitions.get(*index as usize)?.destination;
            Some((CowStr::from(destination.of(&file).to_owned()), CowStr::from("")))
        };
        let events = Parser::new_with_broken_link_callback(text, options, Some(defined)).into_offset_iter();
        let events: Vec<_> = events.collect();
        match events.first() {
            Some((Event::Start(Tag::Paragraph), _)) => {
                for (event, range) in events {
                    let is_block = match &event {
                        Event::Start(tag) => is_block(&tag.to_end()),
                        Event::End(tag) => is_block(tag),
                        _ => false,
                    };
                    if !is_block {
                        self.event(event, range);
                    }
                }
            }
            // `1. First step` is no list here, but a title that looks like one.
            _ => self.event(Event::Text(text.into()), 0..text.len()),
        }
        self.flush();
        (self.body, self.offset) = (body, offset);
    }
}

fn is_block(tag: &TagEnd) -> bool {
    !matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}
