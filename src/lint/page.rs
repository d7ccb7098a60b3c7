//! What a rule sees of a page.

use super::Linter;
use super::rule::Rule;
use super::words::Hit;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Document;
use crate::document::prose::Block;
use crate::site::View;
use crate::source::Span;

/// A page, as one rule sees it.
pub struct Page<'a> {
    /// The rule that looks.
    pub rule: &'static Rule,
    /// How bad its findings are on this page.
    pub severity: Severity,
    /// The page's text.
    pub document: &'a Document,
    /// The page's place in the site.
    pub view: &'a View,
    /// The page's prose, block by block.
    pub prose: &'a [Block],
    /// The words in it that some rule has on a list.
    pub(super) hits: &'a [Hit],
    /// It is written in English. Rules about English words and sentences look at no other page.
    pub is_english: bool,
    /// The settings, made ready.
    pub linter: &'a Linter,
}

impl Page<'_> {
    /// A finding of the rule at a span.
    pub fn at(&self, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(self.rule.id, self.severity, &self.document.path, span, message)
    }

    /// A finding of the rule at a node.
    pub fn at_node(&self, node: u32, message: impl Into<String>) -> Diagnostic {
        let span = self.document.nodes[node as usize].span;
        // A block's last line end belongs to it for the parser, and to nobody for a reader.
        let written = span.of(&self.document.text).trim_end();
        self.at(Span::new(span.start as usize, span.start as usize + written.len()), message)
    }
}

/// The site is in English, and so is this page of it, as far as its words tell.
pub(super) fn is_english(view: &View, prose: &[Block]) -> bool {
    let language = view.site.language.split(['-', '_']).next().unwrap_or("");
    if !language.eq_ignore_ascii_case("en") {
        return false;
    }
    let (mut words, mut english) = (0, 0);
    for word in prose.iter().flat_map(|block| block.prose.text.split_whitespace()) {
        words += usize::from(word.starts_with(char::is_alphabetic));
        english += usize::from(COMMON.binary_search(&word).is_ok());
    }
    // In English text every third word is one of these; a translated page has one in thirty.
    words < 50 || english * 12 > words
}

/// The most common words of English that are rare in other languages, in order.
const COMMON: &[&str] = &[
    "a", "an", "and", "are", "as", "be", "by", "can", "for", "from", "if", "is", "it", "of", "or", "that", "the",
    "this", "to", "with", "you",
];

#[cfg(test)]
mod tests {
    #[test]
    fn common_words_are_in_order() {
        assert!(super::COMMON.is_sorted());
    }
}
