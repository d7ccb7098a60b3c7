//! Meetings, when they come next, and their notes.

use std::cmp::Reverse;

use serde_json::{Value, json};

use super::{Block, Fields, Show, by_title, keys};
use crate::community::calendar::Freq;
use crate::community::{IndexEntry, Meeting, MeetingStatus, NotInCalendar};

/// `:::meetings`
pub(super) const BLOCK: Block = Block {
    name: "meetings",
    entity: "meeting",
    at: "community/meetings",
    list: |community| {
        by_title(community.meetings.iter().filter(|meeting| meeting.fields.status != MeetingStatus::Cancelled))
    },
    facets: &["team", "open_to"],
    more,
    pages: None,
};

/// `:::notes`
pub(super) const NOTES: Block = Block {
    name: "notes",
    entity: "note",
    at: "community/meetings/notes",
    list: |community| {
        let mut notes: Vec<_> = community.notes.iter().collect();
        notes.sort_by_key(|note| (Reverse(note.fields.date), note.id.clone()));
        keys(notes)
    },
    facets: &["meeting"],
    more: open_actions,
    pages: Some(note),
};

/// Times that one meeting shows at most, and the whole list.
const MOST_TIMES: usize = 8;

fn more(show: &Show, fields: &mut Fields) {
    let mut upcoming: Vec<(String, Value)> = Vec::new();
    for key in show.wanted(&BLOCK) {
        let Some(meeting) = show.community().get::<Meeting>(&key.1) else { continue };
        let times = times(show, &meeting.fields);
        if times.is_empty() {
            continue;
        }
        let entry = show.record(&key);
        for mut time in times {
            for field in ["title", "anchor", "tz", "join_url", "href"] {
                time[field] = entry[field].clone();
            }
            upcoming.push((time["utc"].as_str().unwrap_or("").to_owned(), time));
        }
    }
    for entry in fields.get_mut("entries").and_then(Value::as_array_mut).into_iter().flatten() {
        let Some(meeting) = entry["id"].as_str().and_then(|id| show.community().get::<Meeting>(id)) else { continue };
        entry["next"] = json!(times(show, &meeting.fields));
        entry["when"] = json!(when(show, &meeting.fields));
        entry["not_in_calendar"] = json!(why_not(show, &meeting.fields));
    }
    upcoming.sort_by(|(a, _), (b, _)| a.cmp(b));
    upcoming.truncate(MOST_TIMES);
    let upcoming: Vec<Value> = upcoming.into_iter().map(|(_, time)| time).collect();
    fields.insert("upcoming".to_owned(), json!(upcoming));
    fields.insert("notes".to_owned(), json!(show.home("notes")));
    let files = show.site.community_files("meetings").map(|(name, page)| (name, json!(show.href(page))));
    fields.insert("files".to_owned(), Value::Object(files.collect()));
}

/// The next times of a meeting, on its own clocks and in UTC. Without a day that counts as today there are none.
fn times(show: &Show, meeting: &Meeting) -> Vec<Value> {
    let Some(today) = show.site.as_of else { return Vec::new() };
    let next = meeting.next(today, MOST_TIMES).into_iter().map(|time| {
        let local = time.start.to_string();
        json!({"date": &local[..10], "local": local, "utc": time.utc.to_string(), "note": time.note})
    });
    next.collect()
}

/// Why a meeting is not in the calendar.
fn why_not(show: &Show, meeting: &Meeting) -> Option<String> {
    let key = match meeting.series() {
        Ok(_) => return None,
        Err(NotInCalendar::NoStart) => "not_in_calendar_start",
        Err(NotInCalendar::UnknownZone) => "not_in_calendar_zone",
    };
    Some(show.site.text(key))
}

/// When a meeting takes place, in words: "every second Thursday at 16:00, Europe/Berlin".
fn when(show: &Show, meeting: &Meeting) -> Option<String> {
    let start = meeting.start.as_ref()?.value.to_string();
    let (day, clock) = start.split_once('T')?;
    let text = |key: &str| show.site.text(key);
    let sentence = match &meeting.recurrence {
        None => text("when_once").replace("{date}", day),
        Some(rule) => {
            let rule = &rule.value;
            let unit = match rule.freq {
                Freq::Daily => "daily",
                Freq::Weekly => "weekly",
                Freq::Monthly => "monthly",
                Freq::Yearly => "yearly",
            };
            let number = if rule.interval > 1 { "_n" } else { "" };
            let days: Vec<String> = rule.by_day.iter().map(|day| day_in_words(show, &day.to_string())).collect();
            let month_days = rule.by_month_day.iter().map(|day| match day {
                ..0 => text("when_from_end").replace("{day}", &(-day).to_string()),
                day => text("when_month_day").replace("{day}", &day.to_string()),
            });
            let days: Vec<String> = days.into_iter().chain(month_days).collect();
            let days = days.join(&text("list_separator"));
            let positions: Vec<String> =
                rule.by_set_pos.iter().map(|position| show.site.text(&format!("ordinal_{position}"))).collect();
            let days = match positions.is_empty() {
                true => days,
                false => text("when_of_these")
                    .replace("{ordinal}", &positions.join(&text("list_separator")))
                    .replace("{days}", &days),
            };
            let on = if days.is_empty() { "" } else { "_on" };
            let sentence = text(&format!("when_{unit}{number}{on}")).replace("{n}", &rule.interval.to_string());
            sentence.replace("{days}", &days)
        }
    };
    Some(text("when_at").replace("{when}", &sentence).replace("{time}", clock).replace("{zone}", &meeting.tz.value))
}

/// `TH` is "Thursday", `1TU` "first Tuesday", `-1FR` "last Friday".
fn day_in_words(show: &Show, rule: &str) -> String {
    let (number, weekday) = rule.split_at(rule.len().saturating_sub(2));
    let weekday = show.site.text(&format!("weekday_{}", weekday.to_lowercase()));
    if number.is_empty() {
        return weekday;
    }
    show.site
        .text("when_ordinal_day")
        .replace("{ordinal}", &show.site.text(&format!("ordinal_{number}")))
        .replace("{day}", &weekday)
}

/// Open actions that are shown at most.
const MOST_ACTIONS: usize = 50;

/// What meetings left to be done and nobody has reported as done.
fn open_actions(show: &Show, fields: &mut Fields) {
    let mut notes: Vec<_> = show.community().notes.iter().collect();
    notes.sort_by_key(|note| (Reverse(note.fields.date), note.id.clone()));
    let mut actions = Vec::new();
    for note in notes {
        let Some(entry) = show.community().index.find("note", &note.id) else { continue };
        let data = show.data(&entry.data["actions"]);
        for action in data.as_array().into_iter().flatten().filter(|action| action["done"] != true) {
            let mut action = action.clone();
            action["note"] = show.brief(entry);
            actions.push(action);
        }
    }
    actions.truncate(MOST_ACTIONS);
    fields.insert("actions".to_owned(), json!(actions));
    fields.insert("meetings".to_owned(), json!(show.home("meetings")));
}

fn note(show: &Show, _: &IndexEntry, fields: &mut Fields) {
    fields.insert("meetings".to_owned(), json!(show.home("meetings")));
}
