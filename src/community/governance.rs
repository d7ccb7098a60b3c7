//! How the project decides.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::{Entity, Record, Ref, To};
use super::{Community, Team};
use crate::data::Date;

/// How decisions are made. Until it is adopted, it is a draft and says so.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Governance {
    /// The way of deciding.
    pub model: Model,
    /// How it works, in a paragraph.
    pub summary: String,
    /// The day on which the project adopted it.
    pub adopted: Option<Date>,
    /// Sorts of decisions, and who makes them.
    #[serde(default)]
    pub decision_types: Vec<DecisionType>,
    /// Who may propose.
    pub who_may_propose: Option<String>,
    /// The page that says how to propose.
    pub propose: Option<To>,
    /// How to object.
    pub appeal: Option<String>,
    /// What somebody does who has an interest in the matter.
    pub conflict_of_interest: Option<String>,
    /// How these rules change.
    pub amendment: Option<String>,
    /// How people are elected.
    pub elections: Option<String>,
    /// How the project stays nobody's in particular.
    pub vendor_neutrality: Option<String>,
    /// Which rules hold for paid work.
    pub paid_work_policy: Option<String>,
    /// Who speaks for the project on money.
    pub speaks_on_money: Option<Ref<Team>>,
    /// The largest share of a deciding team that one employer may hold, in percent.
    pub employer_share: Option<u8>,
}

/// A way of deciding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Model {
    /// Nobody objects.
    Consent,
    /// Agreement is looked for, a vote settles the rest.
    ConsensusSeeking,
    /// Silence is agreement.
    LazyConsensus,
    /// A majority decides.
    Vote,
    /// One person has the last word.
    Bdfl,
    /// A council decides.
    Council,
    /// Whoever does it decides.
    DoOcracy,
}

/// A sort of decision.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct DecisionType {
    /// Its name.
    pub name: String,
    /// Examples.
    #[serde(default)]
    pub examples: Vec<String>,
    /// Who decides.
    pub who_decides: String,
    /// How.
    pub how: String,
    /// How many must take part.
    pub quorum: Option<String>,
    /// How many must agree.
    pub threshold: Option<String>,
    /// How long there is to answer: `1 week`.
    pub window: Option<String>,
    /// Can it be taken back?
    pub reversible: Option<Reversible>,
    /// Where it is recorded.
    pub record_in: Option<String>,
}

/// Can a decision be taken back?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reversible {
    /// Yes.
    TwoWay,
    /// Hardly.
    OneWay,
}

impl Entity for Governance {
    const NAME: &'static str = "governance";
    const FILES: &'static str = "governance";
    const SINGLE: bool = true;

    fn records(community: &Community) -> &[Record<Governance>] {
        community.governance.as_slice()
    }

    fn title(&self) -> &str {
        "Governance"
    }
}
