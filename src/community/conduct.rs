//! The code of conduct and how it is enforced.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::{Entity, Record, Ref, To};
use super::{Channel, Community, Person, Team};
use crate::data::Date;

/// The code of conduct. Until it is adopted, it is a draft and says so.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Conduct {
    /// The policy.
    pub policy: Policy,
    /// Who looks after it: two people at least.
    pub committee: Ref<Team>,
    /// Ways to report, two at least, one of them around any single member of the committee.
    pub report_via: Vec<ReportWay>,
    /// The day on which the project adopted it.
    pub adopted: Option<Date>,
    /// Where it holds.
    #[serde(default)]
    pub scope: Vec<String>,
    /// Channels where it holds.
    #[serde(default)]
    pub channels: Vec<Ref<Channel>>,
    /// When a report is acknowledged: `2 days`.
    pub acknowledge_within: Option<String>,
    /// When it is settled: `1 week`.
    pub resolve_within: Option<String>,
    /// What happens, from mild to severe.
    #[serde(default)]
    pub levels: Vec<ConductLevel>,
    /// How to object.
    pub appeal: Option<String>,
    /// What a member of the committee does who is involved.
    pub conflict_rule: Option<String>,
    /// What is kept, and for how long.
    pub records: Option<String>,
    /// Where the committee reports on its work.
    pub transparency_report: Option<To>,
    /// How the committee is trained.
    pub training: Option<String>,
    /// What holds at events.
    pub events_variant: Option<To>,
}

/// The text of a code of conduct.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Policy {
    /// Its name: `Contributor Covenant`.
    pub name: String,
    /// Its version.
    pub version: Option<String>,
    /// Where it can be read.
    pub url: To,
    /// The project changed it.
    #[serde(default)]
    pub adapted: bool,
}

/// A way to report.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct ReportWay {
    /// What it is: `a form`, `one member of the committee`.
    pub label: String,
    /// Where it is.
    pub url: Option<To>,
    /// Who reads it, where that is one person.
    pub person: Option<Ref<Person>>,
    /// Nobody has to give a name.
    #[serde(default)]
    pub anonymous: bool,
}

/// What happens.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct ConductLevel {
    /// How severe it is, from 0.
    pub n: u8,
    /// What was done.
    pub severity: String,
    /// What follows.
    pub action: String,
}

impl Entity for Conduct {
    const NAME: &'static str = "conduct";
    const FILES: &'static str = "conduct";
    const SINGLE: bool = true;

    fn records(community: &Community) -> &[Record<Conduct>] {
        community.conduct.as_slice()
    }

    fn title(&self) -> &str {
        "Code of conduct"
    }
}
