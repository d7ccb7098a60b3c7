//! The rules: one a file, in a folder for each group, one line each in [`RULES`].

mod files;
mod links;
mod lint;
mod structure;

use super::rule::Rule;

/// All rules, group by group, by name.
pub const RULES: &[&Rule] = &[
    &files::unknown_language::RULE,
    &links::absolute_own_url::RULE,
    &links::bare_url::RULE,
    &links::broken_anchor::RULE,
    &links::broken_image::RULE,
    &links::broken_link::RULE,
    &links::case_mismatch::RULE,
    &links::empty_link_text::RULE,
    &links::http_link::RULE,
    &links::link_to_self::RULE,
    &links::missing_alt::RULE,
    &links::poor_alt::RULE,
    &links::vague_link_text::RULE,
    &structure::bold_heading::RULE,
    &structure::copied_prompt::RULE,
    &structure::duplicate_heading::RULE,
    &structure::empty_heading::RULE,
    &structure::heading_jump::RULE,
    &structure::heading_punctuation::RULE,
    &structure::invisible_character::RULE,
    &structure::late_front_matter::RULE,
    &structure::markdown_in_html::RULE,
    &structure::missing_blank_line::RULE,
    &structure::missing_language::RULE,
    &structure::missing_title::RULE,
    &structure::mojibake::RULE,
    &structure::nested_fence::RULE,
    &structure::ragged_table::RULE,
    &structure::raw_html::RULE,
    &structure::repeated_word::RULE,
    &structure::reversed_link::RULE,
    &structure::second_title::RULE,
    &structure::section_without_text::RULE,
    &structure::space_in_code::RULE,
    &structure::space_in_destination::RULE,
    &structure::space_in_emphasis::RULE,
    &structure::space_in_link_text::RULE,
    &structure::split_link::RULE,
    &structure::unclosed_comment::RULE,
    &structure::unclosed_fence::RULE,
    &structure::unknown_tag::RULE,
    &structure::unspaced_heading::RULE,
    &structure::unused_definition::RULE,
    &structure::unused_footnote::RULE,
    &structure::wrong_list_number::RULE,
    &lint::invalid_suppression::RULE,
    &lint::suppression_without_reason::RULE,
    &lint::unused_suppression::RULE,
];
