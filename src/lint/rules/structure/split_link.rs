//! `split-link`

use super::tree::{is_destination, runs, within};
use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::lint::{Check, Group, Origin, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "split-link",
    group: Group::Structure,
    severity: Severity::Warning,
    summary: "there is a space between the text of a link and its destination",
    why: "Round brackets belong to a link only where they follow the square ones at once. With a space between them the reader \
          sees the brackets and the path.",
    bad: "# Install\n\nRead the [first steps] (first-steps.md) before.\n\n=== content/first-steps.md\n# First steps\n",
    good: "# Install\n\nRead the [first steps](first-steps.md) before.\n\n=== content/first-steps.md\n# First steps\n",
    fix: Some(Safety::Unsafe),
    sources: &[Origin { name: "CommonMark, links", url: "https://spec.commonmark.org/0.31.2/#inline-link" }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for run in runs(page.document) {
        let text = run.of(&page.document.text);
        for (at, _) in text.match_indices("] (") {
            let Some(open) = text[..at].rfind('[') else { continue };
            let Some(length) = text[at + 3..].find(')') else { continue };
            // A box of a task list, or a number of a source.
            let is_mark = text[open + 1..at].trim().chars().count() < 2;
            if is_mark || !is_destination(&text[at + 3..at + 3 + length]) {
                continue;
            }
            let space = within(run, at + 1..at + 2);
            let fix = Fix::replace(space, "", Safety::Unsafe).titled("take the space out");
            let link = within(run, open..at + 3 + length + 1);
            let finding = page.at(link, "this is no link: there is a space between its brackets");
            diagnostics.push(finding.help("take the space out").fix(fix));
        }
    }
}
