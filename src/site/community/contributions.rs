//! Kinds of contribution. Alphabetical, for all of them matter.

use serde_json::{Value, json};

use super::{Block, Fields, Show, by_title};

/// `:::contributions`
pub(super) const BLOCK: Block = Block {
    name: "contributions",
    entity: "contribution",
    at: "community/contributions",
    list: |community| by_title(&community.contributions),
    facets: &["code", "area", "time", "skills"],
    more,
    pages: None,
};

/// Each kind with the pathways that lead in: those that it names, and those that name it.
fn more(show: &Show, fields: &mut Fields) {
    let Some(entries) = fields.get_mut("entries").and_then(Value::as_array_mut) else { return };
    for entry in entries {
        let Some(own) = entry["id"].as_str().and_then(|id| show.community().index.find("contribution", id)) else {
            continue;
        };
        let mut pathways = entry["pathways"].as_array().cloned().unwrap_or_default();
        for pathway in show.referring(own, "pathway", "contribution", &[]) {
            if !pathways.iter().any(|known| known["id"] == pathway["id"]) {
                pathways.push(pathway);
            }
        }
        entry["pathways"] = json!(pathways);
    }
}
