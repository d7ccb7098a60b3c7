//! The roadmap: what comes, where help is wanted, where money is.

use serde_json::{Value, json};

use super::{Block, Fields, Key, Show, keys, nothing_more};
use crate::community::{Community, Horizon, IndexEntry, ItemStatus, Record, RoadmapItem};

/// `:::roadmap`
pub(super) const BLOCK: Block = Block {
    name: "roadmap",
    entity: "roadmap",
    at: "community/roadmap",
    list: |community| ordered(community, |_| true),
    facets: &["theme", "team", "benefits"],
    more,
    pages: Some(page),
};

/// `:::help-wanted`
pub(super) const HELP_WANTED: Block = Block {
    name: "help-wanted",
    entity: "roadmap",
    at: "community/roadmap/help-wanted",
    list: |community| ordered(community, |item| item.is_active() && !item.help_wanted.is_empty()),
    facets: &["theme"],
    more: nothing_more,
    pages: None,
};

/// `:::fundable`
pub(super) const FUNDABLE: Block = Block {
    name: "fundable",
    entity: "roadmap",
    at: "community/roadmap/fundable",
    list: |community| ordered(community, RoadmapItem::is_fundable),
    facets: &["theme"],
    more: around_money,
    pages: None,
};

/// `:::brochure`: one printed page of items that a company might fund.
pub(super) const BROCHURE: Block = Block {
    name: "brochure",
    entity: "roadmap",
    at: "community/roadmap/brochure",
    list: |community| {
        let highlighted = ordered(community, |item| item.highlight && item.is_active());
        let chosen = if highlighted.is_empty() { ordered(community, RoadmapItem::is_fundable) } else { highlighted };
        chosen.into_iter().take(ON_THE_BROCHURE).collect()
    },
    facets: &[],
    more: around_money,
    pages: None,
};

/// Items that fit on one printed page.
const ON_THE_BROCHURE: usize = 6;

/// Near ones first, then by priority; what is over comes last.
fn ordered(community: &Community, wanted: fn(&RoadmapItem) -> bool) -> Vec<Key> {
    let mut items: Vec<&Record<RoadmapItem>> =
        community.roadmap.iter().filter(|record| wanted(&record.fields)).collect();
    items.sort_by_key(|record| {
        let item = &record.fields;
        let near = item.horizon.map_or(u8::MAX, |horizon| horizon as u8);
        let when = item.cycle.clone().or(item.milestone.clone()).unwrap_or_default();
        (!item.is_active(), near, when, item.priority, item.title.to_lowercase())
    });
    keys(items)
}

/// The items in columns: by horizon, or by what else the project plans by.
fn more(show: &Show, fields: &mut Fields) {
    let community = show.community();
    let plans_by = |given: fn(&RoadmapItem) -> bool| community.roadmap.iter().any(|item| given(&item.fields));
    let by = match () {
        () if plans_by(|item| item.horizon.is_some()) => "horizon",
        () if plans_by(|item| item.cycle.is_some()) => "cycle",
        () if plans_by(|item| item.milestone.is_some()) => "milestone",
        () => "status",
    };
    let entries = fields.get("entries").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut groups: Vec<(String, Vec<Value>)> = Vec::new();
    for entry in entries {
        let is_over = entry["status"] == json!(ItemStatus::Done) || entry["status"] == json!(ItemStatus::Dropped);
        let key = match (is_over, entry[by].as_str()) {
            (true, _) => entry["status"].as_str().unwrap_or("done").to_owned(),
            (false, Some(key)) => key.to_owned(),
            (false, None) => "unplaced".to_owned(),
        };
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, entries)) => entries.push(entry),
            None => groups.push((key, vec![entry])),
        }
    }
    let groups: Vec<Value> = groups.into_iter().map(|(key, entries)| json!({"key": key, "entries": entries})).collect();
    fields.insert("by".to_owned(), json!(by));
    fields.insert("groups".to_owned(), json!(groups));
    let themes: Vec<Value> = community
        .themes
        .iter()
        .filter_map(|theme| {
            Some(show.brief_with(community.index.find("theme", &theme.id)?, &["why", "axioms", "contact"]))
        })
        .collect();
    fields.insert("themes".to_owned(), json!(themes));
    fields.insert("note".to_owned(), json!(show.site.config.roadmap.note));
    for block in ["help-wanted", "fundable", "brochure"] {
        fields.insert(block.replace('-', "_"), json!(show.home(block)));
    }
    let feeds = show.site.community_files("roadmap").map(|(name, page)| (name, json!(show.href(page))));
    fields.insert("files".to_owned(), Value::Object(feeds.collect()));
}

fn page(show: &Show, entry: &IndexEntry, fields: &mut Fields) {
    let parts = show.referring(entry, "roadmap", "parent", &["status", "horizon", "summary"]);
    fields.insert("parts".to_owned(), json!(parts));
    let stories = show.community().personas.iter().flat_map(|persona| {
        let named = persona.fields.stories.iter().filter(|story| story.roadmap.iter().any(|item| item.id == entry.id));
        named.map(|story| {
            let of = show.community().index.find("persona", &persona.id).map(|persona| show.brief(persona));
            json!({"persona": of, "want": story.want, "so_that": story.so_that})
        })
    });
    fields.insert("stories".to_owned(), stories.collect());
    let is_fundable = show.community().get::<RoadmapItem>(&entry.id).is_some_and(|item| item.fields.is_fundable());
    fields.insert("is_fundable".to_owned(), json!(is_fundable));
    fields.insert("note".to_owned(), json!(show.site.config.roadmap.note));
    // Where the item is past, its horizon says nothing any more.
    if let Some(false) = show.community().get::<RoadmapItem>(&entry.id).map(|item| item.fields.is_active()) {
        fields.insert("horizon".to_owned(), json!(None::<Horizon>));
    }
}

/// What stands beside a question of money: who is asked, and how one gives.
fn around_money(show: &Show, fields: &mut Fields) {
    let governance = show.community().governance.as_ref();
    let rules = governance.and_then(|governance| governance.fields.paid_work_policy.clone());
    let speaks = governance.and_then(|governance| governance.fields.speaks_on_money.as_ref());
    let speaks = speaks.and_then(|team| show.community().index.find("team", &team.id)).map(|team| show.brief(team));
    let project = show.community().project.as_ref();
    let about = project.map(|project| json!({"name": project.fields.name, "one_liner": project.fields.one_liner}));
    fields.insert("paid_work_policy".to_owned(), json!(rules.map(|rules| show.data(&json!(rules)))));
    fields.insert("speaks_on_money".to_owned(), json!(speaks));
    fields.insert("project".to_owned(), json!(about));
    fields.insert("funding".to_owned(), json!(show.home("funding")));
    fields.insert("roadmap".to_owned(), json!(show.home("roadmap")));
}
