//! `conditional`: flags what asks for something else that is not there.

use super::{Setup, compile};
use crate::lint::vale::exceptions::Exceptions;
use crate::lint::vale::fields::Fields;
use crate::lint::vale::pattern::{Effort, Pattern, after};
use crate::lint::vale::rule::{Block, Hit, Memory, Rule};

/// The point's data.
#[derive(Debug)]
pub struct Conditional {
    first: Pattern,
    second: Pattern,
    /// What `second` captures is what `first` may be: "World Health Organization (WHO)", then "WHO".
    defines: bool,
    exceptions: Exceptions,
}

impl Conditional {
    pub(super) fn read(fields: &mut Fields, setup: &Setup) -> Option<Conditional> {
        let exceptions = Exceptions::read(fields, setup.vocabulary, true);
        // Vale reads it, and does nothing with it.
        fields.get("ignorecase");
        let (first, second) = (fields.required_text("first"), fields.required_text("second"));
        let (first, second) = (first?, second?);
        let opened = second.text.matches('(').count();
        let captures = opened > second.text.matches("(?").count() + second.text.matches(r"\(").count();
        let (first, second) = (compile(fields, &first, ""), compile(fields, &second, ""));
        Some(Conditional { first: first?, second: second?, defines: captures, exceptions })
    }

    pub(super) fn run(&self, rule: &Rule, block: &Block, memory: &mut Memory, effort: &mut Effort) -> Vec<Hit> {
        let text = block.text;
        if !self.defines && self.second.is_match(text, effort) {
            return Vec::new();
        }
        let mut at = Some(0).filter(|_| self.defines);
        while let Some(captures) = at
            .and_then(|at| self.second.find_at(text, at, effort))
            .and_then(|found| self.second.captures_at(text, found.start, effort))
        {
            let groups = captures.iter().skip(1).flatten().map(|range| &text[range.clone()]);
            let words = groups.filter(|word| !word.is_empty()).map(str::to_owned);
            memory.defined.entry(rule.id.clone()).or_default().extend(words);
            at = captures[0].as_ref().and_then(|whole| after(text, whole));
        }
        let mut hits = Vec::new();
        for found in self.first.ranges(text, effort) {
            let observed = &text[found.clone()];
            let defined = memory.defined.get(&rule.id).is_some_and(|defined| defined.contains(observed));
            if !defined && !observed.is_empty() && !self.exceptions.allow(text, &found, observed, effort) {
                hits.push(rule.hit(text, found));
            }
        }
        hits
    }
}
