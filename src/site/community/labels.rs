//! Labels of issues and pull requests.

use super::{Block, keys, nothing_more};

/// `:::labels`
pub(super) const BLOCK: Block = Block {
    name: "labels",
    entity: "label",
    at: "maintainers/labels",
    list: |community| keys(&community.labels),
    facets: &["group"],
    more: nothing_more,
    pages: None,
};
