//! `section-without-text`

use crate::diagnostic::{Diagnostic, Severity};
use crate::document::NodeKind;
use crate::lint::{Check, Group, Origin, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "section-without-text",
    aliases: &["MD082"],
    group: Group::Structure,
    severity: Severity::Suggestion,
    on: false,
    summary: "a heading has nothing below it",
    why: "A reader who jumps there finds the next part, or the end of the page. Write the part, or take the heading out until \
          it is written. The rule is off by default because some pages are lists of names by design.",
    bad: "# Install\n\n## On Linux\n\n## On Windows\n\nTake the installer.\n",
    good: "# Install\n\n## On Linux\n\n### From source\n\nTake the archive.\n\n## On Windows\n\nTake the installer.\n",
    sources: &[Origin { name: "rumdl MD082", url: "https://github.com/rvben/rumdl/blob/main/docs/md082.md" }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    for heading in &document.headings {
        let end = document.nodes[heading.node as usize].end;
        let is_empty = match document.nodes.get(end as usize).map(|next| next.kind) {
            Some(NodeKind::Heading(next)) => document.headings[next as usize].level <= heading.level,
            Some(_) => false,
            None => true,
        };
        // A title alone is a page that is not written yet.
        if is_empty && !heading.text.is_empty() && heading.level > 1 {
            let message = format!("there is nothing below `{}`", heading.text);
            diagnostics.push(page.at_node(heading.node, message).help("write the part, or take its heading out"));
        }
    }
}
