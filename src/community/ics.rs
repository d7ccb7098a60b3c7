//! Calendars as text for other programs: iCalendar (RFC 5545, with the properties of RFC 7986).
//!
//! The text follows from the data alone. Even the stamps come from it, because a build must not ask for the time.

use super::calendar::{DayRule, Freq, Recurrence, Series, falls_on};
use super::clock::LocalTime;
use super::zone::Zone;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Dst, Offset};
use jiff::{Timestamp, ToSpan};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

/// The last year for which changes of the clock are listed. Many programs know no time after it.
const LAST_YEAR: i16 = 2037;

/// How many years beyond the last listed one a change of the clock must follow a rule to be written as that rule. In 28
/// years every date has every weekday; in fewer, the day after the last Thursday of a month may look like its last
/// Friday, although it can be in the next month.
const RULE_YEARS: i16 = 28;

/// A calendar that programs can subscribe to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// What programs call it.
    pub name: String,
    /// What it is about.
    pub description: Option<String>,
    /// The page that shows the same events.
    pub url: Option<String>,
    /// The program that wrote it, such as `-//Example//Site//EN`.
    pub product_id: String,
    /// The events, written in this order.
    pub events: Vec<Event>,
}

/// An event of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What stays the same when anything else changes, and is no other event's.
    pub uid: String,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub description: Option<String>,
    /// Where it takes place.
    pub location: Option<String>,
    /// The page about it.
    pub url: Option<String>,
    /// Where to join it online.
    pub join_url: Option<String>,
    /// What kind of event it is.
    pub categories: Vec<String>,
    /// Whether it takes place.
    pub status: Status,
    /// When its data last changed.
    pub stamp: Timestamp,
    /// How many times its data changed so that people must hear of it.
    pub sequence: u32,
    /// When it takes place.
    pub when: When,
}

/// Whether an event takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It does.
    Confirmed,
    /// It does not, although it was to.
    Cancelled,
}

/// When an event takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// At a time of day, once or again and again.
    Series(Series),
    /// On whole days, wherever one is.
    AllDay {
        /// The first day.
        first: Date,
        /// The last day, which may be the first.
        last: Date,
    },
}

/// Writes a calendar as the text of an `.ics` file. A series that [`super::calendar::problems`] finds fault with is
/// written too, but programs may refuse it or show it at other times.
pub fn write(calendar: &Calendar) -> String {
    let mut out = String::new();
    put(&mut out, "BEGIN", "VCALENDAR");
    put(&mut out, "VERSION", "2.0");
    put(&mut out, "PRODID", text(&calendar.product_id));
    for property in ["NAME", "X-WR-CALNAME"] {
        put(&mut out, property, text(&calendar.name));
    }
    for property in ["DESCRIPTION", "X-WR-CALDESC"] {
        put_some(&mut out, property, calendar.description.as_deref().map(text));
    }
    put_some(&mut out, "URL", calendar.url.as_ref());
    put(&mut out, "REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    put(&mut out, "X-PUBLISHED-TTL", "P1D");
    for (zone, earliest) in zones(&calendar.events).into_values() {
        put_zone(&mut out, zone, earliest);
    }
    for event in &calendar.events {
        put_event(&mut out, event);
    }
    put(&mut out, "END", "VCALENDAR");
    out
}

/// The zones to describe, by name, each with the first time it is needed for. UTC needs no description.
fn zones(events: &[Event]) -> BTreeMap<&str, (&Zone, Timestamp)> {
    let mut zones = BTreeMap::new();
    for event in events {
        let When::Series(series) = &event.when else { continue };
        let starts = series.overrides.iter().filter_map(|change| change.new_start).chain([series.start]);
        for start in starts.map(|start| series.zone.instant(start)).filter(|_| !is_utc(&series.zone)) {
            let (_, earliest) = zones.entry(series.zone.name()).or_insert((&series.zone, start));
            *earliest = start.min(*earliest);
        }
    }
    zones
}

/// A property with its parameters, and its value.
type Property = (String, String);

fn put_event(out: &mut String, event: &Event) {
    let series = match &event.when {
        When::Series(series) => series,
        When::AllDay { first, last } => {
            let end = first.max(last).saturating_add(1.day());
            let day =
                |property: &str, day: Date| (format!("{property};VALUE=DATE"), day.strftime("%Y%m%d").to_string());
            return put_instance(out, event, None, &[day("DTSTART", *first), day("DTEND", end)]);
        }
    };
    let time = |property: &str, time: LocalTime| match local(time.datetime()) {
        time if is_utc(&series.zone) => (property.to_owned(), time + "Z"),
        time => (format!("{property};TZID={}", series.zone.name()), time),
    };
    let duration = ("DURATION".to_owned(), duration(series.duration_minutes));
    let mut times = vec![time("DTSTART", series.start), duration.clone()];
    times.extend(series.recurrence.iter().map(|rule| ("RRULE".to_owned(), rule_text(rule, series))));
    let cancelled = series.overrides.iter().filter(|change| change.new_start.is_none()).map(|change| change.date);
    let excluded: BTreeSet<Date> = series.exceptions.iter().copied().chain(cancelled).collect();
    times.extend(excluded.iter().map(|day| time("EXDATE", series.start.on(*day))));
    put_instance(out, event, None, &times);
    for change in series.overrides.iter().filter(|change| !excluded.contains(&change.date)) {
        let Some(start) = change.new_start.filter(|_| falls_on(series, change.date)) else { continue };
        let original = time("RECURRENCE-ID", series.start.on(change.date));
        put_instance(out, event, change.note.as_deref(), &[original, time("DTSTART", start), duration.clone()]);
    }
}

/// Writes an event, or one moved occurrence of it, whose note goes before the description.
fn put_instance(out: &mut String, event: &Event, note: Option<&str>, times: &[Property]) {
    put(out, "BEGIN", "VEVENT");
    put(out, "UID", text(&event.uid));
    put(out, "DTSTAMP", utc(event.stamp));
    put(out, "LAST-MODIFIED", utc(event.stamp));
    put(out, "SEQUENCE", event.sequence);
    for (property, value) in times {
        put(out, property, value);
    }
    put(out, "SUMMARY", text(&event.title));
    let about: Vec<&str> = note.into_iter().chain(event.description.as_deref()).collect();
    put_some(out, "DESCRIPTION", Some(about.join("\n\n")).filter(|about| !about.is_empty()).as_deref().map(text));
    put_some(out, "LOCATION", event.location.as_deref().map(text));
    put_some(out, "URL", event.url.as_ref());
    put_some(out, "CONFERENCE;VALUE=URI", event.join_url.as_ref());
    put_some(out, "CATEGORIES", list(event.categories.iter().map(|category| text(category))));
    let status = match event.status {
        Status::Confirmed => "CONFIRMED",
        Status::Cancelled => "CANCELLED",
    };
    put(out, "STATUS", status);
    put(out, "END", "VEVENT");
}

fn rule_text(rule: &Recurrence, series: &Series) -> String {
    let freq = match rule.freq {
        Freq::Daily => "DAILY",
        Freq::Weekly => "WEEKLY",
        Freq::Monthly => "MONTHLY",
        Freq::Yearly => "YEARLY",
    };
    let interval = Some(rule.interval).filter(|interval| *interval > 1);
    // UNTIL is an instant. The one on the last day at the time of the start is that of the last possible occurrence.
    let until = rule.until.map(crate::data::Date::civil).map(|until| utc(series.zone.instant(series.start.on(until))));
    let count = rule.count.filter(|_| until.is_none()).map(|count| count.max(1));
    let parts = [
        Some(format!("FREQ={freq}")),
        interval.map(|interval| format!("INTERVAL={interval}")),
        list(&rule.by_day).map(|days| format!("BYDAY={days}")),
        list(&rule.by_month_day).map(|days| format!("BYMONTHDAY={days}")),
        list(&rule.by_set_pos).map(|positions| format!("BYSETPOS={positions}")),
        until.map(|until| format!("UNTIL={until}")),
        count.map(|count| format!("COUNT={count}")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(";")
}

/// The values with commas between them; none if there are none.
fn list(values: impl IntoIterator<Item = impl Display>) -> Option<String> {
    let values: Vec<String> = values.into_iter().map(|value| value.to_string()).collect();
    (!values.is_empty()).then(|| values.join(","))
}

/// What a change of the clock does.
#[derive(PartialEq)]
struct Observance {
    from: Offset,
    to: Offset,
    name: String,
    kind: &'static str,
}

/// Describes a zone from the first time it is needed for. Changes that follow a yearly rule for good are written as
/// that rule; the others are listed.
fn put_zone(out: &mut String, zone: &Zone, earliest: Timestamp) {
    let last_year = LAST_YEAR.max(Offset::UTC.to_datetime(earliest).year() + 10);
    put(out, "BEGIN", "VTIMEZONE");
    put(out, "TZID", zone.name());
    for (observance, onsets) in observances(zone, earliest, last_year + RULE_YEARS) {
        let rule = (0..onsets.len()).find_map(|i| Some((i, yearly_rule(&onsets[i..], last_year)?)));
        let unruled = &onsets[..rule.as_ref().map_or(onsets.len(), |(i, _)| *i)];
        let mut listed = unruled.iter().filter(|onset| onset.year() <= last_year);
        if let Some(first) = listed.next() {
            let others: Vec<_> = listed.map(|onset| ("RDATE", local(*onset))).collect();
            put_observance(out, &observance, *first, &others);
        }
        if let Some((i, rule)) = rule {
            put_observance(out, &observance, onsets[i], &[("RRULE", rule)]);
        }
    }
    put(out, "END", "VTIMEZONE");
}

fn put_observance(out: &mut String, observance: &Observance, first: DateTime, others: &[(&str, String)]) {
    put(out, "BEGIN", observance.kind);
    put(out, "DTSTART", local(first));
    for (property, value) in others {
        put(out, property, value);
    }
    put(out, "TZOFFSETFROM", offset(observance.from));
    put(out, "TZOFFSETTO", offset(observance.to));
    put(out, "TZNAME", &observance.name);
    put(out, "END", observance.kind);
}

/// What clocks in a zone do, each with the local times at which they do it, told by the offset before. It begins with
/// the change that brought the offset in force at the first time. If that was before 1970, the offset begins there.
fn observances(zone: &Zone, earliest: Timestamp, last_year: i16) -> Vec<(Observance, Vec<DateTime>)> {
    let begin = earliest.min(Timestamp::UNIX_EPOCH);
    let info = zone.time_zone().to_offset_info(begin);
    let mut from = info.offset();
    let mut change = |at, to, name: &str, dst: Dst| {
        let kind = if dst.is_dst() { "DAYLIGHT" } else { "STANDARD" };
        let observance = Observance { from, to, name: name.into(), kind };
        from = to;
        (at, observance)
    };
    let mut changes = vec![change(begin, info.offset(), info.abbreviation(), info.dst())];
    let later = zone.time_zone().following(begin);
    let later = later.map(|next| change(next.timestamp(), next.offset(), next.abbreviation(), next.dst()));
    changes.extend(later.take_while(|(at, change)| change.from.to_datetime(*at).year() <= last_year));
    let in_force = changes.partition_point(|(at, _)| *at <= earliest).saturating_sub(1);
    let mut observances: Vec<(Observance, Vec<DateTime>)> = Vec::new();
    for (at, observance) in changes.split_off(in_force) {
        let onset = observance.from.to_datetime(at);
        match observances.iter_mut().find(|(known, _)| *known == observance) {
            Some((_, onsets)) => onsets.push(onset),
            None => observances.push((observance, vec![onset])),
        }
    }
    observances
}

/// The rule of changes that happen once a year, on one weekday of the same seven days, from some listed year for good.
fn yearly_rule(onsets: &[DateTime], last_year: i16) -> Option<String> {
    let [first, .., last] = onsets else { return None };
    let place = |onset: &DateTime| (onset.month(), onset.weekday(), onset.time());
    let next = |pair: &[DateTime]| pair[1].year() == pair[0].year() + 1 && place(&pair[0]) == place(&pair[1]);
    if first.year() > last_year || last.year() < last_year + RULE_YEARS || !onsets.windows(2).all(next) {
        return None;
    }
    let by_day = |ordinal| format!("BYDAY={}", DayRule { ordinal, weekday: first.weekday() });
    let week = |onset: &DateTime| (onset.day() - 1) / 7 + 1;
    let days: BTreeSet<i8> = onsets.iter().map(|onset| onset.day()).collect();
    let day = if onsets.iter().all(|onset| onset.day() + 7 > onset.date().days_in_month()) {
        by_day(Some(-1))
    } else if onsets.iter().all(|onset| week(onset) == week(first)) {
        by_day(Some(week(first)))
    } else if days.last()? - days.first()? == 6 {
        format!("{};BYMONTHDAY={}", by_day(None), list(days)?)
    } else {
        return None;
    };
    Some(format!("FREQ=YEARLY;BYMONTH={};{day}", first.month()))
}

fn is_utc(zone: &Zone) -> bool {
    zone.name() == "UTC"
}

fn local(time: DateTime) -> String {
    time.strftime("%Y%m%dT%H%M%S").to_string()
}

fn utc(time: Timestamp) -> String {
    time.strftime("%Y%m%dT%H%M%SZ").to_string()
}

fn duration(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("PT{minutes}M"),
        (hours, 0) => format!("PT{hours}H"),
        (hours, minutes) => format!("PT{hours}H{minutes}M"),
    }
}

fn offset(offset: Offset) -> String {
    let sign = if offset.is_negative() { '-' } else { '+' };
    let seconds = offset.seconds().abs();
    let text = format!("{sign}{:02}{:02}", seconds / 3600, seconds / 60 % 60);
    if seconds % 60 == 0 { text } else { format!("{text}{:02}", seconds % 60) }
}

/// A value of type TEXT, in which some characters mean something.
fn text(value: &str) -> String {
    let value = value.replace("\r\n", "\n").replace('\r', "\n");
    value.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

fn put_some(out: &mut String, property: &str, value: Option<impl Display>) {
    if let Some(value) = value {
        put(out, property, value);
    }
}

/// Adds a property in lines of at most 75 octets, each but the first after a space, as RFC 5545 wants them. Control
/// characters are left out, so that no value ends its line.
fn put(out: &mut String, property: &str, value: impl Display) {
    let mut width = 0;
    for c in format!("{property}:{value}").chars().filter(|c| *c == '\t' || !c.is_control()) {
        if width + c.len_utf8() > 75 {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(c);
        width += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests;
