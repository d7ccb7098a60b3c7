//! The list of entities, and the JSON Schema of each: what editors complete and validate with.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::record::{Entity, Freshness};
use super::value::Value as ProjectValue;
use super::{
    Channel, Conduct, Contribution, Credit, Decision, Event, Funding, Governance, Label, Meeting, Neighbour, Note,
    Organisation, Pathway, Person, Persona, Project, Reading, Releases, Reply, RoadmapItem, Rung, Sponsor, Team,
    Template, Theme, Vision, Word,
};

/// What can be said of an entity without a record of it.
pub struct EntitySchema {
    /// Its name: `persona`.
    pub name: &'static str,
    /// Its file and folder, below the data folder: `personas`.
    pub files: &'static str,
    /// There is one record of it at most.
    pub single: bool,
    key: fn(&str) -> String,
    schema: fn() -> Value,
}

const fn entity<E: Entity>() -> EntitySchema {
    EntitySchema { name: E::NAME, files: E::FILES, single: E::SINGLE, key: E::key, schema: record_schema::<E> }
}

/// All entities.
pub const ENTITIES: &[EntitySchema] = &[
    entity::<Channel>(),
    entity::<Conduct>(),
    entity::<Contribution>(),
    entity::<Credit>(),
    entity::<Decision>(),
    entity::<Event>(),
    entity::<Funding>(),
    entity::<Governance>(),
    entity::<Label>(),
    entity::<Meeting>(),
    entity::<Neighbour>(),
    entity::<Note>(),
    entity::<Organisation>(),
    entity::<Pathway>(),
    entity::<Person>(),
    entity::<Persona>(),
    entity::<Project>(),
    entity::<Reading>(),
    entity::<Releases>(),
    entity::<Reply>(),
    entity::<RoadmapItem>(),
    entity::<Rung>(),
    entity::<Sponsor>(),
    entity::<Team>(),
    entity::<Template>(),
    entity::<Theme>(),
    entity::<ProjectValue>(),
    entity::<Vision>(),
    entity::<Word>(),
];

/// The key under which an entity's records are found.
pub(super) fn key(name: &str, id: &str) -> String {
    ENTITIES.iter().find(|entity| entity.name == name).map_or_else(|| id.to_owned(), |entity| (entity.key)(id))
}

impl EntitySchema {
    /// The schema of one record: of a file of its own, or of the front matter of a Markdown file.
    pub fn of_record(&self) -> Value {
        (self.schema)()
    }

    /// The schema of a file of many records, each under its id.
    pub fn of_file(&self) -> Value {
        let mut record = self.of_record();
        let mut file = Map::new();
        for key in ["$schema", "$defs"] {
            if let Some(value) = record.as_object_mut().and_then(|record| record.shift_remove(key)) {
                file.insert(key.to_owned(), value);
            }
        }
        file.insert("title".to_owned(), json!(self.files));
        file.insert("type".to_owned(), json!("object"));
        file.insert("additionalProperties".to_owned(), record);
        Value::Object(file)
    }
}

fn record_schema<E: Entity>() -> Value {
    let settings = || SchemaSettings::draft2020_12().into_generator();
    let mut schema = settings().into_root_schema_for::<E>().to_value();
    let common = settings().into_root_schema_for::<Freshness>().to_value();
    if let (Some(record), Some(common)) = (schema.as_object_mut(), common["properties"].as_object()) {
        record.insert("title".to_owned(), json!(E::NAME));
        record.insert("additionalProperties".to_owned(), json!(false));
        if let Some(properties) = record.get_mut("properties").and_then(Value::as_object_mut) {
            properties.extend(common.iter().map(|(name, schema)| (name.clone(), schema.clone())));
        }
    }
    schema
}
