//! `unused-definition`

use super::tree::line_before;
use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::document::Definition;
use crate::lint::{Check, Group, Origin, Page, Rule};
use crate::source::Span;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unused-definition",
    aliases: &["MD053"],
    group: Group::Structure,
    severity: Severity::Suggestion,
    summary: "the destination of a link is defined, and no link uses it",
    why: "The link was taken out and its definition forgotten, or its label is written otherwise in the text. Readers see \
          nothing of it; the next writer wonders, and checks an address that nobody needs.",
    bad: "# Install\n\nRead the [first steps][steps].\n\n[steps]: https://example.org/steps\n[help]: https://example.org/help\n",
    good: "# Install\n\nRead the [first steps][steps].\n\n[steps]: https://example.org/steps\n",
    fix: Some(Safety::Unsafe),
    sources: &[Origin {
        name: "markdownlint MD053",
        url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md053.md",
    }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let text = &page.document.text;
    // Where some label is written otherwise than it is defined, the definition is what was meant.
    if page.document.diagnostics.iter().any(|found| found.rule == "broken-reference") {
        return;
    }
    for definition in
        page.document.definitions.iter().filter(|definition| !definition.used && !is_comment(definition, text))
    {
        let written = definition.span.of(text).trim_end();
        let span = Span { end: definition.span.start + written.len() as u32, ..definition.span };
        let finding = page.at(span, format!("no link uses `[{}]`", definition.label)).help("take it out");
        let rest = text.get(span.end as usize..).unwrap_or("");
        let line_end = rest.len() - rest.trim_start_matches([' ', '\t', '\r']).len();
        let is_alone = line_before(text, span.start).is_empty() && rest[line_end..].starts_with('\n');
        let is_alone = is_alone && !parts_lists(&rest[line_end..]);
        diagnostics.push(match is_alone {
            true => {
                let line = Span { end: span.end + line_end as u32 + 1, ..span };
                finding.fix(Fix::replace(line, "", Safety::Unsafe))
            }
            false => finding,
        });
    }
}

/// Behind the definition comes an item or something indented: without the line between, it might belong to a list above.
fn parts_lists(rest: &str) -> bool {
    let next = rest.lines().find(|line| !line.trim().is_empty() && !line.starts_with('['));
    next.is_some_and(|line| line.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '*' | '+' | ' ' | '\t')))
}

/// `[//]: # (to do)` is how writers of Markdown write comments.
fn is_comment(definition: &Definition, text: &str) -> bool {
    let is_word = matches!(&*definition.label.to_lowercase(), "//" | "#" | "comment" | "_comment_");
    is_word || matches!(definition.destination.of(text), "" | "#")
}
