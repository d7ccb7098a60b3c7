//! `first-person`

use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::prose::BlockKind;
use crate::lint::text::{is_one_of, words};
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "first-person",
    group: Group::Style,
    severity: Severity::Suggestion,
    on: false,
    kinds: &[Kind::HowTo, Kind::Reference, Kind::Explanation],
    summary: "the writer speaks of themselves",
    why: "In directions and descriptions, \"we\" may be the project, the writer and the reader together, or the program, and the reader \
          has to guess. Talk to the reader as *you*, or name who does it. Tutorials and pages of the community are left alone: \
          there *we* has a meaning.",
    bad: "=== content/how-tos/install.md\n# Install\n\nWe run the script, and it tells us the version.\n",
    good: "=== content/how-tos/install.md\n# Install\n\nRun the script. It prints the version.\n",
    precision: Some(Precision {
        right: 18,
        of: 40,
        on: "199 pages of Electron's reference and of its how-tos for contributors",
    }),
    sources: &[Origin {
        name: "Google developer documentation style guide: Second person and first person",
        url: "https://developers.google.com/style/person",
    }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

const WORDS: &[&str] =
    &["I'm", "I've", "I'd", "I'll", "my", "mine", "we", "we're", "we've", "we'd", "we'll", "our", "ours", "let's"];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !page.is_english {
        return;
    }
    for block in page.prose.iter().filter(|block| block.kind == BlockKind::Paragraph && !block.in_quote) {
        let text = &block.prose.text;
        for word in words(text) {
            let itself = &text[word.clone()];
            // "US" is a country, "I/O" no person.
            let is_person = itself == "us" || itself == "I" && !text[word.end..].starts_with('/');
            if is_person || is_one_of(&itself.replace('’', "'"), WORDS) {
                let message = format!("`{itself}` may be anybody here");
                diagnostics
                    .push(page.at(block.prose.span(word), message).help("talk to the reader, or name who does it"));
            }
        }
    }
}
