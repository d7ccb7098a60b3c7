//! Channels: where to ask, where to talk, and who can read it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::{Entity, Record, Ref, To};
use super::{Community, Team};

/// A place where people talk.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Channel {
    /// Its name.
    pub name: String,
    /// What sort of place it is.
    pub kind: ChannelKind,
    /// Where it is.
    pub url: To,
    /// What to use it for: questions and needs, in the words of those who have them.
    pub use_for: Vec<String>,
    /// Everybody can read it without being let in.
    pub public: bool,
    /// What not to use it for.
    #[serde(default)]
    pub not_for: Vec<String>,
    /// What the channel serves.
    #[serde(default)]
    pub purpose: Vec<Purpose>,
    /// Where what was said can be read later.
    pub archive_url: Option<To>,
    /// When to expect an answer.
    pub response: Option<Response>,
    /// Who keeps it friendly.
    pub moderators: Option<Ref<Team>>,
    /// The code of conduct that holds there.
    pub coc: Option<To>,
    /// Languages that are spoken, as in HTML's `lang`.
    #[serde(default)]
    pub languages: Vec<String>,
    /// The account that one needs.
    pub account_needed: Option<String>,
    /// Channels that carry the same messages.
    #[serde(default)]
    pub bridged_to: Vec<Ref<Channel>>,
    /// Is it in use?
    #[serde(default)]
    pub status: ChannelStatus,
}

/// What sort of place a channel is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ChannelKind {
    /// A forum.
    Forum,
    /// A chat.
    Chat,
    /// A mailing list.
    List,
    /// An issue tracker.
    IssueTracker,
    /// A video call.
    Video,
    /// A social network.
    Social,
    /// An address to write to.
    Email,
    /// For reports of weaknesses.
    Security,
    /// For reports of misconduct.
    Conduct,
    /// Questions and answers.
    QAndA,
}

/// What a channel serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Purpose {
    /// Questions of users.
    Support,
    /// Work on the project.
    Development,
    /// News.
    News,
    /// Reports of misconduct.
    Conduct,
    /// Reports of weaknesses.
    Security,
    /// Anything else.
    Social,
}

/// When to expect an answer.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Response {
    /// Within which time: `2 days`.
    pub within: String,
    /// From whom.
    pub by: Option<Ref<Team>>,
    /// It is hoped for, not promised.
    #[serde(default)]
    pub best_effort: bool,
}

/// Is a channel in use?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ChannelStatus {
    /// Yes.
    #[default]
    Active,
    /// It is going to be closed.
    Closing,
    /// It can be read, not written.
    Archived,
}

impl Entity for Channel {
    const NAME: &'static str = "channel";
    const FILES: &'static str = "channels";

    fn records(community: &Community) -> &[Record<Channel>] {
        &community.channels
    }

    fn title(&self) -> &str {
        &self.name
    }
}
