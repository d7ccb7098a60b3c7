//! `reference-table`

use super::sections;
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::NodeKind;
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "reference-table",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    on: false,
    kinds: &[Kind::Tutorial, Kind::HowTo, Kind::Explanation],
    summary: "a table of twelve rows or more stands on a page that is not reference",
    why: "A long table is looked up, not read. On a page of directions or of reasons it stands in the way, and nobody looks \
          for it there; it also tends to exist twice. Move it to a page of reference, and link that. The rule is off because a \
          table may be what the page is about: a comparison, or values to fill in.",
    bad: "---\nkind: how-to\n---\n\n# Set a port\n\n| Port | Use |\n|---|---|\n| 1 | a |\n| 2 | b |\n| 3 | c |\n| 4 | d |\n| 5 | e |\n| 6 | \
          f |\n| 7 | g |\n| 8 | h |\n| 9 | i |\n| 10 | j |\n| 11 | k |\n| 12 | l |\n",
    good: "---\nkind: how-to\n---\n\n# Set a port\n\nChoose one of the [ports](ports.md).\n\n| Port | Use |\n|---|---|\n| 1 | a |\n",
    precision: super::measured(6, 16),
    sources: &[super::HOW_TOS, super::EXPLANATION],
    check: Check::Page(check),
    ..Rule::PLAIN
};

const MOST: usize = 12;

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if sections::is_landing(page) {
        return;
    }
    let document = page.document;
    for (index, node) in document.nodes.iter().enumerate() {
        let NodeKind::Table(_) = node.kind else { continue };
        let rows =
            document.children(index as u32).filter(|row| document.nodes[*row as usize].kind == NodeKind::TableRow);
        let rows = rows.count();
        let Some(head) = document.children(index as u32).next() else { continue };
        if rows >= MOST {
            diagnostics.push(
                page.at_node(head, format!("a table of {rows} rows is reference"))
                    .help("move it to a page of reference, and link that here"),
            );
        }
    }
}
