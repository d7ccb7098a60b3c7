//! Times of day and lengths of time, as records give them.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A date and a time of day to the minute, as a clock on the wall shows them. The zone is told elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalTime(DateTime);

impl LocalTime {
    /// The date and the time of day.
    pub fn datetime(self) -> DateTime {
        self.0
    }

    /// The same time of another day.
    pub fn on(self, day: Date) -> Self {
        Self(day.to_datetime(self.0.time()))
    }
}

impl From<DateTime> for LocalTime {
    fn from(time: DateTime) -> LocalTime {
        LocalTime(time)
    }
}

impl FromStr for LocalTime {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let joined = text.replacen(' ', "T", 1);
        let minutes = joined.strip_suffix(":00").filter(|minutes| minutes.len() == 16).unwrap_or(&joined);
        let clock = joined.split_once('T').map_or("", |(_, clock)| clock);
        match DateTime::strptime("%Y-%m-%dT%H:%M", minutes).map(Self) {
            Ok(time) if time.to_string() == minutes => Ok(time),
            _ if clock.ends_with(['Z', 'z']) || clock.contains(['+', '-', '[']) => {
                Err(format!("`{text}` has an offset, but the zone belongs in `tz`"))
            }
            _ => Err(format!("`{text}` is no time such as `2026-01-14T16:00`")),
        }
    }
}

impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}", self.0.strftime("%Y-%m-%dT%H:%M"))
    }
}

/// The minutes of a length of time such as `1h`, `45 minutes`, `1h 30m`.
pub fn minutes(text: &str) -> Option<u32> {
    let minutes = text.parse::<Span>().ok()?.total(jiff::Unit::Minute).ok()?;
    (minutes >= 1.0 && minutes <= f64::from(MOST_MINUTES)).then_some(minutes as u32)
}

/// A day: what is longer is no meeting.
const MOST_MINUTES: u32 = 24 * 60;

/// The first moment of a day, in UTC.
pub fn midnight(day: Date) -> Timestamp {
    TimeZone::UTC.to_timestamp(day.to_datetime(jiff::civil::Time::midnight())).unwrap_or(Timestamp::MIN)
}

/// A number that is larger for a later day.
pub fn day_number(day: Date) -> u32 {
    u32::try_from(midnight(day).as_second() / 86_400).unwrap_or(0)
}

impl<'de> Deserialize<'de> for LocalTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<LocalTime, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl Serialize for LocalTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for LocalTime {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "LocalTime".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "description": "A local time such as `2026-01-14T16:00`"})
    }
}
