//! Directives: `:::name[Title]{key=value}` … `:::`, in every spelling that other tools taught writers.
//!
//! pulldown-cmark does not know them, and with definition lists on it takes a `:::` line for a definition. So marker
//! lines are overwritten with thematic breaks of the same length before the real parse, and `parse` turns those breaks
//! into opening and closing nodes: nesting, lists around them and all offsets survive. Code is left alone, which takes a
//! first parse to find; pages without `:::` pay nothing.

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::Dialect;
use super::component::{Component, Components};
use crate::source::Span;

/// The names that are admonitions. Five looks serve them all.
pub const ADMONITIONS: &[&str] = &["note", "tip", "important", "warning", "caution", "danger", "info"];

/// The names that stand for a part of the community's data. They hold no content, so they need no closing line.
pub const BLOCKS: &[&str] = &[
    "brochure",
    "channels",
    "conduct",
    "contributions",
    "coverage",
    "credits",
    "decisions",
    "ecosystem",
    "events",
    "fundable",
    "funding",
    "glossary",
    "governance",
    "health",
    "help-wanted",
    "labels",
    "ladder",
    "meetings",
    "notes",
    "pathways",
    "people",
    "personas",
    "project",
    "readings",
    "releases",
    "replies",
    "roadmap",
    "teams",
    "templates",
    "values",
    "vision",
];

/// Other tools' names for admonitions.
const ADMONITION_ALIASES: &[(&str, &str)] = &[
    ("admonition", "note"),
    ("attention", "warning"),
    ("error", "danger"),
    ("hint", "tip"),
    ("seealso", "info"),
    ("success", "tip"),
];

/// What the name of a directive stands for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Meaning<'a> {
    /// One of [`ADMONITIONS`].
    Admonition(&'static str),
    /// One of [`BLOCKS`].
    Block(&'static str),
    /// What the theme declares.
    Component(&'a Component),
}

/// Finds what a name stands for, if it is anything. A theme's component wins over another tool's word for an admonition.
pub(super) fn meaning<'a>(name: &str, components: &'a Components) -> Option<Meaning<'a>> {
    let own = |names: &[&'static str]| names.iter().copied().find(|own| *own == name);
    let alias = || ADMONITION_ALIASES.iter().find(|(alias, _)| *alias == name).map(|(_, own)| *own);
    own(ADMONITIONS)
        .map(Meaning::Admonition)
        .or_else(|| own(BLOCKS).map(Meaning::Block))
        .or_else(|| components.find(name).map(Meaning::Component))
        .or_else(|| alias().map(Meaning::Admonition))
}

/// A marker line that was found and overwritten.
#[derive(Debug, Clone)]
pub(super) struct Marker {
    /// From the first colon (or backtick) to the end of the line.
    pub(super) span: Span,
    /// How many colons (or backticks).
    pub(super) length: usize,
    /// What the line says; nothing for a closing line.
    pub(super) open: Option<Opening>,
    /// The lines of properties below it, which were overwritten too.
    pub(super) below: Vec<std::ops::Range<usize>>,
}

impl Marker {
    /// Where it ends, with the lines of properties below it.
    pub(super) fn end(&self) -> usize {
        self.below.last().map_or(self.span.end as usize, |line| line.end)
    }
}

/// What an opening line says.
#[derive(Debug, Clone)]
pub(super) struct Opening {
    /// In lower case.
    pub(super) name: String,
    /// Where the title stands, if there is one.
    pub(super) title: Option<Span>,
    /// `{key=value}`, and the `:key: value` lines below a name in braces.
    pub(super) properties: Vec<Property>,
    /// The name stands in braces, as in MyST: lines such as `:key: value` may follow.
    pub(super) braced: bool,
    /// It is a JSX tag.
    pub(super) jsx: bool,
}

/// Where a property stands.
#[derive(Debug, Clone)]
pub(super) struct Property {
    pub(super) key: Span,
    /// With its quotes; empty for a bare word.
    pub(super) value: Span,
    /// What an attribute of JSX says. Its places are those in the text as it was written.
    pub(super) jsx: Option<(Box<str>, Box<str>)>,
}

impl Property {
    /// The key and the value, without quotes.
    pub(super) fn read(&self, text: &str) -> (Box<str>, Box<str>) {
        if let Some(read) = &self.jsx {
            return read.clone();
        }
        let value = self.value.of(text);
        let inner = value.strip_prefix(['"', '\'']).map(|rest| rest.strip_suffix(&value[..1]).unwrap_or(rest));
        (self.key.of(text).into(), inner.unwrap_or(value).into())
    }
}

/// Finds the marker lines of a body and overwrites them in a copy. Nothing when there are none.
pub(super) fn mask(body: &str, options: Options, dialect: &Dialect) -> Option<(String, Vec<Marker>)> {
    let includes = dialect.markdown.includes && body.contains("{{#");
    if !includes && !body.contains(":::") && !body.contains("```{") && !body.contains("~~~{") {
        return None;
    }
    let mut masked = body.to_owned();
    let mut markers = Vec::new();
    // A directive that is written as a fence hides its content from the parse, so what it holds is found a round later.
    loop {
        let hidden = hidden_ranges(&masked, options);
        let mut found = fences(&masked, &hidden, &dialect.components);
        let last_round = found.is_empty();
        if last_round {
            found = colons(&masked, &hidden, includes);
        }
        for marker in &mut found {
            overwrite(&mut masked, marker.span.range());
            let options: Vec<_> = myst_options(body, marker).collect();
            let Some(open) = &mut marker.open else { continue };
            for line in options {
                // The line begins with the first of two colons.
                if let Some(colon) = body[line.start + 1..line.end].find(':').map(|at| line.start + 1 + at) {
                    let place = |range: std::ops::Range<usize>| {
                        trimmed(body, range.clone()).unwrap_or(Span::new(range.start, range.start))
                    };
                    let (key, value) = (place(line.start + 1..colon), place(colon + 1..line.end));
                    open.properties.push(Property { key, value, jsx: None });
                }
                blank(&mut masked, line.clone());
                marker.below.push(line);
            }
        }
        markers.extend(found);
        if last_round {
            break;
        }
    }
    let became = breaks(&masked, options);
    let (kept, undone): (Vec<Marker>, Vec<Marker>) =
        markers.into_iter().partition(|marker| became.binary_search(&marker.span.start).is_ok());
    for marker in undone {
        // The line is text after all (an indented continuation, say): it gets its own words back.
        for range in std::iter::once(marker.span.range()).chain(marker.below) {
            masked.replace_range(range.clone(), &body[range]);
        }
    }
    let mut markers = kept;
    markers.sort_by_key(|marker| marker.span.start);
    (!markers.is_empty()).then_some((masked, markers))
}

/// Code and raw HTML, in order and apart from each other, with the info string of fenced code.
fn hidden_ranges(text: &str, options: Options) -> Vec<(std::ops::Range<usize>, Option<String>)> {
    let ranges = Parser::new_ext(text, options).into_offset_iter().filter_map(|(event, range)| match event {
        Event::Start(Tag::CodeBlock(pulldown_cmark::CodeBlockKind::Fenced(info))) => {
            Some((range, Some(info.to_string())))
        }
        Event::Start(Tag::CodeBlock(_)) | Event::Start(Tag::HtmlBlock) | Event::Code(_) => Some((range, None)),
        _ => None,
    });
    ranges.collect()
}

/// Where thematic breaks start, in order.
fn breaks(text: &str, options: Options) -> Vec<u32> {
    let rules = Parser::new_ext(text, options).into_offset_iter().filter(|(event, _)| matches!(event, Event::Rule));
    let rules = rules.map(|(_, range)| {
        // The library's ranges can be off by a few bytes after tabs, and a byte is not always a character.
        let rule = text.get(range.clone()).unwrap_or("");
        (range.start + rule.len() - rule.trim_start().len()) as u32
    });
    rules.collect()
}

/// Directives written as fences, as in MyST: ```` ```{note} Title ````.
fn fences(text: &str, hidden: &[(std::ops::Range<usize>, Option<String>)], components: &Components) -> Vec<Marker> {
    let mut markers = Vec::new();
    for (range, info) in hidden {
        let Some(opening) = info.as_ref().filter(|info| info.starts_with('{')) else { continue };
        let name = opening[1..].split('}').next().unwrap_or("").to_lowercase();
        if meaning(&name, components).is_none() {
            continue;
        }
        let block = &text[range.clone()];
        let first = block.lines().next().unwrap_or("");
        let length = first.chars().take_while(|c| matches!(c, '`' | '~')).count();
        let title_at = range.start + first.find('}').map_or(first.len(), |at| at + 1);
        let title = trimmed(text, title_at..range.start + first.len());
        let open = Opening { name, title, properties: Vec::new(), braced: true, jsx: false };
        markers.push(Marker {
            span: Span::new(range.start, range.start + first.len()),
            length,
            open: Some(open),
            below: Vec::new(),
        });
        let last = block.trim_end().rsplit('\n').next().unwrap_or("");
        let fence = last.trim_start_matches([' ', '\t', '>']);
        if block.contains('\n') && fence.len() >= length && fence.chars().all(|c| matches!(c, '`' | '~')) {
            let end = range.start + block.trim_end().len();
            markers.push(Marker { span: Span::new(end - fence.len(), end), length, open: None, below: Vec::new() });
        }
    }
    markers
}

/// Lines that begin with three colons or more, and those that are a call of mdBook's, outside code.
fn colons(text: &str, hidden: &[(std::ops::Range<usize>, Option<String>)], includes: bool) -> Vec<Marker> {
    let mut markers = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let Some(indent) = marker_start(line) else { continue };
        let content = line.trim_end();
        if content[indent..].starts_with("{{#") && !includes {
            continue;
        }
        let span = Span::new(start + indent, start + content.len());
        let before = hidden.partition_point(|(range, _)| range.start <= start + indent);
        if before > 0 && hidden[before - 1].0.contains(&(start + indent)) {
            continue;
        }
        if content[indent..].starts_with("{{#") {
            let open = include_call(text, start + indent..start + content.len());
            markers.extend(open.map(|open| Marker { span, length: 0, open: Some(open), below: Vec::new() }));
            continue;
        }
        let length = content[indent..].chars().take_while(|c| *c == ':').count();
        if length < content.len() - indent {
            let Some(opening) = opening(text, start + indent + length..start + content.len()) else { continue };
            markers.push(Marker { span, length, open: Some(opening), below: Vec::new() });
        } else {
            markers.push(Marker { span, length, open: None, below: Vec::new() });
        }
    }
    markers
}

/// `{{#include path:part}}` on a line of its own.
fn include_call(text: &str, range: std::ops::Range<usize>) -> Option<Opening> {
    let inner = text[range.clone()].strip_prefix("{{#")?.strip_suffix("}}")?;
    let (name, rest) = inner.split_once(' ')?;
    let is_include = matches!(name, "include" | "rustdoc_include" | "playground");
    let start = range.start + "{{#".len() + name.len() + 1;
    let path = trimmed(text, start..start + rest.len()).filter(|_| is_include);
    path.map(|path| Opening {
        name: "include".to_owned(),
        title: Some(path),
        properties: Vec::new(),
        braced: false,
        jsx: false,
    })
}

/// Where the colons of a line begin, after the prefixes of quotes and list items.
fn marker_start(line: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        let rest = &line[at..];
        let trimmed = rest.trim_start_matches([' ', '\t', '>']);
        at += rest.len() - trimmed.len();
        if trimmed.starts_with(":::") || trimmed.starts_with("{{#") {
            return Some(at);
        }
        // A definition, or the definition of a footnote.
        let after_label = trimmed.strip_prefix("[^").and_then(|rest| rest.split_once("]:")).map(|(_, rest)| rest);
        if let Some(rest) = after_label.or_else(|| trimmed.strip_prefix(": ")) {
            at += trimmed.len() - rest.len();
            continue;
        }
        let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
        let marker = match trimmed.as_bytes().get(digits) {
            Some(b'.' | b')') if (1..10).contains(&digits) => digits + 1,
            Some(b'-' | b'*' | b'+') if digits == 0 => 1,
            _ => return None,
        };
        if !trimmed[marker..].starts_with([' ', '\t']) {
            return None;
        }
        at += marker;
    }
}

/// What stands after the colons: `name[Title]{key=value}`, `name Title words`, `{name} Title words`.
/// Nothing when there is no name: then the line is text.
fn opening(text: &str, range: std::ops::Range<usize>) -> Option<Opening> {
    let line = &text[range.clone()];
    let mut rest = line.trim_start();
    let name;
    let braced = rest.starts_with('{');
    if let Some(inner) = rest.strip_prefix('{') {
        let end = inner.find('}')?;
        name = &inner[..end];
        rest = &inner[end + 1..];
    } else {
        let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))).unwrap_or(rest.len());
        (name, rest) = rest.split_at(end);
    }
    if !name.starts_with(char::is_alphabetic) || name.contains(char::is_whitespace) {
        return None;
    }
    let mut at = range.end - rest.len();
    let mut title = None;
    if rest.starts_with('[')
        && let Some(length) = balanced(rest, '[', ']')
        // More words after the bracket: then it is no title in brackets, but a title with a bracket in it.
        && (rest[length..].trim().is_empty() || rest[length..].trim_start().starts_with('{'))
    {
        title = trimmed(text, at + 1..at + length - 1);
        at += length;
        rest = &rest[length..];
    }
    let mut properties = Vec::new();
    if let Some(inner) = rest.trim_start().strip_prefix('{')
        && let Some(inner) = inner.trim_end().strip_suffix('}')
    {
        let end = range.end - (line.len() - line.trim_end().len()) - 1;
        properties = read_properties(text, end - inner.len()..end);
    } else if title.is_none() {
        title = trimmed(text, at..range.end);
        // Title words may be followed by properties too.
        if let Some(words) = title
            && words.of(text).ends_with('}')
            && let Some(brace) = words.of(text).rfind('{')
        {
            properties = read_properties(text, words.start as usize + brace + 1..words.end as usize - 1);
            title = trimmed(text, words.start as usize..words.start as usize + brace);
        }
    }
    Some(Opening { name: name.to_lowercase(), title, properties, braced, jsx: false })
}

/// `key=value key2="two words" word #id .class`
fn read_properties(text: &str, range: std::ops::Range<usize>) -> Vec<Property> {
    let mut properties = Vec::new();
    let place = |rest: &str, length: usize| Span::new(range.end - rest.len(), range.end - rest.len() + length);
    let mut rest = text[range.clone()].trim_start();
    while !rest.is_empty() {
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let key = place(rest, end);
        rest = &rest[end..];
        let mut value = place(rest, 0);
        if let Some(after) = rest.strip_prefix('=') {
            let closed = |quote: char| after[1..].find(quote).map_or(after.len(), |at| at + 2);
            let end = match after.chars().next() {
                Some(quote @ ('"' | '\'')) => closed(quote),
                _ => after.find(char::is_whitespace).unwrap_or(after.len()),
            };
            value = place(after, end);
            rest = &after[end..];
        }
        if key.start < key.end {
            properties.push(Property { key, value, jsx: None });
        }
        rest = rest.trim_start();
    }
    properties
}

/// The `:key: value` lines right below a name in braces, as byte ranges without their line ends. Below other spellings a
/// line such as `:rocket: We ship` is text.
fn myst_options<'a>(text: &'a str, marker: &Marker) -> impl Iterator<Item = std::ops::Range<usize>> + 'a {
    let takes_options = marker.open.as_ref().is_some_and(|open| open.braced);
    let mut at = if takes_options { marker.span.end as usize } else { text.len() };
    std::iter::from_fn(move || {
        let rest = text[at..].strip_prefix("\r\n").or_else(|| text[at..].strip_prefix('\n'))?;
        let start = text.len() - rest.len();
        let line = rest.lines().next()?;
        let option = line.trim_start_matches([' ', '\t', '>']);
        let (key, _) = option.strip_prefix(':')?.split_once(':')?;
        let is_key = key.starts_with(char::is_alphabetic) && !key.contains(char::is_whitespace);
        at = start + line.trim_end_matches('\r').len();
        is_key.then_some(at - option.trim_end_matches('\r').len()..at)
    })
}

fn trimmed(text: &str, range: std::ops::Range<usize>) -> Option<Span> {
    let words = text[range.clone()].trim();
    let start = range.start + (text[range.clone()].len() - text[range].trim_start().len());
    (!words.is_empty()).then(|| Span::new(start, start + words.len()))
}

/// The length of the bracketed piece that a text begins with, brackets included.
fn balanced(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == open => depth += 1,
            _ if c == close => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + c.len_utf8());
                }
            }
            _ => {}
        }
    }
    None
}

fn overwrite(text: &mut String, range: std::ops::Range<usize>) {
    // Not asterisks: `* ***` would be one thematic break and no item of a list.
    let mut line = "___".to_owned();
    line.extend(std::iter::repeat_n(' ', range.len() - 3));
    text.replace_range(range, &line);
}

fn blank(text: &mut String, range: std::ops::Range<usize>) {
    let spaces = " ".repeat(range.len());
    text.replace_range(range, &spaces);
}
