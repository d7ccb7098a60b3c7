//! Who gave what.

use super::{Block, Key, is_shown, keys, nothing_more};

/// `:::credits`
pub(super) const BLOCK: Block = Block {
    name: "credits",
    entity: "credit",
    at: "community/credits",
    list: |community| {
        let shown = |key: &Key| community.index.find(key.0, &key.1).is_some_and(|entry| is_shown(community, entry));
        keys(&community.credits).into_iter().filter(shown).collect()
    },
    facets: &["kinds"],
    more: nothing_more,
    pages: None,
};
