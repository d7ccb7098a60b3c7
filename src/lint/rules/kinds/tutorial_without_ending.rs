//! `tutorial-without-ending`

use super::roles::{self, Role};
use super::{marker, sections};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::NodeKind;
use crate::lint::{Check, Group, Page, Rule};
use crate::source::Span;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "tutorial-without-ending",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &[Kind::Tutorial],
    summary: "a tutorial stops at its last code or step",
    why: "At the end a learner wants to hear that this was it, what they have made, and where they may go from here. One \
          sentence is enough.",
    bad: "---\nkind: tutorial\n---\n\n# Your first site\n\nBuild it:\n\n```bash\nwaypost build\n```\n",
    good: "---\nkind: tutorial\n---\n\n# Your first site\n\nBuild it:\n\n```bash\nwaypost build\n```\n\nYou have a site of one page.\n",
    precision: super::measured(33, 36),
    sources: &[super::TUTORIALS, super::GITLAB_TUTORIAL],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) {
        return;
    }
    let document = page.document;
    let sections = sections::sections(document);
    let says_more = |title: &str| roles::role(title) == Some(Role::Onward) || roles::is_summary(title);
    if sections.iter().any(|section| says_more(section.title(document))) {
        return;
    }
    let Some(section) = sections.last().filter(|section| !roles::is_cleanup(section.title(document))) else { return };
    let Some(last) = sections::siblings(document, section.body.clone()).last() else { return };
    let node = document.nodes[last as usize];
    let (what, place) = match node.kind {
        NodeKind::CodeBlock(_) => {
            let first_line = node.span.of(&document.text).lines().next().unwrap_or("").len();
            ("code", Span::new(node.span.start as usize, node.span.start as usize + first_line))
        }
        NodeKind::OrderedList(_) => {
            let item = document.children(last).last().unwrap_or(last);
            ("a step", marker::number(document, item).unwrap_or(node.span))
        }
        _ => return,
    };
    diagnostics.push(
        page.at(place, format!("the tutorial stops with {what}"))
            .help("say what the learner has made, and where to go from here"),
    );
}
