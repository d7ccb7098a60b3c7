//! The project as such: what it is called, where it lives, under which licence.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::common::{Link, Moment};
use super::record::{Entity, Record, Ref, To};
use super::{Community, Persona, Team};

/// The project.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Project {
    /// Its name.
    pub name: String,
    /// What it is, in one sentence.
    pub one_liner: String,
    /// Where its main repository lives.
    pub repo: To,
    /// The SPDX expression of its licence: `BSD-3-Clause`.
    pub license: String,
    /// A few words beside the name.
    pub tagline: Option<String>,
    /// A paragraph about it.
    pub description: Option<String>,
    /// Its home on the web.
    pub homepage: Option<To>,
    /// The SPDX expression of the documentation's licence: `CC-BY-4.0`.
    pub docs_license: Option<String>,
    /// Its repositories.
    #[serde(default)]
    pub repos: Vec<Repository>,
    /// When it began.
    pub started: Option<Moment>,
    /// Where it stands.
    pub status: Option<ProjectStatus>,
    /// What contributors assert: a sign-off, an agreement, nothing.
    pub contribution_assertion: Option<Assertion>,
    /// How weaknesses are reported.
    pub security: Option<Security>,
    /// How it looks and what may be done with its marks.
    pub brand: Option<Brand>,
    /// How it is spoken of.
    pub messaging: Option<Messaging>,
    /// Its code of conduct.
    pub code_of_conduct: Option<To>,
    /// How it grew up.
    #[serde(default)]
    pub maturity_log: Vec<Phase>,
    /// Names that it had before.
    #[serde(default)]
    pub name_history: Vec<FormerName>,
    /// Until when a company carried it.
    pub company_backed_until: Option<Moment>,
    /// Who holds its money.
    pub fiscal_host: Option<Link>,
    /// Who looks after it as a whole.
    pub steward: Option<Steward>,
}

/// Where a project stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ProjectStatus {
    /// An idea with some code.
    Concept,
    /// It is used and grows.
    Active,
    /// It is used and kept alive.
    Maintenance,
    /// It is over.
    Archived,
}

/// A step in the life of a project.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Phase {
    /// What it became.
    pub phase: String,
    /// When.
    pub date: Moment,
    /// Where that was said.
    pub link: Option<To>,
}

/// A name that a project had before.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct FormerName {
    /// The name.
    pub name: String,
    /// Until when.
    pub until: Moment,
    /// Why it changed.
    pub why: Option<String>,
}

/// A repository of the project.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Repository {
    /// Its name.
    pub name: String,
    /// Where it lives.
    pub url: To,
    /// What it is for.
    pub role: Option<RepositoryRole>,
    /// Who keeps it.
    pub team: Option<Ref<Team>>,
    /// The SPDX expression of its licence, where it differs.
    pub license: Option<String>,
}

/// What a repository is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum RepositoryRole {
    /// The thing itself.
    Core,
    /// Documentation.
    Docs,
    /// How the project is run.
    Governance,
    /// What it runs on.
    Infra,
    /// Something beside it.
    Extension,
    /// No longer used.
    Archive,
}

/// What contributors assert.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Assertion {
    /// The form.
    pub kind: AssertionKind,
    /// Its text.
    pub url: Option<To>,
}

/// The form of an assertion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum AssertionKind {
    /// Nothing.
    None,
    /// A sign-off on each commit.
    Dco,
    /// A signed agreement.
    Cla,
}

/// How weaknesses are reported.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Security {
    /// The policy.
    pub policy: Option<To>,
    /// Where to report in private.
    pub report: To,
    /// When to expect an answer: `3 days`.
    pub response_within: Option<String>,
    /// Where advisories are published.
    pub advisories: Option<To>,
}

/// How the project looks.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Brand {
    /// Files of the logo, in the static folder.
    #[serde(default)]
    pub logos: Vec<To>,
    /// Its colours.
    #[serde(default)]
    pub colours: Vec<Colour>,
    /// Its typefaces.
    #[serde(default)]
    pub fonts: Vec<String>,
    /// What others may do with it, as an SPDX expression or a sentence.
    pub usage_license: Option<String>,
    /// Do.
    #[serde(default, rename = "do")]
    pub dos: Vec<String>,
    /// Do not.
    #[serde(default, rename = "dont")]
    pub donts: Vec<String>,
}

/// A colour with its name.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Colour {
    /// Its name.
    pub name: String,
    /// In hexadecimal: `#1f6feb`.
    pub hex: String,
}

/// How the project is spoken of.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Messaging {
    /// What to say in half a minute.
    pub elevator: Option<String>,
    /// What to say to whom.
    #[serde(default)]
    pub audiences: Vec<Audience>,
}

/// What to say to a persona.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Audience {
    /// To whom.
    pub persona: Ref<Persona>,
    /// What.
    pub message: String,
}

/// Who looks after the project as a whole.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Steward {
    /// What they are.
    pub kind: StewardKind,
    /// Who they are.
    pub name: String,
    /// What binds them to the project, and what does not.
    pub relation: Option<String>,
}

/// What a steward is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum StewardKind {
    /// A company.
    Company,
    /// A foundation.
    Foundation,
    /// The community itself.
    Community,
}

impl Entity for Project {
    const NAME: &'static str = "project";
    const FILES: &'static str = "project";
    const SINGLE: bool = true;

    fn records(community: &Community) -> &[Record<Project>] {
        community.project.as_slice()
    }

    fn title(&self) -> &str {
        &self.name
    }
}
