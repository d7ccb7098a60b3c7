//! `tutorial-without-we`

use super::{phrases, sections, title};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "tutorial-without-we",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    on: false,
    audit: true,
    kinds: &[Kind::Tutorial],
    summary: "a tutorial never says `we`",
    why: "A tutorial is a lesson: somebody who knows the way goes it together with somebody who does not. \u{201c}We\u{201d} says \
          that the teacher is there and answers for what happens. It is a measure, not a fault: many good tutorials say \
          \u{201c}you\u{201d} throughout.",
    bad: "---\nkind: tutorial\n---\n\n# Your first site\n\nThe reader makes a folder.\n\nThen a page is written in it.\n",
    good: "---\nkind: tutorial\n---\n\n# Your first site\n\nFirst, we make a folder.\n\nThen we write a page in it.\n",
    sources: &[super::TUTORIALS],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) || !sections::has_text(page) {
        return;
    }
    const WE: &[&str] = &["we", "we'll", "we've", "we're", "let's", "let us", "us", "our"];
    if page.prose.iter().any(|block| phrases::has(&block.prose.text, WE)) {
        return;
    }
    let Some(title) = title::title(page) else { return };
    diagnostics.push(
        page.at(title.span, "this tutorial never says `we`")
            .help("where you show the way, go it together with the learner: `first, we make a folder`"),
    );
}
