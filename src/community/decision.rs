//! Decision records: proposals and what became of them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::common::Link;
use super::governance::Reversible;
use super::record::{Entity, Keeper, Record, Ref, To};
use super::{Community, Findings, Persona, Team, Value};
use crate::data::{Date, Spanned};

/// A proposal, and what became of it.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Decision {
    /// Its number, which no other has.
    pub number: Spanned<u32>,
    /// Its title, without the number.
    pub title: String,
    /// Where it stands.
    pub status: Spanned<Status>,
    /// Who wrote it.
    pub authors: Vec<Ref<Keeper>>,
    /// The day on which it was first written.
    pub created: Date,
    /// What it is about, in two or three sentences.
    pub summary: String,
    /// What sort of decision it is.
    pub kind: Option<DecisionKind>,
    /// Who leads it through.
    pub shepherd: Option<Ref<Keeper>>,
    /// Who must agree.
    #[serde(default)]
    pub approvers: Vec<Ref<Keeper>>,
    /// The team that it concerns.
    pub team: Option<Ref<Team>>,
    /// The day by which it will be decided.
    pub decision_deadline: Option<Date>,
    /// Where it was talked over.
    #[serde(default)]
    pub discussion: Vec<Link>,
    /// What was decided.
    pub resolution: Option<Resolution>,
    /// What it is about, in words.
    #[serde(default)]
    pub topics: Vec<String>,
    /// Decisions that it rests on.
    #[serde(default)]
    pub requires: Vec<Ref<Decision>>,
    /// Decisions that it takes the place of.
    #[serde(default)]
    pub replaces: Vec<Ref<Decision>>,
    /// Decisions that took its place.
    #[serde(default)]
    pub superseded_by: Vec<Ref<Decision>>,
    /// The release or milestone that it is meant for.
    pub target: Option<String>,
    /// How far what was decided has come, where that takes releases.
    pub stage: Option<Stage>,
    /// Where it is being done.
    #[serde(default)]
    pub implementation: Vec<Link>,
    /// Who stands behind it.
    #[serde(default)]
    pub endorsed_by: Vec<String>,
    /// Can it be taken back?
    pub reversible: Option<Reversible>,
    /// Values that it follows from.
    #[serde(default)]
    pub values: Vec<Ref<Value>>,
    /// Whom it concerns.
    #[serde(default)]
    pub personas: Vec<Ref<Persona>>,
    /// The page that shows it at work.
    pub page: Option<To>,
}

/// Where a decision stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It is being written.
    Draft,
    /// It can be talked about.
    Open,
    /// It is being voted on.
    Voting,
    /// It was agreed to.
    Accepted,
    /// It was agreed to for a trial.
    Provisional,
    /// It was done.
    Final,
    /// It holds, and there is nothing to do: rules and advice.
    Active,
    /// It waits.
    Deferred,
    /// It was turned down.
    Rejected,
    /// Its authors took it back.
    Withdrawn,
    /// Another took its place.
    Superseded,
    /// Time went past it.
    Obsolete,
}

impl Status {
    /// Somebody still has to decide.
    pub fn is_open(self) -> bool {
        matches!(self, Status::Draft | Status::Open | Status::Voting)
    }

    /// It holds no more, or never did: its page says so at the top.
    pub fn is_past(self) -> bool {
        matches!(self, Status::Rejected | Status::Withdrawn | Status::Superseded | Status::Obsolete)
    }
}

/// How far something that was decided has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// It can be tried.
    Alpha,
    /// It can be relied on, with care.
    Beta,
    /// It can be relied on.
    Stable,
    /// It will be taken out.
    Deprecated,
    /// It was taken out.
    Removed,
}

/// What sort of decision it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum DecisionKind {
    /// What is built.
    Standards,
    /// Advice.
    Informational,
    /// How the project works.
    Process,
    /// A feature.
    Feature,
    /// A rule.
    Policy,
    /// A release.
    Release,
}

/// What was decided.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Resolution {
    /// In one sentence.
    pub outcome: String,
    /// When.
    pub date: Date,
    /// Where it can be read.
    pub url: Option<To>,
    /// How the votes fell.
    pub votes: Option<Votes>,
}

/// How votes fell.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Votes {
    /// For it.
    pub yes: u32,
    /// Against it.
    pub no: u32,
    /// Neither.
    #[serde(default)]
    pub abstain: u32,
}

impl Entity for Decision {
    const NAME: &'static str = "decision";
    const FILES: &'static str = "decisions";

    fn records(community: &Community) -> &[Record<Decision>] {
        &community.decisions
    }

    fn title(&self) -> &str {
        &self.title
    }

    /// `0012-use-spdx` and `12` are one decision.
    fn key(name: &str) -> String {
        let digits = name.len() - name.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        match name[..digits].trim_start_matches('0') {
            "" if digits > 0 => "0".to_owned(),
            "" => name.to_owned(),
            number => number.to_owned(),
        }
    }

    fn check(record: &Record<Decision>, community: &Community, findings: &mut Findings) {
        let decision = &record.fields;
        let number = decision.number.value;
        let same = community.decisions.iter().take_while(|other| other.id != record.id);
        if let Some(other) = same.into_iter().find(|other| other.fields.number.value == number) {
            let message = format!("`{}` has the number {number} too", other.path);
            findings.error_at(
                "duplicate-number",
                record,
                decision.number.span,
                message,
                "give one of them the next free number",
            );
        } else if record.id.parse().is_ok_and(|named: u32| named != number) {
            let message = format!("this is decision {number}, and its file is named for {}", record.id);
            findings.error_at(
                "decision-number",
                record,
                decision.number.span,
                message,
                "rename the file, or mend `number`",
            );
        }
        let status = decision.status.value;
        if matches!(
            status,
            Status::Accepted | Status::Provisional | Status::Final | Status::Rejected | Status::Withdrawn
        ) && decision.resolution.is_none()
        {
            let message = "this was decided, and nothing says when and how";
            let help = "add `resolution = { outcome = \"…\", date = … }`";
            findings.warning_at("decision-without-resolution", record, decision.status.span, message, help);
        }
        if status == Status::Superseded && decision.superseded_by.is_empty() {
            let message = "this was superseded, and nothing says by what";
            let help = "name the numbers of the decisions that took its place in `superseded_by`";
            findings.error_at("superseded-without-successor", record, decision.status.span, message, help);
        }
        for successor in &decision.superseded_by {
            let Some(other) = community.get::<Decision>(&successor.id) else { continue };
            if !other.fields.replaces.iter().any(|back| Decision::key(&back.id) == record.id) {
                let message = format!("decision {} does not say that it replaces this one", other.fields.number.value);
                let help = format!("add `replaces = [{number}]` to `{}`", other.path);
                findings.error_at("superseded-without-successor", record, successor.span, message, help);
            }
        }
    }
}
