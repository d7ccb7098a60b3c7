//! What a tutorial, a how-to, a reference and an explanation are made of.

pub(super) mod background_in_how_to;
pub(super) mod commands_in_explanation;
pub(super) mod conflicting_kind;
pub(super) mod entry_without_example;
pub(super) mod explanation_in_tutorial;
pub(super) mod explanation_title;
pub(super) mod explanation_with_steps;
pub(super) mod explanation_without_links;
pub(super) mod explanation_without_reasons;
pub(super) mod generic_heading;
pub(super) mod hedge_in_reference;
pub(super) mod how_to_title;
pub(super) mod how_to_without_result;
pub(super) mod how_to_without_steps;
mod imperative;
pub(super) mod learning_promise;
mod marker;
pub(super) mod missing_introduction;
pub(super) mod missing_kind;
pub(super) mod mixed_kinds;
pub(super) mod open_ended_how_to;
pub(super) mod opinion_in_reference;
mod phrases;
pub(super) mod prerequisites_as_steps;
pub(super) mod prerequisites_heading;
pub(super) mod rationale_in_reference;
pub(super) mod reference_table;
pub(super) mod reference_title;
pub(super) mod reference_with_steps;
pub(super) mod reference_without_facts;
mod roles;
mod sections;
pub(super) mod sections_out_of_order;
pub(super) mod single_step_list;
pub(super) mod step_without_command;
pub(super) mod steps_in_next_steps;
pub(super) mod steps_without_introduction;
pub(super) mod teaching_in_how_to;
mod title;
pub(super) mod tutorial_title;
pub(super) mod tutorial_with_choices;
pub(super) mod tutorial_without_ending;
pub(super) mod tutorial_without_outcome;
pub(super) mod tutorial_without_prerequisites;
pub(super) mod tutorial_without_result;
pub(super) mod tutorial_without_steps;
pub(super) mod tutorial_without_we;
pub(super) mod uneven_entries;
pub(super) mod vague_step;
mod verbs;

use crate::lint::{Origin, Page, Precision};

const TUTORIALS: Origin = Origin { name: "Diátaxis: Tutorials", url: "https://diataxis.fr/tutorials/" };
const HOW_TOS: Origin = Origin { name: "Diátaxis: How-to guides", url: "https://diataxis.fr/how-to-guides/" };
const REFERENCE: Origin = Origin { name: "Diátaxis: Reference", url: "https://diataxis.fr/reference/" };
const EXPLANATION: Origin = Origin { name: "Diátaxis: Explanation", url: "https://diataxis.fr/explanation/" };
const COMPASS: Origin = Origin { name: "Diátaxis: The compass", url: "https://diataxis.fr/compass/" };
const GITLAB_CONCEPT: Origin = Origin {
    name: "GitLab: Concept topic type",
    url: "https://docs.gitlab.com/development/documentation/topic_types/concept/",
};
const GITLAB_REFERENCE: Origin = Origin {
    name: "GitLab: Reference topic type",
    url: "https://docs.gitlab.com/development/documentation/topic_types/reference/",
};
const GITLAB_TASK: Origin = Origin {
    name: "GitLab: Task topic type",
    url: "https://docs.gitlab.com/development/documentation/topic_types/task/",
};
const GITLAB_TUTORIAL: Origin = Origin {
    name: "GitLab: Tutorial page type",
    url: "https://docs.gitlab.com/development/documentation/topic_types/tutorial/",
};
const RED_HAT: Origin =
    Origin { name: "Red Hat: Modular documentation", url: "https://redhat-documentation.github.io/modular-docs/" };
const GOOGLE_PROCEDURES: Origin = Origin {
    name: "Google developer documentation style guide: Procedures",
    url: "https://developers.google.com/style/procedures",
};

/// A measurement on real pages whose kinds their projects tell by folders.
const fn measured(right: u32, of: u32) -> Option<Precision> {
    Some(Precision { right, of, on: "2,077 pages of sixteen projects, sorted by kind," })
}

/// Rules that look for words know those of English alone.
fn is_english(page: &Page) -> bool {
    let language = &page.view.site.language;
    language.eq_ignore_ascii_case("en") || language.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("en-"))
}
