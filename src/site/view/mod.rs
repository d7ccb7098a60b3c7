//! Exactly what one page may see of the site. Entry point: [`view`].
//!
//! A view is what templates get (it is serialized as it stands; the book's template page describes it), what `check`
//! compares links with, and what decides whether a page must be rendered again. So it must stay small and bounded.

mod make;

use serde::Serialize;

use super::{Target, Terms};
use crate::community::Data;
use crate::config::{Kind, VersionStatus};
use crate::data::Date;
use crate::document::Toc;
pub(super) use make::list_entry;
pub use make::view;

/// What one page sees.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct View {
    /// The template that shows it, from the theme's `templates` folder.
    pub template: String,
    /// The file in the output folder.
    #[serde(skip)]
    pub output: String,
    /// The file of the Markdown twin in the output folder.
    #[serde(skip)]
    pub twin_output: Option<String>,
    /// The site, as far as every page shows it.
    pub site: SiteView,
    /// The theme's settings.
    pub theme: ThemeView,
    /// The way to the root: `../../`, or nothing on the home page.
    pub root: String,
    /// The page itself.
    pub page: PageView,
    /// The navigation: sections first.
    pub nav: Vec<NavEntry>,
    /// There is more on its top level than is shown.
    pub nav_more: Option<More>,
    /// From the home page to the page above.
    pub breadcrumbs: Vec<Crumb>,
    /// The page before it in reading order.
    pub prev: Option<PageLink>,
    /// The page after it in reading order.
    pub next: Option<PageLink>,
    /// The nearest page of each other kind.
    pub related: Vec<PageLink>,
    /// The pages that a list shows.
    pub listing: Option<Listing>,
    /// The search, if the site has one.
    pub search: Option<SearchView>,
    /// The sections with their pages, for `llms.txt` and the list of all pages.
    pub outline: Vec<Outline>,
    /// Every page, for `sitemap.xml`.
    pub sitemap: Vec<SitemapEntry>,
    /// The record whose page it is.
    pub record: Option<RecordView>,
    /// The blocks of community data that the page shows, in reading order.
    pub blocks: Vec<Data>,
    /// What a file that is no page is made of.
    pub file: Option<FileView>,
    /// The site's feeds.
    pub feeds: Vec<Crumb>,
    /// The reading paths that the page stands in.
    pub readings: Vec<ReadingPlace>,
    /// Where a redirect leads.
    pub target: Option<RedirectView>,
    /// Every redirect, for lists of them.
    pub redirects: Vec<RedirectEntry>,
    /// The levels of the contents list.
    #[serde(skip)]
    pub toc_levels: Toc,
    /// What each of the document's destinations leads to, in its order.
    #[serde(skip)]
    pub targets: Vec<Target>,
    /// What the prerequisites of the front matter lead to, in their order.
    #[serde(skip)]
    pub prerequisite_targets: Vec<Target>,
    /// Typographic quotes and dashes.
    #[serde(skip)]
    pub smart_punctuation: bool,
    /// Terms that its text tells of where it uses them first.
    #[serde(skip)]
    pub terms: Terms,
}

/// A record and the sort that it is of.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct RecordView {
    /// `persona`
    pub entity: &'static str,
    /// Its fields, with references and links resolved, and what belongs to its page.
    pub data: Data,
}

/// What a file that is no page is made of.
#[derive(Debug, Clone, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FileView {
    /// Data, written as JSON.
    Json(Data),
    /// Entries of a feed, for its template.
    Feed(Data),
    /// Ready text: a calendar.
    Text(String),
    /// An inventory as text, to be compressed.
    Inventory(String),
}

/// A page's place in a reading path.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct ReadingPlace {
    /// The name of the path.
    pub title: String,
    /// The link to its page.
    pub href: String,
    /// The place of this page in it, from 1.
    pub place: usize,
    /// Its pages in all.
    pub places: usize,
    /// The page before.
    pub prev: Option<Crumb>,
    /// The page after.
    pub next: Option<Crumb>,
}

/// The site, as far as every page shows it.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct SiteView {
    /// Its name.
    pub title: String,
    /// One sentence about it.
    pub description: Option<String>,
    /// As in HTML's `lang`.
    pub language: String,
    /// `ltr` or `rtl`, after the language.
    pub dir: &'static str,
    /// The link to the home page.
    pub home: String,
    /// Where the project lives.
    pub repository: Option<String>,
    /// Where the site is published; ends in `/`.
    pub base_url: Option<String>,
    /// The personas, for the choice "I am …".
    pub personas: Vec<PersonaLink>,
    /// The link to the code of conduct, if the community's data has one.
    pub conduct: Option<String>,
    /// What this version of the documentation is called, where there are several.
    pub version: Option<String>,
    /// This page in each version.
    pub versions: Vec<EditionLink>,
    /// This page in each language.
    pub languages: Vec<EditionLink>,
}

/// The page in another version or language of the site.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct EditionLink {
    /// The name of the version or language.
    pub label: String,
    /// The absolute link.
    pub href: String,
    /// As in HTML's `lang`, for a language.
    pub language: Option<String>,
    /// For a version, whether readers should be there.
    pub status: Option<VersionStatus>,
    /// It is this site.
    pub current: bool,
}

/// The theme's settings, with links resolved for this page.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct ThemeView {
    /// The logo.
    pub logo: Option<Image>,
    /// The link to the icon.
    pub favicon: Option<String>,
    /// The absolute URL of the image for shared links.
    pub social_image: Option<String>,
    /// A CSS colour.
    pub accent: Option<String>,
    /// Links in the header.
    pub links: Vec<LabelledLink>,
    /// A line at the foot.
    pub footer: Option<String>,
    /// Links at the foot.
    pub footer_links: Vec<LabelledLink>,
    /// More style sheets.
    pub extra_styles: Vec<String>,
    /// More scripts.
    pub extra_scripts: Vec<String>,
    /// HTML for the head.
    pub head: Option<String>,
    /// News on top of every page, with Markdown inside a line.
    pub announcement: Option<String>,
}

/// An image.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Image {
    /// The link to it.
    pub src: String,
    /// What it says to those who do not see it.
    pub alt: String,
    /// In CSS pixels.
    pub width: Option<u32>,
    /// In CSS pixels.
    pub height: Option<u32>,
}

/// A link with its text.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct LabelledLink {
    /// The text.
    pub label: String,
    /// The link.
    pub href: String,
}

/// The page itself.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PageView {
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub description: Option<String>,
    /// Its path from the site's root.
    pub url: String,
    /// Its absolute URL, where the site knows its own.
    pub canonical: Option<String>,
    /// What it is for.
    pub kind: Option<Kind>,
    /// Its section.
    pub section: Option<Crumb>,
    /// The personas that it serves: those that are described are links.
    pub personas: Vec<PersonaLink>,
    /// Tags.
    pub tags: Vec<String>,
    /// Last known to be right.
    pub updated: Option<Date>,
    /// It should have been looked at again by now.
    pub review_due: bool,
    /// Who looks after it: the team or person that is described, or the words of the page.
    pub owner: Option<WhoLink>,
    /// The people who wrote it, those who are listed in the community's data.
    pub contributors: Vec<WhoLink>,
    /// Where it can be edited.
    pub edit_url: Option<String>,
    /// Where readers can say what they think of it.
    pub feedback_url: Option<String>,
    /// It is a draft.
    pub draft: bool,
    /// Its text begins with a heading of level 1 of its own.
    pub own_heading: bool,
    /// What a tutorial's reader has at its end.
    pub outcome: Option<String>,
    /// What a how-to's reader wants.
    pub goal: Option<String>,
    /// Pages to read first.
    pub prerequisites: Vec<Crumb>,
    /// The link to its Markdown twin.
    pub twin: Option<String>,
    /// Search engines are asked to pass it over.
    pub noindex: bool,
    /// It is the home page.
    pub is_home: bool,
}

/// Where a redirect leads.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct RedirectView {
    /// The page's title, or nothing for what is not a page.
    pub title: Option<String>,
    /// The link.
    pub href: String,
    /// The absolute URL, where the site knows its own.
    pub canonical: Option<String>,
}

/// One line of a list of redirects.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct RedirectEntry {
    /// The old path, from the root of the host, encoded.
    pub from: String,
    /// The new one, or an absolute URL.
    pub to: String,
}

/// A title and a link.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Crumb {
    /// The text.
    pub title: String,
    /// The link.
    pub href: String,
}

/// A persona that a page serves.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PersonaLink {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// The link to its page, if it has one.
    pub href: Option<String>,
}

/// A team or a person.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct WhoLink {
    /// The name.
    pub title: String,
    /// The link to the page of the team or person, if there is one.
    pub href: Option<String>,
}

/// A link to a page, with its kind.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PageLink {
    /// Its title in navigation.
    pub title: String,
    /// The link.
    pub href: String,
    /// What it is for.
    pub kind: Option<Kind>,
}

/// One entry of the navigation, with what is shown below it.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct NavEntry {
    /// Its title in navigation.
    pub title: String,
    /// The link.
    pub href: String,
    /// What it is for.
    pub kind: Option<Kind>,
    /// It is this page.
    pub current: bool,
    /// Ids of the personas that it serves.
    pub personas: Vec<String>,
    /// It is this page or above it.
    pub active: bool,
    /// What is below it, as far as it is shown.
    pub children: Vec<NavEntry>,
    /// There is more below it than is shown.
    pub more: Option<More>,
}

/// A level that is longer than what is shown of it.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct More {
    /// The link to its list.
    pub href: String,
    /// Its pages in all.
    pub count: usize,
}

/// One page of a list.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Listing {
    /// The pages on it.
    pub entries: Vec<ListEntry>,
    /// Its number, from 1.
    pub page: usize,
    /// How many pages the list has.
    pub pages: usize,
    /// The link to the page before it.
    pub prev: Option<String>,
    /// The link to the page after it.
    pub next: Option<String>,
    /// How many entries the list has.
    pub total: usize,
}

/// One entry of a list.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct ListEntry {
    /// The page's title.
    pub title: String,
    /// The link.
    pub href: String,
    /// What it is for.
    pub kind: Option<Kind>,
    /// One sentence about it.
    pub description: Option<String>,
    /// Ids of the personas that it serves.
    pub personas: Vec<String>,
}

/// What a page knows of the search.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct SearchView {
    /// How many indexes it has: the first lies in `waypost-assets/search/`, others in `1/`, `2/` … there.
    pub indexes: usize,
    /// The link to the list of all pages.
    pub all_pages: String,
}

/// A section with all its pages.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Outline {
    /// The section's name; nothing for pages outside sections.
    pub title: Option<String>,
    /// Its pages in reading order; in `llms.txt`, links lead to the Markdown twins.
    pub entries: Vec<ListEntry>,
}

/// One line of the sitemap.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct SitemapEntry {
    /// The page's absolute URL.
    pub loc: String,
    /// Last known to be right.
    pub lastmod: Option<Date>,
}
