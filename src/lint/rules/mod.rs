//! The rules: one a file, in a folder for each group, one line each in [`RULES`].

mod files;
mod links;
mod lint;
mod structure;
pub(super) mod style;
pub(super) mod words;

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
    &style::acronym_not_introduced::RULE,
    &style::alienating_word::RULE,
    &style::ambiguous_date::RULE,
    &style::exclamation::RULE,
    &style::first_person::RULE,
    &style::future_tense::RULE,
    &style::latin_abbreviation::RULE,
    &style::long_sentence::RULE,
    &style::missing_serial_comma::RULE,
    &style::passive_voice::RULE,
    &style::please::RULE,
    &style::time_without_zone::RULE,
    &style::title_case_heading::RULE,
    &style::wordy_phrase::RULE,
    &words::inclusive_language::RULE,
    &words::inconsistent_spelling::RULE,
    &words::misspelling::RULE,
    &words::unknown_word::RULE,
    &words::wrong_term::RULE,
    &lint::invalid_suppression::RULE,
    &lint::suppression_without_reason::RULE,
    &lint::unused_suppression::RULE,
];
