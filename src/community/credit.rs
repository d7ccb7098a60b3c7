//! Credits: who gave what, of any kind.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::common::{Link, Term};
use super::record::{Entity, Record, Ref};
use super::{Community, Person};

/// Thanks to a person.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Credit {
    /// To whom.
    pub person: Ref<Person>,
    /// For what: keys of the all-contributors specification (`code`, `doc`, `translation`), or words of your own.
    pub kinds: Vec<String>,
    /// When.
    pub span: Option<Term>,
    /// What it was.
    #[serde(default)]
    pub links: Vec<Link>,
    /// In your words.
    pub text: Option<String>,
}

impl Entity for Credit {
    const NAME: &'static str = "credit";
    const FILES: &'static str = "credits";

    fn records(community: &Community) -> &[Record<Credit>] {
        &community.credits
    }

    fn title(&self) -> &str {
        &self.person.id
    }
}
