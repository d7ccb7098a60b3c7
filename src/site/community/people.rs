//! People who agreed to be shown.

use serde_json::json;

use super::{Block, Fields, Show, by_title};
use crate::community::IndexEntry;

/// `:::people`
pub(super) const BLOCK: Block = Block {
    name: "people",
    entity: "person",
    at: "community/people",
    list: |community| by_title(community.people.iter().filter(|person| person.fields.listed)),
    facets: &["open_to", "languages", "focus"],
    more,
    pages: Some(page),
};

/// How many people there are, those who are not listed among them.
fn more(show: &Show, fields: &mut Fields) {
    let all = show.community().people.len();
    let listed = show.community().people.iter().filter(|person| person.fields.listed).count();
    fields.insert("unlisted".to_owned(), json!(all - listed));
}

fn page(show: &Show, entry: &IndexEntry, fields: &mut Fields) {
    fields.insert("teams".to_owned(), json!(show.referring(entry, "team", "seats", &["mission"])));
    fields.insert("former_teams".to_owned(), json!(show.referring(entry, "team", "alumni", &[])));
    fields.insert("credits".to_owned(), json!(show.referring(entry, "credit", "person", &["kinds", "text"])));
    fields.insert("roadmap".to_owned(), json!(show.referring(entry, "roadmap", "contact", &["horizon"])));
}
