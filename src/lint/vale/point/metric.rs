//! `metric`: calculates with the numbers of a document, and flags it where a condition holds.

use crate::lint::vale::counts::Counts;
use crate::lint::vale::fields::{Fields, Item};
use crate::lint::vale::formula::{Formula, Value};
use crate::lint::vale::rule::{Block, Hit, Rule};

/// The point's data.
#[derive(Debug)]
pub struct Metric {
    formula: Formula,
    /// With [`RESULT`] for what the formula gives.
    condition: Formula,
}

/// The name under which the condition knows the result of the formula. No variable can be called so.
const RESULT: &str = "$";

/// The numbers that a formula may use.
pub(super) const VARIABLES: &[&str] = &[
    "words",
    "sentences",
    "paragraphs",
    "characters",
    "syllables",
    "complex_words",
    "long_words",
    "polysyllabic_words",
    "list",
    "blockquote",
    "pre",
    "heading.h1",
    "heading.h2",
    "heading.h3",
    "heading.h4",
    "heading.h5",
    "heading.h6",
];

impl Metric {
    pub(super) fn read(fields: &mut Fields) -> Option<Metric> {
        let (formula, condition) = (fields.required_text("formula"), fields.required_text("condition"));
        let formula = formula.and_then(|item| read(fields, &item, ""));
        let condition = condition.and_then(|item| read(fields, &item, RESULT));
        Some(Metric { formula: formula?, condition: condition? })
    }

    pub(super) fn run(&self, rule: &Rule, block: &Block) -> Vec<Hit> {
        let Some(counts) = block.counts.filter(|counts| counts.words > 0.0) else { return Vec::new() };
        let variable = |name: &str| variable(counts, name);
        let Some(Value::Number(result)) = self.formula.evaluate(&variable) else { return Vec::new() };
        let with_result = |name: &str| if name == RESULT { Some(result) } else { variable(name) };
        match self.condition.evaluate(&with_result) {
            Some(Value::Truth(true)) => vec![rule.say_of_file(&[&format!("{result:.2}")])],
            _ => Vec::new(),
        }
    }
}

fn read(fields: &mut Fields, item: &Item, before: &str) -> Option<Formula> {
    let formula = Formula::new(&format!("{before}{}", item.text), |name| {
        name == RESULT || VARIABLES.contains(&name) || VARIABLES.contains(&name.replace('_', ".").as_str())
    });
    match formula {
        Ok(formula) => Some(formula),
        Err(message) => {
            fields.error(item.span, message);
            None
        }
    }
}

fn variable(counts: &Counts, name: &str) -> Option<f64> {
    Some(match name {
        "words" => counts.words,
        "sentences" => counts.sentences,
        "paragraphs" => counts.paragraphs,
        "characters" => counts.characters,
        "syllables" => counts.syllables,
        "complex_words" => counts.complex_words,
        "long_words" => counts.long_words,
        "polysyllabic_words" => counts.polysyllabic_words,
        name => counts.blocks.get(name.replace('_', ".").as_str()).copied().unwrap_or(0.0),
    })
}
