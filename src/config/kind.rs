//! The four kinds of documentation, after the Diátaxis framework (<https://diataxis.fr>, Daniele Procida).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a page is for. A page may also have no kind: a welcome page, a code of conduct.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A lesson: the reader learns by doing, along one safe path.
    Tutorial,
    /// Directions: the reader has a goal and wants to reach it.
    HowTo,
    /// Description: the reader looks a fact up.
    Reference,
    /// Discussion: the reader wants to understand. `concept` is accepted and means the same.
    #[serde(alias = "concept")]
    Explanation,
}

impl Kind {
    /// All of them, in the order in which a reader meets them.
    pub const ALL: [Kind; 4] = [Kind::Tutorial, Kind::HowTo, Kind::Reference, Kind::Explanation];

    /// Its name in front matter.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Tutorial => "tutorial",
            Kind::HowTo => "how-to",
            Kind::Reference => "reference",
            Kind::Explanation => "explanation",
        }
    }
}
