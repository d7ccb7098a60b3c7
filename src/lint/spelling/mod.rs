//! How words are spelled: a list of corrections, and dictionaries. The door to `spellbook`.
//!
//! `en_US-web.aff` and `en_US-web.dic` are the dictionary of Vale (`LICENSE`). `corrections.txt` holds common misspellings
//! from the list of `typos` (`corrections.LICENSE`): a line is a wrong word and what it should be, in the order of bytes.

use std::collections::HashMap;

use super::Facts;
use crate::config::{self, LintSettings};
use crate::diagnostic::{Diagnostic, Severity};

const EN_US_AFF: &str = include_str!("en_US-web.aff");
const EN_US_DIC: &str = include_str!("en_US-web.dic");
const CORRECTIONS: &str = include_str!("corrections.txt");

/// The dictionary that comes with the program.
pub const BUNDLED: &str = "en_US";

/// Words by which others are looked up.
pub(in crate::lint) struct Dictionary(spellbook::Dictionary);

impl Dictionary {
    /// The dictionary of the settings, if they name one.
    pub fn new(settings: &LintSettings, facts: &Facts) -> Result<Option<Dictionary>, Box<Diagnostic>> {
        let Some(name) = &settings.dictionary else { return Ok(None) };
        let (aff, dic) = match &facts.dictionary {
            _ if name.value == BUNDLED => (EN_US_AFF, EN_US_DIC),
            Some(files) => (&*files.aff, &*files.dic),
            // Who read the files has said so.
            None => return Ok(None),
        };
        spellbook::Dictionary::new(aff, dic).map(|dictionary| Some(Dictionary(dictionary))).map_err(|error| {
            let message = format!("`{}` is no Hunspell dictionary: {error}", name.value);
            let path = std::sync::Arc::from(config::FILE);
            let error = Diagnostic::new("invalid-settings", Severity::Error, &path, name.span, message);
            Box::new(error.help("take one whose two files end in `.aff` and `.dic`"))
        })
    }

    /// The word is in the dictionary.
    pub fn knows(&self, word: &str) -> bool {
        self.0.check(word)
    }

    /// Words that may have been meant, the likeliest first.
    pub fn suggest(&self, word: &str) -> Vec<String> {
        let mut words = Vec::new();
        self.0.suggest(word, &mut words);
        words
    }
}

/// A word in small letters is one of English, as far as the bundled dictionary lists it without an ending.
pub(in crate::lint) fn is_english(word: &str) -> bool {
    let is_line = |(at, _): (usize, &str)| EN_US_DIC[at + 1 + word.len()..].starts_with(['/', '\n', '\r']);
    EN_US_DIC.match_indices(&format!("\n{word}")).any(is_line)
}

/// Known slips and what they should be.
#[derive(Default)]
pub(in crate::lint) struct Corrections(HashMap<&'static str, &'static str>);

impl Corrections {
    /// All that are known. Searching the list itself would take ten times as long for each word.
    pub fn new() -> Corrections {
        Corrections(CORRECTIONS.lines().filter_map(|line| line.split_once(' ')).collect())
    }

    /// What a word in small letters should be, where it is a slip: the likeliest first, at least one.
    pub fn of(&self, word: &str) -> Option<impl Iterator<Item = &'static str>> {
        self.0.get(word).map(|right| right.split(' '))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_corrected_and_words_are_not() {
        let corrections = Corrections::new();
        let of = |word| corrections.of(word).map(|words| words.collect::<Vec<_>>());
        assert_eq!(of("recieve"), Some(vec!["receive"]));
        assert_eq!(of("receive"), None);
        assert!(CORRECTIONS.lines().all(|line| line.split(' ').count() > 1), "each line has a correction");
        assert!(CORRECTIONS.lines().is_sorted(), "so that changes of the list are read line by line");
    }

    #[test]
    fn words_of_english_are_known() {
        assert!(is_english("service") && is_english("rest"));
        assert!(!is_english("kubernetes") && !is_english("servic"));
    }
}
