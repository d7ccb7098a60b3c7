//! A Markdown file, understood: front matter, a flat tree of nodes with spans, and what the tree refers to.
//!
//! Owns [`Document`] and everything that reads Markdown. Entry point: [`parse`], which never fails: a broken page is a
//! page with diagnostics. The doors to `pulldown-cmark`, `pulldown-latex`, `linkify`, `emojis` and `lol_html` are here. It must
//! not know other pages, URLs or HTML output: smart punctuation, for one, is a matter of rendering.

pub mod allowance;
mod anchor;
mod autolink;
pub mod component;
mod dialect;
pub mod directive;
mod emoji;
mod fence;
mod front_matter;
mod html;
pub mod include;
pub mod inline;
mod listing;
pub mod math;
mod mdx;
mod node;
mod parse;
mod places;
pub mod prose;
mod variable;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, Property};
use crate::source::{Fingerprint, Span};
pub use anchor::slug;
pub use dialect::Dialect;
pub use fence::FenceOptions;
pub use front_matter::{FrontMatter, Toc, Weight, body, front_matter_of, front_matter_tree, generator_of};
pub use listing::{Line, Mark, Part};
pub use node::{Node, NodeKind};
pub use parse::{parse, parse_record};

/// One page's source, understood.
#[derive(Debug, Clone)]
pub struct Document {
    /// From the site's folder; what findings show.
    pub path: Arc<str>,
    /// The whole text of the file, front matter included.
    pub text: Arc<str>,
    /// The settings at the top of the file.
    pub front: FrontMatter,
    /// Where each front matter value stands, by key.
    pub front_places: Vec<(String, Span)>,
    /// Where the text begins, after the front matter.
    pub body_start: u32,
    /// The tree, in reading order.
    pub nodes: Vec<Node>,
    /// Texts that differ from their source.
    pub strings: Vec<Box<str>>,
    /// Headings, in reading order.
    pub headings: Vec<Heading>,
    /// Links and images, those of raw HTML included, in reading order.
    pub links: Vec<Link>,
    /// The distinct destinations of `links`; what `summarize` passes on.
    pub destinations: Vec<Box<str>>,
    /// Reference definitions, in reading order.
    pub definitions: Vec<Definition>,
    /// Fenced and indented code.
    pub code_blocks: Vec<CodeBlock>,
    /// Directives and alerts.
    pub directives: Vec<Directive>,
    /// Where their properties stand, in reading order.
    pub property_places: Vec<PropertyPlace>,
    /// Which of their properties are links or images, in reading order.
    pub property_links: Vec<PropertyLink>,
    /// Alignments of each table's columns.
    pub tables: Vec<Vec<Alignment>>,
    /// Raw HTML, piece by piece.
    pub html_pieces: Vec<HtmlPiece>,
    /// Raw HTML brings a heading of level 1.
    pub has_raw_h1: bool,
    /// Ids that raw HTML sets.
    pub html_ids: Vec<Box<str>>,
    /// Things that this version does not support yet: what they are, and where the first of each stands.
    pub unsupported: Vec<Unsupported>,
    /// Files that parts of it were taken from, in reading order, those included that could not be read.
    pub included: Vec<Inclusion>,
    /// Rules that the writer sets aside.
    pub allowances: Vec<allowance::Allowance>,
    /// What is wrong with the file itself.
    pub diagnostics: Vec<Diagnostic>,
}

/// A file that a part of a page was taken from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inclusion {
    /// From the site's folder.
    pub path: Arc<str>,
    /// What it says, if it could be read.
    pub text: Option<Arc<str>>,
    /// Of the text.
    pub fingerprint: Option<Fingerprint>,
}

/// A piece of raw HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HtmlPiece {
    /// Its text, where prefixes of lists and quotes stand between its lines; else its node's span is its text.
    pub text: Option<Box<str>>,
    /// Places in the text that lead somewhere, in order, with their destinations: index into `destinations`.
    pub links: Vec<(Span, u32)>,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its id in the page.
    pub anchor: Box<str>,
    /// Its text, without markup.
    pub text: Box<str>,
    /// The heading's node.
    pub node: u32,
}

/// A link or an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Index into `destinations`.
    pub destination: u32,
    /// Where the destination is written: for a reference link, in its definition.
    pub span: Span,
    /// Its title, or nothing.
    pub title: Box<str>,
    /// What uses it.
    pub role: LinkRole,
}

/// What a link is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkRole {
    /// A link with a text.
    Link,
    /// A link without a text, which takes the title of what it leads to.
    AutoTitled,
    /// `<https://…>` or a bare URL.
    Autolink,
    /// A bare or bracketed email address.
    Email,
    /// An image. True when it is marked as decorative.
    Image {
        /// `{decorative}` follows it.
        decorative: bool,
        /// It has an alternative text.
        has_alt: bool,
    },
    /// An attribute of raw HTML that loads or leads somewhere: `span` is its value, in the source.
    Html {
        /// It is the file of an image.
        image: bool,
    },
}

/// `[label]: destination "title"`: what reference links lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// Its label, as it is written.
    pub label: Box<str>,
    /// All of it.
    pub span: Span,
    /// Where the destination is written.
    pub destination: Span,
    /// A link or an image leads there.
    pub used: bool,
}

/// A block of code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeBlock {
    /// What stands on the opening line.
    pub options: FenceOptions,
    /// The code, without the prefixes of lists and quotes around it.
    pub code: Arc<str>,
    /// The code alone, without prompts, answers, and comments for the tool: what is coloured and copied.
    pub shown: Arc<str>,
    /// Its lines, where they are more than code; else nothing.
    pub lines: Vec<Line>,
    /// Where the language is written; empty for indented code.
    pub language_span: Span,
}

impl CodeBlock {
    /// There are numbers in it that the list right below explains.
    pub fn has_callouts(&self) -> bool {
        self.lines.iter().any(|line| !line.callouts.is_empty())
    }
}

/// A directive: `:::name[Title]{key=value}` and its other spellings, GitHub's alerts included.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Directive {
    /// Its name in lower case: `note`.
    pub name: Box<str>,
    /// Its properties in the order in which they are written; a bare word has an empty value.
    pub properties: Vec<(Box<str>, Box<str>)>,
    /// Its id in the page, where a link can lead to it: a tab's, or the one that the writer set. Otherwise empty.
    pub anchor: Box<str>,
}

/// Where a property of a directive stands: a directive itself holds no places, for it leaves the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PropertyPlace {
    /// Index into `directives`.
    pub directive: u32,
    /// Its name.
    pub key: Span,
    /// Its value, with quotes where it has some; empty for a bare word.
    pub value: Span,
}

/// A property of a directive that leads somewhere: `href`, or `src` for an image.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PropertyLink {
    /// Index into `directives`.
    pub directive: u32,
    /// Index into its properties.
    pub property: u32,
    /// Index into `links`.
    pub link: u32,
}

impl Directive {
    /// The value of a property.
    pub fn property(&self, name: &str) -> Option<&str> {
        self.properties.iter().find(|(key, _)| &**key == name).map(|(_, value)| &**value)
    }

    /// The ids of the personas that its content is for, if it says so.
    pub fn personas(&self) -> Option<Vec<&str>> {
        let ids = self.property("personas").filter(|_| &*self.name == "audience")?;
        let ids = ids.split(['[', ']', ',', ' ']).map(|id| id.trim_matches('"'));
        Some(ids.filter(|id| !id.is_empty()).collect())
    }

    /// It stands for community data.
    pub fn is_block(&self) -> bool {
        directive::BLOCKS.contains(&&*self.name)
    }
}

/// How a column's cells are aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// As the language goes.
    None,
    /// At the start.
    Left,
    /// In the middle.
    Center,
    /// At the end.
    Right,
}

/// Something that is recognised, but not yet understood.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Unsupported {
    /// What it is.
    pub what: UnsupportedKind,
    /// Its name.
    pub name: Box<str>,
    /// Where the first one in this file stands.
    pub span: Span,
}

/// The sorts of things that are reported by name, once a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum UnsupportedKind {
    /// `:::name`
    Directive,
    /// `{{< name >}}`
    Shortcode,
    /// `<Name>`
    Component,
    /// A front matter key of another generator.
    FrontMatterKey,
}

impl UnsupportedKind {
    /// Its own word, for places.
    pub fn word(self) -> &'static str {
        match self {
            UnsupportedKind::Directive => "directive",
            UnsupportedKind::Shortcode => "shortcode",
            UnsupportedKind::Component => "component",
            UnsupportedKind::FrontMatterKey => "front matter key",
        }
    }
}

impl Document {
    /// The directives that stand for community data, in reading order.
    pub fn blocks(&self) -> impl Iterator<Item = &Directive> {
        self.directives.iter().filter(|directive| directive.is_block())
    }

    /// Where the properties of a directive stand, in their order.
    pub(crate) fn places_of(&self, directive: u32) -> &[PropertyPlace] {
        of_directive(&self.property_places, directive, |place| place.directive)
    }

    /// The properties of a directive that lead somewhere.
    pub(crate) fn property_links_of(&self, directive: u32) -> &[PropertyLink] {
        of_directive(&self.property_links, directive, |link| link.directive)
    }

    /// Where a property of a directive stands first, or its value where one is given.
    pub fn property(&self, wanted: &Property) -> Option<Span> {
        let value = wanted.value.as_deref();
        let is_it = |place: &&PropertyPlace| {
            let Directive { name, properties, .. } = &self.directives[place.directive as usize];
            let has_value =
                |value: &str| properties.iter().any(|(key, held)| **key == *wanted.name && **held == *value);
            **name == *wanted.directive && place.key.of(&self.text) == wanted.name && value.is_none_or(has_value)
        };
        let place = self.property_places.iter().find(is_it)?;
        Some(if value.is_some_and(|value| !value.is_empty()) { place.value } else { place.key })
    }

    /// The text of a leaf: what a reader reads, before typography.
    pub fn text_of(&self, node: &Node) -> &str {
        match node.kind {
            NodeKind::Decoded(index) | NodeKind::Code(index) | NodeKind::Math(index) | NodeKind::DisplayMath(index) => {
                &self.strings[index as usize]
            }
            NodeKind::SoftBreak | NodeKind::HardBreak => " ",
            NodeKind::Text => node.span.of(&self.text),
            _ => "",
        }
    }

    /// The indices of a node's direct children.
    pub fn children(&self, index: u32) -> impl Iterator<Item = u32> {
        let end = self.nodes[index as usize].end;
        let mut next = index + 1;
        std::iter::from_fn(move || {
            let child = (next < end).then_some(next)?;
            next = self.nodes[child as usize].end;
            Some(child)
        })
    }

    /// The readable text below a node, without markup and raw HTML.
    pub fn plain_text(&self, index: u32) -> String {
        let end = self.nodes[index as usize].end;
        self.nodes[index as usize..end as usize].iter().map(|node| self.text_of(node)).collect()
    }

    /// The same for an anchor: GitHub makes it of the name of an emoji, not of the emoji.
    fn text_for_anchor(&self, index: u32) -> String {
        let written = |node: &Node| match node.kind {
            NodeKind::Decoded(_) => {
                Some(node.span.of(&self.text)).filter(|text| text.len() > 2 && text.starts_with(':'))
            }
            _ => None,
        };
        let end = self.nodes[index as usize].end;
        let nodes = &self.nodes[index as usize..end as usize];
        nodes.iter().map(|node| written(node).unwrap_or_else(|| self.text_of(node))).collect()
    }

    /// The node behind the page's own title, raw HTML included; 0 where it has none.
    pub fn title_end(&self) -> u32 {
        if let Some(heading) = self.title_heading() {
            return self.nodes[heading.node as usize].end;
        }
        let brings_h1 = |node: &Node| match node.kind {
            NodeKind::Html(piece) => {
                let text = self.html_pieces[piece as usize].text.as_deref().unwrap_or(node.span.of(&self.text));
                text.to_ascii_lowercase().contains("</h1")
            }
            _ => false,
        };
        self.nodes.iter().position(brings_h1).map_or(0, |at| at as u32 + 1)
    }

    /// The heading that stands as the page's title: the first of level 1 that is not inside a quote, a list or a directive.
    pub fn title_heading(&self) -> Option<&Heading> {
        let mut next = 0;
        let top_level = std::iter::from_fn(|| {
            let node = self.nodes.get(next as usize)?;
            next = node.end;
            Some(node.kind)
        });
        let mut headings = top_level.filter_map(|kind| match kind {
            NodeKind::Heading(index) => Some(&self.headings[index as usize]),
            _ => None,
        });
        headings.find(|heading| heading.level == 1)
    }

    /// Where an item of the list stands that a front matter key holds.
    pub fn front_item(&self, key: &str, item: &str) -> Option<Span> {
        front_matter::item(&self.text, key, item)
    }

    /// Where the value of a front matter key stands.
    pub fn front_place(&self, key: &str) -> Option<Span> {
        self.front_places.iter().find(|(name, _)| name == key).map(|(_, span)| *span)
    }
}

/// Those of a directive, of things that stand in the order of their directives.
fn of_directive<T>(all: &[T], directive: u32, of: impl Fn(&T) -> u32) -> &[T] {
    let first = all.partition_point(|one| of(one) < directive);
    let length = all[first..].partition_point(|one| of(one) == directive);
    &all[first..first + length]
}
