//! `unknown-word`

use std::collections::BTreeMap;

use super::accepted::{Accepted, bare};
use super::misspelling;
use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::lint::text::words;
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unknown-word",
    group: Group::Words,
    severity: Severity::Suggestion,
    summary: "a word is not in the dictionary",
    why: "It finds what no list of slips has. It also finds every name that it has not met, so it works only where `dictionary` under \
          `[lint]` names a dictionary.\n\n\
          The site's own names are accepted by themselves: words of headings, of code, of the navigation and of terms, and the \
          names of people, teams, and everything else in the community's data. Add other words to `words` under `[lint]`.",
    bad: "=== content/page.md\n# Install\n\nThe documentashun is here.\n\
          === waypost.toml\n[lint]\ndictionary = \"en_US\"\n",
    good: "=== content/page.md\n# Install on Debian\n\nThe documentation is here. Run `apt`, and apt does it. Debian rests.\n\
           === waypost.toml\n[lint]\ndictionary = \"en_US\"\n",
    fix: Some(Safety::Choice),
    precision: Some(Precision {
        right: 4,
        of: 40,
        on: "280 pages of Electron's documentation and 145 of the Rust Forge",
    }),
    sources: &[
        Origin { name: "Hunspell", url: "https://hunspell.github.io/" },
        Origin { name: "Vale: spelling", url: "https://vale.sh/docs/checks/spelling" },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// Making suggestions takes a thousand times as long as looking a word up.
const SUGGESTIONS: usize = 20;

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let Some(dictionary) = &page.linter.dictionary else { return };
    let slips_are_told = page.is_english && page.linter.applies(&misspelling::RULE, &page.document.path);
    // Each word is looked up once a page; what is unknown has its suggestions.
    let mut known: BTreeMap<&str, Option<Vec<String>>> = BTreeMap::new();
    let mut suggested = 0;
    for block in page.prose {
        let text = &block.prose.text;
        for word in words(text) {
            let itself = &text[word.clone()];
            let unknown = known.entry(itself).or_insert_with(|| {
                let is_told = slips_are_told && page.linter.corrections.of(&itself.to_lowercase()).is_some();
                let is_known = is_told || dictionary.knows(itself) || page.linter.facts.names.contains(&bare(itself));
                if !is_looked_up(itself) || is_known || Accepted::on(page).has(itself) {
                    return None;
                }
                suggested += 1;
                let likely = if suggested <= SUGGESTIONS { dictionary.suggest(itself) } else { Vec::new() };
                Some(likely.into_iter().take(3).collect())
            });
            let Some(likely) = unknown else { continue };
            let span = block.prose.span(word.clone());
            let listed: Vec<String> = likely.iter().map(|word| format!("`{word}`")).collect();
            let help = match likely.is_empty() {
                true => "if it is right, add it to `words` under `[lint]`".to_owned(),
                false => {
                    format!("did you mean {}? If it is right, add it to `words` under `[lint]`", listed.join(" or "))
                }
            };
            let mut finding = page.at(span, format!("`{itself}` is not in the dictionary")).help(help);
            if block.prose.is_verbatim(word) {
                finding.fixes = likely.iter().map(|word| Fix::replace(span, word, Safety::Choice)).collect();
            }
            diagnostics.push(finding);
        }
    }
}

/// What has capitals within is an acronym, or a name that nobody spells in another way.
fn is_looked_up(word: &str) -> bool {
    let mut letters = word.chars().skip(1).peekable();
    letters.peek().is_some() && !letters.any(char::is_uppercase)
}
