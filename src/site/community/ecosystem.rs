//! Projects around this one.

use super::{Block, keys, nothing_more};

/// `:::ecosystem`
pub(super) const BLOCK: Block = Block {
    name: "ecosystem",
    entity: "neighbour",
    at: "community/ecosystem",
    list: |community| keys(&community.ecosystem),
    facets: &["relation"],
    more: nothing_more,
    pages: None,
};
