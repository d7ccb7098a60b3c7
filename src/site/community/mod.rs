//! The community on the site: which page shows what, and the data that it shows.
//!
//! A *block* is a part of the community that is shown as a whole: the roadmap, the teams. It stands on the authored page
//! that holds its directive; where no page does, a page is made for it. Records of some sorts have pages of their own
//! below their block's home. One block a file, one line in [`BLOCKS`].

mod facets;
mod links;
mod show;

mod channels;
mod conduct;
mod contributions;
mod coverage;
mod credits;
mod decisions;
mod ecosystem;
mod events;
mod funding;
mod glossary;
mod governance;
mod health;
mod labels;
mod ladder;
mod meetings;
mod pathways;
mod people;
mod personas;
mod project;
mod readings;
mod releases;
mod replies;
mod roadmap;
mod teams;
mod templates;
mod values;
mod vision;

use std::collections::{BTreeMap, BTreeSet};

use super::generated::{self, LIST_LENGTH};
use super::urls;
use super::{Content, PageId, Site, Summary};
use crate::community::{Community, Entity, IndexEntry, Record};
use crate::document::Directive;
pub use labels::undeclared_labels;
pub(super) use links::Backlinks;
pub use show::{PROPERTIES, is_unsafe};
pub(super) use show::{Show, block_data, record_data};

/// A part of the community that is shown as a whole.
pub struct Block {
    /// The name of its directive: `roadmap`.
    pub name: &'static str,
    /// The sort of records that it lists.
    pub entity: &'static str,
    /// Where its page is made, from the site's root: `community/roadmap`.
    pub at: &'static str,
    /// The records that it lists, in order. Nothing to list: no page.
    list: fn(&Community) -> Vec<Key>,
    /// Fields that its list can be filtered by.
    facets: &'static [&'static str],
    /// What it shows beside the list.
    more: fn(&Show, &mut Fields),
    /// What the pages of its records show beside the record, for sorts that have pages of their own.
    pages: Option<fn(&Show, &IndexEntry, &mut Fields)>,
}

/// A record by its entity and its id.
type Key = (&'static str, String);
/// The fields of an object.
type Fields = serde_json::Map<String, serde_json::Value>;

/// All blocks. Where several could be the page of a record, the first is.
pub const BLOCKS: &[Block] = &[
    personas::BLOCK,
    coverage::BLOCK,
    values::BLOCK,
    vision::BLOCK,
    project::BLOCK,
    contributions::BLOCK,
    pathways::BLOCK,
    readings::BLOCK,
    ladder::BLOCK,
    roadmap::BLOCK,
    roadmap::HELP_WANTED,
    roadmap::FUNDABLE,
    roadmap::BROCHURE,
    teams::BLOCK,
    people::BLOCK,
    channels::BLOCK,
    meetings::BLOCK,
    meetings::NOTES,
    events::BLOCK,
    decisions::BLOCK,
    governance::BLOCK,
    conduct::BLOCK,
    ecosystem::BLOCK,
    funding::BLOCK,
    credits::BLOCK,
    labels::BLOCK,
    replies::BLOCK,
    releases::BLOCK,
    templates::BLOCK,
    glossary::BLOCK,
    health::BLOCK,
];

/// Where the community is shown.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    /// Block → the pages that show it, in order; the first is its home.
    blocks: BTreeMap<usize, Vec<PageId>>,
    /// Record → its page.
    pages: BTreeMap<Key, PageId>,
    /// Record → the page that lists it, and its id there.
    anchors: BTreeMap<Key, (PageId, String)>,
    /// The same, by page.
    ids: BTreeMap<PageId, BTreeSet<String>>,
}

impl Places {
    /// The page of a record.
    pub(super) fn page_of(&self, key: &Key) -> Option<PageId> {
        self.pages.get(key).copied()
    }

    /// The page that lists a record, and its id there.
    pub(super) fn anchor_of(&self, key: &Key) -> Option<(PageId, &str)> {
        self.anchors.get(key).map(|(page, anchor)| (*page, anchor.as_str()))
    }

    /// Does a page list a record under this id?
    pub(super) fn has_anchor(&self, page: PageId, id: &str) -> bool {
        self.ids.get(&page).is_some_and(|ids| ids.contains(id))
    }

    /// The ids of the records that a page lists.
    pub(super) fn anchors_on(&self, page: PageId) -> impl Iterator<Item = &str> {
        self.ids.get(&page).into_iter().flatten().map(String::as_str)
    }

    /// The page that shows a block as a whole.
    pub(super) fn home(&self, block: &str) -> Option<PageId> {
        self.blocks.get(&block_index(block)?)?.first().copied()
    }
}

/// Blocks whose address a page has that does not show them.
pub(super) fn hidden(site: &Site) -> impl Iterator<Item = (&'static str, PageId)> {
    site.places.blocks.iter().filter_map(|(number, pages)| {
        let (block, page) = (&BLOCKS[*number], pages[0]);
        let made = matches!(site.page(page).content, Content::Block { .. });
        let held =
            site.summary(page).is_some_and(|summary| summary.blocks.iter().any(|held| &*held.name == block.name));
        (!made && !held).then_some((block.name, page))
    })
}

/// The index of a block by its name.
pub(super) fn block_index(name: &str) -> Option<usize> {
    BLOCKS.iter().position(|block| block.name == name)
}

/// Records by what they are called.
fn by_title<'a, E: Entity + 'a>(records: impl IntoIterator<Item = &'a Record<E>>) -> Vec<Key> {
    let mut records: Vec<&Record<E>> = records.into_iter().collect();
    records.sort_by_key(|record| (record.fields.title().to_lowercase(), record.id.clone()));
    keys(records)
}

/// Every record of a sort, by its key.
fn keys<'a, E: Entity + 'a>(records: impl IntoIterator<Item = &'a Record<E>>) -> Vec<Key> {
    records.into_iter().map(|record| (E::NAME, record.id.clone())).collect()
}

/// Nothing more to show.
fn nothing_more(_: &Show, _: &mut Fields) {}

/// Something to show, and no list.
fn whole<E: Entity>(record: &Option<Record<E>>) -> Vec<Key> {
    keys(record.as_ref())
}

/// Pages for the texts of records, right behind the authored ones: page ids follow the summaries. The texts of records
/// whose sort has no pages are not shown.
pub(super) fn text_pages(site: &mut Site, authored: usize) {
    for number in authored..site.summaries.len() {
        let id = PageId(site.pages.len() as u32);
        let path = &site.summaries[number].path;
        let at = site
            .community
            .index
            .all
            .iter()
            .position(|entry| entry.path == *path && is_shown(&site.community, entry) && has_page(entry));
        let content = Content::Record(at.unwrap_or(usize::MAX));
        let title = at.map_or(String::new(), |at| site.community.index.all[at].title.clone());
        let mut page = generated::page(content, String::new(), String::new(), title);
        if let Some(at) = at {
            let entry = &site.community.index.all[at];
            site.places.pages.insert((entry.entity, entry.id.clone()), id);
        } else {
            page.shadowed = true;
            page.listed = false;
        }
        site.pages.push(page);
    }
}

/// A page for each block that has something to show and that no authored page holds.
pub(super) fn default_pages(site: &mut Site, authored: usize) {
    let community = site.community.clone();
    for (number, block) in BLOCKS.iter().enumerate() {
        // Which of several pages is its home shows when all pages are in order; until then, any is.
        if let Some(held) = site.summaries[..authored].iter().position(|summary| holds(summary, block.name)) {
            site.places.blocks.insert(number, vec![PageId(held as u32)]);
            continue;
        }
        if (block.list)(&community).is_empty() {
            continue;
        }
        let route: Vec<String> = block.at.split('/').map(str::to_owned).collect();
        let (url, output) = urls::place(&route, false, site.config.build.url_style);
        // A writer's own page has the address: what it shows is the writer's to say.
        if let Some(own) = site
            .pages
            .iter()
            .position(|page| page.url == url || page.url.trim_end_matches('/') == format!("/{}", block.at))
        {
            site.places.blocks.insert(number, vec![PageId(own as u32)]);
            continue;
        }
        let id = PageId(site.pages.len() as u32);
        let mut page = generated::page(Content::Block { block: number, part: 0 }, url, output, site.text(block.name));
        if block.name == "roadmap"
            && let Some(title) = &site.config.roadmap.title
        {
            page.title = title.clone();
            page.nav_title = title.clone();
        }
        page.description = site.description_text(block.name);
        site.pages.push(page);
        site.by_content_path.entry(format!("{}.md", block.at)).or_insert(id);
        site.places.blocks.insert(number, vec![id]);
    }
}

/// The page below which a block's page hangs, when that is not the page of a folder: `roadmap/help-wanted` hangs below the
/// roadmap, wherever that is.
pub(super) fn page_above(site: &Site, folder: &str) -> Option<PageId> {
    let number = BLOCKS.iter().position(|block| block.at == folder)?;
    site.places.blocks.get(&number).map(|pages| pages[0])
}

/// Does a page hold a block as a whole? A filtered one is a part, and nobody finds a page that stands in no list.
fn holds(summary: &Summary, name: &str) -> bool {
    let is_whole = |block: &Directive| block.properties.iter().all(|(key, _)| &**key == "view");
    !summary.front.unlisted && summary.blocks.iter().any(|block| &*block.name == name && is_whole(block))
}

/// When all pages are in order: which of them is each block's home, the further parts of long lists, and the pages of
/// records below them.
pub(super) fn settle(site: &mut Site, authored: usize, in_order: &[PageId]) {
    let community = site.community.clone();
    for (number, block) in BLOCKS.iter().enumerate() {
        let home = in_order
            .iter()
            .find(|id| (id.0 as usize) < authored && holds(&site.summaries[id.0 as usize], block.name))
            .copied()
            .or_else(|| site.places.blocks.get(&number).map(|pages| pages[0]));
        let Some(home) = home else { continue };
        let listed = (block.list)(&community);
        let mut pages = vec![home];
        for part in 1..listed.len().div_ceil(LIST_LENGTH) {
            let title = site.page(home).title.clone();
            let id = generated::add_below(site, home, &format!("page-{}", part + 1), title);
            site.pages[id.0 as usize].content = Content::Block { block: number, part };
            pages.push(id);
        }
        for (at, key) in listed.into_iter().enumerate() {
            let ids = site.places.ids.entry(pages[at / LIST_LENGTH]).or_default();
            let base = anchor(key.0, &key.1);
            let numbered = (2..).map(|number| format!("{base}-{number}"));
            let anchor = std::iter::once(base.clone()).chain(numbered).find(|anchor| !ids.contains(anchor));
            let anchor = anchor.unwrap_or(base);
            ids.insert(anchor.clone());
            site.places.anchors.entry(key).or_insert((pages[at / LIST_LENGTH], anchor));
        }
        site.places.blocks.insert(number, pages);
        if block.pages.is_some() {
            record_pages(site, home, block);
        }
    }
}

fn record_pages(site: &mut Site, home: PageId, block: &Block) {
    let community = site.community.clone();
    for (at, entry) in community.index.all.iter().enumerate() {
        if entry.entity != block.entity || !has_page(entry) || !is_shown(&community, entry) {
            continue;
        }
        let key = (entry.entity, entry.id.clone());
        let id = site.places.pages.get(&key).copied().unwrap_or_else(|| {
            let id = PageId(site.pages.len() as u32);
            site.pages.push(generated::page(Content::Record(at), String::new(), String::new(), entry.title.clone()));
            id
        });
        let mut route: Vec<String> = block.at.split('/').map(str::to_owned).collect();
        route.push(entry.id.clone());
        let (url, output) = urls::place(&route, false, site.config.build.url_style);
        let description = entry.data["summary"].as_str().or(entry.data["mission"].as_str()).map(str::to_owned);
        let section = site.page(home).section;
        let page = &mut site.pages[id.0 as usize];
        (page.url, page.output) = (url, output);
        (page.parent, page.section) = (Some(home), section);
        page.description = description.map(|text| crate::document::inline::plain(&text));
        if block.entity == "decision" {
            page.title = format!("{}: {}", entry.id, entry.title);
        }
        page.nav_title = page.title.clone();
        site.pages[home.0 as usize].children.push(id);
        site.by_content_path.entry(format!("{}/{}.md", block.at, entry.id)).or_insert(id);
        site.places.pages.insert(key, id);
    }
}

/// People decide whether they are shown, and sponsors whether they are named.
pub(super) fn is_shown(community: &Community, entry: &IndexEntry) -> bool {
    match entry.entity {
        "person" => entry.data["listed"] == true,
        "sponsor" => entry.data["public"] == true,
        "credit" => {
            let person = entry.data["person"]["to"].as_str().and_then(|id| community.index.find("person", id));
            person.is_some_and(|person| person.data["listed"] == true)
        }
        _ => true,
    }
}

fn has_page(entry: &IndexEntry) -> bool {
    !entry.is_broken && BLOCKS.iter().any(|block| block.pages.is_some() && block.entity == entry.entity)
}

/// The id of a record on a page that lists it.
pub(super) fn anchor(entity: &str, id: &str) -> String {
    let words = id.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(entity.to_owned(), |anchor, word| anchor + "-" + &word.to_lowercase())
}
