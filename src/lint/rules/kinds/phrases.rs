//! Phrases in a text: whole words, in any case, across line ends.

use std::ops::Range;

/// Every place of a phrase, in reading order. A space in a phrase is any white space in the text, `'` any apostrophe.
pub(super) fn find<'p>(text: &str, phrases: &[&'p str]) -> Vec<(Range<usize>, &'p str)> {
    let mut found = Vec::new();
    let mut last_end = 0;
    for (at, _) in word_starts(text).filter(|(at, _)| *at < text.len()) {
        if at < last_end {
            continue;
        }
        let place = phrases.iter().find_map(|phrase| Some((at..at + length(&text[at..], phrase)?, *phrase)));
        if let Some((range, phrase)) = place {
            last_end = range.end;
            found.push((range, phrase));
        }
    }
    found
}

/// The text holds one of the phrases.
pub(super) fn has(text: &str, phrases: &[&str]) -> bool {
    word_starts(text).any(|(at, _)| phrases.iter().any(|phrase| length(&text[at..], phrase).is_some()))
}

/// How much of the text a phrase takes that it begins with, up to the end of a word.
pub(super) fn length(text: &str, phrase: &str) -> Option<usize> {
    let mut rest = text;
    for wanted in phrase.chars() {
        if wanted == ' ' {
            let after = rest.trim_start();
            if after.len() == rest.len() {
                return None;
            }
            rest = after;
            continue;
        }
        let next = rest.chars().next()?;
        if !(next.eq_ignore_ascii_case(&wanted) || wanted == '\'' && next == '’') {
            return None;
        }
        rest = &rest[next.len_utf8()..];
    }
    (!rest.starts_with(is_word)).then_some(text.len() - rest.len())
}

/// A character of a word.
pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn word_starts(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut before = false;
    text.char_indices().filter(move |(_, c)| {
        let within = is_word(*c);
        let starts = within && !before;
        before = within;
        starts
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_as_whole_words_across_line_ends() {
        let found = |text: &str| -> Vec<String> {
            find(text, &["you will", "it's best"]).into_iter().map(|(range, _)| text[range].to_owned()).collect()
        };
        assert_eq!(
            found("You\n will see; it’s best. you willing, thank-you will"),
            ["You\n will", "it’s best", "you will"]
        );
        assert!(has("ÄÖ it's best", &["it's best"]) && !has("mayou will", &["you will"]));
    }
}
