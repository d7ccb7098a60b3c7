//! Lists of patterns that are read as one.
//!
//! Entry point: [`Alternation`]. It must not know rules, nor which engine runs what.

use std::ops::Range;

use super::dialect::translate;
use super::pattern::{Effort, Gate, Pattern, after};

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
    gate: Option<Gate>,
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
        let gate = Gate::new(parts.iter().map(|part| &part.pattern));
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
        let open = match &self.gate {
            Some(gate) => gate.open(text),
            None => (0..self.parts.len()).collect(),
        };
        let mut ahead = Vec::new();
        for part in open.into_iter().filter_map(|nth| self.parts.get(nth)) {
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
