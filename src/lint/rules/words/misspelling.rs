//! `misspelling`

use super::accepted::Accepted;
use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::lint::text::{Around, words};
use crate::lint::{Check, Group, Origin, Page, Precision, Rule, capitalized};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "misspelling",
    group: Group::Words,
    severity: Severity::Warning,
    summary: "a word is a known slip of the pen",
    why: "The word is looked up in a list of slips that people make, not in a dictionary. So a word that is not known is no finding, \
          and hardly a finding is wrong.\n\n\
          Words that stand in code on the same page, terms, and `words` under `[lint]` are right. To look words up in a dictionary, \
          set `dictionary`.",
    bad: "# Install\n\nYou recieve a letter.\n",
    good: "# Install\n\nYou receive a letter. The function `recieve` is spelled like that.\n",
    fix: Some(Safety::Unsafe),
    precision: Some(Precision {
        right: 18,
        of: 18,
        on: "280 pages of Electron's documentation, 145 of the Rust Forge and 156 of rustc's development guide",
    }),
    sources: &[Origin { name: "typos", url: "https://github.com/crate-ci/typos" }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !page.is_english {
        return;
    }
    for block in page.prose {
        let text = &block.prose.text;
        for word in words(text) {
            let itself = &text[word.clone()];
            // "query-fied" is no word of its own.
            let is_joined = text[..word.start].ends_with('-') || text[word.end..].starts_with('-');
            let Some(small) = plain(itself).filter(|_| !is_joined || itself.len() > 5) else { continue };
            let Some(corrections) = page.linter.corrections.of(&small) else { continue };
            if is_likely_a_name(&Around { text, range: word.clone() }) || Accepted::on(page).has(itself) {
                continue;
            }
            let is_capital = itself.starts_with(char::is_uppercase);
            let instead: Vec<String> =
                corrections.map(|word| if is_capital { capitalized(word) } else { word.to_owned() }).collect();
            let span = block.prose.span(word.clone());
            let listed: Vec<String> = instead.iter().map(|word| format!("`{word}`")).collect();
            let mut finding =
                page.at(span, format!("`{itself}` is misspelled")).help(format!("write {}", listed.join(" or ")));
            if block.prose.is_verbatim(word) {
                let safety = if instead.len() == 1 { Safety::Unsafe } else { Safety::Choice };
                finding.fixes = instead.into_iter().map(|word| Fix::replace(span, word, safety)).collect();
            }
            diagnostics.push(finding);
        }
    }
}

/// A short word with a capital is somebody's name rather than a slip, but for the start of a sentence.
fn is_likely_a_name(around: &Around) -> bool {
    let starts_sentence = around.begins() && around.next().starts_with(char::is_lowercase);
    around.itself().starts_with(char::is_uppercase) && around.itself().len() < 7 && !starts_sentence
}

/// The word in small letters. What is written large is an acronym.
fn plain(word: &str) -> Option<String> {
    let is_plain = word.is_ascii() && word.len() > 2 && !word[1..].contains(|c: char| c.is_ascii_uppercase());
    is_plain.then(|| word.to_ascii_lowercase())
}
