//! Terms: what words mean here, and how they are written.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Community;
use super::record::{Entity, Record, Ref, To};

/// A word or name.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Word {
    /// As it is written.
    pub term: String,
    /// What it means, in one sentence.
    pub definition: Option<String>,
    /// What it stands for, where it is an abbreviation.
    pub expansion: Option<String>,
    /// Ways of writing it that are wrong here.
    #[serde(default)]
    pub not: Vec<String>,
    /// The page that says more.
    pub page: Option<To>,
    /// Words to look at too.
    #[serde(default)]
    pub see: Vec<Ref<Word>>,
}

impl Entity for Word {
    const NAME: &'static str = "term";
    const FILES: &'static str = "terms";

    fn records(community: &Community) -> &[Record<Word>] {
        &community.terms
    }

    fn title(&self) -> &str {
        &self.term
    }
}
