//! `latin-abbreviation`

use crate::diagnostic::{Diagnostic, Safety, Severity};
use crate::lint::words::{Found, List};
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "latin-abbreviation",
    group: Group::Style,
    severity: Severity::Suggestion,
    on: false,
    summary: "an abbreviation of Latin words stands where English words would do",
    why: "Not everyone knows which of `e.g.` and `i.e.` is which, translators and screen readers stumble over both, and the English \
          words are hardly longer. `via` and `versus` have become English and stay.",
    bad: "# Formats\n\nUse a lossless format, e.g. PNG, and not JPEG, GIF, etc.\n",
    good: "# Formats\n\nUse a lossless format, for example, PNG, and not JPEG, GIF, and so on. Convert it via the menu.\n",
    fix: Some(Safety::Safe),
    precision: Some(Precision {
        right: 40,
        of: 40,
        on: "280 pages of Electron's documentation and 145 of the Rust Forge",
    }),
    sources: &[
        Origin {
            name: "Google developer documentation style guide: Abbreviations",
            url: "https://developers.google.com/style/abbreviations",
        },
        Origin {
            name: "Microsoft Writing Style Guide: Use US spelling and avoid non-English words",
            url: "https://learn.microsoft.com/en-us/style-guide/word-choice/use-us-spelling-avoid-non-english-words",
        },
        Origin {
            name: "Kubernetes documentation style guide: Avoid Latin phrases",
            url: "https://kubernetes.io/docs/contribute/style/style-guide/#avoid-latin-phrases",
        },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// An abbreviation and the words for it.
pub(in crate::lint) const ABBREVIATIONS: &[(&str, &str)] = &[
    ("e.g.", "for example"),
    ("e.g", "for example"),
    ("eg.", "for example"),
    ("i.e.", "that is"),
    ("i.e", "that is"),
    ("ie.", "that is"),
    ("etc.", "and so on"),
    ("etc", "and so on"),
    ("viz.", "namely"),
    ("cf.", "compare"),
];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for found in page.found(List::Latin) {
        let (abbreviation, words) = ABBREVIATIONS[found.entry];
        let rest = &found.block.prose.text[found.range.end..];
        // `IE` is a browser.
        if found.text() != abbreviation && !found.around().begins() {
            continue;
        }
        let finding = page
            .at(found.span(), format!("`{}` is an abbreviation of Latin words", found.text()))
            .help(format!("write `{words}`"));
        let (with, safety) = match words {
            "and so on" if abbreviation.ends_with('.') => and_so_on(rest),
            // In words it is set off by a comma.
            "for example" if rest.starts_with(' ') => ("for example,", Safety::Safe),
            "that is" if rest.starts_with(' ') => ("that is,", Safety::Safe),
            _ => (words, Safety::Safe),
        };
        let fix = found.fix(with, safety).filter(|_| !stands_in_a_row(&found));
        diagnostics.push(match fix {
            Some(fix) => finding.fix(fix),
            None => finding,
        });
    }
}

/// The point of "etc." may end the sentence too.
fn and_so_on(rest: &str) -> (&'static str, Safety) {
    match rest.trim_start_matches(['"', '”', '’', ' ', '\n']).chars().next() {
        None => ("and so on.", Safety::Safe),
        Some(next) if next.is_uppercase() => ("and so on.", Safety::Unsafe),
        Some(_) => ("and so on", Safety::Safe),
    }
}

/// "e.g., i.e." and "etc. etc." are no sentence that words could go into.
fn stands_in_a_row(found: &Found) -> bool {
    let rest = found.block.prose.text[found.range.end..].trim_start_matches([',', ' ']);
    ABBREVIATIONS.iter().any(|(abbreviation, _)| rest.starts_with(abbreviation))
}
