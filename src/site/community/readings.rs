//! Pages in an order that serves a persona.

use super::{Block, by_title, nothing_more};

/// `:::readings`
pub(super) const BLOCK: Block = Block {
    name: "readings",
    entity: "reading",
    at: "community/readings",
    list: |community| by_title(&community.readings),
    facets: &["for_personas"],
    more: nothing_more,
    pages: Some(|_, _, _| {}),
};
