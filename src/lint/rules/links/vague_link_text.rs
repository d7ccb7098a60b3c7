//! `vague-link-text`

use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{LinkRole, NodeKind};
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "vague-link-text",
    aliases: &["MD059"],
    group: Group::Links,
    severity: Severity::Suggestion,
    summary: "the text of a link does not say where it leads",
    why: "Many people look at the links of a page alone: those who skim it, and those who have a list of its links read to \
          them. *Here* and *this page* tell them nothing. Let the text name what they will find, or leave it empty: Waypost \
          puts the title of the page there.",
    bad: "# Install\n\nFor the first steps, click [here](https://example.org/first-steps).\n",
    good: "# Install\n\nNow take the [first steps](https://example.org/first-steps).\n",
    precision: Some(Precision {
        right: 62,
        of: 62,
        on: "280 pages of Electron's documentation and 145 of the Rust Forge",
    }),
    sources: &[
        Origin { name: "markdownlint MD059", url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md059.md" },
        Origin { name: "Google, link text", url: "https://developers.google.com/style/link-text" },
        Origin { name: "WCAG 2.2, 2.4.9", url: "https://www.w3.org/TR/WCAG22/#link-purpose-link-only" },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// Texts that mean nothing without the sentence around them.
const VAGUE: &[&str] = &[
    "a link",
    "click here",
    "click me",
    "click this",
    "find out more",
    "follow this link",
    "go here",
    "here",
    "learn more",
    "learn more here",
    "link",
    "more",
    "more details",
    "more info",
    "more information",
    "more here",
    "over here",
    "read here",
    "read more",
    "read more here",
    "read this",
    "right here",
    "see here",
    "see more",
    "the link",
    "there",
    "this",
    "this article",
    "this document",
    "this doc",
    "this guide",
    "this link",
    "this one",
    "this page",
    "this post",
    "this section",
    "this site",
    "this website",
];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    for (node, index) in document.nodes.iter().zip(0..) {
        let NodeKind::Link(link) = node.kind else { continue };
        if document.links[link as usize].role != LinkRole::Link {
            continue;
        }
        let text = document.plain_text(index);
        let words = text.trim().trim_end_matches(['.', ',', '!', ':', '…', '»', '→', '>', ' ']);
        // Longer than any of them, so not worth a look.
        if words.len() > 20 || !VAGUE.contains(&words.to_lowercase().as_str()) {
            continue;
        }
        let destination = document.links[link as usize].destination;
        // What is called a link may be just that: `[link](#link)`.
        if !document.destinations[destination as usize].to_lowercase().ends_with(&words.to_lowercase()) {
            let message = format!("`{}` does not say where the link leads", text.trim());
            diagnostics.push(page.at(node.span, message).help("name what the reader will find there"));
        }
    }
}
