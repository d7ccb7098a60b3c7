//! The site's own inventory, `objects.inv`: what other projects can link to by name. Entry point: [`view`].

use std::collections::BTreeMap;

use super::community::is_shown;
use super::urls::{Linker, encode, stem};
use super::view::FileView;
use super::{PageId, Site};
use crate::community::{ENTITIES, IndexEntry};
use crate::inventory::{Object, write};

/// Pages (`how-tos/use-gpus`), their headings (`how-tos/use-gpus#on-aws`), records by the names that links on pages have for
/// them (`personas/taylor`), and terms.
pub(super) fn view(site: &Site, linker: &Linker) -> FileView {
    let mut objects: BTreeMap<(&str, String), Object> = BTreeMap::new();
    let mut add = |role: &'static str, name: &str, uri: &str, title: &str| {
        // Sphinx looks for labels in lower case.
        let name = if role == "std:label" { name.to_lowercase() } else { name.to_owned() };
        let object = Object::new(&name, role, uri, Some(title));
        objects.entry((role, name)).or_insert(object);
    };
    for (path, id) in &site.by_content_path {
        let page = site.page(*id);
        if page.shadowed || !page.listed || !page.is_for_readers() {
            continue;
        }
        let (name, uri) = (stem(path), address(site, linker, *id));
        add("std:doc", name, &uri, &page.title);
        let headings = site.summary(*id).into_iter().flat_map(|summary| &summary.anchors);
        for anchor in headings.filter(|anchor| !anchor.text.is_empty()) {
            let place = format!("{uri}#{}", encode(&anchor.id));
            add("std:label", &format!("{name}#{}", anchor.id), &place, &anchor.text);
        }
    }
    for entry in site.community.index.all.iter().filter(|entry| is_shown(&site.community, entry)) {
        let Some(uri) = address_of_record(site, linker, entry) else { continue };
        let files =
            ENTITIES.iter().find(|entity| entity.name == entry.entity).map_or(entry.entity, |found| found.files);
        add("std:label", &format!("{files}/{}", entry.id), &uri, &entry.title);
        if entry.entity == "term" {
            add("std:term", &entry.title, &uri, &entry.title);
        }
    }
    let version = site.config.site.version.as_deref().unwrap_or("");
    FileView::Inventory(write(&site.title, version, &objects.into_values().collect::<Vec<_>>()))
}

/// The home page is `./` to a browser, and its file to those who put addresses together in other ways.
fn address(site: &Site, linker: &Linker, id: PageId) -> String {
    match linker.href(&site.page(id).url) {
        href if href == "./" => site.page(id).output.clone(),
        href => href,
    }
}

/// The page of a record, or its place on the page that lists it.
fn address_of_record(site: &Site, linker: &Linker, entry: &IndexEntry) -> Option<String> {
    let key = (entry.entity, entry.id.clone());
    let (id, anchor) = match site.places.page_of(&key) {
        Some(id) => (id, None),
        None => site.places.anchor_of(&key).map(|(id, anchor)| (id, Some(anchor)))?,
    };
    let page = site.page(id);
    let uri = (!page.shadowed && page.listed).then(|| address(site, linker, id))?;
    Some(anchor.map_or_else(|| uri.clone(), |anchor| format!("{uri}#{}", encode(anchor))))
}
