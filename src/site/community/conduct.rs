//! The code of conduct: the policy, how to report, what follows.

use serde_json::json;

use super::{Block, Fields, Show, whole};

/// `:::conduct`
pub(super) const BLOCK: Block = Block {
    name: "conduct",
    entity: "conduct",
    at: "community/conduct",
    list: |community| whole(&community.conduct),
    facets: &[],
    more,
    pages: None,
};

/// Who sits on the committee: those who report want to know who reads it.
fn more(show: &Show, fields: &mut Fields) {
    let Some(conduct) = &show.community().conduct else { return };
    let team = show.community().index.find("team", &conduct.fields.committee.id);
    fields.insert("committee".to_owned(), json!(team.map(|team| show.brief_with(team, &["seats"]))));
}
