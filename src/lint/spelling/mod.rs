//! How words are spelled: a list of corrections, and dictionaries. The door to `spellbook`.
//!
//! `en_US-web.aff` and `en_US-web.dic` are the dictionary of Vale (`LICENSE`). `corrections.txt` holds common misspellings
//! from the list of `typos` (`corrections.LICENSE`): a line is a wrong word and what it should be, in the order of bytes.

use std::collections::{HashMap, HashSet};

use super::Facts;
use crate::config::{self, LintSettings};
use crate::diagnostic::{Diagnostic, Severity};

/// The dictionary that comes with the program: US English, with the words of the web.
pub(in crate::lint) const EN_US_AFF: &str = include_str!("en_US-web.aff");
/// Its words.
pub(in crate::lint) const EN_US_DIC: &str = include_str!("en_US-web.dic");
/// Words of software that are in no dictionary, in small letters: ours.
const SOFTWARE: &str = include_str!("software.txt");
const CORRECTIONS: &str = include_str!("corrections.txt");

/// The dictionary that comes with the program.
pub const BUNDLED: &str = "en_US";

/// Words by which others are looked up.
pub(in crate::lint) struct Dictionary {
    words: spellbook::Dictionary,
    software: HashSet<&'static str>,
}

impl Dictionary {
    /// The dictionary of the settings, if they name one. What is wrong with it is reported.
    pub fn new(settings: &LintSettings, facts: &Facts, diagnostics: &mut Vec<Diagnostic>) -> Option<Dictionary> {
        let name = settings.dictionary.as_ref()?;
        let (aff, dic) = match &facts.dictionary {
            _ if name.value == BUNDLED => (EN_US_AFF, EN_US_DIC),
            // Who could not read the files has said so.
            files => files.as_ref().map(|files| (&*files.aff, &*files.dic))?,
        };
        let words = spellbook::Dictionary::new(aff, dic).map_err(|error| {
            let message = format!("`{}` is no Hunspell dictionary: {error}", name.value);
            let path = std::sync::Arc::from(config::FILE);
            let finding = Diagnostic::new("invalid-settings", Severity::Error, &path, name.span, message);
            diagnostics.push(finding.help("take one whose two files end in `.aff` and `.dic`"));
        });
        Some(Dictionary { words: words.ok()?, software: SOFTWARE.lines().collect() })
    }

    /// The word is in the dictionary, or one that is spoken of where software is.
    pub fn knows(&self, word: &str) -> bool {
        if self.words.check(word) {
            return true;
        }
        let small = word.to_lowercase();
        let one = small.trim_end_matches("'s").trim_end_matches("’s");
        let is_software = |word: &str| self.software.contains(word);
        let is_built = |word: &str| {
            let rests = PREFIXES.iter().filter_map(|prefix| word.strip_prefix(prefix));
            rests.into_iter().any(|rest| rest.len() > 4 && self.words.check(rest))
        };
        is_software(one) || one.strip_suffix('s').is_some_and(is_software) || is_built(one)
    }

    /// Words that may have been meant, the likeliest first.
    pub fn suggest(&self, word: &str) -> Vec<String> {
        let mut words = Vec::new();
        // Comparing a word with all others takes fifty times as long, and what it finds is hardly ever meant.
        self.words.suggester().with_ngram_suggestions(false).suggest(word, &mut words);
        words.retain(|word| word.split([' ', '-']).all(|part| part.len() > 1));
        words
    }
}

/// What new words are made with every day.
const PREFIXES: &[&str] = &["auto", "meta", "multi", "non", "pre", "re", "sub", "un"];

/// A word in small letters is one of English: the bundled dictionary lists it, or one of it.
pub(in crate::lint) fn is_english(word: &str) -> bool {
    let is_listed = |word: &str| {
        let line = format!("\n{word}");
        let mut lines = EN_US_DIC.match_indices(&line).map(|(at, found)| &EN_US_DIC[at + found.len()..]);
        lines.any(|rest| rest.starts_with(['/', '\n', '\r']))
    };
    is_listed(word) || word.strip_suffix('s').is_some_and(is_listed)
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
        assert!(SOFTWARE.lines().is_sorted());
    }

    #[test]
    fn words_of_english_are_known() {
        assert!(is_english("service") && is_english("rest") && is_english("windows"));
        assert!(!is_english("kubernetes") && !is_english("servic"));
    }
}
