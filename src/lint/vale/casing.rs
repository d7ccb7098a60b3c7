//! Headings in title case and in sentence case, as style guides ask for them.
//!
//! Entry points: [`Casing::new`] and [`Casing::check`]. It must not know rules.

use super::dialect::translate;
use super::english::{PREPOSITIONS, SMALL, is_in, reads_as_noun};
use super::exceptions::{in_own_case, words_source};
use super::pattern::{Effort, Pattern};
use crate::lint::capitalized;

/// How the words of a heading should be written.
#[derive(Debug)]
pub struct Casing {
    style: Style,
    terms: Terms,
    /// Goes before the heading, and has no case: `a. `.
    prefix: Option<Pattern>,
    /// A word that ends in one of these frees the next one.
    indicators: Vec<String>,
    /// The share of words that must agree.
    threshold: f64,
    /// The words that are written anew.
    parts: Pattern,
    /// The words that are compared.
    words: Pattern,
    /// Is found in a word that is right whatever its case.
    excepted: Option<Pattern>,
}

/// A style of case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Title case after the Associated Press.
    Ap,
    /// Title case after the Chicago Manual.
    Chicago,
    /// Only the first word and names.
    Sentence,
}

/// A heading as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cased {
    /// As Vale shows it: in sentence case, words and nothing between them but spaces.
    pub shown: String,
    /// The text itself with its words written anew and everything between them kept.
    pub text: String,
}

const WORD: &str = r"[\p{N}\p{L}*]+[^\s]*";

impl Casing {
    /// `own` are the rule's exceptions, `accepted` the project's words. The error is about the two together.
    pub fn new(style: Style, own: &[String], accepted: &[String]) -> Result<Casing, String> {
        // Without accepted words Vale compares exceptions case by case: it knows no right case for them.
        let own_case = accepted.is_empty();
        let mut all: Vec<String> = own.iter().chain(accepted).filter(|word| !word.is_empty()).cloned().collect();
        all.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let excepted = words_source(&all);
        let words = excepted.as_ref().map_or(WORD.to_owned(), |excepted| format!("{excepted}|{WORD}"));
        let marked: Vec<String> =
            all.iter().map(|word| if own_case { in_own_case(word) } else { word.clone() }).collect();
        let parts = match style {
            Style::Sentence if !all.is_empty() => format!(r"(?i)\b(?:{})\b|{WORD}", marked.join("|")),
            Style::Sentence => WORD.to_owned(),
            Style::Ap | Style::Chicago => r"[\p{N}\p{L}]+[^\s\-/]*".to_owned(),
        };
        Ok(Casing {
            style,
            terms: Terms::new(&all, own_case)?,
            prefix: None,
            indicators: Vec::new(),
            threshold: 0.8,
            parts: Pattern::new(&parts)?,
            words: Pattern::new(&words)?,
            excepted: excepted.map(|excepted| Pattern::new(&excepted)).transpose()?,
        })
    }

    /// With a prefix that has no case.
    pub fn prefix(mut self, prefix: Option<Pattern>) -> Casing {
        self.prefix = prefix;
        self
    }

    /// With endings after which a word is free.
    pub fn indicators(mut self, indicators: Vec<String>) -> Casing {
        self.indicators = indicators;
        self
    }

    /// With another share of words that must agree.
    pub fn threshold(mut self, threshold: f64) -> Casing {
        self.threshold = threshold;
        self
    }

    /// The heading as it should be, where it is not.
    pub fn check(&self, text: &str, effort: &mut Effort) -> Option<Cased> {
        let cased = self.convert(text, effort);
        let expected = self.words.ranges(&cased.shown, effort);
        let found = self.words.ranges(text, effort);
        let mut right = 0;
        for (nth, range) in found.iter().enumerate() {
            let word = &text[range.clone()];
            // Exceptions may part the two differently; what has no counterpart is right.
            let same = expected.get(nth).is_none_or(|range| &cased.shown[range.clone()] == word);
            if same || self.excepted.as_ref().is_some_and(|excepted| excepted.is_match(word, effort)) {
                right += 1;
            } else if self.style == Style::Sentence {
                if nth == 0 && word != each_capitalized(word) {
                    return Some(cased);
                }
            } else if word == word.to_uppercase() || word.eq_ignore_ascii_case("to") {
                // Whether "to" is followed by a verb is only guessed, so either case passes.
                right += 1;
            }
        }
        let agrees = found.is_empty() || f64::from(right) / found.len() as f64 >= self.threshold;
        (!agrees).then_some(cased)
    }

    /// The heading as it should be.
    pub fn convert(&self, text: &str, effort: &mut Effort) -> Cased {
        let prefix = self.prefix.as_ref().and_then(|prefix| prefix.find_at(text, 0, effort));
        let prefix = prefix.map_or("", |range| &text[range]);
        let body = text.strip_prefix(prefix).unwrap_or(text);
        let parts = self.parts.ranges(body, effort);
        let words: Vec<String> = match self.style {
            Style::Sentence => self.sentence(body, &parts, effort),
            Style::Ap | Style::Chicago => self.title(body, &parts, effort),
        };
        let mut converted = prefix.to_owned();
        let mut copied = 0;
        for (range, word) in parts.iter().zip(&words) {
            converted.push_str(&body[copied..range.start]);
            converted.push_str(word);
            copied = range.end;
        }
        converted.push_str(&body[copied..]);
        let shown = match self.style {
            Style::Sentence => format!("{prefix}{}", words.join(" ")),
            Style::Ap | Style::Chicago => converted.clone(),
        };
        Cased { shown, text: converted }
    }

    fn sentence(&self, body: &str, parts: &[std::ops::Range<usize>], effort: &mut Effort) -> Vec<String> {
        let mut words = Vec::with_capacity(parts.len());
        let mut before: Option<&str> = None;
        for (nth, range) in parts.iter().enumerate() {
            let word = &body[range.clone()];
            let starts = before.is_none_or(|before| {
                let ends = |ending: &String| before.len() > ending.len() && before.ends_with(ending.as_str());
                self.indicators.iter().any(ends) || (nth == 1 && is_numbered(before))
            });
            words.push(match self.terms.find(word, effort) {
                Some(term) => term.to_owned(),
                None if starts => capitalized(&word.to_lowercase()),
                None => word.to_lowercase(),
            });
            before = Some(word);
        }
        words
    }

    fn title(&self, body: &str, parts: &[std::ops::Range<usize>], effort: &mut Effort) -> Vec<String> {
        // A dash of any length parts a title.
        let plain: Vec<char> = body.chars().map(|c| if matches!(c, '–' | '—') { '-' } else { c }).collect();
        let first = plain.first().copied().unwrap_or(' ');
        let mut words = Vec::with_capacity(parts.len());
        let mut at = 0;
        let mut counted = 0;
        for (nth, range) in parts.iter().enumerate() {
            let word = &body[range.clone()];
            at += body[counted..range.start].chars().count();
            counted = range.start;
            let end = at + word.chars().count();
            let before = |back: usize| at.checked_sub(back).map_or(first, |at| plain[at]);
            let next = plain.get(end).copied().unwrap_or(first);
            let bounds = at == 0 || end == plain.len();
            let follows = parts.get(nth + 1).map(|range| &body[range.clone()]);
            let lower = word.to_lowercase();
            let within = matches!(before(1), ' ' | '-' | '/')
                && !matches!(before(2), ':' | '-')
                && (next != '-' || before(1) == '-');
            words.push(match self.terms.find(word, effort) {
                Some(term) => term.to_owned(),
                None if within && self.is_small(&lower, follows, bounds) => lower,
                None => capitalized(word),
            });
        }
        words
    }

    fn is_small(&self, word: &str, follows: Option<&str>, bounds: bool) -> bool {
        match self.style {
            Style::Ap if word == "to" => follows.is_some_and(reads_as_noun),
            Style::Ap => !bounds && is_in(SMALL, word),
            _ => !bounds && (is_in(SMALL, word) || is_in(PREPOSITIONS, word)),
        }
    }
}

/// Words that have their own case.
#[derive(Debug)]
struct Terms {
    terms: Vec<Term>,
    /// Is not found where no term is.
    gate: Option<Pattern>,
}

#[derive(Debug)]
struct Term {
    text: String,
    /// In lower case, where any case is put right.
    lower: Option<String>,
    /// A term without a special character is found faster as a text.
    pattern: Option<Pattern>,
}

impl Terms {
    fn new(words: &[String], own_case: bool) -> Result<Terms, String> {
        let mut terms = Vec::with_capacity(words.len());
        for word in words {
            let special = !word.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '/' | '\''));
            let pattern = special.then(|| Pattern::new(word)).transpose()?;
            let lower = (!own_case).then(|| word.to_lowercase());
            terms.push(Term { text: word.clone(), lower, pattern });
        }
        let any = (!words.is_empty()).then(|| format!("(?i)(?:{})", words.join("|")));
        let gate = any.filter(|any| translate(any).is_ok_and(|any| !any.fancy)).and_then(|any| Pattern::new(&any).ok());
        Ok(Terms { terms, gate })
    }

    /// The word as a term writes it, or as it stands where it contains a term.
    fn find<'t>(&'t self, word: &'t str, effort: &mut Effort) -> Option<&'t str> {
        if self.terms.is_empty() || self.gate.as_ref().is_some_and(|gate| !gate.is_match(word, effort)) {
            return None;
        }
        let lower = word.to_lowercase();
        self.terms.iter().find_map(|term| {
            if term.lower.as_ref().is_some_and(|term| *term == lower) {
                return Some(term.text.as_str());
            }
            let contains = match &term.pattern {
                Some(pattern) => pattern.is_match(word, effort),
                None => word.contains(&term.text),
            };
            contains.then_some(word)
        })
    }
}

/// `1.`, `12.3.`
fn is_numbered(word: &str) -> bool {
    word.match_indices('.').any(|(at, _)| word[..at].ends_with(|c: char| c.is_ascii_digit()))
}

/// Each run of letters, digits and `_` in lower case with its first letter upper.
fn each_capitalized(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut within = false;
    for c in word.chars() {
        if within {
            out.extend(c.to_lowercase());
        } else {
            out.extend(c.to_uppercase());
        }
        // Beyond ASCII, only blanks part words.
        within = if c.is_ascii() { c.is_ascii_alphanumeric() || c == '_' } else { !c.is_whitespace() };
    }
    out
}
