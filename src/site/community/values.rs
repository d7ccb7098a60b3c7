//! What the project holds to.

use super::{Block, keys, nothing_more};

/// `:::values`
pub(super) const BLOCK: Block = Block {
    name: "values",
    entity: "value",
    at: "community/values",
    list: |community| keys(&community.values),
    facets: &[],
    more: nothing_more,
    pages: None,
};
