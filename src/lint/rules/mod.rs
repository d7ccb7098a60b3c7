//! The rules: one a file, in a folder for each group, one line each in [`RULES`].

mod files;
mod links;
mod lint;
mod structure;

use super::rule::Rule;

/// All rules, group by group, by name.
pub const RULES: &[&Rule] = &[
    &files::unknown_language::RULE,
    &links::broken_anchor::RULE,
    &links::broken_image::RULE,
    &links::broken_link::RULE,
    &links::case_mismatch::RULE,
    &links::missing_alt::RULE,
    &structure::second_title::RULE,
    &lint::invalid_suppression::RULE,
    &lint::suppression_without_reason::RULE,
    &lint::unused_suppression::RULE,
];
