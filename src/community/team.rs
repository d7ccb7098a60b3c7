//! Teams: who decides what, who sits in them, and which seats are open.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::common::{Link, Term};
use super::record::{Entity, Record, Ref, To};
use super::{Channel, Community, Findings, Label, Meeting, Person, Rung};

/// A group of people with a task.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Team {
    /// Its name.
    pub name: String,
    /// What it is there for, in one sentence.
    pub mission: String,
    /// What sort of group it is.
    #[serde(default)]
    pub kind: TeamKind,
    /// The team above it.
    pub parent: Option<Ref<Team>>,
    /// What it looks after.
    #[serde(default)]
    pub scope_in: Vec<String>,
    /// What it does not.
    #[serde(default)]
    pub scope_out: Vec<String>,
    /// Its charter.
    pub charter: Option<To>,
    /// Does it work?
    #[serde(default)]
    pub status: TeamStatus,
    /// From when to when, for groups that end.
    pub lifetime: Option<Term>,
    /// What it decides.
    #[serde(default)]
    pub decides: Vec<String>,
    /// Who sits in it.
    #[serde(default)]
    pub seats: Vec<Seat>,
    /// Who sat in it.
    #[serde(default)]
    pub alumni: Vec<Alumnus>,
    /// Teams whose members belong to it too.
    #[serde(default)]
    pub includes: Vec<Ref<Team>>,
    /// Teams that stand behind it.
    #[serde(default)]
    pub sponsors: Vec<Ref<Team>>,
    /// Repositories that it keeps.
    #[serde(default)]
    pub repos: Vec<To>,
    /// Labels that reach it.
    #[serde(default)]
    pub labels: Vec<Ref<Label>>,
    /// Where to talk to it.
    #[serde(default)]
    pub channels: Vec<Ref<Channel>>,
    /// When it meets, besides the meetings that name the team.
    #[serde(default)]
    pub meetings: Vec<Ref<Meeting>>,
    /// Parts of its work with owners of their own.
    #[serde(default)]
    pub subprojects: Vec<Subproject>,
    /// How to join, in a sentence or two.
    pub join: Option<String>,
    /// A team without seats that need two people. A critical one (release, conduct, security, infrastructure) does.
    #[serde(default)]
    pub critical: bool,
    /// How to reach it without an audience.
    pub private_contact: Option<To>,
    /// More to read.
    #[serde(default)]
    pub links: Vec<Link>,
}

/// What sort of group a team is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TeamKind {
    /// A team.
    #[default]
    Team,
    /// A special interest group.
    Sig,
    /// A group that ends when its work is done.
    WorkingGroup,
    /// A group around one project.
    ProjectGroup,
    /// A committee.
    Committee,
    /// A council.
    Council,
    /// People who share something, without a task.
    Marker,
    /// Users who meet.
    UserGroup,
}

/// Does a team work?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum TeamStatus {
    /// Yes.
    #[default]
    Active,
    /// Not at the moment.
    Paused,
    /// Not any more.
    Archived,
}

/// A place in a team. Without a person it is open.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Seat {
    /// What the person in it does. Default: a member.
    #[serde(default)]
    pub role: SeatRole,
    /// The rung of the ladder that it stands for.
    pub rung: Option<Ref<Rung>>,
    /// Who sits in it.
    pub person: Option<Ref<Person>>,
    /// From when to when.
    pub span: Option<Term>,
    /// What the rest does not say.
    pub note: Option<String>,
}

/// What a person in a seat does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SeatRole {
    /// Chairs the team.
    Chair,
    /// Leads it.
    Lead,
    /// Leads its technical work.
    TechLead,
    /// Stands in for a lead.
    Deputy,
    /// Hosts its meetings.
    CoHost,
    /// Works in it.
    #[default]
    Member,
    /// Speaks for another group.
    Representative,
    /// Keeps contact with another team.
    Liaison,
    /// Hears complaints.
    Ombudsperson,
    /// Led it once.
    EmeritusLead,
    /// Listens.
    Observer,
}

/// Somebody who sat in a team.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Alumnus {
    /// Who.
    pub person: Ref<Person>,
    /// When.
    pub span: Option<Term>,
}

/// A part of a team's work.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Subproject {
    /// Its name.
    pub name: String,
    /// What it is.
    pub description: Option<String>,
    /// Who owns it.
    #[serde(default)]
    pub owners: Vec<Ref<Person>>,
    /// Where to ask about it.
    pub contact: Option<To>,
}

impl Team {
    /// The seats that somebody sits in.
    pub fn filled(&self) -> impl Iterator<Item = (&Seat, &Ref<Person>)> {
        self.seats.iter().filter_map(|seat| Some((seat, seat.person.as_ref()?)))
    }
}

impl Entity for Team {
    const NAME: &'static str = "team";
    const FILES: &'static str = "teams";

    fn records(community: &Community) -> &[Record<Team>] {
        &community.teams
    }

    fn title(&self) -> &str {
        &self.name
    }

    fn check(record: &Record<Team>, community: &Community, findings: &mut Findings) {
        let team = &record.fields;
        if let Some(parent) = &team.parent {
            if let Some(around) = community.circle(record, |team| team.fields.parent.iter().collect()) {
                let message = format!("the team `{}` is above itself: {around}", record.id);
                findings.error_at("team-cycle", record, parent.span, message, "take out one `parent` of the circle");
            } else if team.status == TeamStatus::Active
                && community.get::<Team>(&parent.id).is_some_and(|parent| parent.fields.status == TeamStatus::Archived)
            {
                let message = format!("the active team `{}` is below `{}`, which is archived", record.id, parent.id);
                findings.error_at("archived-parent", record, parent.span, message, "give it another `parent`, or none");
            }
        }
        // Somebody may be named by an id that they had before.
        let known = |person: &Ref<Person>| {
            community.index.find("person", &person.id).map_or_else(|| person.id.clone(), |entry| entry.id.clone())
        };
        let mut seated = BTreeSet::new();
        for (_, person) in team.filled() {
            if !seated.insert(known(person)) {
                let message = format!("`{}` sits in the team `{}` twice", person.id, record.id);
                findings.error_at("duplicate-member", record, person.span, message, "keep one seat");
            }
        }
        for alumnus in &team.alumni {
            if seated.contains(&known(&alumnus.person)) {
                let message = format!("`{}` is a member and an alumnus of the team `{}`", alumnus.person.id, record.id);
                let help = "keep the seat or the entry under `alumni`";
                findings.error_at("duplicate-member", record, alumnus.person.span, message, help);
            }
        }
    }
}
