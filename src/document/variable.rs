//! `{{ vars.name }}` in text: words that the settings say once. Entry point: [`find`].

use std::collections::BTreeMap;
use std::ops::Range;

/// A variable that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Use<'a> {
    /// Braces included.
    pub(super) range: Range<usize>,
    pub(super) name: &'a str,
}

/// The variables that a text names, whether they are there or not. Other words in braces are text.
pub(super) fn find(text: &str) -> Vec<Use<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find("{{").map(|further| at + further) {
        at = start + 2;
        let Some(length) = text[at..].find("}}") else { break };
        let name = text[at..at + length].trim();
        let is_name = name.starts_with("vars.") || name.starts_with("site.");
        if is_name && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_')) {
            at += length + 2;
            found.push(Use { range: start..at, name });
        }
    }
    found
}

/// The variable that a text begins with.
pub(super) fn first(text: &str) -> Option<Use<'_>> {
    let length = text.strip_prefix("{{")?.find("}}")?;
    find(&text[..length + 4]).into_iter().next().filter(|found| found.range.start == 0)
}

/// A text with the values of the variables that there are.
pub(super) fn filled(text: &str, variables: &BTreeMap<String, String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for Use { range, name } in find(text) {
        if let Some(value) = variables.get(name) {
            out.push_str(&text[at..range.start]);
            out.push_str(value);
            at = range.end;
        }
    }
    out.push_str(&text[at..]);
    out
}
