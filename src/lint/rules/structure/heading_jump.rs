//! `heading-jump`

use std::collections::BTreeMap;

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
          `##`. A jump that a page makes several times is reported once.",
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
    let headings: Vec<u32> = outline(document).collect();
    let mut jumps: BTreeMap<(u8, u8), Jump> = BTreeMap::new();
    // A page without a title of its own is shown with one.
    let mut before = 1;
    let mut last = 0;
    for (number, index) in headings.iter().enumerate() {
        let level = level(document, *index);
        let html = document.nodes[last as usize..*index as usize].iter().rev().find_map(|node| match node.kind {
            NodeKind::Html(_) => raw_level(node.span.of(&document.text)),
            _ => None,
        });
        before = html.unwrap_or(before);
        if level > before + 1 {
            let jump =
                jumps.entry((before, level)).or_insert(Jump { first: *index, times: 0, edits: Some(Vec::new()) });
            jump.times += 1;
            let raised = raised(document, &headings[number..], before);
            jump.edits = jump.edits.take().zip(raised).map(|(edits, raised)| [edits, raised].concat());
        }
        before = level;
        last = *index;
    }
    // Whoever jumps so once mostly does so all over the page, and mends it in one go.
    for ((before, level), jump) in jumps {
        let wanted = "#".repeat(before as usize + 1);
        let times = match jump.times {
            1 => String::new(),
            times => format!(", here and {} more times", times - 1),
        };
        let message = format!("this heading has level {level}, and the one before it level {before}{times}");
        let finding =
            page.at_node(jump.first, message).help(format!("write `{wanted}`, or add the heading between them"));
        let title = format!("write `{wanted}`, and raise the headings below it");
        diagnostics.push(match jump.edits {
            Some(edits) => finding.fix(Fix { title, edits, safety: Safety::Choice }),
            None => finding,
        });
    }
}

/// A jump from one level to another.
struct Jump {
    /// The heading where the page jumps so first.
    first: u32,
    times: usize,
    edits: Option<Vec<Edit>>,
}

fn level(document: &Document, node: u32) -> u8 {
    match document.nodes[node as usize].kind {
        NodeKind::Heading(index) => document.headings[index as usize].level,
        _ => 1,
    }
}

/// The level of the last heading that a piece of raw HTML opens.
fn raw_level(html: &str) -> Option<u8> {
    let mut tags = html.match_indices(['<']).filter_map(|(at, _)| match html.as_bytes().get(at + 1..at + 3)? {
        [b'h' | b'H', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    });
    tags.next_back()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Dialect;
    use crate::document::include::NoFiles;
    use crate::source::Source;

    #[test]
    fn a_heading_is_raised_with_all_below_it() {
        let text = "# A\n\n#### B\n\n##### C\n\n### D\n\n#### E\n\n# F\n\n#### G\n";
        let document = crate::document::parse(&Source::from_text("a.md", "a.md", text), &Dialect::default(), &NoFiles);
        let headings: Vec<u32> = outline(&document).collect();
        let mut fixed = text.to_owned();
        for edit in raised(&document, &headings[1..], 1).unwrap().iter().rev() {
            fixed.replace_range(edit.span.range(), &edit.text);
        }
        assert_eq!(fixed, "# A\n\n## B\n\n### C\n\n### D\n\n## E\n\n# F\n\n#### G\n");
    }
}
