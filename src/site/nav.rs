//! The navigation that one page shows: bounded, whatever the size of the site.
//!
//! A page shows the top level, the levels on the way to itself and its own children; as long as there is room, the
//! levels beside them too. A level that is long shows a window around the way, with a link to the level's own list.

use std::collections::{BTreeSet, VecDeque};

use super::resolve::resolve_from_root;
use super::urls::Linker;
use super::view::{More, NavEntry};
use super::{Content, PageId, Site};

/// Entries that one level shows at most.
pub(super) const WINDOW: usize = 24;
/// Entries up to which levels off the way are opened.
const BUDGET: usize = 56;

/// The navigation of a page: the top level with what is shown below it, and where all of the top level is listed.
pub(super) fn nav(site: &Site, page: PageId, linker: &Linker) -> (Vec<NavEntry>, Option<More>) {
    let way = way_to(site, page);
    let open = open_levels(site, &way);
    let level = Level { site, way: &way, open: &open, linker };
    level.entries(site.home)
}

/// The page and everything above it.
pub(super) fn way_to(site: &Site, page: PageId) -> Vec<PageId> {
    let mut way = vec![page];
    while let Some(parent) = site.page(way[way.len() - 1]).parent {
        way.push(parent);
    }
    way.reverse();
    way
}

fn open_levels(site: &Site, way: &[PageId]) -> BTreeSet<PageId> {
    let size = |id: PageId| site.page(id).children.len();
    let mut open: BTreeSet<PageId> = way.iter().copied().chain([site.home]).collect();
    let mut shown: usize = open.iter().map(|id| size(*id).min(WINDOW)).sum();
    // What is nearest to the reader is opened first: first what lies below the page, then what lies beside it, and so on upwards.
    let mut candidates: VecDeque<PageId> = way
        .iter()
        .rev()
        .chain([&site.home])
        .flat_map(|id| site.page(*id).children.iter().take(WINDOW).copied())
        .collect();
    let mut looked_at = 0;
    while let Some(id) = candidates.pop_front()
        && looked_at < 4 * BUDGET
    {
        looked_at += 1;
        let children = size(id);
        if children == 0 || open.contains(&id) || children > WINDOW || shown + children > BUDGET {
            continue;
        }
        shown += children;
        open.insert(id);
        candidates.extend(site.page(id).children.iter().copied());
    }
    open
}

struct Level<'a> {
    site: &'a Site,
    way: &'a [PageId],
    open: &'a BTreeSet<PageId>,
    linker: &'a Linker,
}

impl Level<'_> {
    fn entries(&self, of: PageId) -> (Vec<NavEntry>, Option<More>) {
        let parent = self.site.page(of);
        let children = &parent.children;
        let window = match children.len() {
            length if length <= WINDOW => 0..length,
            length => {
                let active = children.iter().position(|child| self.way.contains(child)).unwrap_or(0);
                let start = active.saturating_sub(WINDOW / 2).min(length - WINDOW);
                start..start + WINDOW
            }
        };
        let more = (window.len() < children.len()).then(|| More {
            href: self.linker.href(&self.site.page(parent.index.unwrap_or(of)).url),
            count: children.len(),
        });
        (children[window].iter().map(|child| self.entry(*child)).collect(), more)
    }

    fn entry(&self, id: PageId) -> NavEntry {
        let page = self.site.page(id);
        let (children, more) = if self.open.contains(&id) { self.entries(id) } else { (Vec::new(), None) };
        NavEntry {
            title: page.nav_title.clone(),
            href: href(self.site, id, self.linker),
            kind: page.kind,
            current: self.way.last() == Some(&id),
            personas: self.site.personas_of(id),
            active: self.way.contains(&id),
            children,
            more,
        }
    }
}

/// Where an entry leads; nowhere, for the title of a page to come.
pub(super) fn href(site: &Site, id: PageId, linker: &Linker) -> String {
    let page = site.page(id);
    match &page.content {
        Content::Elsewhere(None) => String::new(),
        Content::Elsewhere(Some(to)) => {
            resolve_from_root(site, linker, to).href().map_or_else(|| to.to_string(), str::to_owned)
        }
        _ => linker.href(&page.url),
    }
}
