//! Notes of meetings.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::{Entity, Record, Ref, To};
use super::{Community, Decision, Meeting, Person};
use crate::data::Date;

/// What was said in a meeting.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Note {
    /// The day.
    pub date: Date,
    /// The meeting.
    pub meeting: Ref<Meeting>,
    /// Its title, where the day does not say enough.
    #[serde(default)]
    pub title: String,
    /// Who was there and agreed to be named.
    #[serde(default)]
    pub attendees: Vec<Ref<Person>>,
    /// What was on the agenda.
    #[serde(default)]
    pub agenda: Vec<String>,
    /// What was decided.
    #[serde(default)]
    pub decisions: Vec<String>,
    /// Decision records that were spoken about.
    #[serde(default)]
    pub records: Vec<Ref<Decision>>,
    /// What is to be done.
    #[serde(default)]
    pub actions: Vec<Action>,
    /// The recording.
    pub recording: Option<To>,
}

/// Something to be done.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Action {
    /// What.
    pub what: String,
    /// By whom.
    pub who: Option<Ref<Person>>,
    /// Until when, if the meeting said so.
    pub due: Option<Date>,
    /// It is done.
    #[serde(default)]
    pub done: bool,
}

impl Entity for Note {
    const NAME: &'static str = "note";
    const FILES: &'static str = "notes";

    fn records(community: &Community) -> &[Record<Note>] {
        &community.notes
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn settle(&mut self, _: &str) {
        if self.title.is_empty() {
            self.title = self.date.to_string();
        }
    }
}
