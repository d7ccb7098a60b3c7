//! Saved replies.

use super::{Block, by_title, nothing_more};

/// `:::replies`
pub(super) const BLOCK: Block = Block {
    name: "replies",
    entity: "reply",
    at: "maintainers/replies",
    list: |community| by_title(&community.replies),
    facets: &["category"],
    more: nothing_more,
    pages: None,
};
