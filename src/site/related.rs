//! The way on from a page to those of the other kinds: the tutorial before a how-to, the reference behind it.
//! Entry points: [`Tags::of`], [`related`].
//!
//! Nobody declares it. A page is near another one when it links to it, and when both have a tag that few pages have.

use std::collections::BTreeMap;

use super::resolve::page_from;
use super::{PageId, Site};
use crate::config::Kind;

/// A tag that more pages have says little about any two of them.
const MOST_PAGES: usize = 40;
/// How much nearer a link brings two pages than a tag does.
const LINK: usize = 3;

/// The pages of each tag, in reading order.
#[derive(Debug, Clone, Default)]
pub(super) struct Tags(BTreeMap<String, Vec<PageId>>);

impl Tags {
    /// Of the authored pages, given in reading order.
    pub(super) fn of(site: &Site, in_order: &[PageId]) -> Tags {
        let mut tags: BTreeMap<String, Vec<PageId>> = BTreeMap::new();
        for id in in_order.iter().filter(|id| site.page(**id).listed) {
            for tag in site.summary(*id).map_or(&[][..], |summary| &summary.front.tags) {
                tags.entry(tag.clone()).or_default().push(*id);
            }
        }
        tags.retain(|_, pages| pages.len() <= MOST_PAGES);
        Tags(tags)
    }
}

/// The nearest page of each other kind, if any is near.
pub(super) fn related(site: &Site, id: PageId) -> Vec<PageId> {
    let (Some(own), Some(summary)) = (site.page(id).kind, site.summary(id)) else { return Vec::new() };
    let mut nearness: BTreeMap<PageId, usize> = BTreeMap::new();
    for destination in &summary.destinations {
        if let Some(page) = page_from(site, id, destination) {
            *nearness.entry(page).or_default() += LINK;
        }
    }
    let tags = summary.front.tags.iter().filter_map(|tag| site.tags.0.get(tag));
    for page in tags.flatten() {
        *nearness.entry(*page).or_default() += 1;
    }
    let of_kind = |kind: Kind| {
        let pages = nearness.iter().filter(|(page, _)| **page != id && site.page(**page).kind == Some(kind));
        // The page of a folder is the way to many pages, and no one of them.
        let listed = pages.filter(|(page, _)| site.page(**page).listed && site.page(**page).children.is_empty());
        // Of several that are as near, the first.
        listed.max_by_key(|(page, nearness)| (**nearness, std::cmp::Reverse(**page))).map(|(page, _)| *page)
    };
    Kind::ALL.iter().filter(|kind| **kind != own).filter_map(|kind| of_kind(*kind)).collect()
}
