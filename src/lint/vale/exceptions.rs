//! What a rule lets pass: its own exceptions and the words that the project accepts.
//!
//! Entry points: [`Vocabulary`], [`Exceptions::read`] once a rule, [`Exceptions::allow`] once a hit. It must not know
//! where vocabularies come from.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::fields::{Fields, Item};
use super::pattern::{Effort, Pattern};

/// What a project says about words: those of all chosen vocabularies, in order, each of them a pattern.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// `accept.txt`: right, and only in this case.
    pub accept: Vec<String>,
    /// `reject.txt`: wrong.
    pub reject: Vec<String>,
    /// `WordTemplate`: what stands around the words of a rule, with `%s` for them.
    pub template: Option<String>,
    /// The accepted words, compiled once for all rules.
    accepted: OnceLock<Arc<Accepted>>,
}

impl Vocabulary {
    /// The words of all vocabularies.
    pub fn new(accept: Vec<String>, reject: Vec<String>) -> Vocabulary {
        Vocabulary { accept, reject, ..Vocabulary::default() }
    }

    /// Words that are no patterns, and why. They are left out.
    pub fn problems(&self) -> Vec<(&str, String)> {
        let all = self.accept.iter().chain(&self.reject);
        all.filter_map(|word| Some((word.as_str(), Pattern::new(word).err()?))).collect()
    }

    /// The accepted words that are patterns.
    pub fn good(&self) -> &[String] {
        &self.accepted().good
    }

    fn accepted(&self) -> &Arc<Accepted> {
        self.accepted.get_or_init(|| Arc::new(Accepted::new(&self.accept)))
    }
}

#[derive(Debug)]
struct Accepted {
    good: Vec<String>,
    words: Option<Pattern>,
    phrases: Option<Pattern>,
}

impl Accepted {
    fn new(accept: &[String]) -> Accepted {
        // One that is no pattern must not cost the others.
        let good = |word: &&String| !word.trim().is_empty() && Pattern::new(word).is_ok();
        let good: Vec<String> = accept.iter().filter(good).cloned().collect();
        let words = words_pattern(&good).ok().flatten();
        Accepted { words, phrases: phrases_pattern(&good, false), good }
    }
}

/// What one rule lets pass.
#[derive(Debug, Default)]
pub struct Exceptions {
    words: Option<Pattern>,
    phrases: Option<Pattern>,
    accepted: Option<Arc<Accepted>>,
}

impl Exceptions {
    /// Reads `exceptions:` and `vocab:`. `takes_vocabulary` is what the point itself says to accepted words.
    pub fn read(fields: &mut Fields, vocabulary: &Vocabulary, takes_vocabulary: bool) -> Exceptions {
        let vocab = fields.flag("vocab", true) && takes_vocabulary && !vocabulary.accept.is_empty();
        let own = own_exceptions(fields);
        let accepted = vocab.then(|| vocabulary.accepted().clone());
        let words = words_pattern(&own).unwrap_or_else(|message| {
            let span = fields.get("exceptions").map_or(fields.start(), |located| located.span);
            fields.error(span, format!("the exceptions do not make a pattern together: {message}"));
            None
        });
        // Without a vocabulary Vale compares phrases case by case, with one it does not.
        let phrases = phrases_pattern(&own, !vocab);
        Exceptions { words, phrases, accepted }
    }

    /// The observed text contains an exception, or the hit is part of an accepted phrase.
    pub fn allow(&self, text: &str, hit: &Range<usize>, observed: &str, effort: &mut Effort) -> bool {
        self.contain(observed, effort) || self.cover(text, hit, effort)
    }

    /// The observed text contains an exception.
    pub fn contain(&self, observed: &str, effort: &mut Effort) -> bool {
        let accepted = self.accepted.as_ref().and_then(|accepted| accepted.words.as_ref());
        self.words.iter().chain(accepted).any(|words| words.is_match(observed, effort))
    }

    fn cover(&self, text: &str, hit: &Range<usize>, effort: &mut Effort) -> bool {
        let accepted = self.accepted.as_ref().and_then(|accepted| accepted.phrases.as_ref());
        self.phrases.iter().chain(accepted).any(|phrases| {
            let mut spans = phrases.ranges(text, effort).into_iter();
            spans.any(|span| hit.start >= span.start && hit.end <= span.end)
        })
    }
}

/// The exceptions of a rule, without those that are no patterns, which are reported.
pub fn own_exceptions(fields: &mut Fields) -> Vec<String> {
    let items = fields.list("exceptions");
    let mut good = Vec::new();
    for Item { text, span } in items {
        match Pattern::new(&text) {
            Ok(_) => good.push(text),
            Err(message) => fields.error(span, format!("`{text}` is no pattern: {message}")),
        }
    }
    good
}

/// What matches any of the words, the longest first, each as a whole and in its own case.
pub fn words_source(words: &[String]) -> Option<String> {
    let mut words: Vec<&String> = words.iter().filter(|word| !word.trim().is_empty()).collect();
    if words.is_empty() {
        return None;
    }
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let words: Vec<String> = words.into_iter().map(|word| in_own_case(word)).collect();
    Some(format!(r"(?m)\b(?:{})\b", words.join("|")))
}

/// The word with its case marked as its own; `(?i)` says that it has none.
pub fn in_own_case(word: &str) -> String {
    if word.starts_with("(?i)") { word.to_owned() } else { format!("(?-i){word}") }
}

fn words_pattern(words: &[String]) -> Result<Option<Pattern>, String> {
    words_source(words).map(|source| Pattern::new(&source)).transpose()
}

/// What matches the phrases among the words.
pub fn phrases_pattern(words: &[String], own_case: bool) -> Option<Pattern> {
    let phrases = words.iter().filter(|word| word.contains([' ', '\t']) || word.contains(r"\s"));
    let phrases: Vec<String> =
        phrases.map(|phrase| if own_case { in_own_case(phrase) } else { phrase.clone() }).collect();
    if phrases.is_empty() {
        return None;
    }
    Pattern::new(&format!(r"(?i)\b(?:{})\b", phrases.join("|"))).ok()
}
