//! Does a sentence tell the reader to do something? By a list of verbs and what stands around them, without grammar.

use super::phrases;
use super::verbs::{Verb, verb};

/// What may stand before the command itself.
const BEFORE: &[&str] = &[
    "optional",
    "optionally",
    "recommended",
    "required",
    "first",
    "firstly",
    "second",
    "third",
    "then",
    "next",
    "now",
    "finally",
    "lastly",
    "last",
    "after that",
    "afterwards",
    "also",
    "again",
    "alternatively",
    "please",
    "simply",
    "just",
    "manually",
    "carefully",
    "always",
    "and",
    "so",
    "let's",
    "be sure to",
    "make sure to",
];

/// Words that open a clause which says where, when or what for: the command follows a comma.
const CLAUSE: &[&str] = &[
    "after",
    "as",
    "at",
    "before",
    "by",
    "depending",
    "during",
    "for",
    "from",
    "if",
    "in",
    "inside",
    "instead",
    "on",
    "once",
    "since",
    "to",
    "under",
    "unless",
    "until",
    "using",
    "when",
    "whenever",
    "where",
    "while",
    "with",
    "within",
];

/// Words after a verb's twin that make it a noun: `access is granted`.
const AFTER_NOUN: &[&str] = &[
    "are", "can", "could", "did", "does", "had", "has", "have", "is", "may", "might", "must", "of", "shall", "should",
    "was", "were", "will", "would",
];

/// Words after a verb's twin that make it a verb: `open the file`, `log in`.
const AFTER_VERB: &[&str] = &[
    "a", "all", "an", "another", "any", "away", "back", "both", "down", "each", "every", "existing", "how", "in",
    "into", "it", "its", "multiple", "my", "new", "off", "on", "one", "our", "out", "over", "several", "some", "that",
    "the", "their", "them", "these", "this", "to", "two", "up", "using", "with", "without", "your",
];

/// A sentence tells the reader to do something. Made for steps, where a word that may be a verb mostly is one.
pub(super) fn is_command(text: &str) -> bool {
    let text = after_openings(text);
    if begins_with_command(text) {
        return true;
    }
    let (word, _) = first_word(text);
    if !CLAUSE.iter().any(|opening| opening.eq_ignore_ascii_case(word)) {
        return false;
    }
    let sentence = text.split(['.', '!', '?', '\n']).next().unwrap_or("");
    // A line end is no sentence's end: look on until the clause closes.
    let sentence = if sentence.contains(',') { sentence } else { text.split(". ").next().unwrap_or("") };
    sentence.match_indices(',').any(|(at, _)| begins_with_command(after_openings(&sentence[at + 1..])))
}

/// A title tells the reader to do something, beyond doubt: `Test results` does not.
pub(super) fn is_surely_command(text: &str) -> bool {
    let (word, rest) = first_word(text.trim_start());
    let (next, _) = first_word(rest.trim_start());
    let follows = |list: &[&str]| list.iter().any(|other| other.eq_ignore_ascii_case(next));
    let is_code = rest.trim_start().starts_with('*');
    match verb(word) {
        // A word alone may be the name of a command. `Use cases` are no command, nor is `Run-time`.
        Some(Verb::Sure) => {
            !next.is_empty()
                && !follows(AFTER_NOUN)
                && !follows(&["case", "cases"])
                && rest.starts_with(char::is_whitespace)
        }
        Some(Verb::Perhaps) => rest.starts_with(char::is_whitespace) && (follows(AFTER_VERB) || is_code),
        None => false,
    }
}

/// The first word of a text may be a verb.
pub(super) fn may_be_command(text: &str) -> bool {
    verb(first_word(text.trim_start()).0).is_some()
}

fn begins_with_command(text: &str) -> bool {
    let (word, rest) = first_word(text);
    let (next, _) = first_word(rest.trim_start());
    let is_noun = AFTER_NOUN.iter().any(|other| other.eq_ignore_ascii_case(next));
    // Masked code is an object as well.
    let has_object = !next.is_empty() || rest.trim_start().starts_with('*');
    match verb(word) {
        Some(Verb::Sure) => !is_noun && !rest.starts_with('-'),
        // `Name: …` is a label.
        Some(Verb::Perhaps) => !is_noun && has_object && !rest.starts_with([':', '-', ',', '/', '(']),
        None => matches_negative(word, next),
    }
}

/// `Don't forget …`, `Do not close …`.
fn matches_negative(word: &str, next: &str) -> bool {
    (word.eq_ignore_ascii_case("don't") || word.eq_ignore_ascii_case("don’t")) && verb(next).is_some()
}

/// The text without words such as `(Optional)` and `Then` before it.
fn after_openings(text: &str) -> &str {
    let mut text = trimmed(text);
    while let Some(taken) = BEFORE.iter().find_map(|word| phrases::length(text, word)) {
        text = trimmed(&text[taken..]);
    }
    text
}

fn trimmed(text: &str) -> &str {
    text.trim_start_matches(|c: char| !phrases::is_word(c) && c != '*')
}

/// The first word and what follows it. An apostrophe belongs to the word, as does a hyphen before a letter.
pub(super) fn first_word(text: &str) -> (&str, &str) {
    let is_part = |c: char| phrases::is_word(c) || matches!(c, '\'' | '’' | '-');
    let end = text.find(|c: char| !is_part(c)).unwrap_or(text.len());
    let word = text[..end].trim_end_matches('-');
    (word, &text[word.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_commands_wherever_the_verb_stands() {
        for step in [
            "Install the package",
            "(Optional) Run *****",
            "In the menu, click Save.",
            "To see it, first open the file",
            "If it fails, wait.\nThen look",
            "Don't close it",
            "Test ****",
        ] {
            assert!(is_command(step), "{step}");
        }
        for fact in ["The user clicks", "Access is granted", "Name: a text", "Creates a file", "If it fails, it stops."]
        {
            assert!(!is_command(fact), "{fact}");
        }
    }

    #[test]
    fn a_title_is_a_command_only_beyond_doubt() {
        for title in ["Install the package", "Open a file", "Log in", "Use GPUs", "Build ****"] {
            assert!(is_surely_command(title), "{title}");
        }
        for title in ["Test results", "Open source", "Use cases", "Start", "Access control", "Run-time", "Update"] {
            assert!(!is_surely_command(title), "{title}");
        }
    }
}
