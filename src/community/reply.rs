//! Saved replies: what maintainers say again and again.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::{Entity, Record, Ref, To};
use super::{Community, Label};

/// A saved reply. Its text is what stands below the front matter, with `{{placeholders}}`.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Reply {
    /// What it is called.
    pub title: String,
    /// When to use it.
    pub when: String,
    /// What it belongs to.
    pub category: Category,
    /// What to do along with it.
    #[serde(default)]
    pub actions: Vec<ReplyAction>,
    /// Who may use it.
    #[serde(default)]
    pub allowed: Allowed,
    /// How it should sound.
    pub tone_note: Option<String>,
}

/// What a reply belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Category {
    /// Greeting people.
    Welcome,
    /// Sorting issues.
    Triage,
    /// Asking for more.
    Quality,
    /// Looking at changes.
    Review,
    /// Keeping things friendly.
    Conduct,
}

/// Something to do along with a reply: give one of them.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct ReplyAction {
    /// Put this label on.
    pub add_label: Option<Ref<Label>>,
    /// Take this label off.
    pub remove_label: Option<Ref<Label>>,
    /// Close it.
    #[serde(default)]
    pub close: bool,
    /// Link to this.
    pub link: Option<To>,
    /// Move it there.
    #[serde(rename = "move")]
    pub move_to: Option<String>,
}

/// Who may use a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Allowed {
    /// Everybody.
    #[default]
    Anyone,
    /// Those who sort issues.
    Triage,
    /// Maintainers.
    Maintainers,
    /// The committee that looks after the code of conduct.
    ConductCommittee,
}

impl Entity for Reply {
    const NAME: &'static str = "reply";
    const FILES: &'static str = "replies";
    const KEEPS_TEXT: bool = true;

    fn records(community: &Community) -> &[Record<Reply>] {
        &community.replies
    }

    fn title(&self) -> &str {
        &self.title
    }
}
