//! Templates of issues, pull requests and proposals.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::{Entity, Record, Ref, To};
use super::{Community, Label};

/// A template that contributors fill in.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Template {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub target: TemplateTarget,
    /// When to use it.
    pub summary: Option<String>,
    /// Labels that it puts on.
    #[serde(default)]
    pub labels: Vec<Ref<Label>>,
    /// Where it can be filled in.
    pub url: Option<To>,
}

/// What a template is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TemplateTarget {
    /// An issue.
    Issue,
    /// A pull request.
    PullRequest,
    /// A proposal.
    Decision,
    /// A discussion.
    Discussion,
}

impl Entity for Template {
    const NAME: &'static str = "template";
    const FILES: &'static str = "templates";

    fn records(community: &Community) -> &[Record<Template>] {
        &community.templates
    }

    fn title(&self) -> &str {
        &self.name
    }
}
