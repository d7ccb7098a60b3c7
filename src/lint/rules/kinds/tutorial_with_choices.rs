//! `tutorial-with-choices`

use super::roles::{self, Role};
use super::{phrases, sections};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "tutorial-with-choices",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &[Kind::Tutorial],
    summary: "a tutorial leaves a choice to the learner",
    why: "Learners cannot choose between ways that they do not know yet, and each choice is a place where their result may \
          differ from the page. Choose one way for them. Other ways belong to a how-to or to reference.",
    bad: "---\nkind: tutorial\n---\n\n# Build your first site\n\nRun `waypost build`. Alternatively, use `waypost serve`.\n",
    good: "---\nkind: tutorial\n---\n\n# Build your first site\n\nRun `waypost build`.\n",
    precision: super::measured(37, 40),
    sources: &[super::TUTORIALS],
    check: Check::Page(check),
    ..Rule::PLAIN
};

const CHOICES: &[&str] = &[
    "alternatively",
    "if you prefer",
    "if you'd prefer",
    "if you would rather",
    "if you'd rather",
    "another option is",
];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) {
        return;
    }
    let sections = sections::sections(page.document);
    for section in &sections {
        // Going on and tidying up are the learner's own affair.
        let title = section.title(page.document);
        if roles::is_cleanup(title) || matches!(roles::role(title), Some(Role::Onward | Role::Troubleshooting)) {
            continue;
        }
        for block in sections::blocks(page, section.body.clone()) {
            for (range, phrase) in phrases::find(&block.prose.text, CHOICES) {
                diagnostics.push(
                    page.at(block.prose.span(range), format!("`{phrase}` leaves a choice to the learner"))
                        .help("choose one way, and leave the others to a how-to"),
                );
            }
        }
    }
}
