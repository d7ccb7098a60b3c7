//! The vision board.

use super::{Block, nothing_more, whole};

/// `:::vision`
pub(super) const BLOCK: Block = Block {
    name: "vision",
    entity: "vision",
    at: "community/vision",
    list: |community| whole(&community.vision),
    facets: &[],
    more: nothing_more,
    pages: None,
};
