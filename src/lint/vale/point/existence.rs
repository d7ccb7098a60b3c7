//! `existence`: flags whatever matches one of its tokens.

use super::Setup;
use crate::lint::vale::alternation::{Alternation, Around, NO_WORDS, WORDS};
use crate::lint::vale::exceptions::Exceptions;
use crate::lint::vale::fields::{Fields, texts};
use crate::lint::vale::pattern::Effort;
use crate::lint::vale::rule::{Block, Hit, Rule};

/// The point's data.
#[derive(Debug)]
pub struct Existence {
    /// `None` where the rule has neither tokens nor a raw pattern.
    tokens: Option<Alternation>,
    exceptions: Exceptions,
}

impl Existence {
    pub(super) fn read(fields: &mut Fields, setup: &Setup) -> Option<Existence> {
        let tokens = fields.list("tokens");
        let raw = texts(&fields.list("raw")).concat();
        let append = fields.flag("append", false);
        let nonword = fields.flag("nonword", false);
        // Accepted words are no exceptions to a rule on punctuation, which matches more than words.
        let exceptions = Exceptions::read(fields, setup.vocabulary, !nonword);
        let template = match !nonword && !tokens.is_empty() {
            true => setup.vocabulary.template.as_deref().unwrap_or(WORDS),
            false => NO_WORDS,
        };
        let mut around = Around { wider: false, ..Around::template(template, false) };
        if append {
            around.after.push_str(&raw);
        } else {
            around.before.insert_str(0, &raw);
        }
        if fields.flag("ignorecase", false) {
            around.before.insert_str(0, "(?i)");
        }
        let mut tokens = tokens;
        tokens.retain(|token| !token.text.trim().is_empty());
        if tokens.is_empty() && raw.is_empty() {
            return Some(Existence { tokens: None, exceptions });
        }
        let keys = if tokens.is_empty() { vec![String::new()] } else { texts(&tokens) };
        match Alternation::new(&around, &keys, false) {
            Ok(tokens) => Some(Existence { tokens: Some(tokens), exceptions }),
            Err(bad) => {
                let token = bad.key.and_then(|key| tokens.get(key));
                let located = fields.get("raw").or_else(|| fields.get("tokens"));
                let span = token.map(|token| token.span).or(located.map(|located| located.span));
                let written = token.map_or(raw.as_str(), |token| &token.text);
                fields.error(span.unwrap_or(fields.start()), format!("`{written}` is no pattern: {}", bad.message));
                None
            }
        }
    }

    pub(super) fn run(&self, rule: &Rule, block: &Block, effort: &mut Effort) -> Vec<Hit> {
        let Some(tokens) = &self.tokens else { return Vec::new() };
        let mut hits = Vec::new();
        for found in tokens.matches(block.text, effort) {
            let observed = block.text[found.range.clone()].trim();
            // Nothing cannot be shown.
            if !found.range.is_empty() && !self.exceptions.allow(block.text, &found.range, observed, effort) {
                hits.push(rule.hit(block.text, found.range));
            }
        }
        hits
    }
}
