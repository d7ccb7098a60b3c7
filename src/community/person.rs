//! People: declared once; teams, notes and credits refer to them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::common::{Moment, Term};
use super::record::{Entity, Record, Ref};
use super::{Community, Findings, Organisation};

/// A person.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Person {
    /// As they want to be called.
    pub name: String,
    /// They agreed to be shown. Without it they count in totals and appear nowhere.
    pub listed: bool,
    /// Such as `they/them`.
    pub pronouns: Option<String>,
    /// Names on other sites: `github = "octocat"`.
    #[serde(default)]
    pub handles: BTreeMap<String, String>,
    /// An address. It is shown only with `public_email`.
    pub email: Option<String>,
    /// The same, whether it is shown or not, to know their commits by. No template and no schema sees it.
    #[serde(skip)]
    pub address: Option<String>,
    /// They agreed to have the address shown.
    #[serde(default)]
    pub public_email: bool,
    /// For whom they work, and when.
    #[serde(default)]
    pub affiliations: Vec<Affiliation>,
    /// An IANA name: `Europe/Berlin`.
    pub timezone: Option<String>,
    /// Languages that they speak, as in HTML's `lang`.
    #[serde(default)]
    pub languages: Vec<String>,
    /// What they work on.
    #[serde(default)]
    pub focus: Vec<String>,
    /// When they last said that all of this holds: a day or a month.
    pub check_in: Option<Moment>,
    /// What they can be asked for.
    #[serde(default)]
    pub open_to: Vec<OpenTo>,
    /// They look for someone to fund their work.
    #[serde(default)]
    pub looking_for_sponsors: bool,
    /// They have died, and are remembered.
    #[serde(default)]
    pub memorial: bool,
}

/// For whom somebody works.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Affiliation {
    /// The organisation.
    pub org: Ref<Organisation>,
    /// When.
    pub span: Option<Term>,
}

/// What somebody can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OpenTo {
    /// Advice over time.
    Mentoring,
    /// A look at a change.
    Review,
    /// Working side by side.
    Pairing,
    /// A talk.
    Speaking,
}

impl Entity for Person {
    const NAME: &'static str = "person";
    const FILES: &'static str = "people";

    fn records(community: &Community) -> &[Record<Person>] {
        &community.people
    }

    fn title(&self) -> &str {
        &self.name
    }

    fn settle(&mut self, _: &str) {
        self.address = self.email.clone();
        if !self.public_email {
            self.email = None;
        }
    }

    fn check(record: &Record<Person>, community: &Community, findings: &mut Findings) {
        let earlier = community.people.iter().take_while(|other| other.id != record.id);
        for (site, handle) in &record.fields.handles {
            let same = |other: &&Record<Person>| {
                other.fields.handles.get(site).is_some_and(|known| known.eq_ignore_ascii_case(handle))
            };
            if let Some(other) = earlier.clone().find(same) {
                let message = format!("`{}` and `{}` are both `{handle}` on {site}", other.id, record.id);
                findings.error(
                    "duplicate-person",
                    record,
                    message,
                    "declare the person once, and refer to that record",
                );
            }
        }
    }
}
