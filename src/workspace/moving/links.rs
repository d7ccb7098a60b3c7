//! The links of pages, records and settings after a move. Entry point: [`mend`].

use super::edits::Edits;
use crate::community::{Data, LINK, REFERENCE};
use crate::config;
use crate::data;
use crate::document::{Document, LinkRole};
use crate::site::{self, Moves, PageId, Rewrite, Site};
use crate::source::Span;
use crate::workspace::Snapshot;

/// Writes every link so that it leads where it led before. What cannot be written so is left: what was right then and is
/// wrong now is found when the site is checked as a whole.
pub(super) fn mend(before: &Snapshot, after: &Snapshot, moves: &Moves, edits: &mut Edits) {
    let written = &before.site.summaries[..before.site.authored];
    for (number, page) in before.pages.iter().enumerate() {
        let document = page.document();
        let id = PageId(number as u32);
        let path = match written.get(number).and_then(|summary| moved_path(summary.content_path.as_str(), after, moves))
        {
            Some(path) => path,
            None => document.path.to_string(),
        };
        let Some(new_id) = after.by_path.get(path.as_str()).map(|at| PageId(*at as u32)) else { continue };
        let rewrite = |destination: &str| site::rewrite((&before.site, id), (&after.site, new_id), moves, destination);
        page_links(document, &path, &rewrite, edits);
    }
    let from_root = |destination: &str| {
        let (before, after) = (&*before.site, &*after.site);
        site::rewrite((before, before.home), (after, after.home), moves, destination)
    };
    records(before, &from_root, edits);
    settings(&before.site, before.texts.get(config::FILE), &from_root, edits);
}

/// The path of a page in its new place, from the site's folder.
fn moved_path(content_path: &str, after: &Snapshot, moves: &Moves) -> Option<String> {
    let id = after.site.page_of(&moves.of(content_path))?;
    after.site.summary(id).map(|summary| summary.path.to_string())
}

fn page_links(document: &Document, path: &str, rewrite: &dyn Fn(&str) -> Rewrite, edits: &mut Edits) {
    for link in &document.links {
        let written = link.span.of(&document.text);
        // Where nobody knows the place of the destination, the span is that of the whole link.
        let is_known = !written.contains("](") && !matches!(link.role, LinkRole::Autolink | LinkRole::Email);
        if let Rewrite::Otherwise(new) = rewrite(&document.destinations[link.destination as usize])
            && is_known
        {
            edits.add(path, link.span, new);
        }
    }
    for definition in document.definitions.iter().filter(|definition| !definition.used) {
        if let Rewrite::Otherwise(new) = rewrite(definition.destination.of(&document.text)) {
            edits.add(path, definition.destination, new);
        }
    }
    for item in &document.front.prerequisites {
        let Some(span) = document.front_item("prerequisites", item) else { continue };
        value(&document.text, path, span, rewrite(item), edits);
    }
}

/// A link that is the whole of a value in TOML or YAML.
fn value(text: &str, path: &str, span: Span, rewrite: Rewrite, edits: &mut Edits) {
    let Rewrite::Otherwise(new) = rewrite else { return };
    let written = span.of(text);
    // What is written without quotes in YAML can be a path with any sign in it.
    let quoted = || (!written.contains('\n')).then(|| data::quoted(&new));
    if let Some(new) = data::instead(written, &new).or_else(quoted) {
        edits.add(path, span, new);
    }
}

fn records(before: &Snapshot, rewrite: &dyn Fn(&str) -> Rewrite, edits: &mut Edits) {
    for entry in &before.site.community.index.all {
        let Some(text) = before.texts.get(&entry.path) else { continue };
        for (destination, span) in &entry.links {
            if let Rewrite::Otherwise(new) = rewrite(destination)
                && span.of(text) == destination
            {
                edits.add(&entry.path, *span, new);
            }
        }
        fields(&entry.data, &mut |to, span| value(text, &entry.path, span, rewrite(to), edits));
    }
}

/// Every field that holds a link.
fn fields(data: &Data, found: &mut dyn FnMut(&str, Span)) {
    match data {
        Data::Array(items) => items.iter().for_each(|item| fields(item, found)),
        Data::Object(values) if values.get(REFERENCE).and_then(Data::as_str) == Some(LINK) => {
            let place = |key: &str| values.get(key).and_then(Data::as_u64).unwrap_or(0) as u32;
            let to = values.get("to").and_then(Data::as_str).unwrap_or("");
            found(to, Span { start: place("start"), end: place("end") });
        }
        Data::Object(values) => values.values().for_each(|value| fields(value, found)),
        _ => {}
    }
}

fn settings(site: &Site, text: Option<&std::sync::Arc<str>>, rewrite: &dyn Fn(&str) -> Rewrite, edits: &mut Edits) {
    let Some(text) = text else { return };
    let theme = &site.config.theme;
    let images = [&theme.logo, &theme.favicon, &theme.social_image].into_iter().flatten();
    for file in images.chain(&theme.css).chain(&theme.scripts) {
        value(text, config::FILE, file.span, rewrite(&file.value), edits);
    }
    let links = theme.links.iter().chain(&theme.footer_links).map(|link| &link.url);
    for to in links.chain(site.config.redirects.values()) {
        value(text, config::FILE, to.span, rewrite(&to.value), edits);
    }
}
