//! From tags and text to the blocks that rules read: what is skipped, what is masked, where a block ends, and what it is.
//!
//! Entry point: [`blocks`]. The order of blocks and comments is the order in which they take effect. It must not know
//! rules.

use std::collections::BTreeMap;

use super::markup::{Tag, Token};
use crate::document::prose::Prose;

/// What the settings say about tags and classes, with what holds where they say nothing.
#[derive(Debug, Clone)]
pub(super) struct Tags {
    /// Tags that are passed over.
    skipped: Vec<String>,
    /// Tags whose text is masked.
    masked: Vec<String>,
    /// Classes that are passed over.
    classes: Vec<String>,
}

impl Tags {
    pub(super) fn new(skipped: &[String], masked: &[String], classes: &[String]) -> Tags {
        let or = |given: &[String], usual: &[&str]| match given {
            [] => usual.iter().map(|name| (*name).to_owned()).collect(),
            given => given.to_vec(),
        };
        let usual = ["problematic", "pre", "code"].map(str::to_owned);
        Tags {
            skipped: or(skipped, &["script", "style", "pre", "figure", "noscript", "iframe"]),
            masked: or(masked, &["tt", "code", "kbd"]),
            classes: usual.into_iter().chain(classes.iter().cloned()).collect(),
        }
    }

    /// Code blocks are read.
    pub(super) fn read_code(&self) -> bool {
        !self.skips("pre")
    }

    fn skips(&self, name: &str) -> bool {
        self.skipped.iter().any(|skipped| skipped == name)
    }

    fn masks(&self, name: &str) -> bool {
        self.masked.iter().any(|masked| masked == name)
    }

    fn ignores(&self, class: &str) -> bool {
        class.split(' ').any(|class| self.classes.iter().any(|ignored| ignored == class))
    }
}

/// What the linter meets, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// A comment, which may be meant for the linter.
    Comment(String),
    /// A text to read.
    Block(Block),
}

/// A text to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) prose: Prose,
    /// Such as `text.heading.h2`, without the extension of the file.
    pub(super) scope: String,
    /// It is prose, with sentences and paragraphs; else it is read as a whole.
    pub(super) is_prose: bool,
}

/// A page, cut into blocks.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    pub(super) steps: Vec<Step>,
    /// The prose of the page in one text, paragraphs apart by blank lines.
    pub(super) summary: Prose,
    /// How many blocks there are of a sort.
    pub(super) counts: BTreeMap<String, f64>,
}

/// Cuts a page into blocks.
pub(super) fn blocks(tokens: Vec<Token>, tags: &Tags) -> Blocks {
    let mut walker = Walker::new(tags);
    for token in tokens {
        walker.token(token);
    }
    walker.finish(false);
    walker.found
}

/// Tags that do not end a block.
const INLINE: &[&str] = &[
    "b", "big", "i", "small", "abbr", "acronym", "cite", "dfn", "em", "kbd", "strong", "a", "br", "img", "span", "sub",
    "sup", "code", "tt", "del",
];

/// More tags that do not end a block. Vale does not know them, and parts the words around them.
const PHRASING: &[&str] = &[
    "audio", "bdi", "bdo", "button", "data", "font", "input", "ins", "label", "mark", "meter", "output", "picture",
    "q", "ruby", "rp", "rt", "s", "samp", "select", "source", "strike", "svg", "time", "u", "var", "wbr",
];

fn is_inline(name: &str) -> bool {
    INLINE.contains(&name) || PHRASING.contains(&name)
}

/// The scopes of tags.
const SCOPES: &[(&str, &str)] = &[
    ("th", "text.table.header"),
    ("td", "text.table.cell"),
    ("caption", "text.table.caption"),
    ("li", "text.list"),
    ("blockquote", "text.blockquote"),
    ("figcaption", "text.figure.caption"),
];

struct Walker<'a> {
    tags: &'a Tags,
    found: Blocks,
    text: Prose,
    /// The tags since the last block ended.
    history: Vec<String>,
    /// The tag of the element that is skipped for its class, and how often it was opened and closed since.
    ignored: Option<(String, u32, u32)>,
    inside_skipped: bool,
    /// The next text is masked.
    mask: bool,
    /// Of the token before.
    href: String,
    class: String,
    /// Everything is switched off.
    off: bool,
    /// Something that leaves no text stands between the text so far and the next.
    after_gap: bool,
}

impl<'a> Walker<'a> {
    fn new(tags: &'a Tags) -> Walker<'a> {
        Walker {
            tags,
            found: Blocks::default(),
            text: Prose::default(),
            history: Vec::new(),
            ignored: None,
            inside_skipped: false,
            mask: false,
            href: String::new(),
            class: String::new(),
            off: false,
            after_gap: false,
        }
    }

    fn token(&mut self, token: Token) {
        let (mut href, mut class) = (String::new(), String::new());
        match token {
            Token::Start(tag) => {
                self.start(&tag);
                (href, class) = (tag.href, tag.class);
                self.alt(tag.alt);
            }
            Token::Empty(tag) => {
                (href, class) = (tag.href, tag.class);
                self.alt(tag.alt);
            }
            Token::End(name) => self.end(&name),
            Token::Comment(said) => {
                match said.as_str() {
                    "vale off" => self.off = true,
                    "vale on" => self.off = false,
                    _ => {}
                }
                self.after_gap = true;
                self.found.steps.push(Step::Comment(said));
            }
            Token::Text(prose) => self.read(&prose),
        }
        self.href = href;
        self.class = class;
    }

    fn start(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        if let Some((ignored, opened, _)) = &mut self.ignored
            && ignored == name
        {
            *opened += 1;
        }
        let ignored = self.tags.ignores(&tag.class) && !is_inline(name);
        if !is_inline(name) && !self.text.text.trim().is_empty() {
            // Vale would join this with what follows; it is a text of its own.
            self.finish(true);
        }
        if self.tags.skips(name) || ignored {
            if ignored {
                self.ignored = Some((name.to_owned(), 1, 0));
            }
            self.inside_skipped = true;
            *self.found.counts.entry(name.to_owned()).or_default() += 1.0;
            return;
        }
        let inside_code = self.history.last().is_some_and(|last| last == "code");
        let name = if inside_code && matches!(name, "em" | "b") { "code" } else { name };
        self.mask = self.tags.masks(name);
        self.history.push(name.to_owned());
    }

    fn end(&mut self, name: &str) {
        let mut closed = false;
        if let Some((ignored, opened, ended)) = &mut self.ignored {
            *ended += u32::from(ignored == name);
            closed = ended == opened;
        }
        if self.inside_skipped && (self.tags.skips(name) || closed) {
            self.inside_skipped = false;
            self.after_gap = true;
            if closed {
                self.ignored = None;
            }
        }
        if !is_inline(name) {
            self.finish(false);
        }
    }

    fn read(&mut self, prose: &Prose) {
        let text = prose.text.as_str();
        if self.inside_skipped || self.off || text.is_empty() {
            self.after_gap = true;
            return;
        }
        if !text.trim().is_empty() && (self.mask || self.tags.ignores(&self.class) || self.href == text.trim()) {
            self.mask = false;
            self.text.push_masked(text, prose.span(0..text.len()));
        } else {
            // Space on both sides of what leaves no text is one space.
            let doubled =
                self.after_gap && (self.text.text.is_empty() || self.text.text.ends_with(char::is_whitespace));
            let from = if doubled { text.len() - text.trim_start().len() } else { 0 };
            self.text.push_prose(&prose.slice(from..text.len()));
        }
        self.after_gap = false;
    }

    fn alt(&mut self, alt: Option<Prose>) {
        if let Some(prose) = alt
            && !self.tags.skips("alt")
        {
            let scope = "text.attr.alt".to_owned();
            self.found.steps.push(Step::Block(Block { prose, scope, is_prose: false }));
        }
    }

    /// The text so far is a block. `joined` when Vale would have read it together with what follows: then it does not
    /// count for itself.
    fn finish(&mut self, joined: bool) {
        let text = std::mem::take(&mut self.text);
        self.after_gap = false;
        let trimmed = text.text.trim();
        if !trimmed.is_empty() {
            let start = text.text.len() - text.text.trim_start().len();
            let prose = text.slice(start..start + trimmed.len());
            let scope = self.history.iter().find_map(|tag| scope(tag));
            let name = scope.as_deref().map(|scope| scope.trim_start_matches("text."));
            if !joined && let Some(name) = name {
                *self.found.counts.entry(name.to_owned()).or_default() += 1.0;
            }
            if matches!(name, None | Some("list" | "blockquote")) {
                self.found.summary.push_prose(&prose);
                let end = prose.span(prose.text.len()..prose.text.len());
                self.found.summary.push_decoded(if joined { " " } else { "\n\n" }, end);
            }
            let is_prose = scope.is_none();
            let scope = scope.unwrap_or_else(|| "text".to_owned());
            self.found.steps.push(Step::Block(Block { prose, scope, is_prose }));
        }
        if !joined {
            self.history.clear();
        }
    }
}

fn scope(tag: &str) -> Option<String> {
    let known = SCOPES.iter().find(|(name, _)| *name == tag).map(|(_, scope)| (*scope).to_owned());
    let is_heading = matches!(tag.as_bytes(), [b'h', b'0'..=b'9']);
    known.or_else(|| is_heading.then(|| format!("text.heading.{tag}")))
}
