//! Meetings: when people meet, where, and where the notes are.

use schemars::JsonSchema;
use serde::de::Deserializer;
use serde::{Deserialize, Serialize};

use super::calendar::{self, Freq, Recurrence, Series};
use super::clock::{self, LocalTime};
use super::record::{Entity, Keeper, Record, Ref, To};
use super::{Community, Findings, Team, zone};
use crate::data::{Date, Spanned};
use crate::diagnostic::{Diagnostic, Severity, nearest};

/// A meeting, once or again and again.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Meeting {
    /// What it is called.
    pub title: String,
    /// Who may come.
    pub open_to: OpenTo,
    /// The first time it takes place, on the clocks of its zone: `2026-01-14T16:00`. A calendar cannot do without.
    #[schemars(extend("examples" = ["2026-01-14T16:00"]))]
    pub start: Option<Spanned<LocalTime>>,
    /// How long it takes: `1h`, `45 minutes`.
    #[schemars(extend("examples" = ["1h"]))]
    pub duration: Duration,
    /// The IANA name of its time zone: `Europe/Berlin`.
    #[schemars(extend("examples" = ["UTC"]))]
    pub tz: Spanned<String>,
    /// Where its notes are kept.
    pub notes_url: Option<To>,
    /// Its id in calendars, which never changes once it was published. Default: its id here, and the host of `base_url` or
    /// the site's title.
    pub uid: Option<String>,
    /// Whose meeting it is.
    pub team: Option<Ref<Team>>,
    /// What it is for.
    pub purpose: Option<String>,
    /// How it comes again.
    pub recurrence: Option<Spanned<Recurrence>>,
    /// Days on which it does not take place.
    #[serde(default)]
    pub exceptions: Vec<Spanned<Date>>,
    /// Days on which it is moved.
    #[serde(default)]
    pub overrides: Vec<Override>,
    /// The meeting that it takes turns with.
    pub alternates_with: Option<Ref<Meeting>>,
    /// Where to join.
    pub join_url: Option<To>,
    /// The number to call.
    pub phone: Option<String>,
    /// Recordings.
    pub recordings_url: Option<To>,
    /// Its agenda.
    pub agenda_url: Option<To>,
    /// Who leads it.
    pub facilitator: Option<Ref<Keeper>>,
    /// How to take part for the first time.
    #[serde(default)]
    pub how_to_join: Vec<String>,
    /// What is said is shown as text.
    #[serde(default)]
    pub captioned: bool,
    /// Does it take place?
    #[serde(default)]
    pub status: MeetingStatus,
}

/// Who may come to a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum OpenTo {
    /// Everybody.
    Everyone,
    /// The members of its team.
    Members,
    /// Those who are asked.
    Invited,
}

/// Does a meeting take place?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum MeetingStatus {
    /// Yes.
    #[default]
    Confirmed,
    /// Not any more.
    Cancelled,
    /// Not at the moment.
    Paused,
}

/// A day on which a meeting is moved.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Override {
    /// The day on which it would take place.
    pub date: Spanned<Date>,
    /// When it takes place instead; without one, it does not.
    pub new_start: Option<LocalTime>,
    /// Why.
    pub note: Option<String>,
}

/// How long a meeting takes, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[schemars(transparent)]
pub struct Duration(#[schemars(with = "String")] pub u32);

impl<'de> Deserialize<'de> for Duration {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
        let text = String::deserialize(deserializer)?;
        let expected = || serde::de::Error::custom(format!("`{text}` is no length such as `1h` or `45 minutes`"));
        clock::minutes(&text).map(Duration).ok_or_else(expected)
    }
}

/// Why a meeting cannot stand in a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotInCalendar {
    /// Nobody says when it took place first, so nobody can tell which weeks are meant.
    NoStart,
    /// Its zone is not one.
    UnknownZone,
}

impl Meeting {
    /// When it takes place, if that can be told.
    pub fn series(&self) -> Result<Series, NotInCalendar> {
        let start = self.start.as_ref().ok_or(NotInCalendar::NoStart)?.value;
        let zone = zone::zone(&self.tz.value).map_err(|_| NotInCalendar::UnknownZone)?;
        let change = |change: &Override| calendar::Override {
            date: change.date.value.civil(),
            new_start: change.new_start,
            note: change.note.clone(),
        };
        Ok(Series {
            start,
            zone,
            duration_minutes: self.duration.0,
            recurrence: self.recurrence.as_ref().map(|rule| rule.value.clone()),
            exceptions: self.exceptions.iter().map(|day| day.value.civil()).collect(),
            overrides: self.overrides.iter().map(change).collect(),
        })
    }

    /// The next times that it takes place, from a day on.
    pub fn next(&self, from: Date, limit: usize) -> Vec<calendar::Occurrence> {
        let takes_place = self.status == MeetingStatus::Confirmed;
        let series = self.series().ok().filter(|_| takes_place);
        series.map_or_else(Vec::new, |series| calendar::occurrences(&series, from.civil(), limit))
    }

    /// How often it takes place after one day and before another.
    pub fn between(&self, after: Date, before: Date) -> usize {
        // A meeting takes place every day at most.
        const ENOUGH: usize = 1000;
        let days = self.next(after, ENOUGH).into_iter().map(|time| Date::from(time.start.datetime().date()));
        days.filter(|day| after < *day && *day < before).count()
    }
}

impl Entity for Meeting {
    const NAME: &'static str = "meeting";
    const FILES: &'static str = "meetings";

    fn records(community: &Community) -> &[Record<Meeting>] {
        &community.meetings
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn check(record: &Record<Meeting>, _: &Community, findings: &mut Findings) {
        let meeting = &record.fields;
        if let Err(error) = zone::zone(&meeting.tz.value) {
            let (tz, message) = (&meeting.tz, error.to_string());
            let names: Vec<String> = zone::zone_names().collect();
            let near = nearest(&tz.value, names.iter().map(String::as_str)).filter(|_| error.suggestions.is_empty());
            let help = match error.suggestions.is_empty() {
                true => "write an IANA name such as `Europe/Berlin`",
                false => "name the place whose clocks the meeting follows",
            };
            let only = if let [only] = error.suggestions.as_slice() { Some(only.as_str()) } else { None };
            let finding = Diagnostic::new("unknown-time-zone", Severity::Error, &record.path, tz.span, message);
            findings.0.push(finding.help(help).did_you_mean(near).meant(near.or(only)));
        }
        if meeting.start.is_none() {
            let again = match &meeting.recurrence {
                Some(rule) if rule.value.interval > 1 && rule.value.freq == Freq::Weekly => {
                    "nobody can tell which weeks are meant, so this meeting is not in the calendar"
                }
                _ => "without a first day this meeting is not in the calendar",
            };
            let help = "set `start` to the first time it took place: `2026-01-14T16:00`";
            findings.error("meeting-without-start", record, again, help);
        }
        let span = meeting.recurrence.as_ref().map(|rule| rule.span).or(meeting.start.as_ref().map(|start| start.span));
        for problem in meeting.series().iter().flat_map(calendar::problems) {
            let span = span.unwrap_or(record.span);
            findings.warning_at(
                "meeting-time",
                record,
                span,
                problem,
                "mend it: calendars may show other days than you mean",
            );
        }
    }
}
