//! Settings that name a page or a folder, and are no links: `[nav]` and `[[section]]`. Entry point: [`mend`].

use super::edits::Edits;
use crate::config;
use crate::data::{self, Entry, Located, Notation, Value};
use crate::site::Moves;
use crate::source::Span;
use crate::workspace::load::Inputs;

pub(super) fn mend(inputs: &Inputs, moves: &Moves, edits: &mut Edits) {
    let Some(text) = inputs.texts.get(config::FILE) else { return };
    let (tree, _) = data::read(Notation::Toml, text, 0);
    for entry in entries(&tree) {
        match (&*entry.key, &entry.value.value) {
            ("nav", Value::Table(folders)) => folders.iter().for_each(|folder| {
                nav(text, folder, moves, edits);
                leave_behind(inputs, text, folder, moves, edits);
            }),
            ("section", Value::List(sections)) => {
                let paths = sections.iter().flat_map(entries).filter(|entry| entry.key == "path");
                paths.for_each(|path| section(text, &path.value, moves, edits));
            }
            _ => {}
        }
    }
}

fn entries(table: &Located) -> &[Entry] {
    match &table.value {
        Value::Table(entries) => entries,
        _ => &[],
    }
}

fn replace(text: &str, span: Span, new: &str, edits: &mut Edits) {
    let new = data::instead(span.of(text), new).unwrap_or_else(|| data::quoted(new));
    edits.add(config::FILE, span, new);
}

fn section(text: &str, path: &Located, moves: &Moves, edits: &mut Edits) {
    let Value::Text(folder) = &path.value else { return };
    let folder = folder.trim_matches('/');
    if moves.of(folder) != folder {
        replace(text, path.span, &moves.of(folder), edits);
    }
}

/// The order of one folder: its own name may change, and one of those in it.
fn nav(text: &str, folder: &Entry, moves: &Moves, edits: &mut Edits) {
    let here = moves.of(&folder.key);
    if here != folder.key {
        replace(text, folder.key_span, &here, edits);
    }
    let (Value::List(items), stem) = (&folder.value.value, stem(&moves.from)) else { return };
    for item in items {
        let Value::Text(name) = &item.value else { continue };
        let path = if folder.key.is_empty() { name.clone() } else { format!("{}/{name}", folder.key) };
        if path != moves.from && path != stem {
            continue;
        }
        let (to_folder, to_name) = moves.to.rsplit_once('/').unwrap_or(("", &moves.to));
        match to_folder == folder.key {
            true if path == moves.from => replace(text, item.span, to_name, edits),
            true => replace(text, item.span, self::stem(to_name), edits),
            // In its new folder it stands where it would stand without an order.
            false => edits.add(config::FILE, with_comma(text, item.span), String::new()),
        }
    }
}

/// Names in the order of a folder that moves which stand for no file: the pages made of the data stay where they are, and
/// so does their order.
fn leave_behind(inputs: &Inputs, text: &str, folder: &Entry, moves: &Moves, edits: &mut Edits) {
    let Value::List(items) = &folder.value.value else { return };
    let is_line =
        text[..folder.key_span.start as usize].rsplit('\n').next().is_some_and(|before| before.trim().is_empty());
    if moves.of(&folder.key) == folder.key || !is_line {
        return;
    }
    let is_written = |name: &str| {
        let path = format!("{}/{name}", folder.key);
        let mut pages = inputs.sources.iter().map(|source| &*source.content_path);
        pages.any(|page| {
            page == path || stem(page) == path || page.strip_prefix(&path).is_some_and(|rest| rest.starts_with('/'))
        })
    };
    let mut stay = Vec::new();
    for item in items {
        if let Value::Text(name) = &item.value
            && !is_written(name)
        {
            stay.push(data::quoted(name));
            edits.add(config::FILE, with_comma(text, item.span), String::new());
        }
    }
    if !stay.is_empty() {
        let line = format!("{} = [{}]\n", folder.key_span.of(text), stay.join(", "));
        let start = folder.key_span.start;
        edits.add(config::FILE, Span { start, end: start }, line);
    }
}

fn stem(path: &str) -> &str {
    path.strip_suffix(".md").or_else(|| path.strip_suffix(".mdx")).unwrap_or(path)
}

/// An item of a list with the comma that goes with it.
fn with_comma(text: &str, item: Span) -> Span {
    let (before, after) = (&text[..item.start as usize], &text[item.end as usize..]);
    let behind = after.trim_start();
    if let Some(rest) = behind.strip_prefix(',') {
        let rest = rest.trim_start_matches([' ', '\t', '\r', '\n']);
        return Span { start: item.start, end: (text.len() - rest.len()) as u32 };
    }
    let ahead = before.trim_end();
    match ahead.strip_suffix(',') {
        Some(rest) => Span { start: rest.len() as u32, end: item.end },
        None => item,
    }
}
