//! `lazy-line`

use super::tree::{line_before, parents};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Document, NodeKind};
use crate::lint::{Check, Group, Origin, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "lazy-line",
    group: Group::Structure,
    severity: Severity::Warning,
    summary: "a new sentence right below an item or a quote is read as a part of it",
    why: "Markdown lets a writer leave out the indentation of an item and the `>` of a quote within a paragraph. So a \
          paragraph that begins right below ends up inside. Put a blank line before it; if it does belong there, indent \
          it or begin it with `>`.",
    bad: "# Install\n\n- Download it.\n- Unpack it.\nThat is all there is to do.\n",
    good: "# Install\n\n- Download it.\n- Unpack it.\n\nThat is all there is to do.\n",
    sources: &[
        Origin { name: "markdownlint MD032", url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md032.md" },
        Origin { name: "CommonMark, lazy lines", url: "https://spec.commonmark.org/0.31.2/#lazy-continuation-line" },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    let parents = parents(document);
    for (index, node) in document.nodes.iter().enumerate() {
        if node.kind != NodeKind::SoftBreak || !ends_sentence(document, node.span.start) {
            continue;
        }
        let Some(line) = document.nodes.get(index + 1).filter(|line| line.span.start >= node.span.end) else {
            continue;
        };
        let text = document.text.get(line.span.start as usize..).unwrap_or("");
        let begins = text.trim_start_matches(['*', '_', '[', '`']).chars().next().is_some_and(char::is_uppercase);
        let around = std::iter::successors(parents[index], |node| parents[*node as usize]);
        let holder = around.map(|node| document.nodes[node as usize]).find(|node| {
            matches!(node.kind, NodeKind::Item | NodeKind::Quote | NodeKind::Directive(_) | NodeKind::Footnote(_))
        });
        let Some(holder) = holder.filter(|_| begins) else { continue };
        let prefix = line_before(&document.text, line.span.start);
        let (what, is_lazy) = match holder.kind {
            NodeKind::Item => ("item", prefix.is_empty()),
            _ => {
                let is_marked = holder.span.of(&document.text).starts_with('>')
                    && line_before(&document.text, node.span.start).trim_start().starts_with('>');
                // Whoever marks the first line alone leaves the mark out on purpose.
                let marked = holder.span.of(&document.text).lines().filter(|line| line.trim_start().starts_with('>'));
                ("quote", is_marked && !prefix.contains('>') && marked.count() > 1)
            }
        };
        if is_lazy {
            let message = format!("this line is read as a part of the {what} above it");
            diagnostics.push(page.at(line.span, message).help("put a blank line before it"));
        }
    }
}

/// What stands before a line end closes a sentence.
fn ends_sentence(document: &Document, line_end: u32) -> bool {
    let before = document.text.get(..line_end as usize).unwrap_or("");
    before.trim_end_matches(['*', '_', ')', '`', '"']).ends_with(['.', '!', '?'])
}
