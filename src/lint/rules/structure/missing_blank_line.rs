//! `missing-blank-line`

use super::late_front_matter::is_late;
use super::tree::{line_before, parents, within};
use crate::diagnostic::{Diagnostic, Edit, Fix, Safety, Severity};
use crate::document::{Document, NodeKind};
use crate::lint::{Check, Group, Origin, Page, Rule};
use crate::source::Span;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "missing-blank-line",
    aliases: &["MD031", "MD032", "MD058"],
    group: Group::Structure,
    severity: Severity::Warning,
    summary: "two blocks stand so close together that one is read as a part of the other",
    why: "A blank line ends a block. Without it, a line below a table is one more row, and a list that does not begin \
          with 1 is a part of the text before it. A table in an item is text, and `---` below a paragraph makes a heading of it. \
          Where blocks that touch are read as they were meant, nothing is reported.",
    bad: "# Tides\n\n| Place | Height |\n|---|---|\n| Ostend | 4.6 m |\nAll heights are means.\n",
    good: "# Tides\n\n| Place | Height |\n|---|---|\n| Ostend | 4.6 m |\n\nAll heights are means:\n- taken daily\n- since 1900\n",
    fix: Some(Safety::Unsafe),
    sources: &[
        Origin { name: "markdownlint MD032", url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md032.md" },
        Origin { name: "markdownlint MD058", url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md058.md" },
        Origin { name: "CommonMark, paragraphs", url: "https://spec.commonmark.org/0.31.2/#paragraphs" },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    let parents = parents(document);
    for (index, node) in document.nodes.iter().enumerate() {
        let Some((span, message)) = look_at(document, node.kind, index) else { continue };
        let finding = page.at(span, message).help("put a blank line before it");
        let start = span.start - line_before(&document.text, span.start).len() as u32;
        // In quotes and items the blank line would need their marks.
        let is_at_top = |node: u32| !matches!(document.nodes[node as usize].kind, NodeKind::Quote | NodeKind::Item);
        let mut around = std::iter::successors(parents[index], |node| parents[*node as usize]);
        diagnostics.push(match around.all(is_at_top) {
            true => {
                let edits = vec![Edit { span: Span { start, end: start }, text: "\n".to_owned() }];
                finding.fix(Fix { title: "put a blank line before it".to_owned(), edits, safety: Safety::Unsafe })
            }
            false => finding,
        });
    }
}

type Found = Option<(Span, &'static str)>;

fn look_at(document: &Document, kind: NodeKind, index: usize) -> Found {
    match kind {
        NodeKind::TableRow => text_as_row(document, index),
        // Front matter that is read as text has a rule of its own.
        NodeKind::Heading(_) if index == 1 && is_late(document) => None,
        NodeKind::Heading(_) => paragraph_as_heading(document, document.nodes[index].span, index),
        NodeKind::SoftBreak => table_as_text(document, index).or_else(|| list_as_text(document, index)),
        _ => None,
    }
}

/// A row without a single `|`, where the table has several columns, is text that touches the table.
fn text_as_row(document: &Document, row: usize) -> Found {
    let span = document.nodes[row].span;
    let text = span.of(&document.text).trim_end();
    // A call of another generator is reported as such.
    let is_text = document.children(row as u32).nth(1).is_some() && !text.contains('|') && !text.starts_with("{{");
    is_text.then(|| (within(span, 0..text.len()), "this line is read as a row of the table above it"))
}

/// A paragraph of several lines, or one that ends as a sentence does, was not meant to be underlined.
fn paragraph_as_heading(document: &Document, span: Span, heading: usize) -> Found {
    let source = span.of(&document.text).trim_end();
    let at = source.rfind('\n').map(|end| end + 1)?;
    let line = source[at..].trim_start_matches([' ', '\t', '>']);
    if line.len() < 3 || !line.bytes().all(|byte| byte == b'-') {
        return None;
    }
    let inside = &document.nodes[heading + 1..document.nodes[heading].end as usize];
    let is_paragraph = inside.iter().any(|node| matches!(node.kind, NodeKind::SoftBreak | NodeKind::HardBreak))
        || source[..at].trim_end().ends_with(['.', ':', ';', ',']);
    let line = within(span, source.len() - line.len()..source.len());
    is_paragraph.then_some((line, "this line makes a heading of the paragraph above it"))
}

/// The line below a table's header, in the middle of text.
fn table_as_text(document: &Document, line_end: usize) -> Found {
    let (header, line) = (document.nodes.get(line_end.checked_sub(1)?)?, document.nodes.get(line_end + 1)?);
    let text = line.span.of(&document.text);
    if line.kind != NodeKind::Text || !is_delimiter(text) {
        return None;
    }
    // Where the header is the first line, there is no text to part it from.
    let before = line_end.checked_sub(2).and_then(|before| document.nodes.get(before))?;
    let header_text = header.span.of(&document.text);
    let is_header = header.kind == NodeKind::Text && columns(header_text) == columns(text);
    (before.kind == NodeKind::SoftBreak && is_header).then_some((header.span, "this table is read as text"))
}

/// `|---|:--:|`
pub(super) fn is_delimiter(text: &str) -> bool {
    text.contains("--") && text.contains('|') && text.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

/// How many cells a row of a table has. A `|` counts even in code, unless it is escaped.
pub(super) fn columns(row: &str) -> usize {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut bars = 0;
    let mut last_is_bar = false;
    let mut escaped = false;
    for c in row.chars() {
        last_is_bar = c == '|' && !escaped;
        bars += usize::from(last_is_bar);
        escaped = c == '\\' && !escaped;
    }
    if last_is_bar { bars } else { bars + 1 }
}

/// Lines that begin with following numbers, in the middle of text: only 1 can begin a list there.
fn list_as_text(document: &Document, line_end: usize) -> Found {
    let line = document.nodes.get(line_end + 1).filter(|line| line.kind == NodeKind::Text)?;
    let (number, width) = number(line.span.of(&document.text)).filter(|(number, _)| *number != 1)?;
    let follows = document.nodes[line_end + 1..].iter().find_map(|node| match node.kind {
        NodeKind::SoftBreak => Some(document.text.get(node.span.end as usize..)?.trim_start_matches([' ', '\t', '>'])),
        NodeKind::OrderedList(_) => Some(node.span.of(&document.text)),
        NodeKind::Paragraph | NodeKind::Heading(_) => Some(""),
        _ => None,
    });
    let next = follows.and_then(self::number).is_some_and(|(next, _)| Some(next) == number.checked_add(1));
    // Only the first line of such a list: the others follow from it.
    let before = document.nodes[..line_end].iter().rev().find_map(|node| match node.kind {
        NodeKind::SoftBreak => Some(document.text.get(node.span.end as usize..)?.trim_start_matches([' ', '\t', '>'])),
        NodeKind::Paragraph | NodeKind::Item => Some(""),
        _ => None,
    });
    let is_first = before.and_then(self::number).is_none_or(|(before, _)| before.checked_add(1) != Some(number));
    let place = within(line.span, 0..width);
    (next && is_first).then_some((place, "this list is read as a part of the text before it"))
}

/// The number that a line of a list begins with, and the width of its mark.
fn number(line: &str) -> Option<(u32, usize)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let is_item = line[digits..].starts_with(". ") || line[digits..].starts_with(") ");
    (is_item && (1..=9).contains(&digits)).then(|| Some((line[..digits].parse().ok()?, digits + 1)))?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Dialect;
    use crate::document::include::NoFiles;
    use crate::source::Source;

    #[test]
    fn blocks_that_touch_are_told_from_blocks_that_swallow_each_other() {
        let cases = [
            ("| a | b |\n|---|---|\n| 1 | 2 |\nWords.\n", "Words."),
            ("Steps:\n2. two\n3. three\n4. four\n", "2."),
            ("> Steps:\n> 0. zero\n> 1. one\n", "0."),
            ("- Heights:\n| a | b |\n|---|---|\n| 1 | 2 |\n", "| a | b |"),
            ("It ends.\n---\n", "---"),
            ("It ends\nsoon\n---\n", "---"),
            ("It began in\n1987. Then it ended.\n", ""),
            ("Steps:\n1. one\n2. two\n", ""),
            ("Words:\n| a | b |\n|---|---|\n| 1 | 2 |\n", ""),
            ("Title\n---\n", ""),
            ("| a |\n|---|\n| 1 |\n2\n", ""),
        ];
        for (text, expected) in cases {
            let document =
                crate::document::parse(&Source::from_text("a.md", "a.md", text), &Dialect::default(), &NoFiles);
            let found = document.nodes.iter().enumerate().filter_map(|(at, node)| look_at(&document, node.kind, at));
            let found: Vec<&str> = found.map(|(span, _)| span.of(text)).collect();
            assert_eq!(found.join("/"), expected, "{text}");
        }
    }

    #[test]
    fn cells_are_counted_as_a_table_does() {
        for (row, cells) in [("| a | b |", 2), ("a | b", 2), ("| a || b |", 3), ("| a \\| b |", 1), ("||", 1)] {
            assert_eq!(columns(row), cells, "{row}");
        }
    }
}
