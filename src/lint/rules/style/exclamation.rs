//! `exclamation`

use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::document::prose::BlockKind;
use crate::lint::text::sentences;
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "exclamation",
    group: Group::Style,
    severity: Severity::Suggestion,
    on: false,
    summary: "a sentence ends with an exclamation mark",
    why: "An exclamation mark in directions sounds like shouting or like advertising. A full stop does. Greetings and thanks on \
          the community's own pages may keep theirs.",
    bad: "# Install\n\nRun the script. That is all!\n",
    good: "# Install\n\nRun the script. That is all. If it asks “Go on?”, answer `yes!`.\n",
    fix: Some(Safety::Choice),
    precision: Some(Precision {
        right: 24,
        of: 42,
        on: "280 pages of Electron's documentation and 145 of the Rust Forge",
    }),
    sources: &[
        Origin {
            name: "Google developer documentation style guide: Exclamation points",
            url: "https://developers.google.com/style/exclamation-points",
        },
        Origin { name: "Vale: Google.Exclamation", url: "https://github.com/errata-ai/Google" },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for block in page.prose.iter().filter(|block| block.kind == BlockKind::Paragraph) {
        let text = &block.prose.text;
        if !text.contains('!') {
            continue;
        }
        for sentence in sentences(text) {
            let end = sentence.start + text[sentence].trim_end_matches(['"', '”', ')', '’', '\'']).len();
            let marks = text[..end].trim_end_matches('!').len()..end;
            if marks.is_empty() {
                continue;
            }
            let span = block.prose.span(marks.clone());
            let finding = page.at(span, "this sentence shouts").help("end it with a full stop");
            let can_go = block.prose.is_verbatim(marks);
            let fix = can_go.then(|| Fix::replace(span, ".", Safety::Choice));
            diagnostics.push(Diagnostic { fixes: fix.into_iter().collect(), ..finding });
        }
    }
}
