//! The roadmap: what the project wants, why, and where help or money is welcome.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::common::{Effort, Funded, Link, Money};
use super::record::{Entity, Helper, Keeper, Record, Ref};
use super::{Community, Decision, Findings, Persona, Team, Value};
use crate::data::Date;

/// Something that the project wants. What gives no date shows none.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct RoadmapItem {
    /// What it is.
    pub title: String,
    /// What it is, in a sentence or two.
    pub summary: String,
    /// The theme that it belongs to.
    pub theme: Option<Ref<Theme>>,
    /// How near it is.
    pub horizon: Option<Horizon>,
    /// The cycle that it is planned for, in projects that work in cycles: `2027h1`.
    pub cycle: Option<String>,
    /// The milestone that it is planned for, in projects that work by milestones.
    pub milestone: Option<String>,
    /// How much it matters.
    #[serde(default)]
    pub priority: Priority,
    /// Where it stands.
    #[serde(default)]
    pub status: ItemStatus,
    /// Why the project wants it.
    pub why: Option<String>,
    /// Whom it serves.
    #[serde(default)]
    pub benefits: Vec<Ref<Persona>>,
    /// Values that it follows from.
    #[serde(default)]
    pub values: Vec<Ref<Value>>,
    /// Whom to ask about it.
    pub contact: Option<Ref<Keeper>>,
    /// The team that looks after it.
    pub team: Option<Ref<Team>>,
    /// Who pushes it.
    #[serde(default)]
    pub champions: Vec<Ref<Keeper>>,
    /// What it asks of teams.
    #[serde(default)]
    pub asks: Vec<Ask>,
    /// What it lacks.
    #[serde(default)]
    pub needs: Vec<Need>,
    /// Where help is wanted.
    #[serde(default)]
    pub help_wanted: Vec<HelpWanted>,
    /// Where money is.
    #[serde(default)]
    pub funding: Vec<FundingNeed>,
    /// It can be done as a community work order.
    #[serde(default)]
    pub cwo_ready: bool,
    /// The decision that it rests on.
    pub decision: Option<Ref<Decision>>,
    /// Where the work is followed.
    #[serde(default)]
    pub tracking: Vec<Link>,
    /// What it is aiming at, in words: `the second release of 2027`.
    pub target: Option<String>,
    /// Steps on the way.
    #[serde(default)]
    pub milestones: Vec<Milestone>,
    /// What happened so far.
    #[serde(default)]
    pub updates: Vec<Update>,
    /// The item that it is a part of.
    pub parent: Option<Ref<RoadmapItem>>,
    /// It stands in the brochure.
    #[serde(default)]
    pub highlight: bool,
}

/// How near an item is. It is an order, not a schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Horizon {
    /// It is being worked on.
    Now,
    /// It comes after that.
    Next,
    /// It comes some time.
    Later,
    /// Nobody knows whether it comes.
    Exploring,
}

/// How much an item matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Priority {
    /// Very much.
    High,
    /// Much.
    Medium,
    /// Somewhat.
    Low,
    /// Nobody said.
    #[default]
    Unranked,
}

/// Where an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ItemStatus {
    /// Somebody had the idea.
    #[default]
    Idea,
    /// It is clear what has to be done.
    Scoped,
    /// It is being done.
    InProgress,
    /// Something is in its way.
    Blocked,
    /// It is done.
    Done,
    /// It will not be done.
    Dropped,
    /// It is done if there is time.
    Stretch,
}

/// What an item asks of a team.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Ask {
    /// Of whom.
    pub team: Ref<Team>,
    /// How much.
    pub size: Option<Size>,
    /// What.
    pub note: Option<String>,
}

/// How much is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Size {
    /// An afternoon.
    Small,
    /// A few weeks.
    Medium,
    /// Months.
    Large,
}

/// What an item lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Need {
    /// Somebody who does it.
    Contributor,
    /// Money.
    Funding,
    /// A design.
    Design,
    /// Somebody who looks at it.
    Review,
    /// A decision.
    Decision,
}

/// A task that somebody could take.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct HelpWanted {
    /// What is to be done.
    pub task: String,
    /// What one should know.
    pub experience: Option<String>,
    /// How long it takes.
    pub effort: Option<Effort>,
    /// Whom to ask.
    pub contact: Option<Ref<Helper>>,
    /// It takes no code.
    #[serde(default)]
    pub no_code: bool,
}

/// What money would do.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct FundingNeed {
    /// What it is for.
    pub purpose: String,
    /// How much it takes.
    pub cost: Money,
    /// How much of that is there.
    pub funded: Funded,
    /// Who gave it, where they agreed to be named.
    #[serde(default)]
    pub sponsors: Vec<Ref<super::Sponsor>>,
    /// Whom to ask.
    pub contact: Option<Ref<Helper>>,
}

/// A step on the way.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Milestone {
    /// What it is.
    pub title: String,
    /// It is reached.
    #[serde(default)]
    pub done: bool,
}

/// What happened to an item.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Update {
    /// When.
    pub date: Date,
    /// What.
    pub text: String,
    /// Who says so.
    pub by: Option<Ref<Keeper>>,
}

impl RoadmapItem {
    /// There is work left.
    pub fn is_active(&self) -> bool {
        !matches!(self.status, ItemStatus::Done | ItemStatus::Dropped)
    }

    /// Money would help, and is not there yet.
    pub fn is_fundable(&self) -> bool {
        self.is_active() && self.funding.iter().any(|need| need.funded != Funded::Full)
    }
}

impl Entity for RoadmapItem {
    const NAME: &'static str = "roadmap";
    const FILES: &'static str = "roadmap";

    fn records(community: &Community) -> &[Record<RoadmapItem>] {
        &community.roadmap
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn check(record: &Record<RoadmapItem>, community: &Community, findings: &mut Findings) {
        if let Some(around) = community.circle(record, |item| item.fields.parent.iter().collect()) {
            let message = format!("the roadmap item `{}` is a part of itself: {around}", record.id);
            findings.error("roadmap-cycle", record, message, "take out one `parent` of the circle");
        }
        let resting_on = record.fields.decision.as_ref().filter(|_| record.fields.is_active());
        if let Some(reference) = resting_on
            && let Some(decision) = community.get::<Decision>(&reference.id)
            && decision.fields.status.value.is_past()
        {
            let message =
                format!("this is planned, and decision {} that it rests on is past", decision.fields.number.value);
            let help = "drop the item, or name the decision that holds now";
            findings.error_at("roadmap-contradicts-decision", record, reference.span, message, help);
        }
    }
}

/// A part of the roadmap, with a reason of its own.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Theme {
    /// Its name.
    pub title: String,
    /// Why it matters.
    pub why: Option<String>,
    /// What holds for all of its items.
    #[serde(default)]
    pub axioms: Vec<String>,
    /// Whom to ask.
    pub contact: Option<Ref<Keeper>>,
}

impl Entity for Theme {
    const NAME: &'static str = "theme";
    const FILES: &'static str = "themes";

    fn records(community: &Community) -> &[Record<Theme>] {
        &community.themes
    }

    fn title(&self) -> &str {
        &self.title
    }
}
