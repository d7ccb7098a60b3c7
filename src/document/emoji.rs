//! `:name:` in text, by GitHub's names. The door to `emojis`.

use std::ops::Range;

/// The names in a text that stand for emoji, and these. What is no name, and what is a part of a word, stays.
pub(super) fn find(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let mut found: Vec<(Range<usize>, &'static str)> = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(':').map(|further| at + further) {
        let rest = &text[start + 1..];
        let is_of_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-' | '+');
        let length = rest.find(|c| !is_of_name(c)).unwrap_or(rest.len());
        let end = start + 1 + length;
        let touches_emoji = found.last().is_some_and(|(range, _)| range.end == start);
        let before = text[..start].chars().next_back().filter(|_| !touches_emoji);
        // `10:30:45`, `std::sync::Arc`, and :role:`text` of other markups.
        let is_apart = !before.is_some_and(|c| c.is_alphanumeric() || c == ':');
        let after = text[end..].strip_prefix(':').filter(|_| is_apart);
        let is_whole = after.is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '`'));
        match emojis::get_by_shortcode(&rest[..length]).filter(|_| is_whole) {
            Some(emoji) => {
                found.push((start..end + 1, emoji.as_str()));
                at = end + 1;
            }
            // What ends this one may begin the next.
            None => at = end.max(start + 1),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn names_that_stand_alone_are_emoji() {
        let shown = |text: &str| {
            let mut shown = text.to_owned();
            find(text).into_iter().rev().for_each(|(range, emoji)| shown.replace_range(range, emoji));
            shown
        };
        assert_eq!(shown(":rocket: We ship (:tada:), :+1::heart:."), "🚀 We ship (🎉), 👍❤️.");
        for text in
            ["10:30:45", "a:100:b", "std::rocket::x", ":no_such_name:", ":key:`x`", ":ROCKET:", ": rocket :", ":", "::"]
        {
            assert_eq!(shown(text), text);
        }
        assert_eq!(shown("warning: :rocket:"), "warning: 🚀");
    }
}
