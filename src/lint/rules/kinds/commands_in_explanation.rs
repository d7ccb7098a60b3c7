//! `commands-in-explanation`

use super::{imperative, sections, title};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::prose::BlockKind;
use crate::lint::text::sentences;
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "commands-in-explanation",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    on: false,
    audit: true,
    kinds: &[Kind::Explanation],
    summary: "a fifth or more of the sentences of an explanation tell the reader to do something",
    why: "An explanation is read away from the keyboard, to understand. Sentences that ask for action turn it into directions \
          bit by bit. Move what is to be done to a how-to, and link it. It is a measure, not a fault: advice may be what a \
          page explains.",
    bad: "---\nkind: explanation\n---\n\n# Ports\n\nPorts below 1024 need rights. Open the settings. Change the port. Restart the \
          server. Look into the log. Ports have a long history. Once there were few. Run the test. Copy the file. The rest is \
          known.\n",
    good: "---\nkind: explanation\n---\n\n# Ports\n\nPorts below 1024 need rights. That is so because long ago only the system \
           listened there. Ports have a long history. Once there were few. Every program had one. Then there were many. Some \
           clash. The rest is known. Nobody minds. It works.\n",
    sources: &[super::EXPLANATION],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// Below so many sentences, a share says nothing.
const FEWEST: usize = 10;

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) {
        return;
    }
    let (mut all, mut commands) = (0, 0);
    for block in page.prose.iter().filter(|block| block.kind == BlockKind::Paragraph) {
        for sentence in sentences(&block.prose.text) {
            all += 1;
            commands += usize::from(imperative::is_surely_command(&block.prose.text[sentence]));
        }
    }
    if all < FEWEST || commands * 5 < all {
        return;
    }
    let Some(title) = title::title(page) else { return };
    diagnostics.push(
        page.at(title.span, format!("{commands} of {all} sentences tell the reader to do something"))
            .help("move what is to be done to a how-to, and link it"),
    );
}
