//! `section-without-text`

use super::tree::outline;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::NodeKind;
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "section-without-text",
    aliases: &["MD082"],
    group: Group::Structure,
    severity: Severity::Suggestion,
    summary: "a heading has nothing below it but the next heading",
    why: "A reader who jumps there finds the next part. Write the part, or take the heading out until \
          it is written. Headings that name code are passed over: several of them may share the text below the last.",
    bad: "# Install\n\n## On Linux\n\n## On Windows\n\nTake the installer.\n",
    good: "# Install\n\n## On Linux\n\n### From source\n\nTake the archive.\n\n## On Windows\n\nTake the installer.\n",
    precision: Some(Precision {
        right: 11,
        of: 11,
        on: "the documentation of FastAPI, Loki, Vitess and PaddlePaddle (953 pages)",
    }),
    sources: &[Origin { name: "rumdl MD082", url: "https://github.com/rvben/rumdl/blob/main/docs/md082.md" }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    for index in outline(document) {
        let node = document.nodes[index as usize];
        let NodeKind::Heading(number) = node.kind else { continue };
        let heading = &document.headings[number as usize];
        // A title alone is a page that is not written yet, and small headings sign pages that programs write.
        if !(2..=4).contains(&heading.level) || heading.text.is_empty() {
            continue;
        }
        // At its end a page may say goodbye with a heading, or a list of its children follows.
        let is_empty = matches!(
            document.nodes.get(node.end as usize).map(|next| next.kind),
            Some(NodeKind::Heading(next)) if document.headings[next as usize].level <= heading.level
        );
        let inside = &document.nodes[index as usize + 1..node.end as usize];
        let has_code = inside.iter().any(|node| matches!(node.kind, NodeKind::Code(_)));
        if is_empty && !has_code {
            let message = format!("there is nothing below `{}`", heading.text);
            diagnostics.push(page.at_node(index, message).help("write the part, or take its heading out"));
        }
    }
}
