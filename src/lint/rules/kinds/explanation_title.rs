//! `explanation-title`

use super::sections;
use super::title::{self, Form};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "explanation-title",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &[Kind::Explanation],
    summary: "an explanation is titled as directions: `How to …`, `Configure …`",
    why: "Put \"About\" before the title of an explanation: it should still make sense. \"About users and groups\" does, \
          \"About configure users\" does not. A command for a title promises steps to a reader who came to get something \
          done.",
    bad: "---\nkind: explanation\n---\n\n# Configure users and groups\n\nA group owns what its people make.\n",
    good: "---\nkind: explanation\n---\n\n# Users and groups\n\nA group owns what its people make.\n",
    precision: super::measured(2, 2),
    sources: &[super::EXPLANATION, super::GITLAB_CONCEPT],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) {
        return;
    }
    let Some(title) = title::title(page) else { return };
    if !matches!(title.form, Form::HowTo | Form::Command) {
        return;
    }
    diagnostics.push(
        page.at(
            title.span,
            format!("the title `{}` promises directions, and this is an explanation", title.shown(page)),
        )
        .help("name the subject, so that \"About\" could stand before it; or make the page a how-to"),
    );
}
