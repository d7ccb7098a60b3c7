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
    /// The settings, made ready.
    pub linter: &'a Linter,
}

impl Page<'_> {
    /// The page is in English, as far as the settings say: rules about English words and sentences look at no other.
    pub fn is_english(&self) -> bool {
        is_english(self.view)
    }

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

/// The site is in English.
pub(super) fn is_english(view: &View) -> bool {
    view.site.language.split(['-', '_']).next().is_some_and(|language| language.eq_ignore_ascii_case("en"))
}
