//! Funding: how money reaches the project, and who gave some.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::common::{Link, Term};
use super::record::{Entity, Helper, Record, Ref, To};
use super::{Community, Organisation, RoadmapItem, Team};

/// A way to give.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Funding {
    /// Its name.
    pub name: String,
    /// What sort of way it is.
    pub kind: FundingKind,
    /// The money is for a stated purpose. Else the project decides.
    pub restricted: bool,
    /// Where to give.
    pub url: Option<To>,
    /// Whom to ask.
    pub contact: Option<Ref<Helper>>,
    /// Where gifts lower taxes.
    pub tax_deductible: Option<String>,
    /// Who holds the money.
    pub fiscal_host: Option<Link>,
    /// Who decides what it is spent on.
    pub who_decides_spending: Option<Ref<Team>>,
    /// Where spending is reported.
    pub reports_url: Option<To>,
    /// The least that makes sense.
    pub minimum: Option<String>,
    /// What you get.
    #[serde(default)]
    pub what_you_get: Vec<String>,
    /// What you do not get.
    #[serde(default)]
    pub what_you_do_not_get: Vec<String>,
}

/// What sort of way to give it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FundingKind {
    /// A gift.
    Donation,
    /// A gift with thanks in public.
    Sponsorship,
    /// A grant.
    Grant,
    /// Paid work on the project itself.
    WorkOrder,
    /// Time, hosting, rooms.
    InKind,
}

impl Entity for Funding {
    const NAME: &'static str = "funding";
    const FILES: &'static str = "funding";

    fn records(community: &Community) -> &[Record<Funding>] {
        &community.funding
    }

    fn title(&self) -> &str {
        &self.name
    }
}

/// Somebody who gave.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Sponsor {
    /// Who.
    pub org: Ref<Organisation>,
    /// They agreed to be named.
    pub public: bool,
    /// What they gave.
    pub kind: Option<SponsorKind>,
    /// When.
    pub span: Option<Term>,
    /// Their tier.
    pub tier: Option<String>,
    /// What it went into.
    #[serde(default)]
    pub roadmap: Vec<Ref<RoadmapItem>>,
    /// In their words.
    pub statement: Option<String>,
}

/// What a sponsor gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum SponsorKind {
    /// Money.
    Money,
    /// Time of people.
    People,
    /// Hosting.
    Hosting,
    /// An event.
    Event,
}

impl Entity for Sponsor {
    const NAME: &'static str = "sponsor";
    const FILES: &'static str = "sponsors";

    fn records(community: &Community) -> &[Record<Sponsor>] {
        &community.sponsors
    }

    fn title(&self) -> &str {
        &self.org.id
    }
}
