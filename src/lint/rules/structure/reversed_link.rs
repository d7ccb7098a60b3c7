//! `reversed-link`

use super::tree::{is_destination, runs, within};
use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::lint::{Check, Group, Origin, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "reversed-link",
    aliases: &["MD011"],
    group: Group::Structure,
    severity: Severity::Warning,
    summary: "the brackets of a link are the wrong way round",
    why: "The text of a link stands in square brackets and its destination in round ones. The other way round it is no link, \
          and the reader sees all of it.",
    bad: "# Install\n\nRead the (first steps)[first-steps.md] before.\n\n=== content/first-steps.md\n# First steps\n",
    good: "# Install\n\nRead the [first steps](first-steps.md) before.\n\n=== content/first-steps.md\n# First steps\n",
    fix: Some(Safety::Unsafe),
    sources: &[Origin {
        name: "markdownlint MD011",
        url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md011.md",
    }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for run in runs(page.document) {
        let text = run.of(&page.document.text);
        for (at, _) in text.match_indices(")[") {
            let Some(open) = text[..at].rfind('(') else { continue };
            let Some(length) = text[at + 2..].find(']') else { continue };
            let (words, destination) = (&text[open + 1..at], &text[at + 2..at + 2 + length]);
            if words.trim().is_empty() || words.contains(['[', ']']) || !is_destination(destination) {
                continue;
            }
            let span = within(run, open..at + 2 + length + 1);
            let link = format!("[{words}]({destination})");
            let finding = page.at(span, "this is no link: its brackets are the wrong way round");
            let finding = finding.help(format!("write `{link}`"));
            diagnostics.push(finding.fix(Fix::replace(span, link, Safety::Unsafe)));
        }
    }
}
