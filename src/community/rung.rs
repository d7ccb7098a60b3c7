//! The ladder: from enthusiast to maintainer and sustainer, lateral tracks included.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Community;
use super::record::{Entity, Record, Ref};

/// A rung of the ladder: a role that people grow into.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Rung {
    /// Its name.
    pub name: String,
    /// How far up it is. Rungs of one order stand side by side: none is above the other.
    pub order: u32,
    /// The part of the community that it belongs to.
    pub stage: LadderStage,
    /// Who stands on it, in one sentence.
    pub description: Option<String>,
    /// What people on it do.
    #[serde(default)]
    pub responsibilities: Vec<String>,
    /// What it takes to get there.
    #[serde(default)]
    pub requirements: Vec<Requirement>,
    /// What it allows.
    #[serde(default)]
    pub privileges: Vec<String>,
    /// Who can put somebody forward.
    pub nominators: Option<String>,
    /// Who says yes.
    pub approvers: Option<String>,
    /// How it goes, step by step.
    #[serde(default)]
    pub process: Vec<String>,
    /// What it covers.
    pub scope: Option<RungScope>,
    /// How long it lasts: `2 years`.
    pub term: Option<String>,
    /// What happens when somebody falls silent.
    pub inactivity: Option<Inactivity>,
    /// How somebody is removed.
    pub removal: Option<String>,
    /// Where people go who step down.
    pub emeritus: Option<Ref<Rung>>,
    /// The rungs from which people come. Without one, it is where people arrive.
    #[serde(default)]
    pub from: Vec<Ref<Rung>>,
    /// It cannot be reached without writing code.
    #[serde(default)]
    pub code_required: bool,
}

/// The parts of a community.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LadderStage {
    /// Likes the idea.
    Enthusiast,
    /// Uses it.
    User,
    /// Tells others.
    Advocate,
    /// Takes part.
    Contributor,
    /// Looks after it.
    Maintainer,
    /// Makes sure that it goes on: money, time, people.
    Sustainer,
    /// Did one of these.
    Emeritus,
}

/// What it takes to get to a rung.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Requirement {
    /// In one sentence.
    pub text: String,
    /// What sort of thing it is.
    pub kind: Option<RequirementKind>,
    /// How many.
    pub n: Option<u32>,
    /// Requirements of one group stand for each other: any of them will do.
    pub any_of_group: Option<String>,
}

/// What sort of requirement it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum RequirementKind {
    /// Something that one does again and again.
    Habit,
    /// So many of something.
    Count,
    /// So long.
    Time,
    /// Somebody who vouches.
    Sponsor,
    /// Something to learn.
    Training,
    /// Something to agree to.
    Agreement,
}

/// What a rung covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum RungScope {
    /// The whole project.
    Project,
    /// A team.
    Team,
    /// A part of the code.
    Path,
}

/// What happens when somebody falls silent.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Inactivity {
    /// After how long: `6 months`.
    pub after: String,
    /// What then.
    pub then: String,
}

impl Entity for Rung {
    const NAME: &'static str = "rung";
    const FILES: &'static str = "ladder";

    fn records(community: &Community) -> &[Record<Rung>] {
        &community.ladder
    }

    fn title(&self) -> &str {
        &self.name
    }
}
