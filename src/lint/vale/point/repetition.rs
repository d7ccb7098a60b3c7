//! `repetition`: flags what stands twice in a row.

use std::ops::Range;

use super::Setup;
use crate::lint::vale::exceptions::Exceptions;
use crate::lint::vale::fields::{Fields, texts};
use crate::lint::vale::pattern::{Effort, Pattern};
use crate::lint::vale::rule::{Block, Hit, Rule};
use crate::lint::vale::sentences;

/// The point's data.
#[derive(Debug)]
pub struct Repetition {
    pattern: Pattern,
    exceptions: Exceptions,
    /// How often something may be repeated.
    most: usize,
    /// Only words of letters count.
    alpha: bool,
    ignore_case: bool,
}

impl Repetition {
    pub(super) fn read(fields: &mut Fields, setup: &Setup) -> Option<Repetition> {
        let (most, alpha) = (fields.count("max"), fields.flag("alpha", false));
        let ignore_case = fields.flag("ignorecase", false);
        let exceptions = Exceptions::read(fields, setup.vocabulary, true);
        let span = fields.required("tokens")?.span;
        let flag = if ignore_case { "(?i)" } else { "" };
        match Pattern::new(&format!("{flag}({})", texts(&fields.list("tokens")).join("|"))) {
            Ok(pattern) => Some(Repetition { pattern, exceptions, most, alpha, ignore_case }),
            Err(message) => {
                fields.error(span, format!("the tokens do not make a pattern: {message}"));
                None
            }
        }
    }

    pub(super) fn run(&self, rule: &Rule, block: &Block, effort: &mut Effort) -> Vec<Hit> {
        let text = block.text;
        let mut hits = Vec::new();
        let mut last: Option<Range<usize>> = None;
        let mut count = 0;
        for found in self.pattern.ranges(text, effort) {
            let before = last.replace(found.clone());
            let Some(before) = before else { continue };
            let word = text[found.clone()].trim();
            if word.is_empty() || !self.same(word, text[before.clone()].trim()) {
                continue;
            }
            if self.alpha && !word.chars().all(char::is_alphabetic) {
                continue;
            }
            count += 1;
            let range = before.start..found.end;
            let both = &text[range.clone()];
            if count <= self.most || sentences_apart(both) || self.exceptions.allow(text, &range, both, effort) {
                continue;
            }
            count = 0;
            let action = rule.action.as_ref().map(|action| action.of(both));
            hits.push(Hit { action, ..rule.say(range.clone(), both, &[word]) });
        }
        hits
    }

    fn same(&self, one: &str, other: &str) -> bool {
        match self.ignore_case {
            false => one == other,
            true if one.is_ascii() => one.eq_ignore_ascii_case(other),
            true => one.to_lowercase() == other.to_lowercase(),
        }
    }
}

/// "I forgot about that. That is important.": a word that ends a sentence may begin the next one.
fn sentences_apart(both: &str) -> bool {
    both.contains(['.', '!', '?', '…']) && sentences::split(both).len() != 1
}
