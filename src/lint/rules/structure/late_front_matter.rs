//! `late-front-matter`

use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::document::{Document, NodeKind};
use crate::lint::{Check, Group, Page, Rule};
use crate::source::Span;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "late-front-matter",
    group: Group::Structure,
    severity: Severity::Warning,
    summary: "there are empty lines before the front matter, so it is read as text",
    why: "Front matter begins with the first character of the file. Behind an empty line it is no front matter: the page loses \
          its title and its description, and the reader sees the keys.",
    bad: "\n---\ntitle: Install\n---\n\nTake the archive.\n",
    good: "---\ntitle: Install\n---\n\nTake the archive.\n",
    fix: Some(Safety::Unsafe),
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    if !is_late(document) {
        return;
    }
    let start = document.nodes[0].span.start;
    let before = Span { start: 0, end: start };
    let finding =
        page.at(Span { start, end: start + 3 }, "this front matter is read as text: it does not begin the file");
    let fix = Fix::replace(before, "", Safety::Unsafe).titled("take out what stands before it");
    diagnostics.push(finding.help("take out what stands before it").fix(fix));
}

/// The page begins with what would be front matter, had it no empty lines before it.
pub(super) fn is_late(document: &Document) -> bool {
    let (Some(first), Some(next)) = (document.nodes.first(), document.nodes.get(1)) else { return false };
    let start = first.span.start as usize;
    if start == 0 || !document.text.get(..start).is_some_and(|before| before.trim().is_empty()) {
        return false;
    }
    let keys = match (first.kind, next.kind) {
        // `---` above and below makes a break and a heading.
        (NodeKind::Rule, NodeKind::Heading(_)) if first.span.of(&document.text).trim_end() == "---" => next.span,
        (NodeKind::Paragraph, NodeKind::Text) if next.span.of(&document.text) == "+++" => {
            Span { start: next.span.end + 1, ..first.span }
        }
        _ => return false,
    };
    let sign = if first.kind == NodeKind::Rule { ':' } else { '=' };
    let line = keys.of(&document.text).lines().next().unwrap_or("");
    line.split_once(sign).is_some_and(|(key, _)| {
        let key = key.trim();
        !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
    })
}
