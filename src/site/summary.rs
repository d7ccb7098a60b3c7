//! What other pages may see of a page, as it declares it. Entry point: [`summarize`].

use crate::config::Kind;
use crate::data::{Date, Period};
use crate::document::{Document, FrontMatter, Toc, Unsupported, UnsupportedKind};

/// The little that leaves a page.
///
/// It holds no text and no spans, so that an edit of prose leaves it equal and nothing but the page is built again. To
/// add a field is to widen what an edit rebuilds: it is the one decision of that sort in the house.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Summary {
    /// From the content folder: `how-tos/use-gpus.md`.
    pub content_path: String,
    /// From the site's folder: what findings show.
    pub path: std::sync::Arc<str>,
    /// From front matter or the first heading of level 1; without both the site makes one from the file's name.
    pub title: Option<String>,
    /// The page shows a heading of level 1 of its own.
    pub own_heading: bool,
    /// A shorter title for navigation.
    pub nav_title: Option<String>,
    /// One sentence about the page.
    pub description: Option<String>,
    /// The kind that the page names.
    pub kind: Option<Kind>,
    /// Ids of personas.
    pub personas: Vec<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// Replaces the end of the URL, or all of it.
    pub slug: Option<String>,
    /// Replaces the file's name in the URL.
    pub id: Option<String>,
    /// Old paths.
    pub aliases: Vec<String>,
    /// Thousandths; see [`crate::document::FrontMatter::weight`].
    pub weight: Option<i64>,
    /// Left out unless asked for.
    pub draft: bool,
    /// In no list.
    pub unlisted: bool,
    /// Last known to be right.
    pub updated: Option<Date>,
    /// For how long.
    pub review_every: Option<Period>,
    /// Who looks after it.
    pub owner: Option<String>,
    /// The levels of its contents list.
    pub toc: Toc,
    /// Its own template.
    pub template: Option<String>,
    /// What a tutorial's reader has at its end.
    pub outcome: Option<String>,
    /// What a how-to's reader wants.
    pub goal: Option<String>,
    /// Links to pages to read first.
    pub prerequisites: Vec<String>,
    /// Ids in the page, sorted, with the heading's text where it is a heading.
    pub anchors: Vec<Anchor>,
    /// The distinct destinations of its links and images, as written.
    pub destinations: Vec<Box<str>>,
    /// What this version does not support, by name.
    pub unsupported: Vec<(UnsupportedKind, Box<str>)>,
}

/// A place in a page that a link can lead to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Anchor {
    /// The id.
    pub id: Box<str>,
    /// The heading's text; empty for an id that raw HTML sets.
    pub text: Box<str>,
}

impl Summary {
    /// The day on which the page should be looked at again, if it says so.
    pub fn review_due(&self) -> Option<Date> {
        self.updated?.plus(self.review_every.as_ref()?)
    }
}

/// What leaves a document.
pub fn summarize(document: &Document, content_path: &str) -> Summary {
    let FrontMatter { title, nav_title, description, personas, tags, slug, id, aliases, .. } = document.front.clone();
    let FrontMatter { updated, review_every, owner, template, outcome, goal, prerequisites, .. } =
        document.front.clone();
    let heading = document.title_heading();
    let headings =
        document.headings.iter().map(|heading| Anchor { id: heading.anchor.clone(), text: heading.text.clone() });
    let html_ids = document.html_ids.iter().map(|id| Anchor { id: id.clone(), text: Box::default() });
    let mut anchors: Vec<Anchor> = headings.chain(html_ids).collect();
    anchors.sort_by(|a, b| a.id.cmp(&b.id));
    Summary {
        content_path: content_path.to_owned(),
        path: document.path.clone(),
        title: title.or_else(|| heading.map(|heading| heading.text.to_string())).filter(|title| !title.is_empty()),
        own_heading: heading.is_some() || document.has_raw_h1,
        nav_title,
        description,
        kind: document.front.kind,
        personas,
        tags,
        slug,
        id,
        aliases,
        weight: document.front.weight.map(|weight| weight.0),
        draft: document.front.draft,
        unlisted: document.front.unlisted,
        updated,
        review_every,
        owner,
        toc: document.front.toc,
        template,
        outcome,
        goal,
        prerequisites,
        anchors,
        destinations: document.destinations.clone(),
        unsupported: document.unsupported.iter().map(|Unsupported { what, name, .. }| (*what, name.clone())).collect(),
    }
}
