//! The rules: one a file, in a folder for each group, one line each in [`RULES`].

mod files;
mod kinds;
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
    &kinds::background_in_how_to::RULE,
    &kinds::conflicting_kind::RULE,
    &kinds::entry_without_example::RULE,
    &kinds::explanation_in_tutorial::RULE,
    &kinds::explanation_title::RULE,
    &kinds::explanation_with_steps::RULE,
    &kinds::explanation_without_links::RULE,
    &kinds::explanation_without_reasons::RULE,
    &kinds::generic_heading::RULE,
    &kinds::hedge_in_reference::RULE,
    &kinds::how_to_title::RULE,
    &kinds::how_to_without_steps::RULE,
    &kinds::learning_promise::RULE,
    &kinds::missing_introduction::RULE,
    &kinds::missing_kind::RULE,
    &kinds::open_ended_how_to::RULE,
    &kinds::opinion_in_reference::RULE,
    &kinds::prerequisites_as_steps::RULE,
    &kinds::prerequisites_heading::RULE,
    &kinds::rationale_in_reference::RULE,
    &kinds::reference_table::RULE,
    &kinds::reference_title::RULE,
    &kinds::reference_with_steps::RULE,
    &kinds::reference_without_facts::RULE,
    &kinds::sections_out_of_order::RULE,
    &kinds::single_step_list::RULE,
    &kinds::step_without_command::RULE,
    &kinds::steps_in_next_steps::RULE,
    &kinds::steps_without_introduction::RULE,
    &kinds::teaching_in_how_to::RULE,
    &kinds::tutorial_title::RULE,
    &kinds::tutorial_with_choices::RULE,
    &kinds::tutorial_without_ending::RULE,
    &kinds::tutorial_without_outcome::RULE,
    &kinds::tutorial_without_prerequisites::RULE,
    &kinds::tutorial_without_result::RULE,
    &kinds::tutorial_without_steps::RULE,
    &kinds::uneven_entries::RULE,
    &kinds::vague_step::RULE,
    &lint::invalid_suppression::RULE,
    &lint::suppression_without_reason::RULE,
    &lint::unused_suppression::RULE,
];
