//! `space-in-destination`

use super::tree::{runs, within};
use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::lint::{Check, Group, Origin, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "space-in-destination",
    aliases: &["MD062"],
    group: Group::Structure,
    severity: Severity::Warning,
    summary: "a link is none, for there is a space in its destination",
    why: "A space ends the destination of a link, so what was meant as a link is shown as it is written. Write such a path \
          between `<` and `>`, or better, give the file a name without spaces.",
    bad: "# Install\n\nRead the [first steps](first steps.md) before.\n\n=== content/first steps.md\n# First steps\n",
    good: "# Install\n\nRead the [first steps](<first steps.md>) before.\n\n=== content/first steps.md\n# First steps\n",
    fix: Some(Safety::Unsafe),
    sources: &[
        Origin { name: "CommonMark, destinations", url: "https://spec.commonmark.org/0.31.2/#link-destination" },
        Origin { name: "rumdl MD062", url: "https://github.com/rvben/rumdl/blob/main/docs/md062.md" },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// What a path of a link ends in.
const ENDINGS: &[&str] =
    &[".md", ".mdx", ".html", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".pdf", ".txt", ".zip"];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for run in runs(page.document) {
        let text = run.of(&page.document.text);
        for (at, _) in text.match_indices("](") {
            let before = page.document.text.get(..run.start as usize + at).unwrap_or("");
            let Some(length) = text[at + 2..].find(')').filter(|_| !before.ends_with('\\')) else { continue };
            let written = &text[at + 2..at + 2 + length];
            let destination = written.trim();
            let path = destination.split('#').next().unwrap_or("").to_ascii_lowercase();
            let is_path = ENDINGS.iter().any(|end| path.ends_with(end)) || path.starts_with("http");
            if !is_path || !destination.contains(' ') || destination.contains(['"', '\'', '<', '>', '`']) {
                continue;
            }
            let span = within(run, at + 2..at + 2 + length);
            let finding = page.at(span, "this is no link: there is a space in its destination");
            let finding = finding.help(format!("write `<{destination}>`, or give the file a name without spaces"));
            diagnostics.push(finding.fix(Fix::replace(span, format!("<{destination}>"), Safety::Unsafe)));
        }
    }
}
