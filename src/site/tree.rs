//! The tree that `[nav]` says, over the one that the folders say. Entry point: [`plant`].

use std::collections::{BTreeMap, BTreeSet};

use super::urls::{self, stem};
use super::{Content, PageId, Site, generated};
use crate::config::{NavEntry, NavItem};
use crate::data::Spanned;

/// What came of `[nav]`.
#[derive(Debug, Default)]
pub(super) struct Planted {
    /// The pages that it names, by the order in which it does.
    pub(super) order: BTreeMap<PageId, usize>,
    /// The pages that it gives something below them.
    pub(super) parents: BTreeSet<PageId>,
    /// The pages from which something was taken away.
    left: BTreeSet<PageId>,
}

impl Site {
    /// The page that a list of `[nav]` names: a page or a folder, from the folder that the list is of.
    pub fn nav_page(&self, folder: &str, name: &str) -> Option<PageId> {
        let path = urls::join(folder, name)?;
        let page = |path: &str| self.by_content_path.get(path).copied();
        let found = page(&path).or_else(|| page(&format!("{path}.md"))).or_else(|| page(&format!("{path}.mdx")));
        found.or_else(|| self.folders.get(&path).copied()).or_else(|| page(&format!("{}.md", stem(&path))))
    }
}

/// Hangs pages where `[nav]` has them, and makes what it names that no file is: groups, links out, titles of pages to come.
pub(super) fn plant(site: &mut Site) -> Planted {
    let mut planted = Planted::default();
    let config = site.config.clone();
    for (folder, items) in &config.nav {
        if let Some(top) = site.folders.get(folder).copied() {
            planted.hang(site, (folder, top), top, items);
        }
    }
    fell_folders(site, &mut planted);
    planted
}

impl Planted {
    fn hang(&mut self, site: &mut Site, root: (&str, PageId), parent: PageId, items: &[Spanned<NavItem>]) {
        for item in items {
            let child = match (&item.value, item.value.page()) {
                (_, Some(name)) => {
                    // What is not there is told by an audit; what is below it takes its place.
                    let found = site.nav_page(root.0, name);
                    found.map(|id| self.move_to(site, id, root.1, parent, item.value.is_order_only(root.1 == parent)))
                }
                (NavItem::Entry(entry), None) => Some(self.make(site, root.1, parent, entry)),
                (NavItem::Name(_), None) => None,
            };
            if let (Some(child), NavItem::Entry(NavEntry { title: Some(title), .. })) = (child, &item.value) {
                site.pages[child.0 as usize].nav_title = title.clone();
            }
            self.hang(site, root, child.unwrap_or(parent), item.value.items());
        }
    }

    /// Hangs a page below another, unless it hangs somewhere by `[nav]` already, or would go round in a circle.
    fn move_to(&mut self, site: &mut Site, id: PageId, top: PageId, parent: PageId, stays: bool) -> PageId {
        let above = std::iter::successors(Some(parent), |id| site.page(*id).parent);
        if id == top || self.order.contains_key(&id) || above.into_iter().any(|above| above == id) {
            return if id == top { parent } else { id };
        }
        self.order.insert(id, self.order.len());
        if !stays && site.page(id).parent != Some(parent) {
            if let Some(old) = site.page(id).parent {
                site.pages[old.0 as usize].children.retain(|child| *child != id);
                self.left.insert(old);
            }
            site.pages[id.0 as usize].parent = Some(parent);
            if site.page(id).listed {
                site.pages[parent.0 as usize].children.push(id);
            }
            self.parents.insert(parent);
        }
        id
    }

    /// An entry that no file is: a group has a page that lists it, all else has none.
    fn make(&mut self, site: &mut Site, top: PageId, parent: PageId, entry: &NavEntry) -> PageId {
        let title = entry.title.clone().unwrap_or_default();
        let id = PageId(site.pages.len() as u32);
        let mut page = if entry.items.is_empty() {
            let to = entry.url.as_ref().map(|url| url.value.clone().into());
            let mut page = generated::page(Content::Elsewhere(to), String::new(), String::new(), title);
            page.shadowed = true;
            page
        } else {
            let (url, output) = place_of_group(site, top, entry);
            self.parents.insert(id);
            generated::page(Content::Listing { of: id, part: 0, parts: vec![id] }, url, output, title)
        };
        page.parent = Some(parent);
        self.order.insert(id, self.order.len());
        self.parents.insert(parent);
        site.pages.push(page);
        site.pages[parent.0 as usize].children.push(id);
        id
    }
}

impl NavItem {
    /// A name alone orders what is in the folder, and moves nothing.
    fn is_order_only(&self, at_top: bool) -> bool {
        at_top && matches!(self, NavItem::Name(name) if !name.contains('/'))
    }
}

/// The address of a group's page: its own, or one made from its title, which must not be another's.
fn place_of_group(site: &Site, top: PageId, entry: &NavEntry) -> (String, String) {
    let words = entry.title.as_deref().unwrap_or("").to_lowercase();
    let parts = words.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let slug = parts.collect::<Vec<_>>().join("-");
    let slug = if slug.is_empty() { "pages".to_owned() } else { slug };
    let whole = entry.path.clone().unwrap_or_else(|| format!("{}{slug}", site.page(top).url));
    let route: Vec<String> = whole.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect();
    let style = site.config.build.url_style;
    let (mut place, mut number) = (urls::place(&route, true, style), 1);
    while site.pages.iter().any(|page| page.url == place.0) {
        number += 1;
        let mut numbered = route.clone();
        numbered.iter_mut().last().into_iter().for_each(|last| *last += &format!("-{number}"));
        place = urls::place(&numbered, true, style);
    }
    place
}

/// A page that was made for a folder goes when nothing is left in it.
fn fell_folders(site: &mut Site, planted: &mut Planted) {
    let folders: Vec<(String, PageId)> = site.folders.iter().map(|(folder, id)| (folder.clone(), *id)).collect();
    // Deeper folders come after those that hold them.
    for (folder, id) in folders.into_iter().rev() {
        let page = site.page(id);
        let is_made = planted.left.contains(&id) && matches!(page.content, Content::Listing { .. });
        let Some(parent) = page.parent.filter(|_| is_made && page.children.is_empty()) else { continue };
        if planted.order.contains_key(&id) {
            continue;
        }
        site.pages[parent.0 as usize].children.retain(|child| *child != id);
        site.pages[id.0 as usize].shadowed = true;
        planted.left.insert(parent);
        site.folders.remove(&folder);
    }
}
