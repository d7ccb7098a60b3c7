//! When events take place: the recurrence rules of RFC 5545, in named zones. Everything here follows from its input alone.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, Weekday};
use jiff::tz::AmbiguousOffset;
use jiff::{Span, Timestamp, ToSpan};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::clock::LocalTime;
use super::zone::Zone;
use crate::data::Date as Day;

/// How many years after its start a series is followed, so that a rule that never matches ends too.
const HORIZON_YEARS: i64 = 100;

/// The weekdays as RFC 5545 writes them, from Monday.
const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// How often a rule repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Freq {
    /// By days.
    Daily,
    /// By weeks, which begin on Monday.
    Weekly,
    /// By calendar months.
    Monthly,
    /// By calendar years.
    Yearly,
}

/// A weekday that a rule asks for, written `TH`, `1TH` or `-1FR`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayRule {
    /// Which one of the month or the year, from the end if negative. Every one if none is given.
    pub ordinal: Option<i8>,
    /// The day of the week.
    pub weekday: Weekday,
}

impl FromStr for DayRule {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        parse_day_rule(text).ok_or_else(|| format!("`{text}` is no weekday such as `TH`, `1TH` or `-1FR`"))
    }
}

impl fmt::Display for DayRule {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let weekday = WEEKDAYS[usize::from(self.weekday.to_monday_zero_offset().unsigned_abs())];
        self.ordinal.map_or(Ok(()), |ordinal| write!(f, "{ordinal}"))?;
        f.write_str(weekday)
    }
}

/// How a series goes on after its start: the parts of an RFC 5545 rule that meetings need.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
pub struct Recurrence {
    /// The period that repeats.
    pub freq: Freq,
    /// Every how many periods; 0 counts as 1.
    #[serde(default = "every")]
    pub interval: u32,
    /// The weekdays; any if empty.
    #[serde(default)]
    pub by_day: Vec<DayRule>,
    /// The days of the month, from its end if negative; any if empty.
    #[serde(default)]
    pub by_month_day: Vec<i8>,
    /// Which of the days found in a period, from the last if negative; all if empty.
    #[serde(default)]
    pub by_set_pos: Vec<i16>,
    /// The last local day on which the series may take place.
    pub until: Option<Day>,
    /// How many times it takes place, with the start and with exceptions.
    pub count: Option<u32>,
}

/// A change to one occurrence of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// The day on which the rule puts the occurrence.
    pub date: Date,
    /// When it takes place instead; never if none.
    pub new_start: Option<LocalTime>,
    /// What to tell about the change.
    pub note: Option<String>,
}

/// An event at a time of day, once or again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// When it takes place for the first time.
    pub start: LocalTime,
    /// The zone of all its times.
    pub zone: Zone,
    /// How long it takes each time.
    pub duration_minutes: u32,
    /// How it goes on; once only if none.
    pub recurrence: Option<Recurrence>,
    /// Days of the rule on which it does not take place, whatever the overrides say.
    pub exceptions: Vec<Date>,
    /// Occurrences that are moved or cancelled.
    pub overrides: Vec<Override>,
}

/// One time at which a series takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// When the rule puts it.
    pub original: LocalTime,
    /// When clocks in the zone of the series show that it begins.
    pub start: LocalTime,
    /// The same instant in UTC.
    pub utc: Timestamp,
    /// The note of the override that moved it.
    pub note: Option<String>,
}

/// The first occurrences that begin on or after a local day, in order. A series is followed for a hundred years.
pub fn occurrences(series: &Series, from: Date, limit: usize) -> Vec<Occurrence> {
    let mut found = Vec::new();
    // Overrides may move an occurrence behind those of later days, so as many more are needed to have the first ones.
    let enough = limit.saturating_add(series.overrides.len());
    let last_override = series.overrides.iter().map(|change| change.date).max();
    for day in days(series) {
        if found.len() >= enough && last_override.is_none_or(|last| last < day) {
            break;
        }
        if series.exceptions.contains(&day) {
            continue;
        }
        let original = series.start.on(day);
        let (start, note) = match series.overrides.iter().find(|change| change.date == day) {
            Some(change) => (change.new_start, change.note.clone()),
            None => (Some(original), None),
        };
        let occurrence = start.map(|start| {
            let utc = series.zone.instant(start);
            Occurrence { original, start: series.zone.local(utc), utc, note }
        });
        found.extend(occurrence.filter(|occurrence| occurrence.start.datetime().date() >= from));
    }
    found.sort_by_key(|occurrence| (occurrence.utc, occurrence.original));
    found.truncate(limit);
    found
}

/// Whether the rule of a series puts an occurrence on a local day, be it cancelled or moved.
pub fn falls_on(series: &Series, day: Date) -> bool {
    days(series).take_while(|found| *found <= day).any(|found| found == day)
}

/// What is wrong with a series, each in a few words. Other programs may read such a series in their own way.
pub fn problems(series: &Series) -> Vec<String> {
    let mut found = Vec::new();
    let exceptions = series.exceptions.iter().map(|day| ("exception", *day));
    let changes: Vec<_> = exceptions.chain(series.overrides.iter().map(|change| ("override", change.date))).collect();
    if series.duration_minutes == 0 {
        found.push("the duration is 0".into());
    }
    if series.recurrence.is_none() && !changes.is_empty() {
        found.push("exceptions and overrides need a recurrence".into());
    }
    found.extend(series.recurrence.iter().flat_map(|rule| rule_problems(rule, series.start.datetime().date())));
    for (i, (kind, day)) in changes.iter().enumerate() {
        if !falls_on(series, *day) {
            found.push(format!("the {kind} {day} is no day of the series"));
        }
        if changes[..i].iter().any(|(_, earlier)| earlier == day) {
            found.push(format!("the {kind} {day} is not the only change to that day"));
        }
    }
    for time in [series.start].into_iter().chain(series.overrides.iter().filter_map(|change| change.new_start)) {
        if let AmbiguousOffset::Gap { .. } = series.zone.time_zone().to_ambiguous_timestamp(time.datetime()).offset() {
            found.push(format!("clocks in {} skip {time}", series.zone.name()));
        }
    }
    found
}

fn rule_problems(rule: &Recurrence, start: Date) -> Vec<String> {
    let numbered: Vec<i16> = rule.by_day.iter().filter_map(|by| by.ordinal).map(i16::from).collect();
    let month_days: Vec<i16> = rule.by_month_day.iter().map(|n| i16::from(*n)).collect();
    let outside = |numbers: &[i16], most: i16| numbers.iter().any(|n| *n == 0 || !(-most..=most).contains(n));
    let short = matches!(rule.freq, Freq::Daily | Freq::Weekly);
    let open = rule.by_day.is_empty() && rule.by_month_day.is_empty();
    let checks = [
        (rule.interval == 0, "the interval is 0"),
        (rule.count == Some(0), "the count is 0"),
        (rule.count.is_some() && rule.until.is_some(), "until and count exclude each other"),
        (short && !numbered.is_empty(), "only a monthly or yearly rule can number its weekdays"),
        (rule.freq == Freq::Weekly && !month_days.is_empty(), "a weekly rule cannot have days of the month"),
        (open && !rule.by_set_pos.is_empty(), "a set position needs weekdays or days of the month"),
        (outside(&numbered, 53), "the number of a weekday is not from 1 to 53 or from -53 to -1"),
        (outside(&month_days, 31), "a day of the month is not from 1 to 31 or from -31 to -1"),
        (outside(&rule.by_set_pos, 366), "a set position is not from 1 to 366 or from -366 to -1"),
    ];
    let mut found: Vec<String> = checks.iter().filter(|check| check.0).map(|check| check.1.into()).collect();
    if let Some(until) = rule.until.map(Day::civil).filter(|until| *until < start) {
        found.push(format!("until {until} is before the start {start}"));
        return found;
    }
    match matching_days(rule, start).find(|day| *day >= start) {
        Some(first) if first == start => {}
        Some(first) => found.push(format!(
            "the start {} does not fit its rule, whose first day is {}",
            day_text(start),
            day_text(first)
        )),
        None => found.push("the rule gives no day".into()),
    }
    found
}

fn day_text(day: Date) -> String {
    day.strftime("%Y-%m-%d (%A)").to_string()
}

/// The days of a series in order: its start, and later days that fit its rule.
fn days(series: &Series) -> impl Iterator<Item = Date> {
    let start = series.start.datetime().date();
    let count = series.recurrence.as_ref().and_then(|rule| rule.count).unwrap_or(u32::MAX).max(1);
    let later = series.recurrence.iter().flat_map(move |rule| matching_days(rule, start));
    std::iter::once(start).chain(later.filter(move |day| *day > start)).take(count as usize)
}

/// The days that fit a rule, in order, from the beginning of the period in which the start lies. A set position counts
/// from there.
fn matching_days(rule: &Recurrence, start: Date) -> impl Iterator<Item = Date> {
    let horizon = start.saturating_add(HORIZON_YEARS.years());
    let last = rule.until.map_or(horizon, |until| until.civil().min(horizon));
    let first = period(rule.freq, start).0;
    let step = i64::from(rule.interval.max(1));
    let begins = (0..).map_while(move |n: i64| first.checked_add(periods(rule.freq, n * step)?).ok());
    let within = begins.take_while(move |begin| *begin <= last);
    within.flat_map(move |begin| chosen_days(rule, start, begin)).take_while(move |day| *day <= last)
}

/// The days that fit a rule in one period.
fn chosen_days(rule: &Recurrence, start: Date, begin: Date) -> Vec<Date> {
    let end = period(rule.freq, begin).1;
    let fitting: Vec<Date> =
        begin.series(1.day()).take_while(|day| *day <= end).filter(|day| fits(rule, start, *day)).collect();
    let positions = 1..=fitting.len() as i16;
    let left = fitting.len() as i16 + 1;
    let chosen = |n: i16| rule.by_set_pos.is_empty() || rule.by_set_pos.iter().any(|pos| *pos == n || *pos == n - left);
    positions.zip(fitting).filter(|(n, _)| chosen(*n)).map(|(_, day)| day).collect()
}

/// Whether a day fits the parts of a rule that look at one day. Without any, the start tells what the rule means.
fn fits(rule: &Recurrence, start: Date, day: Date) -> bool {
    if rule.by_day.is_empty() && rule.by_month_day.is_empty() {
        return match rule.freq {
            Freq::Daily => true,
            Freq::Weekly => day.weekday() == start.weekday(),
            Freq::Monthly => day.day() == start.day(),
            Freq::Yearly => (day.month(), day.day()) == (start.month(), start.day()),
        };
    }
    let from_end = day.day() - day.days_in_month() - 1;
    let month_day = rule.by_month_day.iter().any(|n| *n == day.day() || *n == from_end);
    (rule.by_month_day.is_empty() || month_day)
        && (rule.by_day.is_empty() || rule.by_day.iter().any(|by| fits_weekday(rule.freq, *by, day)))
}

fn fits_weekday(freq: Freq, by: DayRule, day: Date) -> bool {
    let (nth, of) = match freq {
        Freq::Yearly => (day.day_of_year(), day.days_in_year()),
        _ => (day.day().into(), day.days_in_month().into()),
    };
    let numbered = |n: i16| n == (nth - 1) / 7 + 1 || n == -((of - nth) / 7 + 1);
    by.weekday == day.weekday() && by.ordinal.is_none_or(|n| numbered(n.into()))
}

/// The first and the last day of the period in which a day lies.
fn period(freq: Freq, day: Date) -> (Date, Date) {
    match freq {
        Freq::Daily => (day, day),
        Freq::Weekly => {
            let monday = day.saturating_sub(day.weekday().to_monday_zero_offset().days());
            (monday, monday.saturating_add(6.days()))
        }
        Freq::Monthly => (day.first_of_month(), day.last_of_month()),
        Freq::Yearly => (day.first_of_year(), day.last_of_year()),
    }
}

/// A number of periods, unless that is longer than the calendar.
fn periods(freq: Freq, n: i64) -> Option<Span> {
    let span = Span::new();
    match freq {
        Freq::Daily => span.try_days(n),
        Freq::Weekly => span.try_weeks(n),
        Freq::Monthly => span.try_months(n),
        Freq::Yearly => span.try_years(n),
    }
    .ok()
}

fn parse_day_rule(text: &str) -> Option<DayRule> {
    let (ordinal, weekday) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let index = WEEKDAYS.iter().position(|code| *code == weekday)?;
    let weekday = Weekday::from_monday_zero_offset(index as i8).ok()?;
    if ordinal.is_empty() {
        return Some(DayRule { ordinal: None, weekday });
    }
    let ordinal = ordinal.parse().ok().filter(|n: &i8| *n != 0 && (-53..=53).contains(n))?;
    Some(DayRule { ordinal: Some(ordinal), weekday })
}

fn every() -> u32 {
    1
}

impl<'de> Deserialize<'de> for DayRule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<DayRule, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl Serialize for DayRule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for DayRule {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "DayRule".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "pattern": "^(-?[1-9][0-9]?)?(MO|TU|WE|TH|FR|SA|SU)$"})
    }
}

#[cfg(test)]
pub(crate) mod tests;
