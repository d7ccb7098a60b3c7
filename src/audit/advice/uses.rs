//! Which pages and files the texts and the data of a site lead to.

use std::collections::{BTreeMap, BTreeSet};

use super::is_image;
use crate::community::{Data, LINK, REFERENCE};
use crate::site::{Lead, PageId, Site};

/// Who leads to what, navigation left out.
#[derive(Debug, Default)]
pub(super) struct Uses {
    /// Page → the pages that its text leads to.
    pub(super) links: BTreeMap<PageId, BTreeSet<PageId>>,
    /// The pages that some other page, or a record, leads to.
    pub(super) pages: BTreeSet<PageId>,
    /// The files that something leads to, by where they land.
    pub(super) files: BTreeSet<String>,
    /// Names of images in settings, data and properties, where a file may be named in ways that only a theme knows.
    pub(super) image_names: BTreeSet<String>,
}

impl Uses {
    pub(super) fn of(site: &Site) -> Uses {
        let mut uses = Uses::default();
        for (number, summary) in site.summaries.iter().enumerate() {
            let from = PageId(number as u32);
            for destination in &summary.destinations {
                uses.lead(site, from, destination);
            }
            for destination in &summary.front.prerequisites {
                uses.lead(site, from, destination);
            }
            for (_, value) in summary.blocks.iter().flat_map(|block| &block.properties) {
                uses.name(value);
            }
        }
        for entry in &site.community.index.all {
            for (destination, _) in &entry.links {
                uses.lead_from_root(site, destination);
            }
            uses.data(site, &entry.data);
        }
        let theme = &site.config.theme;
        for file in [&theme.logo, &theme.favicon, &theme.social_image].into_iter().flatten() {
            uses.name(&file.value);
        }
        uses
    }

    fn lead(&mut self, site: &Site, from: PageId, destination: &str) {
        let Some(lead) = site.leads_to(from, destination) else { return };
        if let Some(page) = self.take(site, lead).filter(|page| *page != from) {
            self.links.entry(from).or_default().insert(page);
            self.pages.insert(page);
        }
    }

    fn lead_from_root(&mut self, site: &Site, destination: &str) {
        let Some(lead) = site.leads_to(site.home, destination) else { return };
        let page = self.take(site, lead);
        self.pages.extend(page);
    }

    /// The page that is led to; a file is noted.
    fn take(&mut self, site: &Site, lead: Lead) -> Option<PageId> {
        match lead {
            Lead::Page(id) => Some(id),
            Lead::Redirect(number) => {
                let redirect = &site.redirects[number];
                redirect.page.or_else(|| site.page_at(&redirect.to))
            }
            Lead::File(path) => {
                self.files.insert(path);
                None
            }
        }
    }

    fn data(&mut self, site: &Site, data: &Data) {
        match data {
            Data::String(text) => self.name(text),
            Data::Array(items) => items.iter().for_each(|item| self.data(site, item)),
            Data::Object(values) => {
                if let (Some(LINK), Some(to)) =
                    (values.get(REFERENCE).and_then(Data::as_str), values.get("to").and_then(Data::as_str))
                {
                    self.lead_from_root(site, to);
                }
                values.values().for_each(|value| self.data(site, value));
            }
            _ => {}
        }
    }

    fn name(&mut self, text: &str) {
        if is_image(text) {
            self.image_names.insert(text.rsplit('/').next().unwrap_or(text).to_owned());
        }
    }

    /// The pages that a reader finds from the home page with so many clicks: by the links of texts, by the sections and
    /// pages that navigation shows there, and by what the settings put into the header.
    pub(super) fn within(&self, site: &Site, clicks: usize) -> BTreeSet<PageId> {
        let mut seen = BTreeSet::from([site.home]);
        let mut next: Vec<PageId> = vec![site.home];
        for _ in 0..clicks {
            let mut found = Vec::new();
            for from in next {
                found.extend(self.links.get(&from).into_iter().flatten().copied());
                let shown = site.page(from).children.iter().copied();
                found.extend(shown.filter(|child| site.page(*child).listed));
                if from == site.home {
                    found.extend(site.sections.iter().map(|section| section.page));
                    let header = site.config.theme.links.iter();
                    found.extend(header.filter_map(|link| site.page_at(&link.url.value)));
                }
            }
            found.retain(|page| seen.insert(*page));
            next = found;
        }
        seen
    }

    /// Something shows a file.
    pub(super) fn shows(&self, path: &str) -> bool {
        self.files.contains(path) || self.image_names.contains(path.rsplit('/').next().unwrap_or(path))
    }
}
