//! Footnotes: numbered by their first mention, written at the end, each with a way back.

use std::collections::BTreeMap;

use super::Writer;
use crate::document::NodeKind;
use crate::render::escape::escaped;

/// Footnotes in the order of their first mention.
#[derive(Default)]
pub(super) struct Notes {
    numbers: BTreeMap<String, usize>,
    order: Vec<String>,
    mentions: BTreeMap<String, usize>,
}

impl Writer<'_> {
    pub(super) fn footnote_reference(&mut self, label: u32) {
        // Labels are the same in any case.
        let label = self.document.strings[label as usize].to_lowercase();
        let notes = &mut self.notes;
        let number = *notes.numbers.entry(label.clone()).or_insert_with(|| {
            notes.order.push(label.clone());
            notes.order.len()
        });
        let mention = notes.mentions.entry(label).or_insert(0);
        *mention += 1;
        let id = if *mention == 1 { format!("wp-fnref-{number}") } else { format!("wp-fnref-{number}-{mention}") };
        let name = escaped(&self.theme.text("footnote").replace("{number}", &number.to_string()));
        self.out.push_str(&format!(
            "<sup class=\"footnote\"><a id=\"{id}\" href=\"#wp-fn-{number}\" aria-label=\"{name}\">{number}</a></sup>"
        ));
        self.before = Some('x');
    }

    /// The notes, at the end, in the order of their mention. A note can mention another.
    pub(super) fn footnotes(&mut self) {
        if self.notes.order.is_empty() {
            return;
        }
        let label = escaped(self.theme.text("footnotes"));
        let back = escaped(self.theme.text("footnote_back"));
        self.out.push_str(&format!("<section class=\"footnotes\" aria-label=\"{label}\">\n<ol>\n"));
        let definitions: BTreeMap<String, u32> = self
            .document
            .nodes
            .iter()
            .enumerate()
            .filter_map(|(index, node)| match node.kind {
                NodeKind::Footnote(label) => Some((self.document.strings[label as usize].to_lowercase(), index as u32)),
                _ => None,
            })
            // Of two definitions of one label the first counts, as on GitHub.
            .rev()
            .collect();
        let mut number = 0;
        while let Some(label) = self.notes.order.get(number).cloned() {
            number += 1;
            self.out.push_str(&format!("<li id=\"wp-fn-{number}\">"));
            if let Some(index) = definitions.get(&label) {
                let end = self.document.nodes[*index as usize].end;
                self.before = None;
                self.range(index + 1, end);
            }
            let inside = self.out.ends_with("</p>\n");
            if inside {
                self.out.truncate(self.out.len() - "</p>\n".len());
            }
            self.out.push_str(&format!(
                " <a class=\"back\" href=\"#wp-fnref-{number}\" aria-label=\"{back}\">\u{21a9}</a>"
            ));
            self.out.push_str(if inside { "</p>\n</li>\n" } else { "</li>\n" });
        }
        self.out.push_str("</ol>\n</section>\n");
    }
}
