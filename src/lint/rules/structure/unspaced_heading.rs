//! `unspaced-heading`

use super::tree::within;
use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::document::NodeKind;
use crate::lint::{Check, Group, Origin, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unspaced-heading",
    aliases: &["MD018", "MD020"],
    group: Group::Structure,
    severity: Severity::Warning,
    summary: "a line begins with `##` and is no heading, for a space is missing",
    why: "CommonMark wants a space between the `#` and the words. Without it the line is shown as it is written, and the \
          part is missing from the list of contents. A single `#` is looked at where it is the first line of a page: \
          elsewhere it may be a tag or a channel.",
    bad: "# Install\n\n##On Linux\n\nTake the archive.\n",
    good: "# Install\n\n## On Linux\n\nTake the archive, or ask in #help.\n",
    fix: Some(Safety::Unsafe),
    sources: &[
        Origin { name: "markdownlint MD018", url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md018.md" },
        Origin { name: "CommonMark, headings", url: "https://spec.commonmark.org/0.31.2/#atx-headings" },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let nodes = &page.document.nodes;
    for (index, node) in nodes.iter().enumerate().filter(|(_, node)| node.kind == NodeKind::Text) {
        let before = index.checked_sub(1).map(|before| nodes[before].kind);
        if !matches!(before, Some(NodeKind::Paragraph | NodeKind::SoftBreak | NodeKind::HardBreak)) {
            continue;
        }
        let text = node.span.of(&page.document.text);
        let marks = text.bytes().take_while(|byte| *byte == b'#').count();
        // What looks like a space is none to Markdown.
        let spaces: usize = text[marks..].chars().take_while(|c| is_odd_space(*c)).map(char::len_utf8).sum();
        let is_word = text[marks + spaces..].starts_with(char::is_alphabetic);
        let is_title = index == 1 && text[marks..].starts_with(char::is_uppercase);
        let is_heading = matches!(marks, 2..=6) || marks == 1 && (is_title || spaces > 0);
        if !is_heading || !is_word {
            continue;
        }
        let span = within(node.span, 0..marks + spaces);
        let help = format!("write `{} `", &text[..marks]);
        let message = "this line is no heading: a space is missing behind its `#`";
        let fix = Fix::replace(span, format!("{} ", &text[..marks]), Safety::Unsafe);
        diagnostics.push(page.at(span, message).help(help).fix(fix.titled("put a space behind the `#`")));
    }
}

/// A space that does not break the line, and others that come with copied text.
fn is_odd_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{3000}' | '\u{200b}')
}
