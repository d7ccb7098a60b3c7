//! Old addresses lead to the new ones: `aliases` in the front matter of a page, `[redirects]` for the list of a folder. Entry
//! point: [`leave`].

use std::collections::BTreeSet;

use super::edits::Edits;
use crate::config;
use crate::data::{self, Located, Notation, Value, quoted};
use crate::document::{Document, front_matter_of};
use crate::site::{Moves, PageId};
use crate::source::Span;
use crate::workspace::Snapshot;

pub(super) fn leave(before: &Snapshot, after: &Snapshot, moves: &Moves, edits: &mut Edits) {
    let site = &before.site;
    // The list of a folder whose page has left stands at the old address.
    let taken: BTreeSet<&str> = after.site.pages.iter().map(|page| page.url.as_str()).collect();
    for (number, summary) in site.summaries[..site.authored].iter().enumerate() {
        let Some(id) = after.site.page_of(&moves.of(&summary.content_path)) else { continue };
        let (old, new) = (&site.page(PageId(number as u32)).url, &after.site.page(id).url);
        if old != new
            && !taken.contains(old.as_str())
            && let Some(path) = after.site.summary(id).map(|summary| summary.path.clone())
        {
            alias(before.pages[number].document(), &path, old, new, edits);
        }
    }
    let lists = site.folders().filter(|(folder, id)| {
        // A page that was written has its alias.
        id.0 as usize >= site.authored && moves.of(folder) != *folder
    });
    let moved = lists.filter_map(|(folder, id)| {
        let moved = moves.of(folder);
        let (_, new) = after.site.folders().find(|(folder, _)| *folder == moved)?;
        let old = site.page(id).url.as_str();
        (!taken.contains(old)).then(|| (old, after.site.page(new).url.as_str()))
    });
    let moved: Vec<(&str, &str)> = moved.collect();
    if let (Some(text), false) = (before.texts.get(config::FILE), moved.is_empty()) {
        redirects(text, &moved, edits);
    }
}

/// Adds the old address to the front matter, and takes out the new one, which is no old one any more.
fn alias(document: &Document, path: &str, old: &str, new: &str, edits: &mut Edits) {
    let text = &document.text;
    let fence = text.lines().next().unwrap_or("").trim_end().trim_start_matches('\u{feff}');
    let tree = front_matter_of(text).0.filter(|_| ["+++", "---"].contains(&fence));
    let Some(tree) = tree else {
        // A mark of the byte order stays the first thing in the file.
        let start = (text.len() - text.trim_start_matches('\u{feff}').len()) as u32;
        let front = format!("+++\naliases = [{}]\n+++\n\n", quoted(old));
        return edits.add(path, Span { start, end: start }, front);
    };
    let entries = if let Value::Table(entries) = &tree.value { entries.as_slice() } else { &[] };
    let Some(aliases) = entries.iter().find(|entry| entry.key == "aliases") else {
        let line_end = text.find('\n').map_or(text.len(), |at| at + 1) as u32;
        let line = if fence == "+++" {
            format!("aliases = [{}]\n", quoted(old))
        } else {
            format!("aliases: [{}]\n", quoted(old))
        };
        return edits.add(path, Span { start: line_end, end: line_end }, line);
    };
    let Value::List(items) = &aliases.value.value else { return };
    let is = |item: &Located, wanted: &str| matches!(&item.value, Value::Text(text) if text.trim_matches('/') == wanted.trim_matches('/'));
    if let Some(item) = items.iter().find(|item| is(item, new)) {
        // The old address takes its place.
        let old = data::instead(item.span.of(text), old).unwrap_or_else(|| quoted(old));
        edits.add(path, item.span, old);
    } else if items.iter().any(|item| is(item, old)) {
        // It is there from an earlier move.
    } else if let Some(last) = items.last() {
        let end = Span { start: last.span.end, end: last.span.end };
        let line_start = text[..last.span.start as usize].rfind('\n').map_or(0, |at| at + 1);
        let ahead = &text[line_start..last.span.start as usize];
        // In a YAML list of lines, another one with the same indent.
        let is_line = ahead.trim() == "-";
        edits.add(path, end, if is_line { format!("\n{ahead}{}", quoted(old)) } else { format!(", {}", quoted(old)) });
    } else if let Some(open) = text[aliases.key_span.end as usize..].find('[') {
        let inside = aliases.key_span.end + open as u32 + 1;
        edits.add(path, Span { start: inside, end: inside }, quoted(old));
    }
}

/// Adds lines to `[redirects]`, and takes out those that begin at a new address.
fn redirects(text: &str, moved: &[(&str, &str)], edits: &mut Edits) {
    let (tree, _) = data::read(Notation::Toml, text, 0);
    let entries = if let Value::Table(entries) = &tree.value { entries.as_slice() } else { &[] };
    let lines: String = moved.iter().map(|(old, new)| format!("{} = {}\n", quoted(old), quoted(new))).collect();
    let is_line = |at: &usize| text[..*at].rsplit('\n').next().is_some_and(|before| before.trim().is_empty());
    let header = text.match_indices("[redirects]").map(|(at, _)| at).find(is_line);
    let line_end = |at: usize| text[at..].find('\n').map_or(text.len(), |end| at + end + 1) as u32;
    match header {
        Some(header) => edits.add(config::FILE, Span { start: line_end(header), end: line_end(header) }, lines),
        None => {
            let gap = if text.ends_with('\n') { "\n" } else { "\n\n" };
            let end = text.len() as u32;
            edits.add(config::FILE, Span { start: end, end }, format!("{gap}[redirects]\n{lines}"));
        }
    }
    let known = entries.iter().find(|entry| entry.key == "redirects");
    let Some(Value::Table(known)) = known.map(|entry| &entry.value.value) else { return };
    let is_new = |key: &str| moved.iter().any(|(_, new)| new.trim_matches('/') == key.trim_matches('/'));
    for back in known.iter().filter(|entry| is_new(&entry.key)) {
        let end = line_end(back.value.span.end as usize);
        edits.add(config::FILE, Span { start: back.key_span.start, end }, String::new());
    }
}
