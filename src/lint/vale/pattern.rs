//! The one door to the regular expression engines: what can run in linear time does, the rest backtracks within a limit.
//!
//! Entry points: [`Pattern`], and [`Gate`] where many of them wait. It must not know rules.

use std::ops::Range;
use std::sync::OnceLock;

use super::dialect::{Translated, translate};

/// What a search learnt about itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Effort {
    /// A pattern gave up: it went back more often than it may.
    pub overran: bool,
}

/// A compiled pattern.
#[derive(Debug)]
pub struct Pattern {
    engine: Engine,
    names: Vec<Option<String>>,
}

#[derive(Debug)]
enum Engine {
    Linear(Linear),
    Fancy {
        regex: Box<fancy_regex::Regex>,
        /// Matches from every place from which `regex` does, and is much faster to say no.
        relaxed: Option<Linear>,
    },
}

/// A pattern for the engine that never goes back. Its fastest part gives up where a boundary of words meets a letter
/// beyond ASCII; so the boundaries are those of ASCII, which are the same wherever there is no such letter.
#[derive(Debug)]
struct Linear {
    source: String,
    regex: regex::Regex,
    /// There are boundaries in it.
    bounded: bool,
    /// For texts with such letters: the pattern without boundaries, which says no fast, and the pattern itself.
    wide: OnceLock<Option<[regex::Regex; 2]>>,
}

/// How often the backtracking engine may go back in one search.
const BACKTRACK_LIMIT: usize = 4_000_000;
/// Lists of a thousand words with Unicode classes are large.
const SIZE_LIMIT: usize = 64 << 20;
const DFA_LIMIT: usize = 8 << 20;

impl Pattern {
    /// Compiles a pattern as rules write it. The error is in words for the writer.
    pub fn new(pattern: &str) -> Result<Pattern, String> {
        Pattern::compile(&translate(pattern)?)
    }

    fn compile(translated: &Translated) -> Result<Pattern, String> {
        if !translated.fancy {
            let linear = Linear::new(&translated.pattern)?;
            let names = linear.regex.capture_names().map(|name| name.map(str::to_owned)).collect();
            return Ok(Pattern { engine: Engine::Linear(linear), names });
        }
        let regex = fancy_regex::RegexBuilder::new(&translated.pattern)
            .backtrack_limit(BACKTRACK_LIMIT)
            .delegate_size_limit(SIZE_LIMIT)
            .build()
            .map_err(|error| last_line(&error.to_string()))?;
        let names = regex.capture_names().map(|name| name.map(str::to_owned)).collect();
        let relaxed = translated.relaxed.as_deref().and_then(|relaxed| Linear::new(relaxed).ok());
        Ok(Pattern { engine: Engine::Fancy { regex: Box::new(regex), relaxed }, names })
    }

    /// It matches somewhere.
    pub fn is_match(&self, text: &str, effort: &mut Effort) -> bool {
        match &self.engine {
            Engine::Linear(linear) => linear.is_match(text),
            Engine::Fancy { .. } => self.find_at(text, 0, effort).is_some(),
        }
    }

    /// The first match that begins at `start` or later.
    pub fn find_at(&self, text: &str, start: usize, effort: &mut Effort) -> Option<Range<usize>> {
        match &self.engine {
            Engine::Linear(linear) => linear.find_at(text, start),
            Engine::Fancy { regex, relaxed } => {
                let start = match relaxed {
                    Some(relaxed) => relaxed.find_at(text, start)?.start,
                    None => start,
                };
                match regex.find_from_pos(text, start) {
                    Ok(found) => found.map(|found| found.range()),
                    Err(_) => {
                        effort.overran = true;
                        None
                    }
                }
            }
        }
    }

    /// The groups of the first match that begins at `start` or later; the match itself is the first.
    pub fn captures_at(&self, text: &str, start: usize, effort: &mut Effort) -> Option<Vec<Option<Range<usize>>>> {
        match &self.engine {
            Engine::Linear(linear) => {
                let captures = linear.of(text).captures_at(text, start)?;
                Some(captures.iter().map(|group| group.map(|group| group.range())).collect())
            }
            Engine::Fancy { regex, .. } => match regex.captures_from_pos(text, start) {
                Ok(captures) => Some(captures?.iter().map(|group| group.map(|group| group.range())).collect()),
                Err(_) => {
                    effort.overran = true;
                    None
                }
            },
        }
    }

    /// All matches, one after the other.
    pub fn ranges(&self, text: &str, effort: &mut Effort) -> Vec<Range<usize>> {
        let mut ranges = Vec::new();
        let mut at = Some(0);
        while let Some(range) = at.and_then(|at| self.find_at(text, at, effort)) {
            at = after(text, &range);
            ranges.push(range);
        }
        ranges
    }

    /// The text with each match replaced; `$1` in the value is the first group.
    pub fn replace_all(&self, text: &str, value: &str, effort: &mut Effort) -> String {
        let mut out = String::new();
        let mut copied = 0;
        let mut at = Some(0);
        while let Some(captures) = at.and_then(|at| self.captures_at(text, at, effort)) {
            let Some(Some(whole)) = captures.first().cloned() else { break };
            out.push_str(&text[copied..whole.start]);
            expand(&mut out, value, |group| {
                captures.get(group).map(|range| range.clone().map_or("", |range| &text[range]))
            });
            copied = whole.end;
            at = after(text, &whole);
        }
        out.push_str(&text[copied..]);
        out
    }

    /// The names of the groups, in order, the match itself first.
    pub fn names(&self) -> &[Option<String>] {
        &self.names
    }

    /// What the linear engine can say about it.
    fn relaxed(&self) -> Option<&Linear> {
        match &self.engine {
            Engine::Linear(linear) => Some(linear),
            Engine::Fancy { relaxed, .. } => relaxed.as_ref(),
        }
    }
}

impl Linear {
    fn new(pattern: &str) -> Result<Linear, String> {
        let ascii = boundaries(pattern, r"(?-u:\b)");
        let bounded = ascii != pattern;
        Ok(Linear { source: pattern.to_owned(), regex: compile(&ascii)?, bounded, wide: OnceLock::new() })
    }

    fn wide(&self, text: &str) -> Option<&[regex::Regex; 2]> {
        if !self.bounded || !has_wide_letters(text) {
            return None;
        }
        let both = || Some([compile(&boundaries(&self.source, "")).ok()?, compile(&self.source).ok()?]);
        self.wide.get_or_init(both).as_ref()
    }

    fn of(&self, text: &str) -> &regex::Regex {
        self.wide(text).map_or(&self.regex, |[_, exact]| exact)
    }

    fn is_match(&self, text: &str) -> bool {
        match self.wide(text) {
            None => self.regex.is_match(text),
            Some([loose, exact]) => loose.is_match(text) && exact.is_match(text),
        }
    }

    fn find_at(&self, text: &str, start: usize) -> Option<Range<usize>> {
        match self.wide(text) {
            None => self.regex.find_at(text, start).map(|found| found.range()),
            Some([loose, exact]) => {
                let start = loose.find_at(text, start)?.start();
                exact.find_at(text, start).map(|found| found.range())
            }
        }
    }
}

/// Says in one pass which of many patterns may match a text.
#[derive(Debug)]
pub struct Gate {
    sources: Vec<String>,
    ascii: regex::RegexSet,
    loose: OnceLock<Option<regex::RegexSet>>,
}

impl Gate {
    /// For these patterns; none where they are too large together.
    pub fn new<'a>(patterns: impl Iterator<Item = &'a Pattern>) -> Option<Gate> {
        let sources: Vec<String> =
            patterns.map(|pattern| pattern.relaxed().map_or(String::new(), |linear| linear.source.clone())).collect();
        let ascii = set(&sources, r"(?-u:\b)")?;
        Some(Gate { sources, ascii, loose: OnceLock::new() })
    }

    /// Indices of those that may match, in order.
    pub fn open(&self, text: &str) -> Vec<usize> {
        if !has_wide_letters(text) {
            return self.ascii.matches(text).into_iter().collect();
        }
        match self.loose.get_or_init(|| set(&self.sources, "")) {
            Some(loose) => loose.matches(text).into_iter().collect(),
            None => (0..self.sources.len()).collect(),
        }
    }
}

/// Where the search goes on after a match. An empty one steps over a character, or it would be found for ever.
pub fn after(text: &str, range: &Range<usize>) -> Option<usize> {
    if range.end > range.start {
        return Some(range.end);
    }
    text[range.end..].chars().next().map(|c| range.end + c.len_utf8())
}

fn compile(pattern: &str) -> Result<regex::Regex, String> {
    let mut builder = regex::RegexBuilder::new(pattern);
    builder.size_limit(SIZE_LIMIT).dfa_size_limit(DFA_LIMIT);
    builder.build().map_err(|error| last_line(&error.to_string()))
}

fn set(sources: &[String], boundary: &str) -> Option<regex::RegexSet> {
    let mut builder = regex::RegexSetBuilder::new(sources.iter().map(|source| boundaries(source, boundary)));
    builder.size_limit(SIZE_LIMIT).dfa_size_limit(DFA_LIMIT).build().ok()
}

/// The pattern with each `\b` written otherwise. It stands outside classes only: `translate` sees to that.
fn boundaries(pattern: &str, otherwise: &str) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let escaped = after.chars().next();
        rest = &after[escaped.map_or(0, char::len_utf8)..];
        match escaped {
            Some('b') => out.push_str(otherwise),
            escaped => {
                out.push('\\');
                out.extend(escaped);
            }
        }
    }
    out.push_str(rest);
    out
}

/// There are letters or digits beyond ASCII, or marks on them.
fn has_wide_letters(text: &str) -> bool {
    let is_wide = |c: char| !c.is_ascii() && !is_typographic(c);
    !text.is_ascii() && text.chars().any(is_wide)
}

/// Quotes, dashes, arrows, boxes, bullets and other signs that are parts of no word.
fn is_typographic(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{a9}' | '\u{ab}'..='\u{b1}' | '\u{b4}' | '\u{b6}'..='\u{b8}' | '\u{bb}' | '\u{bf}')
        || matches!(c, '\u{2000}'..='\u{200b}' | '\u{2010}'..='\u{203e}' | '\u{2041}'..='\u{2053}')
        || matches!(c, '\u{20a0}'..='\u{20bf}' | '\u{2190}'..='\u{2426}' | '\u{2500}'..='\u{2bff}')
        || matches!(c, '\u{1f300}'..='\u{1faff}')
}

/// Writes a value with `$1`, `${1}`, `$&` and `$$` filled in. A group that does not exist stays as it is written.
fn expand<'t>(out: &mut String, value: &str, group: impl Fn(usize) -> Option<&'t str>) {
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('$') {
        out.push_str(before);
        rest = after;
        if let Some(after) = rest.strip_prefix('$') {
            out.push('$');
            rest = after;
            continue;
        }
        if let Some(after) = rest.strip_prefix('&') {
            out.push_str(group(0).unwrap_or(""));
            rest = after;
            continue;
        }
        let braced = rest.strip_prefix('{').and_then(|inner| inner.split_once('}'));
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, after) = braced.unwrap_or((&rest[..digits], &rest[digits..]));
        match number.parse().ok().and_then(&group) {
            Some(text) => {
                out.push_str(text);
                rest = after;
            }
            None => out.push('$'),
        }
    }
    out.push_str(rest);
}

/// The engines draw where in their own dialect they stopped, which is not what the writer wrote.
fn last_line(message: &str) -> String {
    let line = message.lines().rfind(|line| !line.trim().is_empty()).unwrap_or(message);
    line.trim().trim_start_matches("error: ").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boundaries_are_those_of_words_in_every_script() {
        let pattern = Pattern::new(r"\b(?:is|été|naïve)\b").unwrap();
        let check = |text: &str, expected: &[&str]| {
            let found = pattern.ranges(text, &mut Effort::default());
            assert_eq!(found.into_iter().map(|range| &text[range]).collect::<Vec<_>>(), expected, "{text}");
        };
        check("this is", &["is"]);
        check("“is” —is→ is… 🎉is", &["is", "is", "is", "is"]);
        check("éis isé is", &["is"]);
        check("l'été naïve naïveté", &["été", "naïve"]);
    }

    #[test]
    fn signs_are_no_letters() {
        let word = regex::Regex::new(r"^\w$").unwrap();
        for c in ('\u{80}'..='\u{1ffff}').filter(|c| is_typographic(*c)) {
            assert!(!word.is_match(c.encode_utf8(&mut [0; 4])), "{:x}", u32::from(c));
        }
    }

    #[test]
    fn groups_are_filled_in() {
        let pattern = Pattern::new(r"(\w)(\w)").unwrap();
        let replaced = pattern.replace_all("ab, cd", "$2${1} $& $$ $7 $x", &mut Effort::default());
        assert_eq!(replaced, "ba ab $ $7 $x, dc cd $ $7 $x");
    }
}
