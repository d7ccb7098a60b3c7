//! `empty-heading`

use crate::diagnostic::{Diagnostic, Severity};
use crate::document::NodeKind;
use crate::lint::{Check, Group, Origin, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "empty-heading",
    group: Group::Structure,
    severity: Severity::Warning,
    summary: "a heading has no text",
    why: "It stands in the list of contents as an empty line, and those who listen to the page hear a heading that says \
          nothing.",
    bad: "# Install\n\n##\n\nOn Linux.\n",
    good: "# Install\n\n## Packages\n\nOn Linux.\n",
    sources: &[Origin { name: "W3C, Headings", url: "https://www.w3.org/WAI/tutorials/page-structure/headings/" }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for heading in page.document.headings.iter().filter(|heading| heading.text.is_empty()) {
        let node = page.document.nodes[heading.node as usize];
        let inside = &page.document.nodes[heading.node as usize + 1..node.end as usize];
        // A link without a text takes one from where it leads, and raw HTML may show anything.
        let shows = inside.iter().any(|node| matches!(node.kind, NodeKind::Link(_) | NodeKind::Html(_)));
        if !shows {
            diagnostics
                .push(page.at_node(heading.node, "this heading has no text").help("name the part, or take it out"));
        }
    }
}
