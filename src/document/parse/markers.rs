//! Directives while parsing: marker lines become nodes that open and close.

use pulldown_cmark::{BrokenLink, CowStr, Event, Parser, Tag, TagEnd};

use super::{Builder, Leaf, Open, OpenKind, options, shifted};
use crate::diagnostic::Severity;
use crate::document::component::INCLUDE;
use crate::document::directive::{Marker, Meaning, Opening, meaning};
use crate::document::mdx::INLINE;
use crate::document::{Directive, NodeKind, PropertyPlace, Unsupported, UnsupportedKind};
use crate::source::Span;

impl Builder<'_> {
    /// A marker line: opens a directive, or closes the one that it matches.
    pub(super) fn marker(&mut self, marker: &Marker) {
        let span = self.place(marker.span.range());
        let Some(opening) = &marker.open else { return self.closing_marker(marker.length, span) };
        if self.open_directive(opening, marker.length, span) {
            let end = self.document.nodes.len() as u32;
            if let Some(open) = self.open.pop() {
                self.document.nodes[open.node as usize].end = end;
                let marker_end = self.place(marker.end()..marker.end()).start;
                self.leaf = Some(Leaf { node: open.node, length: marker.length, end: marker_end });
            }
        }
    }

    /// A tag of a component within a line: `<Badge>new</Badge>`. False for a tag of HTML.
    pub(super) fn inline_tag(&mut self, html: &str, range: &std::ops::Range<usize>) -> bool {
        let tags = self.tags;
        let number = html.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')?.strip_prefix(INLINE));
        let Some(tag) = number.and_then(|number| tags.get(number.parse::<usize>().ok()?)) else { return false };
        let span = self.place(range.clone());
        match tag {
            Some(opening) if self.open_directive(opening, 0, span) => self.close_quietly(),
            Some(_) => {}
            None if matches!(self.open.last(), Some(Open { what: OpenKind::Directive(0, _), .. })) => {
                self.close_quietly()
            }
            // What was open ended with its paragraph.
            None => {}
        }
        true
    }

    /// A paragraph holds a directive and nothing else.
    pub(super) fn is_one_directive(&self, paragraph: u32) -> bool {
        let mut children = self.document.children(paragraph).map(|child| self.document.nodes[child as usize].kind);
        matches!((children.next(), children.next()), (Some(NodeKind::Directive(_)), None))
    }

    /// Closes the innermost open node, whoever left it open.
    fn close_quietly(&mut self) {
        if let Some(open) = self.open.pop() {
            let end = self.document.nodes.len() as u32;
            self.document.nodes[open.node as usize].end = end;
        }
    }

    /// Opens a directive. True where it holds no content, so that it ends at once.
    fn open_directive(&mut self, opening: &Opening, length: usize, span: Span) -> bool {
        let dialect = self.dialect;
        let meaning = meaning(&opening.name, &dialect.components);
        if meaning.is_none() {
            let what = if opening.jsx { UnsupportedKind::Component } else { UnsupportedKind::Directive };
            self.document.unsupported.push(Unsupported { what, name: opening.name.as_str().into(), span });
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
            let place = self.place(words.range());
            self.property(directive, &property.name, words.of(self.body), place, place);
        }
        let is_include = component.is_some_and(|component| component.name == INCLUDE);
        self.push(NodeKind::Directive(directive), span, OpenKind::Directive(length, span));
        let mut title_words = String::new();
        if let Some(title) = is_title {
            let node = self.document.nodes.len() as u32;
            let place = self.place(title.range());
            self.push(NodeKind::DirectiveTitle, place, OpenKind::Markdown);
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
        is_include || matches!(meaning, Some(Meaning::Block(_)))
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
            let place = |place: Span| match property.jsx {
                // Tags are gone from the text that is being read.
                Some(_) => shifted(place.range(), self.start),
                None => self.place(place.range()),
            };
            let (key_place, value_place) = (place(property.key), place(property.value));
            self.property(index, &key, &value, key_place, value_place);
        }
        index
    }

    fn property(&mut self, directive: u32, name: &str, words: &str, key: Span, value: Span) {
        self.document.directives[directive as usize].properties.push((name.into(), words.into()));
        self.document.property_places.push(PropertyPlace { directive, key, value });
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
