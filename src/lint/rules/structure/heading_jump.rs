//! `heading-jump`

use super::tree::outline;
use crate::diagnostic::{Diagnostic, Edit, Fix, Safety, Severity};
use crate::document::{Document, NodeKind};
use crate::lint::{Check, Group, Origin, Page, Rule};
use crate::source::Span;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "heading-jump",
    aliases: &["MD001"],
    group: Group::Structure,
    severity: Severity::Warning,
    summary: "a heading is more than one level below the heading before it",
    why: "Headings are the page's table of contents. People who listen to a page jump by level, and a level that is \
          missing makes them look for a part that is not there. Every page has a title of level 1, so its parts begin at \
          `##`. The fix raises the heading and those below it.",
    bad: "# Install\n\n## On Linux\n\n#### Packages\n\nThere are two.\n",
    good: "# Install\n\n## On Linux\n\n### Packages\n\nThere are two.\n",
    fix: Some(Safety::Choice),
    sources: &[
        Origin { name: "markdownlint MD001", url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md001.md" },
        Origin { name: "W3C, Headings", url: "https://www.w3.org/WAI/tutorials/page-structure/headings/" },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    // A page without a title of its own is shown with one.
    let mut before = 1;
    let headings: Vec<u32> = outline(document).collect();
    let mut last = 0;
    for (number, index) in headings.iter().enumerate() {
        let node = &document.nodes[*index as usize];
        let level = level(document, *index);
        let html = document.nodes[last as usize..*index as usize].iter().rev().find_map(|node| match node.kind {
            NodeKind::Html(_) => raw_level(node.span.of(&document.text)),
            _ => None,
        });
        before = html.unwrap_or(before);
        if level > before + 1 {
            let wanted = "#".repeat(before as usize + 1);
            let message = format!("this heading has level {level}, and the one before it level {before}");
            let finding =
                page.at(node.span, message).help(format!("write `{wanted}`, or add the heading between them"));
            let fix = raised(document, &headings[number..], before);
            diagnostics.push(match fix {
                Some(edits) => {
                    let title = format!("write `{wanted}`, and raise the headings below it");
                    finding.fix(Fix { title, edits, safety: Safety::Choice })
                }
                None => finding,
            });
        }
        before = level;
        last = *index;
    }
}

fn level(document: &Document, node: u32) -> u8 {
    match document.nodes[node as usize].kind {
        NodeKind::Heading(index) => document.headings[index as usize].level,
        _ => 1,
    }
}

/// The level of the last heading that a piece of raw HTML opens.
fn raw_level(html: &str) -> Option<u8> {
    let tags = html.match_indices(['<']).filter_map(|(at, _)| match html.as_bytes().get(at + 1..at + 3)? {
        [b'h' | b'H', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    });
    tags.last()
}

/// The marks of a heading and of all that belong to it, shorter; nothing where one of them is underlined.
fn raised(document: &Document, headings: &[u32], before: u8) -> Option<Vec<Edit>> {
    let first = level(document, headings[0]);
    let by = first - before - 1;
    let mut edits = Vec::new();
    for index in headings {
        let level = level(document, *index);
        if level <= before {
            break;
        }
        if level < first {
            continue;
        }
        let start = document.nodes[*index as usize].span.start;
        let marks = Span { start, end: start + u32::from(level) };
        if !marks.of(&document.text).bytes().all(|byte| byte == b'#') {
            return None;
        }
        edits.push(Edit { span: marks, text: "#".repeat((level - by) as usize) });
    }
    Some(edits)
}
