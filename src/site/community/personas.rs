//! Whom the project is for.

use serde_json::{Value, json};

use super::{Block, Fields, Show, keys, nothing_more};
use crate::community::IndexEntry;
use crate::config::Kind;
use crate::site::PageId;

/// `:::personas`
pub(super) const BLOCK: Block = Block {
    name: "personas",
    entity: "persona",
    at: "personas",
    list: |community| keys(&community.personas),
    facets: &["level", "kind", "existing"],
    more: nothing_more,
    pages: Some(page),
};

/// Pages of one kind that a persona's page lists at most.
const MOST_PAGES: usize = 30;

/// The kinds, in the order in which a reader meets them, and pages without one.
pub(super) const KINDS: [Option<Kind>; 5] =
    [Some(Kind::Tutorial), Some(Kind::HowTo), Some(Kind::Reference), Some(Kind::Explanation), None];

fn page(show: &Show, entry: &IndexEntry, fields: &mut Fields) {
    let kinds = KINDS.iter().filter_map(|kind| {
        let pages = show.site.pages_for(&entry.id, *kind);
        (!pages.is_empty())
            .then(|| json!({"kind": kind, "total": pages.len(), "pages": links(show, pages.iter().take(MOST_PAGES))}))
    });
    fields.insert("kinds".to_owned(), kinds.collect());
    let pathways = show.referring(entry, "pathway", "for_personas", &["code", "effort", "outcome"]);
    fields.insert("pathways".to_owned(), json!(pathways));
    fields.insert("readings".to_owned(), json!(show.referring(entry, "reading", "for_personas", &["summary"])));
    let roadmap = show.referring(entry, "roadmap", "benefits", &["summary", "horizon", "status"]);
    fields.insert("roadmap".to_owned(), json!(roadmap));
    fields.insert("coverage".to_owned(), json!(show.home("coverage")));
}

/// Pages as titles and links.
pub(super) fn links<'a>(show: &Show, pages: impl Iterator<Item = &'a PageId>) -> Vec<Value> {
    pages.map(|id| json!({"title": show.site.page(*id).title, "href": show.href(*id)})).collect()
}
