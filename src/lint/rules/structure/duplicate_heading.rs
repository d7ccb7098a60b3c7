//! `duplicate-heading`

use std::collections::BTreeSet;

use super::tree::outline;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::NodeKind;
use crate::lint::{Check, Group, Origin, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "duplicate-heading",
    aliases: &["MD024"],
    group: Group::Structure,
    severity: Severity::Suggestion,
    summary: "two headings of the same part have the same text",
    why: "In a list of contents a reader cannot tell them apart, and the anchor of the second depends on there being a first. \
          Say in the heading what its part is about. The same heading in two different parts is no fault.",
    bad: "# Install\n\n## Packages\n\nFor Debian.\n\n## Packages\n\nFor Fedora.\n",
    good: "# Install\n\n## Debian\n\n### Packages\n\nTwo.\n\n## Fedora\n\n### Packages\n\nOne.\n",
    sources: &[Origin {
        name: "markdownlint MD024",
        url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md024.md",
    }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    // The texts that were seen on each level, in the part that is open there.
    let mut seen: [BTreeSet<&str>; 6] = Default::default();
    for index in outline(page.document) {
        let NodeKind::Heading(number) = page.document.nodes[index as usize].kind else { continue };
        let heading = &page.document.headings[number as usize];
        let level = usize::from(heading.level.clamp(1, 6)) - 1;
        for below in &mut seen[level + 1..] {
            below.clear();
        }
        // Two titles have a rule of their own, and so have headings without a text.
        if level > 0 && !heading.text.is_empty() && !seen[level].insert(&heading.text) {
            let message = format!("this part has a heading `{}` already", heading.text);
            diagnostics.push(page.at_node(index, message).help("say how they differ, or make one part of both"));
        }
    }
}
