//! The project as such: its repositories, licences, security, marks and history.

use super::{Block, nothing_more, whole};

/// `:::project`
pub(super) const BLOCK: Block = Block {
    name: "project",
    entity: "project",
    at: "community/project",
    list: |community| whole(&community.project),
    facets: &[],
    more: nothing_more,
    pages: None,
};
