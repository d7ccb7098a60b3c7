//! Organisations that people work for.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Community;
use super::record::{Entity, Record, To};

/// An organisation.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Organisation {
    /// Its name.
    pub name: String,
    /// Its home on the web.
    pub url: Option<To>,
    /// What it is.
    pub kind: Option<OrganisationKind>,
    /// Its logo, in the static folder.
    pub logo: Option<To>,
    /// What binds it to the project.
    pub relation: Option<String>,
}

/// What an organisation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum OrganisationKind {
    /// A company.
    Company,
    /// A university or school.
    University,
    /// A charity.
    Nonprofit,
    /// A foundation.
    Foundation,
    /// A public body.
    Government,
    /// One person.
    Individual,
}

impl Entity for Organisation {
    const NAME: &'static str = "organisation";
    const FILES: &'static str = "orgs";

    fn records(community: &Community) -> &[Record<Organisation>] {
        &community.organisations
    }

    fn title(&self) -> &str {
        &self.name
    }
}
