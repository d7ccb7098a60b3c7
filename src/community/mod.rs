//! The community as typed data: one entity a file.
//!
//! Owns [`Community`] and every entity in it, the shared types, and the JSON Schema of each. Entry point: [`read`], which
//! never fails: a record that cannot be read is a finding, and all others stand. It must not know pages, URLs or HTML: a
//! reference to a page is text here, and `site` finds what it leads to.
//!
//! A sort of record lives in one file of many (`data/channels.toml`, one table a record, its key the id), in files of its
//! own (`data/personas/<id>.md`, the text below the front matter), or both. Entities with [`Entity::SINGLE`] are one file.

pub mod common;
mod read;
pub mod record;
mod sample;
mod schema;

mod agenda;
pub mod calendar;
mod channel;
mod clock;
mod conduct;
mod contribution;
mod credit;
mod decision;
mod ecosystem;
mod event;
mod funding;
mod governance;
mod ics;
mod label;
mod meeting;
mod note;
mod organisation;
mod pathway;
mod person;
mod persona;
mod project;
mod reading;
mod release;
mod reply;
mod roadmap;
mod rung;
mod team;
mod template;
mod term;
mod value;
mod vision;
mod zone;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;
pub use agenda::{About, Places, calendar_text};
pub use channel::{Channel, ChannelKind, ChannelStatus, Purpose};
pub use conduct::Conduct;
pub use contribution::{Area, Contribution};
pub use credit::Credit;
pub use decision::{Decision, Status};
pub use ecosystem::{Neighbour, Relation};
pub use event::Event;
pub use funding::{Funding, Sponsor};
pub use governance::Governance;
pub use label::Label;
pub use meeting::{Meeting, MeetingStatus, NotInCalendar, OpenTo};
pub use note::Note;
pub use organisation::Organisation;
pub use pathway::{Pathway, Step};
pub use person::Person;
pub use persona::{Persona, PersonaKind, StoryStatus};
pub use project::Project;
pub use read::read;
pub use reading::Reading;
pub use record::{COMMON_FIELDS, Entity, Freshness, LINK, REFERENCE, Record, Ref, Referable, To};
pub use release::Releases;
pub use reply::{Allowed, Category, Reply};
pub use roadmap::{Horizon, ItemStatus, RoadmapItem, Theme};
pub use rung::{LadderStage, Rung};
pub use sample::{MARK, Missing, Sample};
pub use schema::{ENTITIES, EntitySchema};
pub use team::{Seat, SeatRole, Team, TeamStatus};
pub use template::Template;
pub use term::Word;
pub use value::Value;
pub use vision::Vision;

/// A record's fields as data that any stage can walk over.
pub type Data = serde_json::Value;

/// Everything in the data folder.
#[derive(Debug, Clone, Default)]
pub struct Community {
    /// `project.toml`
    pub project: Option<Record<Project>>,
    /// `personas/`
    pub personas: Vec<Record<Persona>>,
    /// `values.toml`
    pub values: Vec<Record<Value>>,
    /// `vision.toml`
    pub vision: Option<Record<Vision>>,
    /// `people.toml`
    pub people: Vec<Record<Person>>,
    /// `orgs.toml`
    pub organisations: Vec<Record<Organisation>>,
    /// `teams/`
    pub teams: Vec<Record<Team>>,
    /// `ladder.toml`
    pub ladder: Vec<Record<Rung>>,
    /// `contributions.toml`
    pub contributions: Vec<Record<Contribution>>,
    /// `pathways/`
    pub pathways: Vec<Record<Pathway>>,
    /// `readings.toml`
    pub readings: Vec<Record<Reading>>,
    /// `channels.toml`
    pub channels: Vec<Record<Channel>>,
    /// `meetings.toml`
    pub meetings: Vec<Record<Meeting>>,
    /// `notes/`
    pub notes: Vec<Record<Note>>,
    /// `governance.toml`
    pub governance: Option<Record<Governance>>,
    /// `decisions/`
    pub decisions: Vec<Record<Decision>>,
    /// `roadmap/`
    pub roadmap: Vec<Record<RoadmapItem>>,
    /// `themes.toml`
    pub themes: Vec<Record<Theme>>,
    /// `releases.toml`
    pub releases: Option<Record<Releases>>,
    /// `labels.toml`
    pub labels: Vec<Record<Label>>,
    /// `replies/`
    pub replies: Vec<Record<Reply>>,
    /// `conduct.toml`
    pub conduct: Option<Record<Conduct>>,
    /// `credits.toml`
    pub credits: Vec<Record<Credit>>,
    /// `ecosystem.toml`
    pub ecosystem: Vec<Record<Neighbour>>,
    /// `funding.toml`
    pub funding: Vec<Record<Funding>>,
    /// `sponsors.toml`
    pub sponsors: Vec<Record<Sponsor>>,
    /// `templates.toml`
    pub templates: Vec<Record<Template>>,
    /// `terms.toml`
    pub terms: Vec<Record<Word>>,
    /// `events.toml`
    pub events: Vec<Record<Event>>,
    /// Every record of every sort, by its name and key.
    pub index: Index,
    /// What is wrong with the records.
    pub diagnostics: Vec<Diagnostic>,
}

/// Every record, without its type.
#[derive(Debug, Clone, Default)]
pub struct Index {
    entries: BTreeMap<&'static str, BTreeMap<String, usize>>,
    /// In the order in which they were read.
    pub all: Vec<IndexEntry>,
}

/// What can be said of any record.
#[derive(Debug, Clone)]
pub struct IndexEntry {
    /// The entity's name: `persona`.
    pub entity: &'static str,
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Its file.
    pub path: Arc<str>,
    /// Where it begins.
    pub span: Span,
    /// Its fields, the common ones among them. References and links are marks: see [`Ref`].
    pub data: Data,
    /// Links in its texts, with their places.
    pub links: Vec<(String, Span)>,
    /// It is named, but could not be read.
    pub is_broken: bool,
}

impl Index {
    /// The record that a reference means: `names` are entities parted by `|`.
    pub fn find(&self, names: &str, id: &str) -> Option<&IndexEntry> {
        names.split('|').find_map(|name| {
            let key = schema::key(name, id);
            self.entries.get(name)?.get(&key).map(|at| &self.all[*at])
        })
    }

    /// What references to records of these entities are written as: ids, and labels by their names too.
    pub fn names<'a>(&'a self, names: &'a str) -> impl Iterator<Item = &'a str> {
        let labels = self.all.iter().filter(move |entry| entry.entity == Label::NAME && names == Label::NAME);
        labels.map(|entry| &*entry.title).chain(self.ids(names))
    }

    /// The ids of all records of these entities.
    pub fn ids<'a>(&'a self, names: &'a str) -> impl Iterator<Item = &'a str> {
        self.all.iter().filter(move |entry| names.split('|').any(|name| name == entry.entity)).map(|entry| &*entry.id)
    }
}

impl Community {
    /// Nothing is described.
    pub fn is_empty(&self) -> bool {
        self.index.all.is_empty()
    }

    /// The record that an id means.
    pub fn get<E: Entity>(&self, id: &str) -> Option<&Record<E>> {
        let key = &self.index.find(E::NAME, id)?.id;
        E::records(self).iter().find(|record| record.id == *key)
    }

    /// Does a reference mean the record with this id?
    pub fn is_of<E: Entity>(&self, reference: &Option<Ref<E>>, id: &str) -> bool {
        let found = reference.as_ref().and_then(|reference| self.index.find(E::NAME, &reference.id));
        found.is_some_and(|entry| entry.id == id)
    }

    /// The way from a record back to itself, as ids, if there is one.
    fn circle<E: Entity>(&self, record: &Record<E>, onward: fn(&Record<E>) -> Vec<&Ref<E>>) -> Option<String> {
        let mut seen = vec![record.id.clone()];
        let mut ways: Vec<(&Record<E>, Vec<String>)> = vec![(record, vec![record.id.clone()])];
        while let Some((at, way)) = ways.pop() {
            for next in onward(at).into_iter().filter_map(|reference| self.get::<E>(&reference.id)) {
                let mut longer = way.clone();
                longer.push(next.id.clone());
                if next.id == record.id {
                    return Some(longer.join(" → "));
                }
                if !seen.contains(&next.id) {
                    seen.push(next.id.clone());
                    ways.push((next, longer));
                }
            }
        }
        None
    }
}

/// What the checks of records find.
#[derive(Debug, Default)]
pub struct Findings(Vec<Diagnostic>);

impl Findings {
    /// Something is wrong with a record.
    fn error<T>(
        &mut self,
        rule: &'static str,
        record: &Record<T>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.error_at(rule, record, record.span, message, help);
    }

    /// Something is wrong in a record.
    fn error_at<T>(
        &mut self,
        rule: &'static str,
        record: &Record<T>,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.0.push(Diagnostic::new(rule, Severity::Error, &record.path, span, message).help(help));
    }

    /// Something in a record is surely not meant.
    fn warning_at<T>(
        &mut self,
        rule: &'static str,
        record: &Record<T>,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.0.push(Diagnostic::new(rule, Severity::Warning, &record.path, span, message).help(help));
    }
}
