//! The numbers that formulas of readability are made of: words, sentences, syllables of a document's prose.
//!
//! Entry point: [`Counts::of`].

use std::collections::BTreeMap;

use super::sentences::split;
use super::syllables::syllables;

/// The numbers of one document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Counts {
    /// Runs of letters and digits.
    pub words: f64,
    /// As the text is cut into sentences, paragraph by paragraph.
    pub sentences: f64,
    /// Paragraphs and items of lists and quotes.
    pub paragraphs: f64,
    /// Letters and digits.
    pub characters: f64,
    /// Of all words.
    pub syllables: f64,
    /// Words of more than two syllables, an ending such as `-ing` not counted.
    pub complex_words: f64,
    /// Words of more than six bytes.
    pub long_words: f64,
    /// Words of more than two syllables.
    pub polysyllabic_words: f64,
    /// How many blocks there are of a sort: `heading.h1`, `list`, `blockquote`, `pre`.
    pub blocks: BTreeMap<String, f64>,
}

impl Counts {
    /// Counts a text whose paragraphs are apart by blank lines, and end with one.
    pub fn of(text: &str, blocks: BTreeMap<String, f64>) -> Counts {
        let mut counts = Counts { blocks, ..Counts::default() };
        for paragraph in text.split("\n\n") {
            for range in split(paragraph) {
                counts.sentences += 1.0;
                words(&paragraph[range]).for_each(|word| counts.add(word));
            }
            counts.paragraphs += 1.0;
        }
        // The blank line at the end begins no paragraph.
        counts.paragraphs -= 1.0;
        counts
    }

    fn add(&mut self, word: &str) {
        let syllables = syllables(word);
        let with_ending = ["es", "ed", "ing"].iter().any(|ending| word.ends_with(ending));
        let flag = |holds: bool| f64::from(u8::from(holds));
        self.words += 1.0;
        self.characters += word.chars().filter(|c| c.is_alphanumeric()).count() as f64;
        self.syllables += syllables as f64;
        self.long_words += flag(word.len() > 6);
        self.polysyllabic_words += flag(syllables > 2);
        self.complex_words += flag(syllables - i32::from(with_ending) > 2);
    }
}

/// Runs of letters, digits and apostrophes; initials such as `U.S.A.` are one word.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = &text[at..];
            let first = rest.chars().next()?;
            let length = match initials(rest) {
                0 => rest.find(|c: char| !(c.is_alphanumeric() || c == '\'')).unwrap_or(rest.len()),
                length => length,
            };
            at += length.max(first.len_utf8());
            if length > 0 {
                return Some(&rest[..length]);
            }
        }
    })
}

/// The length of `A.B.` at the start, with two letters or more.
fn initials(text: &str) -> usize {
    let pairs = text.as_bytes().chunks_exact(2).take_while(|pair| pair[0].is_ascii_uppercase() && pair[1] == b'.');
    match pairs.count() {
        pairs @ 2.. => pairs * 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_counted_word_by_word() {
        let counts = Counts::of("It isn't U.S.A. policy.\n\nInteresting calculations follow.\n\n", BTreeMap::new());
        assert_eq!((counts.words, counts.sentences, counts.paragraphs), (7.0, 2.0, 2.0));
        assert_eq!((counts.long_words, counts.characters), (2.0, 2.0 + 4.0 + 3.0 + 6.0 + 11.0 + 12.0 + 6.0));
        assert_eq!((counts.polysyllabic_words, counts.complex_words), (3.0, 3.0));
    }
}
