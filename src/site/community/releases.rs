//! How the project releases.

use super::{Block, nothing_more, whole};

/// `:::releases`
pub(super) const BLOCK: Block = Block {
    name: "releases",
    entity: "releases",
    at: "maintainers/releases",
    list: |community| whole(&community.releases),
    facets: &[],
    more: nothing_more,
    pages: None,
};
