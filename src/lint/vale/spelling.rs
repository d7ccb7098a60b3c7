//! Dictionaries. The one door to `spellbook`.
//!
//! Entry point: [`Speller`]. It must not know rules.

use std::collections::HashSet;
use std::sync::OnceLock;

use spellbook::Dictionary;

use crate::lint::spelling::{EN_US_AFF, EN_US_DIC};

/// Knows the words of one or more dictionaries.
#[derive(Default)]
pub struct Speller {
    dictionaries: Vec<Dictionary>,
    /// The dictionary that comes with Waypost is one of them. It is read when the first word is asked for.
    bundled: bool,
    english: OnceLock<Option<Dictionary>>,
    ignored: HashSet<String>,
}

impl std::fmt::Debug for Speller {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Speller").field("ignored", &self.ignored.len()).finish_non_exhaustive()
    }
}

impl Speller {
    /// Adds the dictionary that comes with Waypost.
    pub fn add_bundled(&mut self) {
        self.bundled = true;
    }

    /// Adds a dictionary in the format of Hunspell.
    pub fn add(&mut self, aff: &str, dic: &str) -> Result<(), String> {
        self.dictionaries.push(Dictionary::new(aff, dic).map_err(|error| error.to_string())?);
        Ok(())
    }

    /// There is no dictionary yet.
    pub fn is_empty(&self) -> bool {
        self.dictionaries.is_empty() && !self.bundled
    }

    /// Adds words, one a line.
    pub fn ignore(&mut self, list: &str) {
        let words = list.lines().map(str::trim).filter(|word| !word.is_empty() && *word != "#");
        self.ignored.extend(words.map(str::to_owned));
    }

    /// It knows the word, as it is written or in lower case.
    pub fn knows(&self, word: &str) -> bool {
        let english = if self.bundled { self.english() } else { None };
        let known = |word: &str| {
            self.ignored.contains(word)
                || self.dictionaries.iter().chain(english).any(|dictionary| dictionary.check(word))
        };
        if known(word) || is_number(word) {
            return true;
        }
        let lower = word.to_lowercase();
        if lower != word && known(&lower) {
            return true;
        }
        // `100GB`: only the unit is a word.
        let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
        unit.len() < word.len() && unit.chars().all(|c| c.is_ascii_alphabetic()) && known(unit)
    }

    /// Words like this one, the likeliest first.
    pub fn suggest(&self, word: &str) -> Vec<String> {
        let english = if self.bundled { self.english() } else { None };
        let mut all: Vec<String> = Vec::new();
        for dictionary in self.dictionaries.iter().chain(english) {
            let mut found = Vec::new();
            dictionary.suggest(word, &mut found);
            found.retain(|suggestion| !all.contains(suggestion));
            all.extend(found);
        }
        all.truncate(MOST_SUGGESTIONS);
        all
    }

    fn english(&self) -> Option<&Dictionary> {
        self.english.get_or_init(|| Dictionary::new(EN_US_AFF, EN_US_DIC).ok()).as_ref()
    }
}

const MOST_SUGGESTIONS: usize = 6;

/// Numbers of all kinds, and what is read by machines only.
fn is_number(word: &str) -> bool {
    let all = |text: &str, is: fn(char) -> bool| !text.is_empty() && text.chars().all(is);
    let decimal = word.starts_with(|c: char| c.is_ascii_digit())
        && all(word, |c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'))
        && !word.as_bytes().windows(2).any(|pair| pair.iter().all(|byte| !byte.is_ascii_digit()));
    let hexadecimal = word.strip_prefix("0x").or(word.strip_prefix('x'));
    let hash = word.len() == 40 && all(word, |c| c.is_ascii_digit() || c.is_ascii_lowercase());
    decimal
        || hexadecimal.is_some_and(|digits| all(digits, |c| c.is_ascii_hexdigit()))
        || word.strip_prefix("0b").is_some_and(|digits| all(digits, |c| matches!(c, '0' | '1')))
        || hash
}
