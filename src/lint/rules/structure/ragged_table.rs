//! `ragged-table`

use super::missing_blank_line::{columns, is_delimiter};
use super::tree::within;
use crate::diagnostic::{Diagnostic, Edit, Fix, Safety, Severity};
use crate::document::{Document, NodeKind};
use crate::lint::{Check, Group, Origin, Page, Rule};
use crate::source::Span;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "ragged-table",
    aliases: &["MD056"],
    group: Group::Structure,
    severity: Severity::Warning,
    summary: "a row of a table has more or fewer cells than its header",
    why: "Cells that are too many are not shown at all. Cells that are missing are shown empty, so the row may stand in the \
          wrong columns. A `|` parts cells even inside of code: there it must be written `\\|`. Where the line below the \
          header has another number of cells, there is no table at all.",
    bad: "# Tides\n\n| Place | Height | Unit |\n|---|---|---|\n| Ostend | 4.6 |\n",
    good: "# Tides\n\n| Place | Height | Unit |\n|---|---|---|\n| Ostend | 4.6 | m |\n| Dover | 6.8 | |\n",
    fix: Some(Safety::Safe),
    sources: &[
        Origin { name: "markdownlint MD056", url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md056.md" },
        Origin { name: "GitHub Flavored Markdown, tables", url: "https://github.github.com/gfm/#tables-extension-" },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    let (mut wanted, mut is_framed) = (0, false);
    for (index, node) in document.nodes.iter().enumerate() {
        match node.kind {
            NodeKind::Table(table) => {
                wanted = document.tables[table as usize].len();
                is_framed = node.span.of(&document.text).trim_start().starts_with('|');
            }
            NodeKind::TableRow => diagnostics.extend(row(page, node.span, wanted, is_framed)),
            NodeKind::SoftBreak => diagnostics.extend(header(page, index)),
            _ => {}
        }
    }
}

fn row(page: &Page, span: Span, wanted: usize, is_framed: bool) -> Option<Diagnostic> {
    let text = span.of(&page.document.text).trim_end();
    let cells = columns(text);
    // Text that touches a table has a rule of its own.
    if cells == wanted || !text.contains('|') {
        return None;
    }
    let span = within(span, 0..text.len());
    let finding = page.at(span, format!("this row has {}, its header {wanted}", counted(cells)));
    if is_framed && !text.starts_with('|') {
        return Some(finding.help("a row stands on one line: join this one with the line above it"));
    }
    if cells < wanted {
        let end = Span { start: span.end, ..span };
        let bar = if text.ends_with('|') && !text.ends_with("\\|") { "" } else { " |" };
        let fix = Fix::replace(end, format!("{bar}{}", "  |".repeat(wanted - cells)), Safety::Safe);
        return Some(finding.help("add the cells that are missing").fix(fix.titled("add empty cells")));
    }
    let bars = bars_in_code(text);
    if bars.len() == cells - wanted {
        let edit = |at: &usize| Edit { span: within(span, *at..*at), text: "\\".to_owned() };
        let edits = bars.iter().map(edit).collect();
        let fix = Fix { title: "write `\\|` in code".to_owned(), edits, safety: Safety::Unsafe };
        return Some(finding.help("a `|` inside of code parts cells too: write `\\|`").fix(fix));
    }
    Some(finding.help("what is too much is not shown: take it out, or write `\\|` for a bar that parts no cells"))
}

/// A line that would be the one below a header, had it as many cells.
fn header(page: &Page, line_end: usize) -> Option<Diagnostic> {
    let document = page.document;
    let is_first = line_end >= 2 && matches!(document.nodes[line_end - 2].kind, NodeKind::Paragraph);
    let (header, line) = (text_at(document, line_end.checked_sub(1)?)?, text_at(document, line_end + 1)?);
    let (names, cells) = (columns(header.of(&document.text)), columns(line.of(&document.text)));
    let is_table = is_delimiter(line.of(&document.text)) && header.of(&document.text).contains('|');
    (is_first && is_table && names != cells).then(|| {
        page.at(line, format!("this line has {}, the header {names}, so there is no table", counted(cells)))
            .help("give both as many cells")
    })
}

fn text_at(document: &Document, index: usize) -> Option<Span> {
    let node = document.nodes.get(index)?;
    (node.kind == NodeKind::Text).then_some(node.span)
}

fn counted(cells: usize) -> String {
    if cells == 1 { "1 cell".to_owned() } else { format!("{cells} cells") }
}

/// Where bars stand between two backticks without being escaped.
fn bars_in_code(row: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(open) = row[rest..].find('`').map(|at| rest + at) {
        let length = row[open..].bytes().take_while(|byte| *byte == b'`').count();
        let marks = &row[open..open + length];
        let inner = open + length;
        let Some(close) = row[inner..].find(marks).map(|at| inner + at) else { break };
        let bars = row[inner..close].match_indices('|').map(|(at, _)| inner + at);
        found.extend(bars.filter(|at| !row[..*at].ends_with('\\')));
        rest = close + length;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_in_code_are_found() {
        assert_eq!(bars_in_code("| `a|b` | c | ``x`|`y`` | `d\\|e` |"), [4, 18]);
    }
}
