//! Numbers of a document.

use std::collections::BTreeMap;

/// Numbers of a document.
#[derive(Debug, Clone, Default)]
pub struct Counts {
    /// Words.
    pub words: f64,
    /// Sentences.
    pub sentences: f64,
    /// Paragraphs.
    pub paragraphs: f64,
    /// Letters and digits.
    pub characters: f64,
    /// Syllables.
    pub syllables: f64,
    /// Words of three syllables or more, without the usual endings.
    pub complex_words: f64,
    /// Words of more than six letters.
    pub long_words: f64,
    /// Words of three syllables or more.
    pub polysyllabic_words: f64,
    /// `heading.h1`, `list`, `blockquote`, `pre`.
    pub blocks: BTreeMap<String, f64>,
}
