//! `long-sentence`

use crate::diagnostic::{Diagnostic, Severity};
use crate::document::prose::BlockKind;
use crate::lint::text::{sentences, word_count};
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "long-sentence",
    group: Group::Style,
    severity: Severity::Suggestion,
    summary: "a sentence has more words than the settings allow",
    why: "Whoever reads a long sentence has to keep its beginning in mind until its end comes. Make two of it, or a list.\n\n\
          `sentence_words` under `[lint]` says how long is too long. Code counts as one word.",
    bad: "# Install\n\nThe installer looks for an older version in all the places where earlier releases have put it, asks you whether \
          you want to keep its settings or to begin with new ones, copies what you want to keep, removes the rest, and then \
          starts the new version in a window of its own.\n",
    good: "# Install\n\nThe installer looks for an older version in all the places where earlier releases have put it. You can keep its \
           settings or begin with new ones. Then the new version starts.\n",
    precision: Some(Precision {
        right: 39,
        of: 40,
        on: "280 pages of Electron's documentation and 145 of the Rust Forge",
    }),
    sources: &[
        Origin {
            name: "Google developer documentation style guide: Write for a global audience",
            url: "https://developers.google.com/style/translation",
        },
        Origin {
            name: "Plain language guide of Digital.gov: Short and simple",
            url: "https://digital.gov/guides/plain-language/principles/short-simple",
        },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let most = page.linter.config.lint.sentence_words as usize;
    for block in page.prose.iter().filter(|block| block.kind == BlockKind::Paragraph) {
        let text = &block.prose.text;
        // A word and its space are two bytes at least.
        if text.len() <= 2 * most {
            continue;
        }
        for sentence in sentences(text) {
            let words = word_count(&text[sentence.clone()]);
            if words > most {
                let message = format!("this sentence has {words} words; {most} are the most");
                diagnostics.push(page.at(block.prose.span(sentence), message).help("make two of it, or a list"));
            }
        }
    }
}
