//! Meetings and events as a calendar that programs can subscribe to. Entry point: [`calendar_text`].

use super::record::{Record, To};
use super::{Event, Meeting, MeetingStatus, clock, ics};
use crate::data::Date;
use crate::document::inline;

/// What a calendar says of itself.
pub struct About {
    /// What programs call it.
    pub name: String,
    /// What makes the ids in it no other calendar's.
    pub host: String,
    /// The absolute URL of the page that shows all of them, if the site knows its own address.
    pub page: Option<String>,
}

/// The absolute URL of the place where a record is shown, by its entity and its id, if the site knows its own address.
pub type Places<'a> = &'a dyn Fn(&str, &str) -> Option<String>;

/// The text of an `.ics` file. Meetings that are paused, or whose times nobody can tell, are left out.
pub fn calendar_text<'a>(
    about: &About,
    places: Places,
    meetings: impl Iterator<Item = &'a Record<Meeting>>,
    events: impl Iterator<Item = &'a Record<Event>>,
) -> String {
    let meetings = meetings.filter_map(|record| meeting(record, about, places));
    let events = events.map(|record| event(record, about, places));
    ics::write(&ics::Calendar {
        name: about.name.clone(),
        description: None,
        url: about.page.clone(),
        product_id: "-//Waypost//Waypost//EN".to_owned(),
        events: meetings.chain(events).collect(),
    })
}

fn meeting(record: &Record<Meeting>, about: &About, places: Places) -> Option<ics::Event> {
    let meeting = &record.fields;
    let status = match meeting.status {
        MeetingStatus::Paused => return None,
        MeetingStatus::Cancelled => ics::Status::Cancelled,
        MeetingStatus::Confirmed => ics::Status::Confirmed,
    };
    let series = meeting.series().ok()?;
    // What changed is told by what the data says, never by the clock of whoever builds the site.
    let changed = record.freshness.updated.unwrap_or_else(|| series.start.datetime().date().into());
    let notes = address(&meeting.notes_url).map(|url| format!("Notes: {url}"));
    let description: Vec<String> = meeting.purpose.as_deref().map(inline::plain).into_iter().chain(notes).collect();
    Some(ics::Event {
        title: meeting.title.clone(),
        description: Some(description.join("\n\n")).filter(|text| !text.is_empty()),
        url: places("meeting", &record.id),
        join_url: address(&meeting.join_url),
        status,
        ..entry(
            meeting.uid.clone().unwrap_or_else(|| format!("{}@{}", record.id, about.host)),
            changed,
            ics::When::Series(series),
        )
    })
}

fn event(record: &Record<Event>, about: &About, places: Places) -> ics::Event {
    let event = &record.fields;
    let last = event.until.as_ref().map_or(event.date, |until| until.value);
    let when = ics::When::AllDay { first: event.date.civil(), last: last.civil() };
    ics::Event {
        title: event.name.clone(),
        description: event.summary.as_deref().map(inline::plain),
        location: event.place.clone(),
        url: address(&event.url).or_else(|| places("event", &record.id)),
        ..entry(format!("event/{}@{}", record.id, about.host), record.freshness.updated.unwrap_or(event.date), when)
    }
}

fn entry(uid: String, changed: Date, when: ics::When) -> ics::Event {
    ics::Event {
        uid,
        title: String::new(),
        description: None,
        location: None,
        url: None,
        join_url: None,
        categories: Vec::new(),
        status: ics::Status::Confirmed,
        stamp: clock::midnight(changed.civil()),
        sequence: clock::day_number(changed.civil()),
        when,
    }
}

/// Links to pages of the site mean nothing in a calendar.
fn address(to: &Option<To>) -> Option<String> {
    to.as_ref().map(|to| to.destination.clone()).filter(|to| to.contains("://"))
}
