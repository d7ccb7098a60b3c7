//! Events: sprints, conferences, rounds of mentoring.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::common::Link;
use super::record::{Entity, Record, Ref, To};
use super::{Community, Findings, Team};
use crate::data::{Date, Spanned};

/// Something that happens once.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Event {
    /// Its name.
    pub name: String,
    /// The first day.
    pub date: Date,
    /// What it is.
    pub kind: Option<EventKind>,
    /// The last day.
    pub until: Option<Spanned<Date>>,
    /// What happens.
    pub summary: Option<String>,
    /// Where, or `online`.
    pub place: Option<String>,
    /// Where to read more.
    pub url: Option<To>,
    /// Who runs it.
    pub team: Option<Ref<Team>>,
    /// More to read.
    #[serde(default)]
    pub links: Vec<Link>,
}

/// What an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum EventKind {
    /// Working together.
    Sprint,
    /// Talks.
    Conference,
    /// A round of mentoring.
    Mentoring,
    /// Learning together.
    Workshop,
    /// Anything else.
    Other,
}

impl Entity for Event {
    const NAME: &'static str = "event";
    const FILES: &'static str = "events";

    fn records(community: &Community) -> &[Record<Event>] {
        &community.events
    }

    fn title(&self) -> &str {
        &self.name
    }

    fn check(record: &Record<Event>, _: &Community, findings: &mut Findings) {
        if let Some(until) = record.fields.until.as_ref().filter(|until| until.value < record.fields.date) {
            let message = "the event ends before it begins";
            findings.error_at("event-ends-before-it-begins", record, until.span, message, "mend `date` or `until`");
        }
    }
}
