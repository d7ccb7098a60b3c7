//! `unclosed-comment`

use super::tree::within;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::NodeKind;
use crate::lint::{Check, Group, Origin, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unclosed-comment",
    aliases: &["MD086"],
    group: Group::Structure,
    severity: Severity::Warning,
    summary: "a comment has no end",
    why: "A comment that begins a line hides everything up to its `-->`; without one, all the rest of the page. Within a line \
          it is no comment at all, and the reader sees what was to be hidden.",
    bad: "# Install\n\n<!-- to do: the other systems\n\nTake the archive.\n",
    good: "# Install\n\n<!-- to do: the other systems -->\n\nTake the archive.\n",
    sources: &[
        Origin { name: "rumdl MD086", url: "https://github.com/rvben/rumdl/blob/main/docs/md086.md" },
        Origin { name: "CommonMark, HTML blocks", url: "https://spec.commonmark.org/0.31.2/#html-blocks" },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for node in &page.document.nodes {
        let text = node.span.of(&page.document.text);
        let message = match node.kind {
            NodeKind::HtmlBlock => "this comment is not closed, so the rest is hidden",
            NodeKind::Text => "this comment is not closed, so it is shown",
            _ => continue,
        };
        let Some(at) = text.rfind("<!--").filter(|at| !text[*at..].contains("-->")) else { continue };
        diagnostics.push(page.at(within(node.span, at..at + 4), message).help("write `-->` where the comment ends"));
    }
}
