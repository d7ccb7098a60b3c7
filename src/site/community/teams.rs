//! Teams and who sits in them.

use serde_json::{Value, json};

use super::{Block, Fields, Show, keys};
use crate::community::{IndexEntry, Team, TeamStatus};

/// `:::teams`
pub(super) const BLOCK: Block = Block {
    name: "teams",
    entity: "team",
    at: "community/teams",
    list: |community| {
        let mut teams: Vec<_> = community.teams.iter().collect();
        teams.sort_by_key(|team| (team.fields.status != TeamStatus::Active, team.fields.name.to_lowercase()));
        keys(teams)
    },
    facets: &["kind", "status"],
    more,
    pages: Some(page),
};

/// Open seats that are shown at most.
const MOST_SEATS: usize = 50;

/// Each team with the number of its people and its open seats, and the team below which it stands.
fn more(show: &Show, fields: &mut Fields) {
    for entry in fields.get_mut("entries").and_then(Value::as_array_mut).into_iter().flatten() {
        let Some(team) = entry["id"].as_str().and_then(|id| show.community().get::<Team>(id)) else { continue };
        entry["people"] = json!(team.fields.filled().count());
        entry["open_seats"] = json!(team.fields.seats.len() - team.fields.filled().count());
    }
    let mut open = Vec::new();
    for (_, id) in show.wanted(&BLOCK) {
        let Some(team) = show.community().get::<Team>(&id) else { continue };
        let seats = team.fields.seats.iter().filter(|seat| seat.person.is_none());
        for seat in seats.filter(|_| team.fields.status == TeamStatus::Active) {
            let brief = show.community().index.find("team", &team.id).map(|team| show.brief(team));
            open.push(json!({"team": brief, "role": seat.role, "note": seat.note}));
        }
    }
    open.truncate(MOST_SEATS);
    fields.insert("open_seats".to_owned(), json!(open));
    fields.insert("people".to_owned(), json!(show.home("people")));
}

fn page(show: &Show, entry: &IndexEntry, fields: &mut Fields) {
    fields.insert("teams".to_owned(), json!(show.referring(entry, "team", "parent", &["mission"])));
    let meetings = show.referring(entry, "meeting", "team", &["purpose", "open_to", "notes_url"]);
    let mut meetings: Vec<Value> = meetings.into_iter().collect();
    for named in fields.get("meetings").and_then(Value::as_array).into_iter().flatten() {
        if !meetings.iter().any(|meeting| meeting["id"] == named["id"]) {
            meetings.push(named.clone());
        }
    }
    fields.insert("meetings".to_owned(), json!(meetings));
    fields.insert("roadmap".to_owned(), json!(show.referring(entry, "roadmap", "team", &["horizon", "status"])));
    let included = show.community().get::<Team>(&entry.id);
    let included = included.into_iter().flat_map(|team| &team.fields.includes);
    let included = included.filter_map(|team| show.community().index.find("team", &team.id));
    let included: Vec<Value> = included.map(|team| show.brief_with(team, &["seats"])).collect();
    fields.insert("included".to_owned(), json!(included));
    let own = format!("team/{}", entry.id);
    let files = show.site.community_files(&own).map(|(name, page)| (name, json!(show.href(page))));
    fields.insert("files".to_owned(), Value::Object(files.collect()));
}
