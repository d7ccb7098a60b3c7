//! Kinds of contribution: what people can give, code or not.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::common::{Code, Effort, Link};
use super::record::{Entity, Record, Ref};
use super::{Channel, Community, Pathway, Team};

/// A kind of contribution.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Contribution {
    /// Its name, as an activity: `Triaging issues`.
    pub name: String,
    /// What one does.
    pub summary: String,
    /// How much code it takes.
    pub code: Code,
    /// What is contributed.
    pub area: Option<Area>,
    /// What helps to know.
    #[serde(default)]
    pub skills: Vec<String>,
    /// How long a first one takes.
    pub time_to_first: Option<Effort>,
    /// Where it happens.
    pub channel: Option<Ref<Channel>>,
    /// Where it happens, when that is no channel.
    pub place: Option<Link>,
    /// How others did it.
    #[serde(default)]
    pub examples: Vec<Link>,
    /// Pathways that lead in, besides those that name this kind.
    #[serde(default)]
    pub pathways: Vec<Ref<Pathway>>,
    /// Whom to ask.
    pub contact: Option<Ref<Team>>,
    /// Its keys in the all-contributors specification: `doc`, `translation`.
    #[serde(default)]
    pub all_contributors: Vec<String>,
}

/// What is contributed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Area {
    /// Code, tests, infrastructure.
    Code,
    /// Documentation, translation, teaching.
    Docs,
    /// Design of any sort.
    Design,
    /// Helping, organising, moderating, telling others.
    Community,
    /// Money and other means.
    Funding,
    /// Anything else.
    Other,
}

impl Entity for Contribution {
    const NAME: &'static str = "contribution";
    const FILES: &'static str = "contributions";

    fn records(community: &Community) -> &[Record<Contribution>] {
        &community.contributions
    }

    fn title(&self) -> &str {
        &self.name
    }
}
