//! What a page says of itself elsewhere: its contents list, and its first words.

use crate::document::{Document, NodeKind, Toc};
use crate::render::TocEntry;
use crate::render::smart::smarten;
use crate::site::View;

/// The contents list: headings of the wanted levels, each below the nearest one above it.
pub(super) fn toc(document: &Document, view: &View) -> Vec<TocEntry> {
    let Toc::Levels(from, to) = view.toc_levels else { return Vec::new() };
    let mut roots: Vec<TocEntry> = Vec::new();
    for heading in document.headings.iter().filter(|heading| (from..=to).contains(&heading.level)) {
        let mut title = String::new();
        match view.smart_punctuation {
            true => smarten(&mut title, &heading.text, None),
            false => title.push_str(&heading.text),
        }
        let entry = TocEntry { id: heading.anchor.to_string(), title, level: heading.level, children: Vec::new() };
        let mut level = &mut roots;
        while level.last().is_some_and(|last| last.level < entry.level) {
            level = &mut level.last_mut().expect("it was just looked at").children;
        }
        level.push(entry);
    }
    roots
}

/// As much of the first paragraph as search engines show.
pub(super) fn excerpt(document: &Document) -> String {
    const LENGTH: usize = 160;
    let first = document.nodes.iter().position(|node| node.kind == NodeKind::Paragraph);
    let text = first.map_or(String::new(), |index| document.plain_text(index as u32));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= LENGTH {
        return text;
    }
    let cut: String = text.chars().take(LENGTH).collect();
    let words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{words}…")
}
