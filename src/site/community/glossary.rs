//! What words mean here.

use super::{Block, by_title, nothing_more};

/// `:::glossary`
pub(super) const BLOCK: Block = Block {
    name: "glossary",
    entity: "term",
    at: "reference/glossary",
    list: |community| by_title(&community.terms),
    facets: &[],
    more: nothing_more,
    pages: None,
};
