//! `unused-footnote`

use std::collections::BTreeSet;

use super::tree::within;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::NodeKind;
use crate::lint::{Check, Group, Origin, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unused-footnote",
    group: Group::Structure,
    severity: Severity::Warning,
    summary: "a footnote is written, and nothing in the text refers to it",
    why: "Only notes that the text refers to are shown, so nobody reads this one. Of two notes with one label, only the first \
          is shown.",
    bad: "# Install\n\nTake the archive.[^size]\n\n[^size]: It has 4 MB.\n[^sum]: Check its sum.\n",
    good: "# Install\n\nTake the archive.[^size]\n\n[^size]: It has 4 MB.\n",
    sources: &[Origin {
        name: "GitHub Docs, footnotes",
        url: "https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#footnotes",
    }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    let label = |string: u32| document.strings[string as usize].to_lowercase();
    let referred = document.nodes.iter().filter_map(|node| match node.kind {
        NodeKind::FootnoteReference(string) => Some(label(string)),
        _ => None,
    });
    let referred: BTreeSet<String> = referred.collect();
    let mut defined = BTreeSet::new();
    for node in &document.nodes {
        let NodeKind::Footnote(string) = node.kind else { continue };
        let is_first = defined.insert(label(string));
        let message = match (referred.contains(&label(string)), is_first) {
            (false, _) => format!("nothing refers to the footnote `[^{}]`", document.strings[string as usize]),
            (true, false) => format!("there is a footnote `[^{}]` already", document.strings[string as usize]),
            (true, true) => continue,
        };
        let source = node.span.of(&document.text);
        let mark = source.find("]:").map_or(0, |at| at + 1);
        diagnostics.push(page.at(within(node.span, 0..mark), message).help("refer to it in the text, or take it out"));
    }
}
