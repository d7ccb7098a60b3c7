//! `bare-url`

use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{LinkRole, NodeKind};
use crate::lint::{Check, Group, Origin, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "bare-url",
    aliases: &["MD034"],
    group: Group::Links,
    severity: Severity::Suggestion,
    on: false,
    summary: "an address stands in the text without words",
    why: "It becomes a link by itself, so nothing is broken. But an address says less than words do, and those who listen to \
          the page hear it letter by letter. Give the link a text, or put the address between `<` and `>` where it is to \
          be read as such. The rule is off by default: in lists of addresses they are what the reader wants.",
    bad: "# Install\n\nSee https://example.org/first-steps before.\n",
    good: "# Install\n\nSee [the first steps](https://example.org/first-steps) before, and <https://example.org>.\n",
    sources: &[Origin {
        name: "markdownlint MD034",
        url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md034.md",
    }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    for node in &document.nodes {
        let NodeKind::Link(link) = node.kind else { continue };
        let is_address = document.links[link as usize].role == LinkRole::Autolink;
        let source = node.span.of(&document.text);
        if is_address && !source.starts_with('<') {
            let finding = page.at(node.span, format!("the address `{source}` has no words"));
            diagnostics.push(finding.help("write `[what it is](address)`, or `<address>` to show it"));
        }
    }
}
