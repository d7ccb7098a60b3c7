//! What a page says of itself elsewhere: its contents list, and its first words.

use std::collections::BTreeMap;

use crate::document::{Document, NodeKind, Toc};
use crate::render::TocEntry;
use crate::render::smart::smarten;
use crate::site::View;

/// The contents list: headings of the wanted levels, each below the nearest one above it.
pub(super) fn toc(document: &Document, view: &View) -> Vec<TocEntry> {
    let Toc::Levels(from, to) = view.toc_levels else { return Vec::new() };
    let headings = document.headings.iter().filter(|heading| (from..=to).contains(&heading.level));
    let entries = headings.map(|heading| {
        let mut title = String::new();
        match view.smart_punctuation {
            true => smarten(&mut title, &heading.text, None),
            false => title.push_str(&heading.text),
        }
        TocEntry { id: heading.anchor.to_string(), title, level: heading.level, children: Vec::new() }
    });
    nested(entries)
}

/// Puts each entry below the nearest one above it that is of a higher level.
fn nested(entries: impl Iterator<Item = TocEntry>) -> Vec<TocEntry> {
    let mut roots: Vec<TocEntry> = Vec::new();
    for entry in entries {
        let mut level = &mut roots;
        while level.last().is_some_and(|last| last.level < entry.level) {
            level = &mut level.last_mut().expect("it was just looked at").children;
        }
        level.push(entry);
    }
    roots
}

/// The contents list of HTML that templates made: its headings of level 2 that have an id.
pub(in crate::render) fn outline_of(html: &str) -> Vec<TocEntry> {
    headings(html).filter(|entry| entry.level == 2).collect()
}

/// The headings of HTML that have an id, in order.
fn headings(html: &str) -> impl Iterator<Item = TocEntry> {
    html.split("<h").skip(1).filter_map(|rest| {
        let (level, rest) = rest.split_once(" id=\"")?;
        let level: u8 = level.parse().ok().filter(|level| (1..=6).contains(level))?;
        let (id, rest) = rest.split_once('"')?;
        let (_, rest) = rest.split_once('>')?;
        let (inner, _) = rest.split_once(&format!("</h{level}>"))?;
        let mut title = String::new();
        for (number, part) in inner.split('<').enumerate() {
            // What stands before the next tag: the first part is text, every other begins with a tag.
            title.push_str(if number == 0 { part } else { part.split_once('>').map_or("", |(_, text)| text) });
        }
        Some(TocEntry { id: unescaped(id), title: unescaped(title.trim()), level, children: Vec::new() })
    })
}

/// The contents list of a page that holds blocks: their headings of level 2 stand among its own, where they are.
pub(super) fn with_blocks(own: Vec<TocEntry>, html: &str, view: &View) -> Vec<TocEntry> {
    let wants_level_2 = matches!(view.toc_levels, Toc::Levels(..=2, 2..));
    if view.blocks.is_empty() || !wants_level_2 {
        return own;
    }
    let mut waiting = own;
    let mut known = BTreeMap::new();
    while let Some(mut entry) = waiting.pop() {
        waiting.append(&mut entry.children);
        known.insert(entry.id.clone(), entry);
    }
    let of_page = |entry: TocEntry| known.get(&entry.id).cloned().or(Some(entry).filter(|entry| entry.level == 2));
    nested(headings(html).filter_map(of_page))
}

fn unescaped(text: &str) -> String {
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ];
    entities.iter().fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
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
