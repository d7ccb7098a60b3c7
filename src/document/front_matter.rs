//! The settings at the top of a page, in TOML (`+++`) or YAML (`---`).
//!
//! Every field here is a front matter key, and every key is described in the book's front matter page (a test compares
//! the two).

use std::collections::BTreeMap;

use serde::de::Deserializer;
use serde::{Deserialize, Serialize};

use super::{Document, Unsupported, UnsupportedKind};
use crate::config::Kind;
use crate::data::{self, Date, Located, Notation, Period, SyntaxError, Value};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Source, Span};

/// Front matter, every key optional.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FrontMatter {
    /// The page's title. Default: its first heading of level 1, else made from the file's name.
    pub title: Option<String>,
    /// One sentence that says what the page gives; shown in lists, search engines and `llms.txt`.
    pub description: Option<String>,
    /// What the page is for. Default: its section's kind.
    pub kind: Option<Kind>,
    /// Ids of the personas that the page serves.
    pub personas: Vec<String>,
    /// Free words.
    pub tags: Vec<String>,
    /// Replaces the last part of the URL, or the whole of it when it begins with `/`.
    pub slug: Option<String>,
    /// Replaces the file's name in the URL, as in Docusaurus; `slug` wins over it.
    pub id: Option<String>,
    /// Old paths of the page; each becomes a redirect.
    pub aliases: Vec<String>,
    /// The place among its siblings: light pages come first. Pages without one follow.
    #[serde(alias = "sidebar_position", alias = "nav_order")]
    pub weight: Option<Weight>,
    /// A shorter title for navigation.
    #[serde(alias = "sidebar_label", alias = "linkTitle")]
    pub nav_title: Option<String>,
    /// The page is left out unless drafts are asked for.
    pub draft: bool,
    /// The day on which the text was last known to be right.
    pub updated: Option<Date>,
    /// How long it stays so: `180d`, `6 months`.
    pub review_every: Option<Period>,
    /// The team or role that looks after the page.
    pub owner: Option<String>,
    /// The levels of headings in the contents list, `[2, 3]`, or `false` for no list.
    pub toc: Toc,
    /// Another template of the theme than `page.html`.
    pub template: Option<String>,
    /// The page is built, but stands in no list.
    pub unlisted: bool,
    /// What a community page settles: `triage`, `release`, `onboarding` …
    pub covers: Vec<String>,
    /// What the reader of a tutorial has at its end.
    pub outcome: Option<String>,
    /// What the reader of a how-to wants.
    pub goal: Option<String>,
    /// Pages to read first, as links: `@tutorials/first-workspace`.
    pub prerequisites: Vec<String>,
    /// Rules of the linter that are set aside on this page.
    pub lint: Option<LintFront>,
    /// Docusaurus' word for `toc = false`.
    pub hide_table_of_contents: bool,
}

/// `lint` in front matter.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LintFront {
    /// Rule → why it does not hold for this page.
    pub allow: BTreeMap<String, String>,
}

/// A place among siblings, in thousandths: other generators allow `1.5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Weight(pub i64);

impl<'de> Deserialize<'de> for Weight {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Weight, D::Error> {
        // What people write is a number; a cache keeps the thousandths.
        match deserializer.is_human_readable() {
            true => f64::deserialize(deserializer).map(|weight| Weight((weight * 1000.0) as i64)),
            false => i64::deserialize(deserializer).map(Weight),
        }
    }
}

/// Which headings the contents list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub enum Toc {
    /// None.
    Off,
    /// From this level to that.
    Levels(u8, u8),
}

impl Default for Toc {
    fn default() -> Toc {
        Toc::Levels(2, 3)
    }
}

impl<'de> Deserialize<'de> for Toc {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Toc, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Given {
            Switch(bool),
            Levels([u8; 2]),
        }
        #[derive(Deserialize)]
        enum Kept {
            Off,
            Levels(u8, u8),
        }
        // Nobody writes what a cache keeps.
        if !deserializer.is_human_readable() {
            return Kept::deserialize(deserializer).map(|kept| match kept {
                Kept::Off => Toc::Off,
                Kept::Levels(from, to) => Toc::Levels(from, to),
            });
        }
        match Given::deserialize(deserializer) {
            Ok(Given::Switch(false)) => Ok(Toc::Off),
            Ok(Given::Switch(true)) => Ok(Toc::default()),
            Ok(Given::Levels([from, to])) if 1 <= from && from <= to && to <= 6 => Ok(Toc::Levels(from, to)),
            _ => Err(serde::de::Error::custom("expected `false`, `true` or two levels such as `[2, 3]`")),
        }
    }
}

/// Keys of other generators that mean nothing here. They are named once a site, not once a page.
const FOREIGN: &[(&str, &[&str])] = &[
    (
        "Docusaurus",
        &[
            "hide_title",
            "pagination_label",
            "pagination_next",
            "pagination_prev",
            "custom_edit_url",
            "keywords",
            "image",
            "parse_number_prefixes",
            "displayed_sidebar",
            "sidebar_class_name",
            "sidebar_custom_props",
            "toc_min_heading_level",
            "toc_max_heading_level",
            "last_update",
            "sidebar_key",
            "hide_reading_time",
        ],
    ),
    ("Hugo", &["date", "lastmod", "type", "menu", "cascade", "url", "summary", "categories", "resources", "toc_hide"]),
    ("Zola", &["extra", "taxonomies", "sort_by", "paginate_by", "in_search_index", "insert_anchor_links"]),
    ("Jekyll", &["layout", "permalink", "parent", "grand_parent", "nav_exclude", "has_children", "has_toc"]),
    (
        "Starlight",
        &["sidebar", "hero", "tableOfContents", "editUrl", "head", "lastUpdated", "prev", "next", "banner", "pagefind"],
    ),
    ("Material for MkDocs", &["hide", "icon", "search", "status"]),
    ("others", &["author", "authors", "version", "published"]),
];

/// Reads the front matter of a text into the document, and returns where the body begins.
pub(super) fn read(document: &mut Document) -> usize {
    let text = document.text.clone();
    let (notation, inner, body) = match delimited(&text) {
        Delimited::Absent(body) => return body,
        Delimited::Unclosed(span, marker) => {
            let message = "the front matter is not closed";
            let error = Diagnostic::new("invalid-front-matter", Severity::Error, &document.path, span, message);
            document.diagnostics.push(error.help(format!("put a line with `{marker}` after its last key")));
            return span.start as usize;
        }
        Delimited::Found(notation, inner, body) => (notation, inner, body),
    };
    let (tree, syntax) = data::read(notation, &text[inner.clone()], inner.start);
    if let Value::Table(entries) = &tree.value {
        let places = entries.iter().map(|entry| (entry.key.clone(), entry.value.span));
        document.front_places = places.collect();
    }
    let decoded = data::decode::<FrontMatter>(tree);
    document.diagnostics.extend(syntax.iter().map(|problem| {
        let message = format!("the front matter is not {}: {}", notation.name(), problem.message);
        Diagnostic::new("invalid-front-matter", Severity::Error, &document.path, problem.span, message)
    }));
    document.diagnostics.extend(decoded.errors.iter().map(|problem| {
        Diagnostic::new("invalid-front-matter", Severity::Error, &document.path, problem.span, &problem.message)
            .meant(problem.meant)
    }));
    for unknown in decoded.unknown {
        let foreign = FOREIGN.iter().any(|(_, keys)| keys.contains(&unknown.key.as_str()));
        if foreign {
            let what = UnsupportedKind::FrontMatterKey;
            document.unsupported.push(Unsupported { what, name: unknown.key.into(), span: unknown.span });
        } else {
            let message = format!("`{}` is not a front matter key", unknown.key);
            document.diagnostics.push(
                Diagnostic::new("unknown-front-matter", Severity::Warning, &document.path, unknown.span, message)
                    .did_you_mean(unknown.nearest)
                    .meant(unknown.nearest.filter(|_| unknown.nearest_is_free)),
            );
        }
    }
    document.front = decoded.value.unwrap_or_default();
    if document.front.hide_table_of_contents {
        document.front.toc = Toc::Off;
    }
    body
}

/// Where an item of a list stands that a key of the front matter holds.
pub(super) fn item(text: &str, key: &str, item: &str) -> Option<Span> {
    let Delimited::Found(notation, inner, _) = delimited(text) else { return None };
    let Value::Table(entries) = data::read(notation, &text[inner.clone()], inner.start).0.value else { return None };
    let Value::List(items) = entries.into_iter().find(|entry| entry.key == key)?.value.value else { return None };
    let is_it = |found: &Located| match (&found.plain, &found.value) {
        (Some(text), _) | (None, Value::Text(text)) => text == item,
        _ => false,
    };
    items.iter().find(|found| is_it(found)).map(|found| found.span)
}

/// The front matter of a record as a tree, empty where there is none, and where the text behind it begins.
pub fn front_matter_tree(source: &Source) -> (Located, Vec<SyntaxError>) {
    let empty = Located { value: Value::Table(Vec::new()), span: Span::default(), plain: None };
    match delimited(&source.text) {
        Delimited::Absent(_) => (empty, Vec::new()),
        Delimited::Unclosed(span, marker) => {
            let message = format!("the front matter is not closed: put a line with `{marker}` after its last key");
            (empty, vec![SyntaxError { message, span, meant: None }])
        }
        Delimited::Found(notation, inner, _) => {
            let (tree, mut errors) = data::read(notation, &source.text[inner.clone()], inner.start);
            for error in &mut errors {
                error.message = format!("the front matter is not {}: {}", notation.name(), error.message);
            }
            (tree, errors)
        }
    }
}

/// The front matter of a file's text as a tree, where there is some that ends.
pub fn front_matter_of(text: &str) -> (Option<Located>, Vec<SyntaxError>) {
    match delimited(text) {
        Delimited::Absent(_) | Delimited::Unclosed(..) => (None, Vec::new()),
        Delimited::Found(notation, inner, _) => {
            let (tree, errors) = data::read(notation, &text[inner.clone()], inner.start);
            (Some(tree), errors)
        }
    }
}

/// The text behind the front matter.
pub fn body(source: &Source) -> &str {
    &source.text[body_start(&source.text)..]
}

/// Where the text behind the front matter begins.
pub(super) fn body_start(text: &str) -> usize {
    match delimited(text) {
        Delimited::Absent(body) | Delimited::Found(_, _, body) => body,
        Delimited::Unclosed(span, _) => span.start as usize,
    }
}

/// The generator that a foreign key belongs to.
pub fn generator_of(key: &str) -> Option<&'static str> {
    FOREIGN.iter().find(|(_, keys)| keys.contains(&key)).map(|(generator, _)| *generator)
}

enum Delimited {
    /// There is none; the body begins here.
    Absent(usize),
    /// It begins here and does not end: the marker line that is missing.
    Unclosed(Span, &'static str),
    /// The notation, the range between the two marker lines, and where the body begins.
    Found(Notation, std::ops::Range<usize>, usize),
}

fn delimited(text: &str) -> Delimited {
    let start = text.strip_prefix('\u{feff}').map_or(0, |rest| text.len() - rest.len());
    let mut lines = text[start..].split_inclusive('\n');
    let Some(first) = lines.next() else { return Delimited::Absent(start) };
    let (notation, marker) = match first.trim_end() {
        "+++" => (Notation::Toml, "+++"),
        "---" => (Notation::Yaml, "---"),
        _ => return Delimited::Absent(start),
    };
    let inner = start + first.len();
    let mut at = inner;
    let mut looks_like_front_matter = notation == Notation::Toml;
    for (number, line) in lines.enumerate() {
        let trimmed = line.trim_end();
        if trimmed == marker || (notation == Notation::Yaml && trimmed == "...") {
            return Delimited::Found(notation, inner..at, at + line.len());
        }
        // A file may begin with a thematic break; then what follows is no `key: value`.
        looks_like_front_matter |= number == 0 && trimmed.split_once(':').is_some_and(|(key, _)| is_key(key));
        at += line.len();
    }
    match looks_like_front_matter {
        true => Delimited::Unclosed(Span::new(start, start + marker.len()), marker),
        false => Delimited::Absent(start),
    }
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-')
}
