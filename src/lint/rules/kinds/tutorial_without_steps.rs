//! `tutorial-without-steps`

use super::{sections, title};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "tutorial-without-steps",
    group: Group::Kinds,
    severity: Severity::Warning,
    kinds: &[Kind::Tutorial],
    summary: "a tutorial gives the learner nothing to do",
    why: "In a tutorial people learn by doing: they run a command, write a line, press a button, and see what happens. A page \
          without any of that is an explanation, and has that kind.",
    bad: "---\nkind: tutorial\n---\n\n# Your first site\n\nA site is a folder of pages.\n\nEach page is a file.\n",
    good: "---\nkind: tutorial\n---\n\n# Your first site\n\nA site is a folder.\n\n1. Make a folder.\n2. Put a page into it.\n3. Run `waypost build`.\n",
    precision: super::measured(2, 2),
    sources: &[super::TUTORIALS],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) || !sections::has_text(page) {
        return;
    }
    let sections = sections::sections(page.document);
    if sections.iter().any(|section| sections::has_action(page, section.body.clone())) {
        return;
    }
    let Some(title) = title::title(page) else { return };
    diagnostics.push(
        page.at(title.span, "this tutorial gives the learner nothing to do")
            .help("lead the learner through steps; a page that discusses a subject is an `explanation`"),
    );
}
