//! How the project releases.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::common::{Link, Moment};
use super::record::{Entity, Record, Ref, To};
use super::{Channel, Community};

/// How the project releases.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Releases {
    /// How often.
    pub cadence: String,
    /// How versions are numbered.
    pub scheme: Option<Scheme>,
    /// The form of a version: `YYYY.M.micro`.
    pub pattern: Option<String>,
    /// What a release captain does.
    #[serde(default)]
    pub captain_duties: Vec<String>,
    /// What is done, step by step.
    #[serde(default)]
    pub checklist: Vec<ChecklistStep>,
    /// What is tested.
    #[serde(default)]
    pub testing_checklist: Vec<String>,
    /// What branches are for.
    #[serde(default)]
    pub branches: Vec<Branch>,
    /// The form of a tag.
    pub tag_format: Option<String>,
    /// How a hotfix goes.
    pub hotfix: Option<String>,
    /// Packages that are released with it.
    #[serde(default)]
    pub related_packages: Vec<RelatedPackage>,
    /// Which versions are looked after.
    #[serde(default)]
    pub support: Vec<Support>,
    /// Which versions get fixes of weaknesses.
    pub security_backports: Option<String>,
    /// Where changes are written down.
    pub changelog: Option<To>,
    /// How releases are signed.
    pub signing: Option<String>,
    /// Where releases are announced.
    #[serde(default)]
    pub announce_in: Vec<Ref<Channel>>,
    /// How things are taken out.
    pub deprecation_policy: Option<String>,
    /// More to read.
    #[serde(default)]
    pub links: Vec<Link>,
}

/// How versions are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Scheme {
    /// By what changed.
    Semver,
    /// By date.
    Calver,
    /// Otherwise.
    Other,
}

/// A step of the checklist.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct ChecklistStep {
    /// What is done.
    pub step: String,
    /// By whom.
    pub who: Option<String>,
    /// A machine does it.
    #[serde(default)]
    pub automated: bool,
}

/// A branch.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Branch {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
}

/// A package that is released with the project.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct RelatedPackage {
    /// Its name.
    pub name: String,
    /// How the two hang together.
    pub coupling: String,
}

/// How long a version is looked after.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Support {
    /// The version.
    pub version: String,
    /// Until when.
    pub until: Option<Moment>,
    /// What it gets until then.
    pub kind: Option<String>,
}

impl Entity for Releases {
    const NAME: &'static str = "releases";
    const FILES: &'static str = "releases";
    const SINGLE: bool = true;

    fn records(community: &Community) -> &[Record<Releases>] {
        community.releases.as_slice()
    }

    fn title(&self) -> &str {
        "Releases"
    }
}
