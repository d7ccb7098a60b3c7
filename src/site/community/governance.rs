//! How the project decides.

use super::{Block, nothing_more, whole};

/// `:::governance`
pub(super) const BLOCK: Block = Block {
    name: "governance",
    entity: "governance",
    at: "community/governance",
    list: |community| whole(&community.governance),
    facets: &[],
    more: nothing_more,
    pages: None,
};
