//! `empty-link-text`

use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{LinkRole, NodeKind};
use crate::lint::{Check, Group, Origin, Page, Rule};
use crate::site::Target;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "empty-link-text",
    group: Group::Links,
    severity: Severity::Warning,
    summary: "a link has no text, and there is no title to take its place",
    why: "A link without a text takes the title of the page that it leads to. What leads out of the site, or to a file, has \
          no title, so the reader sees the bare address. A link around an image that says nothing has no name at all for \
          those who do not see it.",
    bad: "# Install\n\nTake [](https://example.org/archive.zip).\n",
    good: "# Install\n\nTake [the archive](https://example.org/archive.zip), then read [](first-steps.md).\n\n\
           === content/first-steps.md\n# First steps\n",
    sources: &[Origin { name: "WCAG 2.2, 2.4.4", url: "https://www.w3.org/TR/WCAG22/#link-purpose-in-context" }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    for (node, index) in document.nodes.iter().zip(0..) {
        let NodeKind::Link(number) = node.kind else { continue };
        let link = &document.links[number as usize];
        let message = match link.role {
            LinkRole::AutoTitled => match page.view.targets.get(link.destination as usize) {
                Some(Target::External | Target::Asset { .. }) => "this link has no text",
                _ => continue,
            },
            LinkRole::Link if is_silent(page, index) => "this link holds nothing but an image that says nothing",
            _ => continue,
        };
        diagnostics.push(page.at(node.span, message).help("say what the reader will find there"));
    }
}

/// All that a link holds is images without an alternative text.
fn is_silent(page: &Page, link: u32) -> bool {
    let document = page.document;
    let mut images = 0;
    let silent = document.children(link).all(|child| match document.nodes[child as usize].kind {
        NodeKind::Image(image) => {
            images += 1;
            matches!(document.links[image as usize].role, LinkRole::Image { has_alt: false, .. })
        }
        NodeKind::SoftBreak => true,
        NodeKind::Text => document.nodes[child as usize].span.of(&document.text).trim().is_empty(),
        _ => false,
    });
    silent && images > 0
}
