//! Templates of issues and pull requests.

use super::{Block, keys, nothing_more};

/// `:::templates`
pub(super) const BLOCK: Block = Block {
    name: "templates",
    entity: "template",
    at: "maintainers/templates",
    list: |community| keys(&community.templates),
    facets: &[],
    more: nothing_more,
    pages: None,
};
