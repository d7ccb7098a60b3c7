//! Small types that several entities share.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserializer, Error};
use serde::{Deserialize, Serialize};

use super::record::To;
use crate::data::Date;

/// How much code something takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Code {
    /// None at all.
    None,
    /// A little: settings, Markdown, a query.
    Low,
    /// Programming.
    Yes,
}

/// How long something takes. Give one of the lengths; with `per` it is a habit, not a task.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Effort {
    /// Minutes.
    pub minutes: Option<u32>,
    /// Hours.
    pub hours: Option<u32>,
    /// Days of work.
    pub days: Option<u32>,
    /// Weeks of work.
    pub weeks: Option<u32>,
    /// How often it comes again.
    pub per: Option<Per>,
    /// What the number does not say.
    pub note: Option<String>,
}

/// How often an effort comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Per {
    /// Every week.
    Week,
    /// Every month.
    Month,
    /// Every release.
    Release,
}

/// What a reader can spare, for filters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Time {
    /// Up to an hour.
    Hour,
    /// Up to a day.
    Day,
    /// More.
    Longer,
    /// Some time again and again.
    Regular,
}

impl Effort {
    /// The filter that it falls under; nothing where no length is given.
    pub fn time(&self) -> Option<Time> {
        const DAY: u32 = 8 * 60;
        let lengths = [(self.minutes, 1), (self.hours, 60), (self.days, DAY), (self.weeks, 5 * DAY)];
        let minutes: u32 = lengths.iter().filter_map(|(number, unit)| number.map(|n| n.saturating_mul(*unit))).sum();
        match minutes {
            0 => None,
            _ if self.per.is_some() => Some(Time::Regular),
            1..=60 => Some(Time::Hour),
            61..=DAY => Some(Time::Day),
            _ => Some(Time::Longer),
        }
    }
}

/// A link with its text.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Link {
    /// Where it leads.
    pub url: To,
    /// Its text. Default: the page's title, or the URL.
    pub label: Option<String>,
}

/// A stretch of time: a term, a sponsorship. Days, months and years are written `2026-11-20`, `2026-11`, `2026`.
#[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
#[serde(default)]
pub struct Term {
    /// Its beginning.
    pub from: Option<Moment>,
    /// Its end; open without one.
    pub to: Option<Moment>,
    /// What the dates do not say.
    pub note: Option<String>,
}

/// A day, a month or a year.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Moment(String);

impl JsonSchema for Moment {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let description = "A day, a month or a year: `2026-11-20`, `2026-11`, `2026`";
        json_schema!({"type": ["string", "integer"], "format": "moment", "description": description})
    }
}

impl Moment {
    /// As written: it compares with days as text, for all of them begin with the year.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its last day: a month and a year last to their ends.
    pub fn last_day(&self) -> Option<Date> {
        match self.0.len() {
            4 => format!("{}-12-31", self.0).parse().ok(),
            7 => (28..=31).rev().find_map(|day| format!("{}-{day}", self.0).parse().ok()),
            _ => self.0.parse().ok(),
        }
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Moment, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Given {
            Year(i64),
            Text(String),
        }
        let text = match Given::deserialize(deserializer) {
            Ok(Given::Year(year)) => year.to_string(),
            Ok(Given::Text(text)) => text,
            Err(_) => String::new(),
        };
        let whole = match text.len() {
            4 => format!("{text}-01-01"),
            7 => format!("{text}-01"),
            _ => text.clone(),
        };
        match whole.parse::<Date>() {
            Ok(_) => Ok(Moment(text)),
            Err(_) => Err(D::Error::custom("expected a day, a month or a year: `2026-11-20`, `2026-11` or `2026`")),
        }
    }
}

/// What something costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Money {
    /// Not a number.
    Word(MoneyWord),
    /// So much.
    Exact(Amount),
    /// Between two amounts.
    Between(AmountRange),
}

/// What can be said of a cost without a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum MoneyWord {
    /// Nobody has worked it out.
    Unknown,
    /// It depends on what the funder wants: ask.
    Ask,
    /// It costs nothing.
    None,
}

/// An amount of money.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
pub struct Amount {
    /// In whole units of the currency.
    pub amount: u64,
    /// Its ISO 4217 code: `EUR`.
    pub currency: String,
}

/// An amount that is not known exactly.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
pub struct AmountRange {
    /// At least, in whole units of the currency.
    pub min: u64,
    /// At most.
    pub max: u64,
    /// Its ISO 4217 code: `EUR`.
    pub currency: String,
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Money, D::Error> {
        // Read as what it is first: a missing cost is missing, and no wrong cost.
        let given = serde_json::Value::deserialize(deserializer)?;
        let expected = "expected `unknown`, `ask`, `none`, `{ amount = 12000, currency = \"EUR\" }` or `{ min = …, max = …, currency = … }`";
        let money = match &given {
            serde_json::Value::String(_) => serde_json::from_value(given).map(Money::Word),
            serde_json::Value::Object(fields) if fields.contains_key("min") || fields.contains_key("max") => {
                serde_json::from_value(given).map(Money::Between)
            }
            _ => serde_json::from_value(given).map(Money::Exact),
        };
        match money {
            Ok(Money::Between(range)) if range.min > range.max => Err(D::Error::custom("`min` is more than `max`")),
            Ok(money) => Ok(money),
            Err(_) => Err(D::Error::custom(expected)),
        }
    }
}

/// How much of a cost is covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Funded {
    /// Nothing.
    No,
    /// Some of it.
    Partial,
    /// All of it.
    Full,
}
