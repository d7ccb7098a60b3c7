//! `please`

use crate::diagnostic::{Diagnostic, Safety, Severity};
use crate::lint::words::List;
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "please",
    group: Group::Style,
    severity: Severity::Suggestion,
    on: false,
    summary: "an instruction says please",
    why: "Directions are no favour that the reader does the writer, and the word stands before what the reader looks for. It has its \
          place where you do ask for something: in a contributing guide, or when something went wrong.",
    bad: "# Install\n\nPlease run the script.\n",
    good: "# Install\n\nRun the script. It says “please wait”.\n",
    fix: Some(Safety::Unsafe),
    precision: Some(Precision {
        right: 32,
        of: 40,
        on: "280 pages of Electron's documentation and 145 of the Rust Forge",
    }),
    sources: &[
        Origin {
            name: "Google developer documentation style guide: Voice and tone",
            url: "https://developers.google.com/style/tone",
        },
        Origin {
            name: "Microsoft Writing Style Guide: please",
            url: "https://learn.microsoft.com/en-us/style-guide/a-z-word-list-term-collections/p/please",
        },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// What is looked for.
pub(in crate::lint) const WORDS: &[&str] = &["please"];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for found in page.found(List::Please) {
        if found.around().next().is_empty() || found.around().is_before(&["wait"]) {
            continue;
        }
        let finding = page.at(found.span(), format!("`{}` in an instruction", found.text())).help("leave it out");
        diagnostics.push(Diagnostic { fixes: found.removal(Safety::Unsafe).into_iter().collect(), ..finding });
    }
}
