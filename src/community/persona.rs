//! Personas: whom the project is for, and their stories and journeys.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::common::Link;
use super::record::{Entity, Record, Ref, To};
use super::{Community, RoadmapItem, Rung};
use crate::config::Kind;

/// A person who could be met: one who stands for many.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Persona {
    /// First name, or a name that tells the role.
    pub name: String,
    /// What they do for a living.
    pub occupation: String,
    /// One sentence that shows them at work.
    pub summary: Option<String>,
    /// Such as `she/her`.
    pub pronouns: Option<String>,
    /// An image in the static folder: `/people/taylor.png`.
    pub avatar: Option<To>,
    /// What the image shows, for those who do not see it. Leave it out when the name beside it says enough.
    pub avatar_alt: Option<String>,
    /// Between which ages.
    pub age: Option<Age>,
    /// To whom they report.
    pub reports_to: Option<String>,
    /// How deep they are in.
    pub level: Option<Level>,
    /// What brings them to the project. Default: they use it.
    #[serde(default)]
    pub kind: PersonaKind,
    /// Do such people come already, or does the project hope for them?
    #[serde(default)]
    pub existing: Existing,
    /// How many people they work with.
    pub team_size: Option<String>,
    /// What they work with every day.
    #[serde(default)]
    pub tools: Vec<String>,
    /// What hurts.
    #[serde(default)]
    pub pain_points: Vec<String>,
    /// What they need most of all.
    #[serde(default)]
    pub core_needs: Vec<String>,
    /// What they do.
    #[serde(default)]
    pub does: Vec<String>,
    /// What they know, and how well: `git = "some"`.
    #[serde(default)]
    pub skills: std::collections::BTreeMap<String, SkillLevel>,
    /// What makes a site usable for them.
    #[serde(default)]
    pub access_needs: Vec<String>,
    /// What the project does not aim to do for them.
    #[serde(default)]
    pub anti_needs: Vec<String>,
    /// Where the project saw this: issues, surveys, interviews.
    #[serde(default)]
    pub evidence: Vec<Link>,
    /// The page to begin with.
    pub start: Option<To>,
    /// The rung of the ladder on which they arrive.
    pub ladder_start: Option<Ref<Rung>>,
    /// Kinds of documentation that they do not need: cells of the coverage matrix that stay empty on purpose.
    #[serde(default)]
    pub not_needed: Vec<NotNeeded>,
    /// What they want to get done.
    #[serde(default)]
    pub stories: Vec<Story>,
    /// Their way with the project, stage by stage.
    #[serde(default)]
    pub journey: Vec<Stage>,
}

/// A span of ages.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Age {
    /// At least.
    pub min: Option<u8>,
    /// At most.
    pub max: Option<u8>,
}

/// How deep a persona is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Uses what others set up.
    EndUser,
    /// Uses everything there is, and helps others.
    SuperUser,
    /// Runs it for others.
    Admin,
    /// Builds on it.
    Developer,
    /// Takes part in the project.
    Contributor,
    /// Pays for it, or decides who does.
    Customer,
    /// Gives money or time without using it.
    Funder,
}

/// What brings a persona to the project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PersonaKind {
    /// They use it.
    #[default]
    User,
    /// They take part in it.
    Contributor,
    /// They decide whether others use or fund it.
    DecisionMaker,
}

/// Is the persona met today?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Existing {
    /// Yes.
    #[default]
    Today,
    /// Not yet.
    HopedFor,
}

/// How well somebody knows something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SkillLevel {
    /// Not at all.
    None,
    /// Enough to get by.
    Some,
    /// Well enough to teach it.
    Expert,
}

/// A kind of documentation that a persona does not need, and why.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct NotNeeded {
    /// The kind.
    pub kind: Kind,
    /// Why the cell stays empty.
    pub reason: String,
}

/// "As a *persona*, I want *goal* so that *reason*."
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Story {
    /// Its id among all stories.
    pub id: String,
    /// The goal, after "I want".
    pub want: String,
    /// The reason, after "so that".
    pub so_that: String,
    /// What became of it.
    #[serde(default)]
    pub status: StoryStatus,
    /// Pages that help with it.
    #[serde(default)]
    pub served_by: Vec<To>,
    /// Roadmap items that will.
    #[serde(default)]
    pub roadmap: Vec<Ref<RoadmapItem>>,
    /// Where it came from.
    #[serde(default)]
    pub evidence: Vec<Link>,
}

/// What became of a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StoryStatus {
    /// Somebody said it.
    #[default]
    Idea,
    /// The project wants it.
    Accepted,
    /// It works.
    Supported,
    /// The project will not do it.
    NotPlanned,
}

/// One stage of a journey.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Stage {
    /// Its name. Users often go through discover, evaluate, set up, first success, daily use, advocate; contributors
    /// through discovery, first contact, participation, sustained participation, networked participation, leadership.
    pub stage: String,
    /// What they do.
    pub doing: Option<String>,
    /// What they think.
    pub thinking: Option<String>,
    /// What they ask.
    pub question: Option<String>,
    /// What hurts.
    pub pain: Option<String>,
    /// The page that answers.
    pub page: Option<To>,
    /// The channel to ask in.
    pub channel: Option<Ref<super::Channel>>,
    /// The pathway that leads on.
    pub pathway: Option<Ref<super::Pathway>>,
}

impl Entity for Persona {
    const NAME: &'static str = "persona";
    const FILES: &'static str = "personas";

    fn records(community: &Community) -> &[Record<Persona>] {
        &community.personas
    }

    fn title(&self) -> &str {
        &self.name
    }
}
