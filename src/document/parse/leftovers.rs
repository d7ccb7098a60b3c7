//! Text that was meant to be more: calls of other generators, and footnote marks that nothing defines. Looked for when
//! the tree is whole, in text alone, so code is left in peace.

use std::collections::HashSet;
use std::ops::Range;

use super::Builder;
use crate::diagnostic::Severity;
use crate::document::{NodeKind, Unsupported, UnsupportedKind};
use crate::source::Span;

/// The calls of mdBook's programs in a text, `{{#name …}}`, and where they stand.
pub(super) fn calls(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find("{{#")?;
        at = start + text[start..].find("}}")? + "}}".len();
        Some((start..at, &text[start..at]))
    })
}

impl Builder<'_> {
    /// A call that nothing here answers. The title of the window is the page's own.
    pub(super) fn unanswered_call(&mut self, call: &str, span: Span) {
        let name: String = call["{{#".len()..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        if name != "title" {
            let (what, name) = (UnsupportedKind::Shortcode, format!("{{{{#{name}").into());
            self.document.unsupported.push(Unsupported { what, name, span });
        }
    }

    /// `{{< name >}}` and `{{#name}}`: other tools' calls, outside code.
    pub(super) fn shortcodes(&mut self) {
        let text = self.document.text.clone();
        let texts = self.document.nodes.iter().filter(|node| node.kind == NodeKind::Text);
        for node in texts {
            let words = node.span.of(&text);
            for opening in ["{{<", "{{%", "{{#"] {
                for (at, _) in words.match_indices(opening) {
                    let rest = words[at + opening.len()..].trim_start();
                    let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '/')));
                    let name = &rest[..end.unwrap_or(rest.len())];
                    if !name.is_empty() && !name.starts_with('/') {
                        let start = node.span.start + at as u32;
                        let name = format!("{opening}{}{name}", if opening.ends_with('#') { "" } else { " " }).into();
                        let span = Span { start, end: start + opening.len() as u32 };
                        self.document.unsupported.push(Unsupported { what: UnsupportedKind::Shortcode, name, span });
                    }
                }
            }
        }
    }

    /// `[^label]` that stayed text, because nothing defines the label.
    pub(super) fn broken_footnotes(&mut self) {
        let text = self.document.text.clone();
        let mut found = Vec::new();
        for node in self.document.nodes.iter().filter(|node| node.kind == NodeKind::Text) {
            let words = node.span.of(&text);
            for (at, _) in words.match_indices("[^") {
                let label = words[at + 2..].split(']').next().unwrap_or("");
                let is_label =
                    !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
                if is_label && words[at + 2 + label.len()..].starts_with(']') {
                    let start = node.span.start + at as u32;
                    found.push((label.to_owned(), Span { start, end: start + label.len() as u32 + 3 }));
                }
            }
        }
        let strings = &self.document.strings;
        let defined: HashSet<String> = self
            .document
            .nodes
            .iter()
            .filter_map(|node| match node.kind {
                NodeKind::Footnote(label) => Some(strings[label as usize].to_lowercase()),
                _ => None,
            })
            .collect();
        // In the title of a directive a mark stays text although its note is there.
        found.retain(|(label, _)| !defined.contains(&label.to_lowercase()));
        for (label, span) in found {
            let message = format!("no footnote is defined for `[^{label}]`");
            let help = format!("add a line `[^{label}]: …`, or escape the bracket: `\\[`");
            self.report("broken-footnote", Severity::Warning, span, message, help);
        }
    }
}
