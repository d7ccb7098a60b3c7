//! Files made of the community's data: feeds, calendars, data for other tools, schemas.

use serde_json::json;

use super::community::Show;
use super::urls::Linker;
use super::view::FileView;
use super::{Content, PageId, Site, generated};
use crate::community::{About, Data, ENTITIES, Ref, Team, calendar_text};
use crate::data::Date;
use crate::document::inline;

/// A file made of the community's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CommunityFile {
    /// `roadmap.json`
    Roadmap,
    /// `roadmap.xml`: what changed on the roadmap.
    RoadmapFeed,
    /// `decisions.xml`: new and changed decisions.
    DecisionsFeed,
    /// `meetings.ics`: all meetings, or those of one team (an index into the community's teams).
    Calendar(Option<usize>),
    /// The JSON Schema of an entity: index into [`ENTITIES`].
    Schema(usize),
}

/// Adds the files for which there is data.
pub(super) fn add(site: &mut Site) {
    let community = site.community.clone();
    if community.is_empty() {
        return;
    }
    let mut files = Vec::new();
    let has_address = site.config.site.base_url.is_some();
    if !community.roadmap.is_empty() {
        files.push((CommunityFile::Roadmap, "community/roadmap.json".to_owned()));
        if has_address {
            files.push((CommunityFile::RoadmapFeed, "community/roadmap.xml".to_owned()));
        }
    }
    if !community.decisions.is_empty() && has_address {
        files.push((CommunityFile::DecisionsFeed, "community/decisions.xml".to_owned()));
    }
    if !community.meetings.is_empty() || !community.events.is_empty() {
        files.push((CommunityFile::Calendar(None), "community/meetings.ics".to_owned()));
        for (number, team) in community.teams.iter().enumerate() {
            let mut meetings = community.meetings.iter().map(|meeting| &meeting.fields.team);
            let mut events = community.events.iter().map(|event| &event.fields.team);
            if meetings.any(|of| community.is_of(of, &team.id)) || events.any(|of| community.is_of(of, &team.id)) {
                let path = format!("community/teams/{}.ics", team.id);
                files.push((CommunityFile::Calendar(Some(number)), path));
            }
        }
    }
    let schemas = ENTITIES
        .iter()
        .enumerate()
        .map(|(number, entity)| (CommunityFile::Schema(number), format!("schemas/{}.json", entity.name)));
    files.extend(schemas);
    for (file, path) in files {
        // A file of that name in the static folder is the writer's own.
        if site.assets.contains_key(&path) {
            continue;
        }
        site.files.push((file, PageId(site.pages.len() as u32)));
        let mut page = generated::page(Content::File(file), format!("/{path}"), path, site.title.clone());
        page.listed = false;
        site.pages.push(page);
    }
}

/// What a file is made of.
pub(super) fn view(site: &Site, file: CommunityFile, linker: &Linker) -> FileView {
    let show = Show::plain(site, linker);
    match file {
        CommunityFile::Schema(number) => FileView::Json(ENTITIES[number].of_record()),
        CommunityFile::Roadmap => FileView::Json(roadmap(&show)),
        CommunityFile::RoadmapFeed => FileView::Feed(roadmap_feed(&show)),
        CommunityFile::DecisionsFeed => FileView::Feed(decisions_feed(&show)),
        CommunityFile::Calendar(team) => FileView::Text(calendar(&show, team)),
    }
}

/// All meetings, or those of a team.
fn calendar(show: &Show, team: Option<usize>) -> String {
    let community = &show.site.community;
    let team = team.map(|number| &community.teams[number]);
    let is_of = |of: &Option<Ref<Team>>| team.is_none_or(|team| community.is_of(of, &team.id));
    let base = show.site.config.site.base_url.as_ref().map(|base| base.value.as_str());
    // Ids must differ from those of other calendars, and stay what they are: the site's address does both, its name at least
    // the first.
    let host = base.and_then(|base| base.split_once("://")).map(|(_, rest)| rest.split('/').next().unwrap_or(rest));
    let page = |block: &str| base.and_then(|_| show.home(block)?["href"].as_str().map(str::to_owned));
    let about = About {
        name: match team {
            Some(team) => format!("{}: {}", show.site.title, team.fields.name),
            None => show.site.title.clone(),
        },
        host: host.map_or_else(|| show.site.title.to_lowercase().replace(' ', "-"), str::to_owned),
        page: page("meetings").or_else(|| page("events")),
    };
    let places = |entity: &str, id: &str| {
        base?;
        show.brief(community.index.find(entity, id)?)["href"].as_str().map(str::to_owned)
    };
    let meetings = community.meetings.iter().filter(|meeting| is_of(&meeting.fields.team));
    let events = community.events.iter().filter(|event| is_of(&event.fields.team));
    calendar_text(&about, &places, meetings, events)
}

/// The roadmap for other tools. The number says when its form changes.
fn roadmap(show: &Show) -> Data {
    let items = show.site.community.roadmap.iter().map(|item| show.record(&("roadmap", item.id.clone())));
    let themes = show.site.community.themes.iter().map(|theme| show.record(&("theme", theme.id.clone())));
    json!({"version": 1, "themes": themes.collect::<Vec<_>>(), "items": items.collect::<Vec<_>>()})
}

/// Entries of a feed at most, the newest first.
const MOST_ENTRIES: usize = 50;

/// What changed: each update of each item, and each item on the day on which it was last known to be right.
fn roadmap_feed(show: &Show) -> Data {
    let mut entries = Vec::new();
    for item in &show.site.community.roadmap {
        let record = show.record(&("roadmap", item.id.clone()));
        for (number, update) in item.fields.updates.iter().enumerate() {
            // What comes later must not change the id of what was there before.
            let same_day = item.fields.updates[number + 1..].iter().filter(|other| other.date == update.date).count();
            let id = match same_day {
                0 => format!("{}/{}", item.id, update.date),
                more => format!("{}/{}-{}", item.id, update.date, more + 1),
            };
            let title = format!("{}: {}", item.fields.title, inline::plain(&update.text));
            entries.push((update.date, id, title, update.text.clone(), record["href"].clone()));
        }
        if let Some(updated) = item.freshness.updated
            && !item.fields.updates.iter().any(|update| update.date >= updated)
        {
            entries.push((
                updated,
                item.id.clone(),
                item.fields.title.clone(),
                item.fields.summary.clone(),
                record["href"].clone(),
            ));
        }
    }
    feed(show, "roadmap", entries)
}

fn decisions_feed(show: &Show) -> Data {
    let entries = show.site.community.decisions.iter().map(|decision| {
        let fields = &decision.fields;
        let resolved = fields.resolution.as_ref().map(|resolution| resolution.date);
        let day = [Some(fields.created), resolved, decision.freshness.updated].into_iter().flatten().max();
        let record = show.record(&("decision", decision.id.clone()));
        let title = format!("{}: {} ({})", fields.number.value, fields.title, record["status"].as_str().unwrap_or(""));
        (day.unwrap_or(fields.created), decision.id.clone(), title, fields.summary.clone(), record["href"].clone())
    });
    feed(show, "decisions", entries.collect())
}

fn feed(show: &Show, block: &str, mut entries: Vec<(Date, String, String, String, Data)>) -> Data {
    entries.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    entries.truncate(MOST_ENTRIES);
    let updated = entries.first().map(|entry| entry.0);
    let entries = entries.into_iter().map(|(day, id, title, summary, href)| {
        json!({"id": id, "updated": day, "title": title, "summary": show.data(&json!(summary)), "href": href})
    });
    json!({"name": block, "home": show.home(block), "updated": updated, "entries": entries.collect::<Vec<_>>()})
}

impl Site {
    /// The files that belong to a block, or to a team (`team/docs`), by a word for what each is.
    pub(super) fn community_files(&self, of: &str) -> impl Iterator<Item = (String, PageId)> {
        let files = self.files.iter().filter_map(|(file, id)| {
            let (owner, word) = match *file {
                CommunityFile::Roadmap => ("roadmap".to_owned(), "json"),
                CommunityFile::RoadmapFeed => ("roadmap".to_owned(), "feed"),
                CommunityFile::DecisionsFeed => ("decisions".to_owned(), "feed"),
                CommunityFile::Calendar(None) => ("meetings".to_owned(), "calendar"),
                CommunityFile::Calendar(Some(team)) => (format!("team/{}", self.community.teams[team].id), "calendar"),
                CommunityFile::Schema(_) => return None,
            };
            (owner == of).then(|| (word.to_owned(), *id))
        });
        files.collect::<Vec<_>>().into_iter()
    }
}
