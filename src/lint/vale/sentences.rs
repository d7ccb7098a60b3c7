//! Sentences.

use std::ops::Range;

/// Where the sentences of a text stand.
pub fn split(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if matches!(c, '.' | '!' | '?') && text[end..].starts_with(char::is_whitespace) {
            ranges.push(start..end);
            start = end + 1;
        }
    }
    if start < text.len() {
        ranges.push(start..text.len());
    }
    ranges
}
