//! `capitalization`: flags a block that is not in the case that it should be in.

use super::{Setup, compile};
use crate::lint::vale::action::Action;
use crate::lint::vale::casing::{Casing, Style};
use crate::lint::vale::exceptions::{Exceptions, own_exceptions};
use crate::lint::vale::fields::{Fields, texts};
use crate::lint::vale::pattern::{Effort, Pattern};
use crate::lint::vale::rule::{Block, Hit, Rule};

/// The point's data.
#[derive(Debug)]
pub struct Capitalization {
    check: Check,
    exceptions: Exceptions,
}

#[derive(Debug)]
enum Check {
    Casing(Box<Casing>),
    Lower,
    Upper,
    Matches { pattern: Pattern, written: String },
}

impl Capitalization {
    pub(super) fn read(fields: &mut Fields, setup: &Setup) -> Option<Capitalization> {
        let style = fields.text("style").map(|item| item.text);
        let threshold = fields.number("threshold").filter(|threshold| *threshold != 0.0);
        let indicators = texts(&fields.list("indicators"));
        let prefix = fields.text("prefix").and_then(|prefix| compile(fields, &prefix, ""));
        let wanted = fields.required_text("match");
        let errors = fields.errors.len();
        let exceptions = Exceptions::read(fields, setup.vocabulary, true);
        let wanted = wanted?;
        if fields.errors.len() > errors {
            return None;
        }
        let style = match (wanted.text.as_str(), style.as_deref()) {
            ("$sentence", _) => Style::Sentence,
            ("$title", Some("Chicago")) => Style::Chicago,
            ("$title", _) => Style::Ap,
            ("$lower", _) => return Some(Capitalization { check: Check::Lower, exceptions }),
            ("$upper", _) => return Some(Capitalization { check: Check::Upper, exceptions }),
            _ => {
                let pattern = compile(fields, &wanted, "")?;
                return Some(Capitalization { check: Check::Matches { pattern, written: wanted.text }, exceptions });
            }
        };
        let own = own_exceptions(fields);
        let accepted = if fields.flag("vocab", true) { setup.vocabulary.good() } else { &[] };
        match Casing::new(style, &own, accepted) {
            Ok(casing) => {
                let casing = casing.prefix(prefix).indicators(indicators).threshold(threshold.unwrap_or(0.8));
                Some(Capitalization { check: Check::Casing(Box::new(casing)), exceptions })
            }
            Err(message) => {
                let span = fields.get("exceptions").map_or(fields.start(), |located| located.span);
                fields.error(span, format!("the exceptions do not make a pattern together: {message}"));
                None
            }
        }
    }

    pub(super) fn run(&self, rule: &Rule, block: &Block, effort: &mut Effort) -> Vec<Hit> {
        let text = block.text;
        // What is shown, and what a fix would put there.
        let (expected, fixed) = match &self.check {
            Check::Casing(casing) => match casing.check(text, effort) {
                None => return Vec::new(),
                Some(cased) => (cased.shown, Some(cased.text)),
            },
            Check::Lower | Check::Upper => {
                let lower = matches!(self.check, Check::Lower);
                let expected = if lower { text.to_lowercase() } else { text.to_uppercase() };
                if text == expected || self.exceptions.contain(text, effort) {
                    return Vec::new();
                }
                (expected, None)
            }
            Check::Matches { pattern, written } => {
                if pattern.is_match(text, effort) || self.exceptions.contain(text, effort) {
                    return Vec::new();
                }
                (written.clone(), None)
            }
        };
        let hit = rule.say(0..text.len(), text, &[text, &expected]);
        let action = rule.action.as_ref().map(|action| match fixed {
            Some(fixed) if action.is_open_replace() => {
                Action { name: action.name.clone(), params: vec![expected], replacements: vec![fixed] }
            }
            _ => action.of(text),
        });
        vec![Hit { action, ..hit }]
    }
}
