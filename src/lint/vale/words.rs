//! The words of a text that a dictionary is asked for: what stands between blanks, without the marks around it.
//!
//! Entry point: [`words`]. It must not know dictionaries.

use std::borrow::Cow;
use std::ops::Range;

/// A word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'t> {
    /// With plain quotes for curly ones: dictionaries know only those.
    pub text: Cow<'t, str>,
    /// Where it stands.
    pub range: Range<usize>,
}

/// All words that have a letter.
pub fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut at = 0;
    text.split(char::is_whitespace).filter_map(move |part| {
        let start = at;
        // What parts two words is one character, as wide as it may be.
        at += part.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
        let inner = strip(part);
        let word = &part[inner.clone()];
        let range = start + inner.start..start + inner.end;
        word.contains(char::is_alphabetic).then(|| Word { text: plain(word), range })
    })
}

fn plain(word: &str) -> Cow<'_, str> {
    const CURLY: [char; 4] = ['“', '”', '‘', '’'];
    match word.is_ascii() || !word.contains(CURLY) {
        true => Cow::Borrowed(word),
        false => Cow::Owned(word.chars().map(plain_char).collect()),
    }
}

fn plain_char(c: char) -> char {
    match c {
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        c => c,
    }
}

/// Takes the marks away, one after the other, unless what is left is an abbreviation with its stops.
fn strip(part: &str) -> Range<usize> {
    let mut range = 0..part.len();
    loop {
        let word = &part[range.clone()];
        let mut chars = word.chars();
        let (Some(first), Some(last)) = (chars.next(), chars.next_back()) else { return range };
        if is_abbreviation(word) {
            return range;
        }
        if matches!(plain_char(first), '$' | '(' | '"' | '[' | '\'') {
            range.start += first.len_utf8();
        } else if matches!(plain_char(last), ',' | ')' | '"' | ']' | '!' | ';' | '.' | '?' | ':' | '\'') {
            range.end -= last.len_utf8();
        } else {
            return range;
        }
    }
}

/// `e.g.`, `U.S.`, `Mr.`
fn is_abbreviation(word: &str) -> bool {
    let bytes = word.as_bytes();
    if bytes.last() != Some(&b'.') {
        return false;
    }
    let initials = bytes.len() >= 4
        && bytes.len().is_multiple_of(2)
        && bytes.chunks(2).all(|pair| pair[0].is_ascii_alphabetic() && pair[1] == b'.');
    let title = (3..=4).contains(&bytes.len())
        && bytes[0].is_ascii_uppercase()
        && bytes[1..bytes.len() - 1].iter().all(u8::is_ascii_lowercase);
    initials || title
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_where_they_are_found() {
        let text = "\"Don’t (stop),\u{a0}Mr. Poe's\tusers' $5 — e.g. well-known\n\n“naïve”! ...";
        let found: Vec<_> = words(text).map(|word| (word.text.into_owned(), &text[word.range])).collect();
        let found: Vec<_> = found.iter().map(|(word, written)| (word.as_str(), *written)).collect();
        assert_eq!(
            found,
            [
                ("Don't", "Don’t"),
                ("stop", "stop"),
                ("Mr.", "Mr."),
                ("Poe's", "Poe's"),
                ("users", "users"),
                ("e.g.", "e.g."),
                ("well-known", "well-known"),
                ("naïve", "naïve"),
            ]
        );
    }
}
