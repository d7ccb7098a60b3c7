//! `occurrence`: flags a block in which something stands too often or not often enough.

use super::compile;
use crate::lint::vale::fields::Fields;
use crate::lint::vale::pattern::{Effort, Pattern};
use crate::lint::vale::rule::{Block, Hit, Rule};

/// The point's data.
#[derive(Debug)]
pub struct Occurrence {
    token: Pattern,
    /// 0 where there is no such limit.
    most: usize,
    least: usize,
}

impl Occurrence {
    pub(super) fn read(fields: &mut Fields) -> Option<Occurrence> {
        let flag = if fields.flag("ignorecase", false) { "(?i)" } else { "" };
        let (most, least) = (fields.count("max"), fields.count("min"));
        let token = fields.required_text("token")?;
        Some(Occurrence { token: compile(fields, &token, flag)?, most, least })
    }

    pub(super) fn run(&self, rule: &Rule, block: &Block, effort: &mut Effort) -> Vec<Hit> {
        let found = self.token.ranges(block.text, effort);
        let count = found.len();
        let wrong = (self.most > 0 && count > self.most) || (self.least > 0 && count < self.least);
        if !wrong {
            return Vec::new();
        }
        let shown = count.to_string();
        if count == 0 {
            return vec![rule.say_of_file(&[&shown])];
        }
        // The first one that a reader would see: neither a blank nor masked code.
        let visible = |matched: &str| !matched.trim().is_empty() && matched.chars().any(|c| !matches!(c, '*' | '@'));
        let Some(range) = found.into_iter().find(|range| visible(&block.text[range.clone()])) else {
            return Vec::new();
        };
        let matched = &block.text[range.clone()];
        let action = rule.action.as_ref().map(|action| action.of(matched));
        vec![Hit { action, ..rule.say(range, matched, &[&shown]) }]
    }
}
