//! The one door to the regular expression engines: what can run in linear time does, the rest backtracks within a limit.
//!
//! Entry points: [`Pattern`] and, for lists of words, [`Alternation`]. It must not know rules.

use std::ops::Range;

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
    Plain(regex::Regex),
    Fancy {
        regex: Box<fancy_regex::Regex>,
        /// Matches from every place from which `regex` does, and is much faster to say no.
        relaxed: Option<regex::Regex>,
    },
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
            let regex = plain(&translated.pattern)?;
            let names = regex.capture_names().map(|name| name.map(str::to_owned)).collect();
            return Ok(Pattern { engine: Engine::Plain(regex), names });
        }
        let regex = fancy_regex::RegexBuilder::new(&translated.pattern)
            .backtrack_limit(BACKTRACK_LIMIT)
            .delegate_size_limit(SIZE_LIMIT)
            .build()
            .map_err(|error| last_line(&error.to_string()))?;
        let names = regex.capture_names().map(|name| name.map(str::to_owned)).collect();
        let relaxed = translated.relaxed.as_deref().and_then(|relaxed| plain(relaxed).ok());
        Ok(Pattern { engine: Engine::Fancy { regex: Box::new(regex), relaxed }, names })
    }

    /// It matches somewhere.
    pub fn is_match(&self, text: &str, effort: &mut Effort) -> bool {
        match &self.engine {
            Engine::Plain(regex) => regex.is_match(text),
            Engine::Fancy { .. } => self.find_at(text, 0, effort).is_some(),
        }
    }

    /// The first match that begins at `start` or later.
    pub fn find_at(&self, text: &str, start: usize, effort: &mut Effort) -> Option<Range<usize>> {
        match &self.engine {
            Engine::Plain(regex) => regex.find_at(text, start).map(|found| found.range()),
            Engine::Fancy { regex, relaxed } => {
                let start = match relaxed {
                    Some(relaxed) => relaxed.find_at(text, start)?.start(),
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
            Engine::Plain(regex) => {
                let captures = regex.captures_at(text, start)?;
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

    /// A pattern for the linear engine that matches wherever this one does.
    fn relaxed(&self) -> &str {
        match &self.engine {
            Engine::Plain(regex) => regex.as_str(),
            Engine::Fancy { relaxed, .. } => relaxed.as_ref().map_or("", regex::Regex::as_str),
        }
    }

    /// The names of the groups, in order, the match itself first.
    pub fn names(&self) -> &[Option<String>] {
        &self.names
    }
}

/// A pattern whose matches are replaced, in the dialect of Go: an action's, not a rule's.
#[derive(Debug, Clone)]
pub struct Replacer(regex::Regex);

impl Replacer {
    /// Compiles a pattern. The error is in words for the writer.
    pub fn new(pattern: &str) -> Result<Replacer, String> {
        plain(pattern).map(Replacer)
    }

    /// The text with all matches replaced; `${1}` in `to` is a group.
    pub fn apply(&self, text: &str, to: &str) -> String {
        self.0.replace_all(text, to).into_owned()
    }
}

/// Where the search goes on after a match. An empty one steps over a character, or it would be found for ever.
pub fn after(text: &str, range: &Range<usize>) -> Option<usize> {
    if range.end > range.start {
        return Some(range.end);
    }
    text[range.end..].chars().next().map(|c| range.end + c.len_utf8())
}

fn plain(pattern: &str) -> Result<regex::Regex, String> {
    let mut builder = regex::RegexBuilder::new(pattern);
    builder.size_limit(SIZE_LIMIT).dfa_size_limit(DFA_LIMIT);
    builder.build().map_err(|error| last_line(&error.to_string()))
}

/// The engines draw where in their own dialect they stopped, which is not what the writer wrote.
fn last_line(message: &str) -> String {
    let line = message.lines().rfind(|line| !line.trim().is_empty()).unwrap_or(message);
    line.trim().trim_start_matches("error: ").to_owned()
}

/// What stands around a list of words.
#[derive(Debug, Clone, Default)]
pub struct Around {
    /// Before the words: flags, a boundary, an opened group.
    pub before: String,
    /// After them.
    pub after: String,
    /// The pattern may match more than the words themselves, and only these count.
    pub wider: bool,
}

impl Around {
    /// `template` has one `%s`, where the words go.
    pub fn template(template: &str, ignore_case: bool) -> Around {
        let (before, after) = template.split_once("%s").unwrap_or((template, ""));
        let flag = if ignore_case { "(?i)" } else { "" };
        let wider = template != WORDS && template != NO_WORDS;
        Around { before: format!("{flag}{before}"), after: after.to_owned(), wider }
    }
}

/// Where keys are words.
pub const WORDS: &str = r"(?m)\b(?:%s)\b";
/// Where they may be anything.
pub const NO_WORDS: &str = "(?m)(?:%s)";

/// A list of patterns, read as one. Those that the linear engine can run are one pattern; each of the others runs alone,
/// because one of them would make the whole list slow.
#[derive(Debug)]
pub struct Alternation {
    /// Says in one pass which parts may match.
    gate: Option<regex::RegexSet>,
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    pattern: Pattern,
    /// Which group of the pattern is which key.
    keys: Vec<(usize, usize)>,
}

/// A match of an [`Alternation`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyMatch {
    /// Which key.
    pub key: usize,
    /// Where.
    pub range: Range<usize>,
}

/// What cannot be compiled, and the key that is to blame, where it is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadKey {
    /// Index of the key.
    pub key: Option<usize>,
    /// Why.
    pub message: String,
}

impl Alternation {
    /// Compiles a list. With `which`, matches say which key it was; without, the key is always 0.
    pub fn new(around: &Around, keys: &[String], which: bool) -> Result<Alternation, BadKey> {
        let all = || (0..keys.len()).collect::<Vec<usize>>();
        let mut fancy = Vec::new();
        let mut together = false;
        for (index, key) in keys.iter().enumerate() {
            let translated = translate(key).map_err(|message| BadKey { key: Some(index), message })?;
            // A flag that one key sets holds for those after it, and groups are counted through all of them.
            together |= translated.leaks || (translated.refers && !which);
            if translated.fancy {
                fancy.push(index);
            }
        }
        if fancy.is_empty() || together || keys.len() == 1 {
            let part = Part::new(around, keys, &all(), which).map_err(|message| blame(around, keys, message))?;
            return Ok(Alternation { gate: None, parts: vec![part] });
        }
        let linear: Vec<usize> = all().into_iter().filter(|index| !fancy.contains(index)).collect();
        let mut parts = Vec::new();
        if !linear.is_empty() {
            parts.push(Part::new(around, keys, &linear, true).map_err(|message| blame(around, keys, message))?);
        }
        for index in fancy {
            let part = Part::new(around, keys, &[index], true);
            parts.push(part.map_err(|message| BadKey { key: Some(index), message })?);
        }
        let mut gate = regex::RegexSetBuilder::new(parts.iter().map(|part| part.pattern.relaxed()));
        let gate = gate.size_limit(SIZE_LIMIT).dfa_size_limit(DFA_LIMIT).build().ok();
        Ok(Alternation { gate, parts })
    }

    /// All matches: the leftmost first, of two at one place the key that comes first, and none within another.
    pub fn matches(&self, text: &str, effort: &mut Effort) -> Vec<KeyMatch> {
        let mut found = Vec::new();
        if let [part] = self.parts.as_slice() {
            let mut at = Some(0);
            while let Some(range) = at.and_then(|at| part.pattern.find_at(text, at, effort)) {
                at = after(text, &range);
                found.extend(part.key(text, range, effort));
            }
            return found;
        }
        // The parts that may match, and the next match of each.
        let open = self.gate.as_ref().map(|gate| gate.matches(text));
        let open = |nth: usize| open.as_ref().is_none_or(|open| open.matched(nth));
        let mut ahead = Vec::new();
        for (_, part) in self.parts.iter().enumerate().filter(|(nth, _)| open(*nth)) {
            ahead.extend(part.pattern.find_at(text, 0, effort).map(|range| (part, Some(range))));
        }
        while let Some(start) = ahead.iter().filter_map(|(_, range)| Some(range.as_ref()?.start)).min() {
            let first = ahead.iter().filter_map(|(part, range)| {
                let range = range.clone().filter(|range| range.start == start)?;
                Some((part.key(text, range.clone(), effort)?, range))
            });
            let Some((hit, whole)) = first.min_by_key(|(hit, _)| hit.key) else { break };
            found.push(hit);
            let Some(at) = after(text, &whole) else { break };
            for (part, range) in &mut ahead {
                if range.as_ref().is_some_and(|range| range.start < at) {
                    *range = part.pattern.find_at(text, at, effort);
                }
            }
        }
        found
    }
}

impl Part {
    fn new(around: &Around, keys: &[String], of: &[usize], which: bool) -> Result<Part, String> {
        let grouped = around.wider || (which && of.len() > 1);
        let mut joined = around.before.clone();
        for (nth, index) in of.iter().enumerate() {
            if nth > 0 {
                joined.push('|');
            }
            if grouped {
                joined.push_str(&format!("(?P<key_{index}>"));
            }
            joined.push_str(&keys[*index]);
            if grouped {
                joined.push(')');
            }
        }
        joined.push_str(&around.after);
        let pattern = Pattern::new(&joined)?;
        let keys = match (grouped, of) {
            (false, [only]) => vec![(0, if which { *only } else { 0 })],
            (false, _) => vec![(0, 0)],
            (true, _) => {
                let key = |name: &Option<String>| name.as_deref()?.strip_prefix("key_")?.parse().ok();
                let groups = pattern.names().iter().enumerate();
                groups.filter_map(|(group, name)| Some((group, if which { key(name)? } else { 0 }))).collect()
            }
        };
        Ok(Part { pattern, keys })
    }

    /// Which key a match is of.
    fn key(&self, text: &str, whole: Range<usize>, effort: &mut Effort) -> Option<KeyMatch> {
        if let [(0, key)] = self.keys.as_slice() {
            return Some(KeyMatch { key: *key, range: whole });
        }
        let captures = self.pattern.captures_at(text, whole.start, effort)?;
        let matched = |&(group, key): &(usize, usize)| {
            let range = captures.get(group)?.clone()?;
            Some(KeyMatch { key, range })
        };
        self.keys.iter().find_map(matched)
    }
}

/// Finds the key because of which a list does not compile.
fn blame(around: &Around, keys: &[String], message: String) -> BadKey {
    let alone = |index: &usize| Part::new(around, keys, &[*index], true).is_err();
    BadKey { key: (0..keys.len()).find(alone), message }
}
