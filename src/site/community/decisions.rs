//! Decision records and where they stand.

use std::cmp::Reverse;

use serde_json::{Value, json};

use super::{Block, Fields, Show, keys};
use crate::community::IndexEntry;

/// `:::decisions`
pub(super) const BLOCK: Block = Block {
    name: "decisions",
    entity: "decision",
    at: "community/decisions",
    list: |community| {
        let mut decisions: Vec<_> = community.decisions.iter().collect();
        decisions.sort_by_key(|decision| Reverse(decision.fields.number.value));
        keys(decisions)
    },
    facets: &["status", "kind", "topics", "team"],
    more,
    pages: Some(page),
};

fn more(show: &Show, fields: &mut Fields) {
    let open = show.community().decisions.iter().filter(|decision| decision.fields.status.value.is_open()).count();
    fields.insert("open".to_owned(), json!(open));
    fields.insert("governance".to_owned(), json!(show.home("governance")));
    let files = show.site.community_files("decisions").map(|(name, page)| (name, json!(show.href(page))));
    fields.insert("files".to_owned(), Value::Object(files.collect()));
}

/// The records around it, and whether it is past: then its page says so before anything else.
fn page(show: &Show, entry: &IndexEntry, fields: &mut Fields) {
    fields.insert("required_by".to_owned(), json!(show.referring(entry, "decision", "requires", &[])));
    fields.insert("roadmap".to_owned(), json!(show.referring(entry, "roadmap", "decision", &["horizon"])));
    let decision = show.community().get::<crate::community::Decision>(&entry.id);
    let status = decision.map(|decision| decision.fields.status.value);
    fields.insert("is_past".to_owned(), json!(status.is_some_and(|status| status.is_past())));
    fields.insert("is_open".to_owned(), json!(status.is_some_and(|status| status.is_open())));
}
