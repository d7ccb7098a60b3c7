//! `future-tense`

use crate::diagnostic::{Diagnostic, Severity};
use crate::document::prose::BlockKind;
use crate::lint::text::{Around, words};
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "future-tense",
    group: Group::Style,
    severity: Severity::Suggestion,
    on: false,
    summary: "`will` speaks of something that is so already",
    why: "What software does, it does each time: \"the command prints a line\", not \"will print\". The present is shorter, and it leaves \
          the future free for what is not there yet.",
    bad: "# Install\n\nThe script will create a folder.\n",
    good: "# Install\n\nThe script creates a folder. It works of its own free will.\n",
    precision: Some(Precision {
        right: 36,
        of: 40,
        on: "280 pages of Electron's documentation and 145 of the Rust Forge",
    }),
    sources: &[
        Origin {
            name: "Google developer documentation style guide: Present tense",
            url: "https://developers.google.com/style/tense",
        },
        Origin {
            name: "Microsoft Writing Style Guide: Verbs",
            url: "https://learn.microsoft.com/en-us/style-guide/grammar/verbs",
        },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !page.is_english {
        return;
    }
    for block in page.prose.iter().filter(|block| block.kind == BlockKind::Paragraph) {
        let text = &block.prose.text;
        for word in words(text) {
            let around = Around { text, range: word.clone() };
            let itself = around.itself();
            let is_will =
                itself == "will" && !around.is_after(&["free", "good", "at", "the", "a", "your", "their", "its"]);
            if is_will || itself == "won't" || itself.ends_with("'ll") || itself.ends_with("’ll") {
                let message = format!("`{itself}` speaks of the future");
                diagnostics.push(page.at(block.prose.span(word), message).help("say what happens, in the present"));
            }
        }
    }
}
