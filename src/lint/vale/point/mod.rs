//! The kinds of rules that Vale calls extension points, one a file, one line in each list here.
//!
//! Entry points: [`read`] and [`Point::run`]. A point must not know other points.

mod capitalization;
mod conditional;
mod consistency;
mod existence;
mod metric;
mod occurrence;
mod readability;
mod repetition;
mod spelling;
mod substitution;
#[cfg(test)]
mod tests;

use super::fields::{Fields, Item};
use super::pattern::{Effort, Pattern};
use super::rule::{Block, Files, Hit, Memory, Rule, Vocabulary};

/// What a rule does, and with what.
#[derive(Debug)]
pub enum Point {
    /// Flags what matches.
    Existence(existence::Existence),
    /// Flags what has a better form.
    Substitution(substitution::Substitution),
    /// Counts.
    Occurrence(occurrence::Occurrence),
    /// Flags what stands twice in a row.
    Repetition(repetition::Repetition),
    /// Flags two ways to write the same.
    Consistency(consistency::Consistency),
    /// Flags what asks for something that is not there.
    Conditional(conditional::Conditional),
    /// Flags the wrong case.
    Capitalization(capitalization::Capitalization),
    /// Calculates.
    Metric(metric::Metric),
    /// Grades.
    Readability(readability::Readability),
    /// Flags words that no dictionary has.
    Spelling(Box<spelling::Spelling>),
}

/// Their names in `extends`.
pub const NAMES: &[&str] = &[
    "existence",
    "substitution",
    "occurrence",
    "repetition",
    "consistency",
    "conditional",
    "capitalization",
    "metric",
    "readability",
    "spelling",
];

/// What a point may look at while it is read.
pub struct Setup<'a> {
    /// The project's words.
    pub vocabulary: &'a Vocabulary,
    /// The project's files.
    pub files: &'a dyn Files,
    /// The rule's message.
    pub message: &'a str,
    /// The rule is one of Vale's own.
    pub built_in: bool,
}

/// Reads the keys of a point. Problems are left in `fields`; there may be none where there is no point either: then the
/// name is not one of [`NAMES`].
pub fn read(name: &str, fields: &mut Fields, setup: &Setup) -> Option<Point> {
    Some(match name {
        "existence" => Point::Existence(existence::Existence::read(fields, setup)?),
        "substitution" => Point::Substitution(substitution::Substitution::read(fields, setup)?),
        "occurrence" => Point::Occurrence(occurrence::Occurrence::read(fields)?),
        "repetition" => Point::Repetition(repetition::Repetition::read(fields, setup)?),
        "consistency" => Point::Consistency(consistency::Consistency::read(fields, setup)?),
        "conditional" => Point::Conditional(conditional::Conditional::read(fields, setup)?),
        "capitalization" => Point::Capitalization(capitalization::Capitalization::read(fields, setup)?),
        "metric" => Point::Metric(metric::Metric::read(fields)?),
        "readability" => Point::Readability(readability::Readability::read(fields)?),
        "spelling" => Point::Spelling(Box::new(spelling::Spelling::read(fields, setup)?)),
        _ => return None,
    })
}

impl Point {
    /// A key that it does not know is an error. Two points were always read loosely.
    pub fn is_strict(&self) -> bool {
        !matches!(self, Point::Consistency(_) | Point::Spelling(_))
    }

    /// The one scope that makes sense, whatever the rule says.
    pub fn fixed_scope(&self) -> Option<&'static str> {
        matches!(self, Point::Metric(_) | Point::Readability(_)).then_some("summary")
    }

    /// Finds the hits in a block.
    pub fn run(&self, rule: &Rule, block: &Block, memory: &mut Memory, effort: &mut Effort) -> Vec<Hit> {
        match self {
            Point::Existence(point) => point.run(rule, block, effort),
            Point::Substitution(point) => point.run(rule, block, effort),
            Point::Occurrence(point) => point.run(rule, block, effort),
            Point::Repetition(point) => point.run(rule, block, effort),
            Point::Consistency(point) => point.run(rule, block, memory, effort),
            Point::Conditional(point) => point.run(rule, block, memory, effort),
            Point::Capitalization(point) => point.run(rule, block, effort),
            Point::Metric(point) => point.run(rule, block),
            Point::Readability(point) => point.run(rule, block),
            Point::Spelling(point) => point.run(rule, block, effort),
        }
    }
}

/// Compiles a pattern that stands in a file; `before` goes in front of it.
fn compile(fields: &mut Fields, item: &Item, before: &str) -> Option<Pattern> {
    match Pattern::new(&format!("{before}{}", item.text)) {
        Ok(pattern) => Some(pattern),
        Err(message) => {
            fields.error(item.span, format!("`{}` is no pattern: {message}", item.text));
            None
        }
    }
}
