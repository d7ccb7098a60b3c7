//! What other pages may see of a page, as it declares it. Entry point: [`summarize`].

use serde::{Deserialize, Serialize};

use crate::data::Date;
use crate::document::{Directive, Document, FrontMatter, NodeKind, Unsupported, UnsupportedKind};

/// The little that leaves a page.
///
/// It holds no text and no spans, so that an edit of prose leaves it equal and nothing but the page is built again. To
/// add a field is to widen what an edit rebuilds: it is the one decision of that sort in the house.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Summary {
    /// From the content folder: `how-tos/use-gpus.md`.
    pub content_path: String,
    /// From the site's folder: what findings show.
    pub path: std::sync::Arc<str>,
    /// From front matter or the first heading of level 1; without both the site makes one from the file's name.
    pub title: Option<String>,
    /// The page shows a heading of level 1 of its own.
    pub own_heading: bool,
    /// The page's front matter: all of it is declared.
    pub front: FrontMatter,
    /// Ids in the page, sorted, with the heading's text where it is a heading.
    pub anchors: Vec<Anchor>,
    /// The distinct destinations of its links and images, as written.
    pub destinations: Vec<Box<str>>,
    /// The parts of the community's data that the page shows, in reading order.
    pub blocks: Vec<Directive>,
    /// Directives that say for which personas their content is.
    pub audiences: Vec<Directive>,
    /// There is something to read below its title.
    pub has_text: bool,
    /// Inline code that could be the name of a label: `needs: triage`.
    pub label_words: Vec<Box<str>>,
    /// What this version does not support, by name.
    pub unsupported: Vec<(UnsupportedKind, Box<str>)>,
}

/// A place in a page that a link can lead to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Anchor {
    /// The id.
    pub id: Box<str>,
    /// The heading's text; empty for an id that raw HTML sets.
    pub text: Box<str>,
}

impl Summary {
    /// The day on which the page should be looked at again, if it says so.
    pub fn review_due(&self) -> Option<Date> {
        self.front.updated?.plus(self.front.review_every.as_ref()?)
    }
}

/// What leaves a document.
pub fn summarize(document: &Document, content_path: &str) -> Summary {
    let heading = document.title_heading();
    let title = document.front.title.clone().or_else(|| heading.map(|heading| heading.text.to_string()));
    let headings =
        document.headings.iter().map(|heading| Anchor { id: heading.anchor.clone(), text: heading.text.clone() });
    let html_ids = document.html_ids.iter().map(|id| Anchor { id: id.clone(), text: Box::default() });
    let mut anchors: Vec<Anchor> = headings.chain(html_ids).collect();
    anchors.sort_by(|a, b| a.id.cmp(&b.id));
    Summary {
        content_path: content_path.to_owned(),
        path: document.path.clone(),
        title: title.filter(|title| !title.is_empty()),
        own_heading: heading.is_some() || document.has_raw_h1,
        front: document.front.clone(),
        anchors,
        destinations: document.destinations.clone(),
        blocks: document.blocks().cloned().collect(),
        audiences: document.directives.iter().filter(|directive| directive.personas().is_some()).cloned().collect(),
        has_text: document.nodes.len() as u32 > document.title_end(),
        label_words: label_words(document),
        unsupported: document.unsupported.iter().map(|Unsupported { what, name, .. }| (*what, name.clone())).collect(),
    }
}

/// Names of labels are short, and begin with the word of their group.
fn label_words(document: &Document) -> Vec<Box<str>> {
    const LONGEST: usize = 60;
    let codes = document.nodes.iter().filter(|node| matches!(node.kind, NodeKind::Code(_)));
    let words = codes.map(|node| document.text_of(node)).filter(|text| {
        text.len() <= LONGEST
            && text.split_once(": ").is_some_and(|(group, name)| {
                !group.is_empty() && !name.is_empty() && group.chars().all(|c| c.is_alphanumeric() || c == '-')
            })
    });
    let words: std::collections::BTreeSet<&str> = words.collect();
    words.into_iter().map(Box::from).collect()
}
