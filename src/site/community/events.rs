//! Sprints, conferences, rounds of mentoring.

use super::{Block, keys, nothing_more};

/// `:::events`
pub(super) const BLOCK: Block = Block {
    name: "events",
    entity: "event",
    at: "community/events",
    list: |community| {
        let mut events: Vec<_> = community.events.iter().collect();
        events.sort_by_key(|event| (std::cmp::Reverse(event.fields.date), event.id.clone()));
        keys(events)
    },
    facets: &["kind"],
    more: nothing_more,
    pages: None,
};
