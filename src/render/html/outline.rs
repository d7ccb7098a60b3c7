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

/// The contents list of HTML that templates made: its headings of level 2 that have an id.
pub(in crate::render) fn outline_of(html: &str) -> Vec<TocEntry> {
    let headings = html.split("<h2 id=\"").skip(1).filter_map(|rest| {
        let (id, rest) = rest.split_once('"')?;
        let (_, rest) = rest.split_once('>')?;
        let (inner, _) = rest.split_once("</h2>")?;
        let mut title = String::new();
        for (number, part) in inner.split('<').enumerate() {
            // What stands before the next tag: the first part is text, every other begins with a tag.
            title.push_str(if number == 0 { part } else { part.split_once('>').map_or("", |(_, text)| text) });
        }
        let title = unescaped(title.trim());
        Some(TocEntry { id: unescaped(id), title, level: 2, children: Vec::new() })
    });
    headings.collect()
}

/// The contents list of a page that holds blocks: their headings stand among its own.
pub(super) fn with_blocks(own: Vec<TocEntry>, html: &str, view: &View) -> Vec<TocEntry> {
    let wants_level_2 = matches!(view.toc_levels, Toc::Levels(..=2, 2..));
    if view.blocks.is_empty() || !wants_level_2 {
        return own;
    }
    let mut own: Vec<Option<TocEntry>> = own.into_iter().map(Some).collect();
    let all = outline_of(html).into_iter().map(|entry| {
        let known = own.iter_mut().find(|known| known.as_ref().is_some_and(|known| known.id == entry.id));
        known.and_then(Option::take).unwrap_or(entry)
    });
    let mut all: Vec<TocEntry> = all.collect();
    all.extend(own.into_iter().flatten());
    all
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
