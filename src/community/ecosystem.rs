//! The ecosystem: projects that this one rests on, and that rest on it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Community;
use super::record::{Entity, Keeper, Record, Ref, To};

/// Another project, or somebody who uses this one.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Neighbour {
    /// Its name.
    pub name: String,
    /// Where it lives.
    pub url: To,
    /// How the two hang together.
    pub relation: Relation,
    /// Why it matters.
    pub why: Option<String>,
    /// The SPDX expression of its licence.
    pub license: Option<String>,
    /// Whom to ask there.
    pub contact: Option<String>,
    /// Who keeps contact.
    #[serde(default)]
    pub liaisons: Vec<Ref<Keeper>>,
    /// What this project does for it.
    #[serde(default)]
    pub how_we_help: Vec<String>,
    /// What the project does where it could change its own copy: `upstream first`, say.
    pub policy: Option<String>,
    /// How much of the project's time goes there: `a tenth`.
    pub share_of_time: Option<String>,
    /// The project could not do without it.
    #[serde(default)]
    pub key: bool,
}

/// How two projects hang together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// This project rests on it.
    Upstream,
    /// It rests on this project.
    Downstream,
    /// They work side by side.
    Peer,
    /// It gives this project a home.
    Host,
    /// One came out of the other.
    Fork,
    /// They use this project.
    Adopter,
}

impl Entity for Neighbour {
    const NAME: &'static str = "neighbour";
    const FILES: &'static str = "ecosystem";

    fn records(community: &Community) -> &[Record<Neighbour>] {
        &community.ecosystem
    }

    fn title(&self) -> &str {
        &self.name
    }
}
