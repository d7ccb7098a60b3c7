//! `tutorial-title`

use super::sections;
use super::title::{self, Form};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "tutorial-title",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &[Kind::Tutorial],
    summary: "a tutorial is called `How to …` or asks a question",
    why: "`How to …` promises directions to somebody who is at work, and a question promises an explanation. A tutorial is \
          a lesson: name what the learner makes in it, as in `Build your first site`.",
    bad: "---\nkind: tutorial\n---\n\n# How to build a site\n\nWe make a site of two pages.\n",
    good: "---\nkind: tutorial\n---\n\n# Build your first site\n\nWe make a site of two pages.\n",
    precision: super::measured(13, 13),
    sources: &[super::TUTORIALS, super::GITLAB_TUTORIAL],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) {
        return;
    }
    let Some(title) = title::title(page) else { return };
    let message = match title.form {
        Form::HowTo => "promises a how-to",
        Form::Question => "promises an explanation",
        _ => return,
    };
    diagnostics.push(
        page.at(title.span, format!("the title `{}` {message}, and this is a tutorial", title.shown(page)))
            .help("name what the learner makes: `Build your first site`"),
    );
}
