//! Words and sentences of a block's text. Entry points: [`sentences`], [`words`], [`Around`].
//!
//! A `*` is code, an image or an address that the text does not show: it parts words and is none itself.

use std::ops::Range;

/// The text with its first letter in upper case.
pub fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

/// The sentences of a text, without the space around them. A full stop ends one unless it belongs to an abbreviation, an
/// initial or a number.
pub(in crate::lint) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(found) = text[at..].find(['.', '!', '?', '…']).map(|found| at + found) {
        let run = text[found..].trim_start_matches(['.', '!', '?', '…']);
        let mark = &text[found..text.len() - run.len()];
        let rest = run.trim_start_matches(['"', '\'', ')', ']', '”', '’', '»']);
        at = text.len() - rest.len();
        let is_end = match rest.chars().next() {
            None => true,
            Some(next) => next.is_whitespace() && ends(&text[start..found], mark, rest),
        };
        if is_end {
            push(text, start..at, &mut sentences);
            start = at;
        }
    }
    push(text, start..text.len(), &mut sentences);
    sentences
}

fn push(text: &str, range: Range<usize>, sentences: &mut Vec<Range<usize>>) {
    let inner = text[range.clone()].trim();
    if !inner.is_empty() {
        let start = range.end - text[range].trim_start().len();
        sentences.push(start..start + inner.len());
    }
}

/// A mark between two texts ends a sentence.
fn ends(before: &str, mark: &str, after: &str) -> bool {
    let next = after.trim_start().trim_start_matches(['"', '\'', '(', '[', '“', '‘', '«']).chars().next();
    let goes_on = next.is_some_and(char::is_lowercase);
    if mark != "." {
        return !goes_on;
    }
    let word = before.rsplit(|c: char| c.is_whitespace() || "([{\"'“‘/".contains(c)).next().unwrap_or("");
    let mut letters = word.chars();
    // "J. Smith", but "plan B. Then".
    let is_initial = matches!((letters.next(), letters.next()), (Some(only), None) if only.is_uppercase());
    if is_initial {
        return word == "I" || !next.is_some_and(char::is_uppercase);
    }
    let word = word.to_lowercase();
    if NEVER_LAST.contains(&&*word) {
        return false;
    }
    if BEFORE_NUMBERS.contains(&&*word) {
        return !next.is_some_and(|next| next.is_ascii_digit());
    }
    // "etc." and "p.m." may end a sentence or stand within one.
    let is_abbreviation = word.contains('.') || SOMETIMES_LAST.contains(&&*word);
    !(is_abbreviation && (goes_on || next.is_some_and(|next| next.is_ascii_digit())))
}

/// Abbreviations that something follows.
const NEVER_LAST: &[&str] = &[
    "e.g", "i.e", "eg", "ie", "cf", "vs", "mr", "mrs", "ms", "dr", "prof", "st", "viz", "resp", "incl", "approx", "ca",
];
/// Abbreviations that a number follows, and words otherwise.
const BEFORE_NUMBERS: &[&str] = &["no", "nr", "fig", "eq", "sec", "ch", "pp", "p", "vol", "art"];
const SOMETIMES_LAST: &[&str] = &["etc", "al", "inc", "ltd", "co", "corp", "jr", "sr", "max", "min", "esp", "dept"];

/// How many words a text has. Pieces of code in a row count as one: nobody reads a list of names word by word.
pub(in crate::lint) fn word_count(text: &str) -> usize {
    let mut words = 0;
    let mut was_code = false;
    for token in text.split_whitespace() {
        let is_code = token.contains('*') && !token.contains(char::is_alphanumeric);
        words += usize::from(if is_code { !was_code } else { token.contains(char::is_alphanumeric) });
        was_code = is_code;
    }
    words
}

/// The words of a text: letters, with apostrophes between them. Pieces of file names, addresses, numbers and names of
/// code are none.
pub(in crate::lint) fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let tokens = tokens(text).filter(|token| !is_code_like(&text[token.clone()]));
    tokens.flat_map(move |token| {
        let mut at = token.start;
        std::iter::from_fn(move || {
            loop {
                let start = at + text[at..token.end].find(char::is_alphabetic)?;
                at = start + word_length(&text[start..token.end]);
                let beside_code = text[token.start..start].ends_with('*') || text[at..token.end].starts_with('*');
                if !beside_code {
                    return Some(start..at);
                }
            }
        })
    })
}

fn word_length(text: &str) -> usize {
    let mut length = 0;
    let mut apostrophe = false;
    for (at, c) in text.char_indices() {
        match c {
            '\'' | '’' if !apostrophe => apostrophe = true,
            _ if c.is_alphabetic() => {
                length = at + c.len_utf8();
                apostrophe = false;
            }
            _ => break,
        }
    }
    length
}

/// What stands between spaces.
pub(in crate::lint) fn tokens(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = text.len() - text[at..].trim_start().len();
        let end = text[start..].find(char::is_whitespace).map_or(text.len(), |end| start + end);
        at = end;
        (start < end).then_some(start..end)
    })
}

/// The piece between spaces that a range stands in.
pub(in crate::lint) fn token_at(text: &str, range: Range<usize>) -> &str {
    let start = text[..range.start]
        .rfind(char::is_whitespace)
        .map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    let end = text[range.end..].find(char::is_whitespace).map_or(text.len(), |at| range.end + at);
    &text[start..end]
}

/// A piece between spaces that is a path, an address, a file name, a number or a name of code rather than words.
pub(in crate::lint) fn is_code_like(token: &str) -> bool {
    let token = token.trim_matches(|c: char| "()[]{}\"'“”‘’«»,;:!?….".contains(c));
    let mut before: Option<char> = None;
    let mut slashes = 0;
    for (at, c) in token.char_indices() {
        match c {
            '_' | '@' | '\\' | '=' | '$' | '<' | '>' | '{' | '}' | '|' | '#' | '~' | '%' | '^' => return true,
            '/' if at == 0 => return true,
            '/' => slashes += 1,
            ':' if token[at + 1..].starts_with([':', '/']) => return true,
            '-' if at == 0 && token.len() > 1 => return true,
            // `page.md`, `1.2`
            '.' if before.is_some_and(char::is_alphanumeric) && token[at + 1..].starts_with(char::is_alphanumeric) => {
                return true;
            }
            _ if c.is_numeric() => return true,
            // `camelCase`
            _ if c.is_uppercase() && before.is_some_and(char::is_lowercase) => return true,
            _ => {}
        }
        before = Some(c);
    }
    slashes > 1
}

/// A range of a text and what stands beside it.
#[derive(Clone)]
pub(in crate::lint) struct Around<'a> {
    /// The block's text.
    pub text: &'a str,
    /// The place in it.
    pub range: Range<usize>,
}

impl<'a> Around<'a> {
    /// The text at the place.
    pub fn itself(&self) -> &'a str {
        &self.text[self.range.clone()]
    }

    /// The word behind it, where only space parts the two.
    pub fn next(&self) -> &'a str {
        let rest = self.text[self.range.end..].trim_start();
        &rest[..word_length(rest)]
    }

    /// The word before it, where only space parts the two.
    pub fn previous(&self) -> &'a str {
        let before = self.text[..self.range.start].trim_end();
        let is_part = |c: char| c.is_alphabetic() || c == '\'' || c == '’';
        let length: usize = before.chars().rev().take_while(|c| is_part(*c)).map(char::len_utf8).sum();
        &before[before.len() - length..]
    }

    /// The next word is one of these, in any case.
    pub fn is_before(&self, words: &[&str]) -> bool {
        is_one_of(self.next(), words)
    }

    /// The previous word is one of these, in any case.
    pub fn is_after(&self, words: &[&str]) -> bool {
        is_one_of(self.previous(), words)
    }

    /// A sentence or a part of one begins here.
    pub fn begins(&self) -> bool {
        let all = &self.text[..self.range.start];
        let before = all.trim_end_matches(|c: char| c.is_whitespace() || "\"'“‘([".contains(c));
        before.is_empty()
            || before.ends_with(['.', '!', '?', '…', ':', ';', '–', '—'])
            || all[before.len()..].contains('(')
    }

    /// It stands in quotation marks, alone or with a few other words: it is spoken of or somebody else's, not used.
    pub fn is_quoted(&self) -> bool {
        let (before, after) = (&self.text[..self.range.start], &self.text[self.range.end..]);
        let is_near = |distance: usize| distance <= 60;
        let in_pair = |open: char, close: char| {
            let opens = before.rfind(open).filter(|at| !before[*at..].contains(close));
            opens.is_some_and(|at| is_near(before.len() - at)) && after.find(close).is_some_and(is_near)
        };
        // Of marks that look alike, every other one opens.
        let opens = before.rfind('"').filter(|_| before.matches('"').count() % 2 == 1);
        let in_straight = opens.is_some_and(|at| is_near(before.len() - at)) && after.find('"').is_some_and(is_near);
        let alone = before.ends_with(['\'', '‘']) && after.starts_with(['\'', '’']);
        in_straight || in_pair('“', '”') || in_pair('„', '“') || in_pair('«', '»') || alone
    }
}

/// A word is one of these, in any case.
pub(in crate::lint) fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|other| word.eq_ignore_ascii_case(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_sentence_ends_at_its_mark_and_not_at_an_abbreviation() {
        assert_eq!(split("One. Two! Three? Four"), ["One.", "Two!", "Three?", "Four"]);
        assert_eq!(
            split("Use a tool, e.g. Vale, i.e. a linter. Then go."),
            ["Use a tool, e.g. Vale, i.e. a linter.", "Then go."]
        );
        assert_eq!(
            split("Logs, traces, etc. are kept. Metrics etc. Then go."),
            ["Logs, traces, etc. are kept.", "Metrics etc.", "Then go."]
        );
        assert_eq!(split("At 3 p.m. we meet. At 3 p.m. We meet."), ["At 3 p.m. we meet.", "At 3 p.m.", "We meet."]);
        assert_eq!(split("By J. R. Smith. Ask him."), ["By J. R. Smith.", "Ask him."]);
        assert_eq!(split("See fig. 3 and no. 4. No. It is so."), ["See fig. 3 and no. 4.", "No.", "It is so."]);
    }

    #[test]
    fn what_stands_behind_the_mark_belongs_to_the_sentence() {
        assert_eq!(split("He said \"go.\" (And I went.) Then?"), ["He said \"go.\"", "(And I went.)", "Then?"]);
        assert_eq!(
            split("Wait... then go. \"Are you sure?\" asks it."),
            ["Wait... then go.", "\"Are you sure?\" asks it."]
        );
    }

    #[test]
    fn versions_and_files_have_no_sentences_in_them() {
        assert_eq!(
            split("Version 1.2.3 reads a.toml. *** does it. npm too."),
            ["Version 1.2.3 reads a.toml.", "*** does it.", "npm too."]
        );
        assert_eq!(split("  \n"), Vec::<&str>::new());
        assert_eq!(split("größer…\n– so"), ["größer…", "– so"]);
    }

    #[test]
    fn names_of_code_in_a_row_are_one_word() {
        assert_eq!(word_count("Set ***, ****, ***** or ** – now to 3."), 7);
    }

    #[test]
    fn words_are_no_pieces_of_names() {
        let text =
            "Don't use my_name, a/b/c, read.me, and/or well-known *****s: (it’s) 3rd camelCase über-rust-lang/x.";
        let found: Vec<&str> = words(text).map(|range| &text[range]).collect();
        assert_eq!(found, ["Don't", "use", "and", "or", "well", "known", "it’s", "über", "rust", "lang", "x"]);
    }

    #[test]
    fn a_place_knows_its_neighbours() {
        let text = "Then, (just run) it.";
        let at = text.find("just").unwrap();
        let around = Around { text, range: at..at + 4 };
        assert_eq!((around.previous(), around.next(), around.begins(), around.is_quoted()), ("", "run", true, false));
        let text = "do not write \"just\", please";
        let at = text.find("just").unwrap();
        let around = Around { text, range: at..at + 4 };
        assert_eq!((around.begins(), around.is_quoted()), (false, true));
    }
}
