//! `consistency`: flags a second way to write what the file already writes in another.

use super::Setup;
use crate::lint::vale::alternation::{Alternation, Around, NO_WORDS, WORDS};
use crate::lint::vale::fields::Fields;
use crate::lint::vale::pattern::Effort;
use crate::lint::vale::rule::{Block, Hit, Memory, Rule};

/// The point's data.
#[derive(Debug)]
pub struct Consistency {
    pairs: Vec<Alternation>,
}

impl Consistency {
    pub(super) fn read(fields: &mut Fields, setup: &Setup) -> Option<Consistency> {
        let nonword = fields.flag("nonword", false);
        let ignore_case = fields.flag("ignorecase", false);
        let template = if nonword { NO_WORDS } else { setup.vocabulary.template.as_deref().unwrap_or(WORDS) };
        let around = Around::template(template, ignore_case);
        fields.required("either")?;
        let mut pairs = Vec::new();
        for (one, other) in fields.pairs("either") {
            let keys = [one.text.clone(), other.text.clone()];
            match Alternation::new(&around, &keys, true) {
                Ok(pair) => pairs.push(pair),
                Err(bad) => {
                    let item = if bad.key == Some(1) { &other } else { &one };
                    fields.error(item.span, format!("`{}` is no pattern: {}", item.text, bad.message));
                }
            }
        }
        Some(Consistency { pairs })
    }

    pub(super) fn run(&self, rule: &Rule, block: &Block, memory: &mut Memory, effort: &mut Effort) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (index, pair) in self.pairs.iter().enumerate() {
            let found = pair.matches(block.text, effort);
            let Some(last) = found.last().map(|found| found.range.clone()) else { continue };
            let sides = memory.sides.entry(rule.id.clone()).or_insert_with(|| vec![[false; 2]; self.pairs.len()]);
            for found in &found {
                sides[index][found.key] = true;
            }
            if sides[index] == [true; 2] {
                hits.push(rule.hit(block.text, last));
            }
        }
        hits
    }
}
