//! All pages together: URLs, order, navigation, what every link leads to, and what one page may see of the rest.
//!
//! Owns [`Summary`], [`Site`] and [`View`]. Entry points: [`summarize`], [`link`], [`view`]: pure functions, one a file.
//! It must not know texts, spans or HTML: it works on summaries alone, so prose can change without touching it.

mod claims;
pub mod community;
mod files;
mod generated;
mod link;
mod moved;
mod nav;
mod objects;
mod reference;
mod related;
mod resolve;
mod search;
mod summary;
mod terms;
mod tree;
mod urls;
mod view;
mod written;

use std::collections::BTreeMap;
use std::sync::Arc;

use self::community::{Backlinks, Places};
use crate::community::{Community, ENTITIES, IndexEntry};
use crate::config::{Config, Kind, RedirectMap};
use crate::data::Date;
use crate::inventory::Inventory;
use crate::source::Asset;
pub use claims::Clash;
pub use files::CommunityFile;
pub use link::{Input, link};
pub use moved::{Moves, Rewrite, rewrite};
pub use resolve::{Broken, BrokenKind, Lead, Target};
pub use summary::{Anchor, Summary, summarize};
pub use terms::{Term, Terms};
pub use urls::{decode_strictly, encode, encode_foreign, join, without_number};
pub use view::{
    Crumb, EditionLink, FileView, ListEntry, Listing, NavEntry, Outline, PageLink, PageView, PersonaLink, ReadingPlace,
    RecordView, RedirectEntry, RedirectView, SearchView, SiteView, SitemapEntry, ThemeView, View, WhoLink, view,
};

/// The index of a page in [`Site::pages`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(pub u32);

/// Everything that is published, and how it hangs together.
#[derive(Debug, Clone)]
pub struct Site {
    /// The settings.
    pub config: Arc<Config>,
    /// Its name.
    pub title: String,
    /// "Today": what ages is measured against it.
    pub as_of: Option<Date>,
    /// The community.
    pub community: Arc<Community>,
    /// What each authored page declares, then what the texts of records do; the first pages are theirs, in this order.
    pub summaries: Vec<Arc<Summary>>,
    /// How many of the summaries are of authored pages.
    pub authored: usize,
    /// Authored pages, then the texts of records, then generated pages.
    pub pages: Vec<Page>,
    /// The page of the root folder.
    pub home: PageId,
    /// The sections that hold pages, in order.
    pub sections: Vec<Section>,
    /// Files that are copied, by where they land.
    pub assets: BTreeMap<String, File>,
    /// What other projects' documentation holds, by the prefix of links.
    pub inventories: BTreeMap<String, Arc<Inventory>>,
    /// Names of files and folders at the top of the repository that holds the site; empty outside of one.
    pub repository_files: Vec<String>,
    /// Two things at one URL.
    pub collisions: Vec<Collision>,
    /// Where redirects lead.
    pub redirects: Vec<Redirect>,
    /// How many indexes the search has; none where the site has no search.
    search_indexes: usize,
    /// The list of all pages, for those whose browser cannot search.
    all_pages: Option<PageId>,
    /// Interface texts, for the titles of generated pages.
    texts: BTreeMap<String, String>,
    /// The files made of the community's data.
    files: Vec<(CommunityFile, PageId)>,
    places: Places,
    backlinks: Backlinks,
    /// Persona → kind → the pages that serve it, in reading order.
    persona_pages: BTreeMap<String, BTreeMap<Option<Kind>, Vec<PageId>>>,
    tags: related::Tags,
    /// Page → the reading paths that it stands in: the index of the record, and its place.
    readings: BTreeMap<PageId, Vec<(usize, usize)>>,
    folders: BTreeMap<String, PageId>,
    by_content_path: BTreeMap<String, PageId>,
    by_url: BTreeMap<String, PageId>,
    /// The file of a redirect → index into `redirects`, for links that still use the old path.
    by_old_path: BTreeMap<String, usize>,
    /// Lower case → as it is, for links that differ from their file in case only.
    any_case: BTreeMap<String, String>,
    /// File name → where files of that name are, for suggestions.
    by_file_name: BTreeMap<String, Vec<String>>,
    /// Content paths of drafts that are left out.
    drafts: Vec<String>,
    /// What the repository tells of the pages that have a summary.
    written: Vec<written::Written>,
    /// Those that pages tell where they use them first.
    terms: Terms,
}

/// One page of the site.
#[derive(Debug, Clone)]
pub struct Page {
    /// What it shows.
    pub content: Content,
    /// Its path from the site's root, not encoded: `/how-tos/use-gpus/`.
    pub url: String,
    /// Its file in the output folder.
    pub output: String,
    /// Its title.
    pub title: String,
    /// Its title in navigation.
    pub nav_title: String,
    /// One sentence about it.
    pub description: Option<String>,
    /// What it is for.
    pub kind: Option<Kind>,
    /// Index into [`Site::sections`].
    pub section: Option<usize>,
    /// The page of the folder above; only the home page and pages outside the tree have none.
    pub parent: Option<PageId>,
    /// The pages below it, in order.
    pub children: Vec<PageId>,
    /// Where all of its children are listed, when navigation cannot show them all.
    pub index: Option<PageId>,
    /// It stands in navigation, lists and the sitemap.
    pub listed: bool,
    /// Another page has its URL, so it is not written.
    pub shadowed: bool,
    /// The file of its Markdown twin in the output folder.
    pub twin: Option<String>,
    /// The page before it in reading order.
    pub prev: Option<PageId>,
    /// The page after it in reading order.
    pub next: Option<PageId>,
}

/// What a page shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Content {
    /// A Markdown file.
    Authored,
    /// The list of a folder's pages, or one part of a long list.
    Listing {
        /// Whose children.
        of: PageId,
        /// Which part, from 0.
        part: usize,
        /// All parts, in order.
        parts: Vec<PageId>,
    },
    /// The home page of a site that writes none.
    Home,
    /// The list of all pages, or one part of it.
    AllPages {
        /// Which part, from 0.
        part: usize,
        /// All parts, in order.
        parts: Vec<PageId>,
    },
    /// A block of community data that stands on no authored page, or a further part of one that is long.
    Block {
        /// Index into [`community::BLOCKS`].
        block: usize,
        /// Which part, from 0.
        part: usize,
    },
    /// A record of the community: index into [`crate::community::Index::all`].
    Record(usize),
    /// A file made of the community's data: a feed, a calendar.
    File(CommunityFile),
    /// An entry of the navigation that is no page: where it leads, or nothing for the title of a page to come.
    Elsewhere(Option<Box<str>>),
    /// What a host shows for a missing page.
    NotFound,
    /// `sitemap.xml`
    Sitemap,
    /// `robots.txt`
    Robots,
    /// `llms.txt`
    Llms,
    /// `objects.inv`
    Objects,
    /// Index into [`Site::redirects`].
    Redirect(usize),
    /// A list of all redirects.
    RedirectMap(RedirectMap),
}

/// A file that is copied.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct File {
    /// From the site's folder, as findings show it.
    pub path: Arc<str>,
    /// How large it is.
    pub bytes: u64,
    /// Width and height in CSS pixels, for images that say so.
    pub dimensions: Option<(u32, u32)>,
}

impl From<&Asset> for File {
    fn from(asset: &Asset) -> File {
        File { path: asset.source.clone(), bytes: asset.bytes, dimensions: asset.dimensions }
    }
}

/// A section and its page.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its folder, from the content folder.
    pub path: String,
    /// Its name.
    pub title: String,
    /// The kind of its pages that name none.
    pub kind: Option<Kind>,
    /// Its page.
    pub page: PageId,
}

/// A file that cannot be written as it should, mostly because something else is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collision {
    /// The file in the output folder.
    pub output: String,
    /// What is written instead: the path of a source from the site's folder, or nothing.
    pub kept: String,
    /// What is not.
    pub dropped: String,
    /// How they clash.
    pub clash: Clash,
}

/// An old path and where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirect {
    /// The old path, as written.
    pub from: String,
    /// Where to, as written.
    pub to: String,
    /// Who asks for it: a page by its `aliases`, or the settings.
    pub page: Option<PageId>,
    /// The new URL or path.
    pub target: Target,
    /// Following it comes back to it, or it hides a page.
    pub fault: Option<RedirectFault>,
}

/// Why a redirect is not written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RedirectFault {
    /// Something else is written at the old path: the path of its source, or of the other redirect.
    Occupied(String),
    /// No file can have this name.
    Unwritable(&'static str),
    /// It leads back to itself.
    Loop,
}

impl Page {
    /// A page that a reader opens: not a redirect, a sitemap and the like.
    pub fn is_for_readers(&self) -> bool {
        matches!(
            self.content,
            Content::Authored
                | Content::Listing { .. }
                | Content::Home
                | Content::AllPages { .. }
                | Content::Block { .. }
                | Content::Record(_)
        )
    }
}

impl Site {
    /// A page.
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.0 as usize]
    }

    /// Every page with its id.
    pub fn ids(&self) -> impl Iterator<Item = PageId> + use<> {
        (0..self.pages.len() as u32).map(PageId)
    }

    /// What an authored page declares.
    pub fn summary(&self, id: PageId) -> Option<&Summary> {
        self.summaries.get(id.0 as usize).map(Arc::as_ref)
    }

    /// The day on which the text of a page was last known to be right: as it says, or else of its last commit.
    fn updated(&self, id: PageId) -> Option<Date> {
        let declared = self.summary(id).and_then(|summary| summary.front.updated);
        declared.or_else(|| self.written.get(id.0 as usize)?.updated)
    }

    /// A page shows a block, as its author or Waypost wrote it.
    fn shows_block(&self, id: PageId, name: &str) -> bool {
        let authored = || self.summary(id).is_some_and(|summary| summary.blocks.iter().any(|held| &*held.name == name));
        matches!(self.page(id).content, Content::Block { .. }) || authored()
    }

    /// A file that is copied lies in the content folder, and not among the static files.
    fn is_beside_pages(&self, path: &str) -> bool {
        let content = self.config.build.content.folder_of(path);
        self.assets.get(path).is_some_and(|file| *file.path == *content || *file.path == *path)
    }

    /// `docs/` of `https://example.org/docs/`: absolute links are often written for the place where the site is published.
    fn base_folder(&self) -> Option<String> {
        let base = &self.config.site.base_url.as_ref()?.value;
        let path = base.split_once("://")?.1.split_once('/')?.1.trim_matches('/');
        (!path.is_empty()).then(|| format!("{path}/"))
    }

    /// The page that a content path became.
    pub fn page_of(&self, content_path: &str) -> Option<PageId> {
        self.by_content_path.get(content_path).copied()
    }

    /// The pages that serve a persona, of one kind, in reading order.
    pub fn pages_for(&self, persona: &str, kind: Option<Kind>) -> &[PageId] {
        self.persona_pages.get(persona).and_then(|kinds| kinds.get(&kind)).map_or(&[], Vec::as_slice)
    }

    /// Ids of the personas that a page serves, those that are described.
    fn personas_of(&self, id: PageId) -> Vec<String> {
        let named = self.summary(id).map_or(&[][..], |summary| &summary.front.personas);
        named.iter().filter_map(|name| Some(self.community.index.find("persona", name)?.id.clone())).collect()
    }

    /// Where a file of the site can be edited: a file, not a folder.
    fn edit_url(&self, path: &str) -> Option<String> {
        let url = self.config.site.edit_url.as_ref().filter(|_| !path.ends_with('/'))?;
        Some(url.replace("{path}", &urls::encode(path)))
    }

    /// Where readers can say what they think of a page, if the site has such a place.
    fn feedback_url(&self, page: &Page, path: &str) -> Option<String> {
        let url = self.config.site.feedback_url.as_ref()?.replace("{path}", &urls::encode_query(path));
        Some(url.replace("{title}", &urls::encode_query(&page.title)).replace("{url}", &urls::encode_query(&page.url)))
    }

    /// The address of a page in another version or language of the site, as far as that has it.
    fn in_edition(&self, id: PageId, base: &str) -> String {
        let page = self.page(id);
        // What is served at any address stands for none.
        let url = if page.is_for_readers() { urls::encode(page.url.trim_start_matches('/')) } else { String::new() };
        format!("{}/{url}", base.trim_end_matches('/'))
    }

    /// Where a page of a kind for a persona can be begun, if the site knows.
    pub fn new_page_url(&self, kind: Kind, persona: &str) -> Option<String> {
        // Where no section holds pages of that kind, it begins at the top: its kind stands in its front matter either way.
        let section = self.sections.iter().find(|section| section.kind == Some(kind));
        let folder = self.config.build.content.folder_of(section.map_or("", |section| &section.path));
        let kind = kind.word();
        let text = format!("---\nkind: {kind}\npersonas: [{persona}]\n---\n\n# \n");
        let url = self.config.site.new_url.clone().or_else(|| new_url(self.config.site.edit_url.as_ref()?))?;
        let filled = url.replace("{folder}", &urls::encode(&folder));
        Some(filled.replace("{name}", &format!("{persona}-{kind}.md")).replace("{text}", &urls::encode_query(&text)))
    }

    /// An interface text that names a generated page.
    fn text(&self, name: &str) -> String {
        self.texts
            .get(&format!("block_{name}"))
            .or_else(|| self.texts.get(name))
            .cloned()
            .unwrap_or_else(|| name.to_owned())
    }

    /// A link that does not stand on a page, resolved from the root: those of the settings.
    pub fn resolve_from_root(&self, destination: &str) -> Target {
        resolve::resolve_from_root(self, &urls::Linker::Absolute("/".to_owned()), destination)
    }

    /// The page that a destination on a page leads to.
    pub fn page_from(&self, from: PageId, destination: &str) -> Option<PageId> {
        resolve::page_from(self, from, destination)
    }

    /// What a destination on a page names, where it is of the site.
    pub fn leads_to(&self, from: PageId, destination: &str) -> Option<Lead> {
        resolve::leads_to(self, from, destination)
    }

    /// The page that shows a block as a whole.
    pub fn block_home(&self, block: &str) -> Option<PageId> {
        self.places.home(block)
    }

    /// Blocks with something to show whose address a page has that does not show them, with that page.
    pub fn hidden_blocks(&self) -> impl Iterator<Item = (&'static str, PageId)> {
        community::hidden(self)
    }

    /// The record at `teams/docs`: the name of its files, and its id.
    fn record_at(&self, path: &str) -> Option<&IndexEntry> {
        let (files, id) = path.split_once('/')?;
        let entity = ENTITIES.iter().find(|entity| entity.files == files)?;
        self.community.index.find(entity.name, id)
    }

    /// What the record at `teams/docs` is called.
    fn title_of_record(&self, path: &str) -> String {
        self.record_at(path).map_or_else(|| path.to_owned(), |entry| entry.title.clone())
    }

    /// One sentence about a generated page, if the theme has one.
    fn description_text(&self, name: &str) -> Option<String> {
        self.texts.get(&format!("about_{name}")).cloned()
    }

    /// The page that a destination names which stands on no page: in the settings or in a record.
    pub fn page_at(&self, destination: &str) -> Option<PageId> {
        resolve::page_at(self, destination)
    }

    /// The folders below the content folder that hold pages, with the pages that they are.
    pub fn folders(&self) -> impl Iterator<Item = (&str, PageId)> {
        let folders = self.folders.iter().filter(|(folder, _)| !folder.is_empty());
        folders.map(|(folder, id)| (folder.as_str(), *id))
    }

    /// The names that `[nav]` may order in a folder.
    pub fn names_in(&self, folder: &str) -> Vec<String> {
        let pages = self.by_content_path.keys().filter(|path| urls::folder_of(path) == folder);
        let pages = pages.map(|path| urls::stem(path.rsplit('/').next().unwrap_or(path)).to_owned());
        let folders = self.folders.keys().filter(|path| !path.is_empty() && urls::folder_of(path) == folder);
        pages.chain(folders.map(|path| path.rsplit('/').next().unwrap_or(path).to_owned())).collect()
    }
}

/// The address for new files on the hosts whose address for edits is known.
fn new_url(edit_url: &str) -> Option<String> {
    let before = edit_url.split("{path}").next()?;
    let text = "?filename={name}&value={text}";
    if before.contains("/-/edit/") {
        return Some(before.replace("/-/edit/", "/-/new/") + "{folder}?file_name={name}");
    }
    if before.contains("/_edit/") {
        return Some(before.replace("/_edit/", "/_new/") + "{folder}?filename={name}");
    }
    before.contains("/edit/").then(|| before.replace("/edit/", "/new/") + "{folder}" + text)
}
