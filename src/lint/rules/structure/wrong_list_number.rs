//! `wrong-list-number`

use crate::diagnostic::{Diagnostic, Edit, Fix, Safety, Severity};
use crate::document::NodeKind;
use crate::lint::{Check, Group, Origin, Page, Rule};
use crate::source::Span;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "wrong-list-number",
    aliases: &["MD029"],
    group: Group::Structure,
    severity: Severity::Suggestion,
    summary: "a step of a list has another number than the one that is shown",
    why: "Markdown takes the first number of a list and counts on from there, whatever is written. Where the text says \
          `step 4`, the reader may look at another step than the writer meant. Numbers that are all the same are no \
          fault: whoever writes them leaves the counting to Markdown.",
    bad: "# Install\n\n1. Download it.\n2. Unpack it.\n4. Run it.\n",
    good: "# Install\n\n1. Download it.\n2. Unpack it.\n3. Run it.\n\nThen:\n\n1. Look.\n1. Look again.\n",
    fix: Some(Safety::Safe),
    sources: &[
        Origin { name: "markdownlint MD029", url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md029.md" },
        Origin { name: "CommonMark, lists", url: "https://spec.commonmark.org/0.31.2/#lists" },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    for (index, node) in document.nodes.iter().enumerate() {
        let NodeKind::OrderedList(first) = node.kind else { continue };
        let items = document.children(index as u32).filter_map(|item| {
            let start = document.nodes[item as usize].span.start;
            let rest = document.text.get(start as usize..)?;
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let span = Span { start, end: start + digits as u32 };
            Some((span, span.of(&document.text).parse::<u32>().ok()?))
        });
        let items: Vec<(Span, u32)> = items.collect();
        let shown = |place: usize| first.saturating_add(place as u32);
        // Whoever writes the first number again and again leaves the counting to Markdown.
        let is_left = |place: usize| place > 0 && items[place].1 == first && items[place - 1].1 == first;
        let is_wrong = |place: &usize| items[*place].1 != shown(*place) && !is_left(*place);
        let Some(wrong) = (0..items.len()).find(is_wrong) else { continue };
        let (span, number) = items[wrong];
        let message = format!("this step is written as {number} and shown as {}", shown(wrong));
        let finding = page.at(span, message).help("write the number that is shown, or add the step that is missing");
        diagnostics.push(match renumbered(&items, &shown) {
            Some(edits) => {
                finding.fix(Fix { title: "write the numbers that are shown".to_owned(), edits, safety: Safety::Safe })
            }
            None => finding,
        });
    }
}

/// Every number that is not the one shown. A number of another width would move what belongs to the step.
fn renumbered(items: &[(Span, u32)], shown: &dyn Fn(usize) -> u32) -> Option<Vec<Edit>> {
    let mut edits = Vec::new();
    for (place, (span, number)) in items.iter().enumerate() {
        let text = shown(place).to_string();
        if *number == shown(place) {
            continue;
        }
        if text.len() as u32 != span.end - span.start {
            return None;
        }
        edits.push(Edit { span: *span, text });
    }
    Some(edits)
}
