//! Directives while parsing: marker lines become nodes that open and close.

use pulldown_cmark::{BrokenLink, CowStr, Event, Parser, Tag, TagEnd};

use super::{Builder, Leaf, OpenKind, options, shifted};
use crate::diagnostic::Severity;
use crate::document::component::INCLUDE;
use crate::document::directive::{Marker, Meaning, Opening, meaning};
use crate::document::{Directive, NodeKind, PropertyPlace, Unsupported, UnsupportedKind};
use crate::source::Span;

impl Builder<'_> {
    /// A marker line: opens a directive, or closes the one that it matches.
    pub(super) fn marker(&mut self, marker: &Marker) {
        let span = shifted(marker.span.range(), self.offset);
        let Some(opening) = &marker.open else { return self.closing_marker(marker.length, span) };
        let dialect = self.dialect;
        let meaning = meaning(&opening.name, &dialect.components);
        if meaning.is_none() {
            let (what, name) = (UnsupportedKind::Directive, opening.name.as_str().into());
            self.document.unsupported.push(Unsupported { what, name, span });
        }
        let component = match meaning {
            Some(Meaning::Component(component)) => Some(component),
            _ => None,
        };
        // `:::for enzo`: words that are no title, because there is none, are what the component needs.
        let needed = component.filter(|component| component.property("title").is_none());
        let needed = needed.and_then(|component| component.properties.iter().find(|property| property.required));
        let is_title = opening.title.filter(|_| needed.is_none());
        let directive = self.directive(opening, meaning);
        if let (Some(property), Some(words)) = (needed, opening.title) {
            self.property(directive, &property.name, words.of(self.body), words, words);
        }
        let is_include = component.is_some_and(|component| component.name == INCLUDE);
        let is_leaf = is_include || matches!(meaning, Some(Meaning::Block(_)));
        self.push(NodeKind::Directive(directive), span, OpenKind::Directive(marker.length, span));
        let mut title_words = String::new();
        if let Some(title) = is_title {
            let node = self.document.nodes.len() as u32;
            self.push(NodeKind::DirectiveTitle, shifted(title.range(), self.offset), OpenKind::Markdown);
            self.inline(title);
            self.close_top();
            title_words = self.document.plain_text(node);
        }
        self.anchor_of(directive, &title_words);
        if let Some(component) = component {
            self.check_properties(directive, component, span);
            self.link_properties(directive);
            if is_include {
                self.include(directive, component, span);
            }
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

    /// Adds a directive, by the name that it has here.
    fn directive(&mut self, opening: &Opening, meaning: Option<Meaning>) -> u32 {
        let name = match meaning {
            Some(Meaning::Admonition(name) | Meaning::Block(name)) => name,
            Some(Meaning::Component(component)) => &component.name,
            None => &opening.name,
        };
        let index = self.document.directives.len() as u32;
        let directive = Directive { name: name.into(), properties: Vec::new(), anchor: Box::default() };
        self.document.directives.push(directive);
        for property in &opening.properties {
            let (key, value) = property.read(self.body);
            self.property(index, &key, &value, property.key, property.value);
        }
        index
    }

    fn property(&mut self, directive: u32, key: &str, value: &str, key_place: Span, value_place: Span) {
        self.document.directives[directive as usize].properties.push((key.into(), value.into()));
        let place = |place: Span| shifted(place.range(), self.offset);
        let place = PropertyPlace { directive, key: place(key_place), value: place(value_place) };
        self.document.property_places.push(place);
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
    pub(super) fn inline(&mut self, title: Span) {
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
        let events =
            Parser::new_with_broken_link_callback(text, options(self.dialect), Some(defined)).into_offset_iter();
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
