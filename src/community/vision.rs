//! The vision board: why the project exists, for whom, and where it goes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::{Entity, Record, Ref};
use super::{Community, Persona};

/// The vision board, five columns.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Vision {
    /// Why the project exists.
    pub statement: String,
    /// What is better in the world when it succeeds.
    pub positive_change: Option<String>,
    /// Who it is for.
    #[serde(default)]
    pub target_group: Vec<TargetGroup>,
    /// What they need.
    #[serde(default)]
    pub needs: Vec<String>,
    /// What the project makes, and what makes it stand out.
    #[serde(default)]
    pub product: Vec<String>,
    /// What the community wants to become.
    #[serde(default)]
    pub community_goals: Vec<String>,
}

/// People whom the project is for.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct TargetGroup {
    /// Who they are.
    pub label: String,
    /// The personas among them.
    #[serde(default)]
    pub personas: Vec<Ref<Persona>>,
}

impl Entity for Vision {
    const NAME: &'static str = "vision";
    const FILES: &'static str = "vision";
    const SINGLE: bool = true;

    fn records(community: &Community) -> &[Record<Vision>] {
        community.vision.as_slice()
    }

    fn title(&self) -> &str {
        "Vision"
    }
}
