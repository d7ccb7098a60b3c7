//! Days and periods, as front matter and records give them. The door to `jiff`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A day of the calendar, written `2026-11-20`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

/// A length of time on the calendar, written `180d`, `6 months` or `1 year`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Period(String);

impl Date {
    /// The day of a moment, in seconds since 1970 began, in UTC; nothing beyond the calendar's end.
    pub fn of_unix(seconds: i64) -> Option<Date> {
        let moment = jiff::Timestamp::from_second(seconds).ok()?;
        Some(Date(moment.to_zoned(jiff::tz::TimeZone::UTC).date()))
    }

    /// The day, for calendars.
    pub fn civil(self) -> jiff::civil::Date {
        self.0
    }

    /// The day on which something that was looked at on this day is due again; nothing beyond the calendar's end.
    pub fn plus(self, period: &Period) -> Option<Date> {
        let span: jiff::Span = period.0.parse().expect("a period was parsed when it was read");
        self.0.checked_add(span).ok().map(Date)
    }
}

impl From<jiff::civil::Date> for Date {
    fn from(date: jiff::civil::Date) -> Date {
        Date(date)
    }
}

impl FromStr for Date {
    type Err = String;

    fn from_str(text: &str) -> Result<Date, String> {
        text.trim().parse().map(Date).map_err(|_| format!("`{text}` is not a date such as `2026-11-20`"))
    }
}

impl FromStr for Period {
    type Err = String;

    fn from_str(text: &str) -> Result<Period, String> {
        match text.parse::<jiff::Span>() {
            Ok(span) if !span.is_negative() && !span.is_zero() => Ok(Period(text.to_owned())),
            _ => Err(format!("`{text}` is not a period such as `180d`, `6 months` or `1 year`")),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        parsed(deserializer)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Period, D::Error> {
        parsed(deserializer)
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

fn parsed<'de, D: Deserializer<'de>, T: FromStr<Err = String>>(deserializer: D) -> Result<T, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_review_is_due_a_period_after_the_last_one() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let after = |period: &str| day("2026-08-31").plus(&period.parse().unwrap());
        assert_eq!(after("180d"), Some(day("2027-02-27")));
        assert_eq!(after("6 months"), Some(day("2027-02-28")));
        assert_eq!(after("9998 years"), None);
        assert_eq!(
            "soon".parse::<Period>().unwrap_err(),
            "`soon` is not a period such as `180d`, `6 months` or `1 year`"
        );
        assert_eq!("20.11.2026".parse::<Date>().unwrap_err(), "`20.11.2026` is not a date such as `2026-11-20`");
    }
}
