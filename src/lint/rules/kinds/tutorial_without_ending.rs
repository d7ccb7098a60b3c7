//! `tutorial-without-ending`

use super::{roles, sections};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::NodeKind;
use crate::lint::{Check, Group, Page, Rule};

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
    let Some(section) = sections.last() else { return };
    if roles::role(section.title(document)).is_some() {
        return;
    }
    let Some(last) = sections::siblings(document, section.body.clone()).last() else { return };
    let what = match document.nodes[last as usize].kind {
        NodeKind::CodeBlock(_) => "code",
        NodeKind::OrderedList(_) => "a step",
        _ => return,
    };
    let end = document.nodes[last as usize].span.end as usize;
    let start = document.nodes[last as usize].span.of(&document.text).trim_end().rfind('\n');
    let from = start.map_or(document.nodes[last as usize].span.start as usize, |at| {
        document.nodes[last as usize].span.start as usize + at + 1
    });
    diagnostics.push(
        page.at(crate::source::Span::new(from, end), format!("the tutorial stops with {what}"))
            .help("say what the learner has made, and where to go from here"),
    );
}
