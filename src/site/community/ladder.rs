//! The ladder: its rungs, who stands on them, and what the next one asks.

use serde_json::{Value, json};

use super::{Block, Fields, Show, keys};

/// `:::ladder`
pub(super) const BLOCK: Block = Block {
    name: "ladder",
    entity: "rung",
    at: "community/ladder",
    list: |community| {
        let mut rungs: Vec<_> = community.ladder.iter().collect();
        rungs.sort_by_key(|rung| (rung.fields.order, rung.fields.name.to_lowercase()));
        keys(rungs)
    },
    facets: &[],
    more,
    pages: None,
};

/// Rungs of one order stand side by side. People stand on a rung by their seats in teams.
fn more(show: &Show, fields: &mut Fields) {
    let Some(entries) = fields.get_mut("entries").and_then(Value::as_array_mut) else { return };
    let mut levels: Vec<Value> = Vec::new();
    for entry in entries {
        let Some(own) = entry["id"].as_str().and_then(|id| show.community().index.find("rung", id)) else { continue };
        let (people, unlisted) = on_rung(show, &own.id);
        entry["people"] = json!(people);
        entry["unlisted"] = json!(unlisted);
        entry["next"] = json!(show.referring(own, "rung", "from", &["requirements"]));
        entry["pathways"] = json!(show.referring(own, "pathway", "to", &["code"]));
        match levels.last_mut().filter(|level| level["order"] == entry["order"]) {
            Some(level) => level["rungs"].as_array_mut().into_iter().for_each(|rungs| rungs.push(entry.clone())),
            None => levels.push(json!({"order": entry["order"], "rungs": [entry.clone()]})),
        }
    }
    fields.insert("levels".to_owned(), json!(levels));
    fields.insert("pathways".to_owned(), json!(show.home("pathways")));
}

/// Who stands on a rung, each once, and how many more there are who are not listed.
fn on_rung(show: &Show, rung: &str) -> (Vec<Value>, usize) {
    let community = show.community();
    let seats = community.teams.iter().flat_map(|team| team.fields.filled());
    let seats = seats.filter(|(seat, _)| seat.rung.as_ref().is_some_and(|on| on.id == rung));
    let mut ids: Vec<&str> = seats.map(|(_, person)| person.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    let people = ids.iter().filter_map(|id| community.index.find("person", id)).map(|person| show.brief(person));
    let (unlisted, listed): (Vec<Value>, Vec<Value>) = people.partition(|person| person.get("unlisted").is_some());
    (listed, unlisted.len())
}
