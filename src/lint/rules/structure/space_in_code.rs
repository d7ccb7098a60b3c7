//! `space-in-code`

use super::tree::within;
use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::document::NodeKind;
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "space-in-code",
    aliases: &["MD038"],
    group: Group::Structure,
    severity: Severity::Suggestion,
    on: false,
    summary: "a word in code has a space on one side",
    why: "The space is shown, and whoever copies the word copies the space too. Where it belongs to the code, the rule is \
          silent if there is anything else than letters and digits at either end. It is off by default: in `Bearer ` and the \
          like the space is meant.",
    bad: "# Install\n\nRun `waypost ` in the folder.\n",
    good: "# Install\n\nRun `waypost` in the folder. The prompt is `$ `.\n",
    fix: Some(Safety::Unsafe),
    precision: Some(Precision {
        right: 8,
        of: 13,
        on: "the documentation of the Rust Forge, FastAPI, Astro and Vitess",
    }),
    sources: &[Origin {
        name: "markdownlint MD038",
        url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md038.md",
    }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for node in &page.document.nodes {
        let NodeKind::Code(string) = node.kind else { continue };
        let code = &*page.document.strings[string as usize];
        let word = code.trim();
        let is_word = word.starts_with(char::is_alphanumeric) && word.ends_with(char::is_alphanumeric);
        if word.len() == code.len() || !is_word {
            continue;
        }
        let source = node.span.of(&page.document.text);
        let marks = source.bytes().take_while(|byte| *byte == b'`').count();
        let finding = page.at(node.span, format!("there is a space beside `{word}` inside the code"));
        let inner = source.get(marks..source.len().saturating_sub(marks)).unwrap_or("");
        // Code over several lines reads otherwise than it is written.
        diagnostics.push(match inner.trim() == word {
            true => {
                let inner = within(node.span, marks..source.len() - marks);
                finding
                    .help("take the space out")
                    .fix(Fix::replace(inner, word, Safety::Unsafe).titled("take the space out"))
            }
            false => finding.help("take the space out"),
        });
    }
}
