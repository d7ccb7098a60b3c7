//! What a reader's search finds, and the pages that list it all for those whose browser cannot search.

use super::generated::add_below;
use super::urls::{self, Linker};
use super::view::{Listing, Outline, SearchView};
use super::{Content, PageId, Site};
use crate::source::fingerprint_of;

/// The pages that one index holds, about: an index takes memory in proportion to them when it is made.
const INDEX_LENGTH: usize = 1_000;
/// The entries on one page of the list of all pages.
const LIST_LENGTH: usize = 500;

/// Counts what a search finds, and adds the list of it.
pub(super) fn add(site: &mut Site) {
    if !site.config.search.enabled {
        return;
    }
    let count = site.ids().filter(|id| is_found(site, *id)).count();
    site.search_indexes = count.div_ceil(INDEX_LENGTH).max(1);
    let title = site.text("all_pages");
    let first = add_below(site, site.home, "all-pages", title.clone());
    let mut parts = vec![first];
    for part in 1..count.div_ceil(LIST_LENGTH) {
        parts.push(add_below(site, first, &format!("page-{}", part + 1), title.clone()));
    }
    for (part, id) in parts.iter().enumerate() {
        site.pages[id.0 as usize].content = Content::AllPages { part, parts: parts.clone() };
    }
    site.all_pages = Some(first);
}

impl Site {
    /// The pages of each index of the search. A page stays in its index, whatever comes and goes beside it.
    pub fn searched(&self) -> Vec<Vec<PageId>> {
        let mut indexes = vec![Vec::new(); self.search_indexes];
        if !indexes.is_empty() {
            for id in self.ids().filter(|id| is_found(self, *id)) {
                let index = fingerprint_of(&self.page(id).url).below(self.search_indexes);
                indexes[index].push(id);
            }
        }
        indexes
    }

    /// The path of a page from the site's root, as its links write it.
    pub fn path_of(&self, id: PageId) -> String {
        let page = self.page(id);
        match self.config.build.offline {
            true => format!("/{}", urls::encode(&page.output)),
            false => urls::encode(&page.url),
        }
    }
}

/// A page that a reader opens, and not the second part of something.
fn is_found(site: &Site, id: PageId) -> bool {
    let page = site.page(id);
    let is_further = matches!(page.content, Content::Listing { part: 1.., .. } | Content::Block { part: 1.., .. });
    page.is_for_readers() && page.listed && !page.shadowed && !is_further
}

/// What a page knows of the search.
pub(super) fn view(site: &Site, linker: &Linker) -> Option<SearchView> {
    let all_pages = linker.href(&site.page(site.all_pages?).url);
    Some(SearchView { indexes: site.search_indexes, all_pages })
}

/// One page of the list of all pages: its place in the list, and its entries by section, in reading order.
pub(super) fn list(site: &Site, id: PageId, linker: &Linker) -> Option<(Listing, Vec<Outline>)> {
    let Content::AllPages { part, parts } = &site.page(id).content else { return None };
    let all = in_reading_order(site);
    let neighbour =
        |part: Option<usize>| part.and_then(|part| parts.get(part)).map(|id| linker.href(&site.page(*id).url));
    let place = Listing {
        entries: Vec::new(),
        page: part + 1,
        pages: parts.len(),
        prev: neighbour(part.checked_sub(1)),
        next: neighbour(Some(part + 1)),
        total: all.len(),
    };
    let mut outlines: Vec<Outline> = Vec::new();
    let mut section = None;
    for id in all.into_iter().skip(part * LIST_LENGTH).take(LIST_LENGTH) {
        let page = site.page(id);
        if outlines.is_empty() || page.section != section {
            section = page.section;
            let title = section.map(|section| site.sections[section].title.clone());
            outlines.push(Outline { title, entries: Vec::new() });
        }
        let entry = super::view::list_entry(site, id, linker.href(&page.url));
        outlines.last_mut().expect("one was just added").entries.push(entry);
    }
    Some((place, outlines))
}

fn in_reading_order(site: &Site) -> Vec<PageId> {
    let mut waiting = vec![site.home];
    let mut all = Vec::new();
    while let Some(id) = waiting.pop() {
        waiting.extend(site.page(id).children.iter().rev());
        if is_found(site, id) {
            all.push(id);
        }
    }
    all
}
