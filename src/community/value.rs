//! Values: what the project holds to, and what that costs it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::{Entity, Record, Ref};
use super::{Community, Persona};

/// Something that the project holds to.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Value {
    /// In a few words.
    pub name: String,
    /// What it says.
    pub statement: String,
    /// What the project does because of it.
    #[serde(default)]
    pub means: Vec<String>,
    /// What the project gives up for it.
    #[serde(default)]
    pub costs: Vec<String>,
    /// Personas who may want the opposite.
    #[serde(default)]
    pub not_for: Vec<Ref<Persona>>,
}

impl Entity for Value {
    const NAME: &'static str = "value";
    const FILES: &'static str = "values";

    fn records(community: &Community) -> &[Record<Value>] {
        &community.values
    }

    fn title(&self) -> &str {
        &self.name
    }
}
