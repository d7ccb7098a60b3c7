//! Words that no rule about spelling flags: what the site writes on purpose.

use crate::document::NodeKind;
use crate::lint::Page;

/// What is right on a page beside what a dictionary knows.
pub(super) struct Accepted<'a> {
    page: &'a Page<'a>,
}

impl<'a> Accepted<'a> {
    /// On this page.
    pub fn on(page: &'a Page<'a>) -> Accepted<'a> {
        Accepted { page }
    }

    /// The word is one of the settings, of a term, or stands in code or an address on the page.
    /// Asked for words that are not known alone: it reads the page's code.
    pub fn has(&self, word: &str) -> bool {
        let Page { linter, document, .. } = self.page;
        let small = bare(word);
        let is_it = |other: &str| other == word || other == small;
        let is_in = |text: &str| text.split(|c: char| !c.is_alphabetic() && c != '\'').any(is_it);
        let facts = &linter.facts;
        let in_code = || {
            document.nodes.iter().any(|node| match node.kind {
                NodeKind::Code(string) => is_in(&document.strings[string as usize]),
                _ => false,
            }) || document.code_blocks.iter().any(|block| is_in(&block.code))
        };
        linter.config.lint.words.iter().any(|word| is_in(word))
            || facts.terms.iter().any(|term| is_in(&term.right) || term.expansion.as_deref().is_some_and(is_in))
            || document.destinations.iter().any(|destination| is_in(destination))
            || in_code()
    }
}

/// A word in small letters, without the `'s` of what it owns.
pub(super) fn bare(word: &str) -> String {
    word.strip_suffix("'s").or(word.strip_suffix("’s")).unwrap_or(word).to_lowercase()
}
