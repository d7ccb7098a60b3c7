//! Checks of a community: what it says of itself, and what it has not said yet. Entry point: [`report`].
//!
//! They look at what is declared, in data or in a page's `covers`, and never guess from prose. Each passes, fails, does not
//! apply or is waived, and names the file to edit. There is no score: a number invites to play for it.
//! One group of the community a file, one line a check in its list.

mod conduct;
mod contribution;
mod governance;
mod licence;
mod maintainers;
mod meetings;
mod personas;
mod roadmap;

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;

use crate::community::common::Moment;
use crate::community::{Data, Entity, Record, Seat, SeatRole, Team};
use crate::config::{Config, Waiver};
use crate::data::Date;
use crate::diagnostic::{Diagnostic, Severity};
use crate::site::{PageId, Site};

/// One check.
pub struct Check {
    /// Its id, which never changes: `P01`.
    pub id: &'static str,
    /// What holds when it passes, in one sentence.
    pub title: &'static str,
    /// How bad it is when it fails.
    pub severity: Severity,
    run: fn(&Site) -> Outcome,
}

/// A group of checks.
pub struct Group {
    /// What they are about.
    pub title: &'static str,
    /// The checks.
    pub checks: &'static [Check],
}

/// All checks, by group.
pub const GROUPS: &[Group] = &[
    Group { title: "Personas and documentation", checks: personas::CHECKS },
    Group { title: "Contribution", checks: contribution::CHECKS },
    Group { title: "Maintainers", checks: maintainers::CHECKS },
    Group { title: "Governance", checks: governance::CHECKS },
    Group { title: "Conduct and safety", checks: conduct::CHECKS },
    Group { title: "Channels, meetings, notes", checks: meetings::CHECKS },
    Group { title: "Roadmap, funding, ecosystem", checks: roadmap::CHECKS },
    Group { title: "Licence, brand, architecture, style", checks: licence::CHECKS },
];

/// What a page can settle: the words of `covers`.
pub const TOPICS: &[&str] = &[
    "access",
    "architecture",
    "brand",
    "channels",
    "conduct",
    "contributing",
    "conventions",
    "corporate",
    "ecosystem",
    "funding",
    "governance",
    "labels",
    "ladder",
    "licence",
    "meetings",
    "offboarding",
    "onboarding",
    "pathways",
    "personas",
    "proposing",
    "release",
    "replies",
    "requirements",
    "review",
    "roadmap",
    "security",
    "setup",
    "style",
    "support",
    "teams",
    "testing",
    "triage",
    "values",
    "vetting",
    "vision",
];

/// What came of one check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The check's id.
    pub id: &'static str,
    /// What holds when it passes.
    pub title: &'static str,
    /// How bad a failure is.
    pub severity: Severity,
    /// The group that it is of.
    pub group: &'static str,
    /// What came of it.
    pub outcome: Outcome,
}

/// What can come of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "result", rename_all = "kebab-case")]
pub enum Outcome {
    /// It holds.
    Pass,
    /// It does not.
    Fail {
        /// Why, and what to edit.
        problems: Vec<Problem>,
    },
    /// There is nothing to look at.
    NotApplicable {
        /// Why.
        why: &'static str,
    },
    /// It does not hold, and the settings say that it need not.
    Waived {
        /// Why, in the words of the settings.
        reason: String,
        /// Until when.
        until: Option<Date>,
    },
}

/// One thing that is missing or wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// What.
    pub message: String,
    /// The file to edit or to write, from the site's folder.
    pub path: Arc<str>,
    /// What to do.
    pub help: String,
}

/// Runs every check.
pub fn report(site: &Site) -> Vec<Finding> {
    let checks = GROUPS.iter().flat_map(|group| group.checks.iter().map(move |check| (group.title, check)));
    let findings = checks.map(|(group, check)| {
        let outcome = waived(&site.config, site.as_of, check, (check.run)(site));
        Finding { id: check.id, title: check.title, severity: check.severity, group, outcome }
    });
    findings.collect()
}

/// The report as data.
pub fn data(report: &[Finding]) -> Data {
    serde_json::json!(report)
}

/// The report for tools, with what was noted of pages. The number says when its form changes.
pub fn json(report: &[Finding], notes: &Data, as_of: Option<Date>) -> String {
    let report = serde_json::json!({"version": 1, "as_of": as_of, "checks": report, "notes": notes});
    format!("{report:#}\n")
}

/// A failure that the settings waive, as long as they do.
fn waived(config: &Config, today: Option<Date>, check: &Check, outcome: Outcome) -> Outcome {
    let waiver = config.audit.waive.iter().find(|waiver| waiver.check.value == check.id);
    match (outcome, waiver) {
        (Outcome::Fail { mut problems }, Some(Waiver { reason, until: Some(until), .. }))
            if today.is_some_and(|today| *until < today) =>
        {
            let message = format!("this was waived until {until}: {reason}");
            problems.insert(
                0,
                Problem {
                    message,
                    path: crate::config::FILE.into(),
                    help: "mend it, or give the waiver another day".to_owned(),
                },
            );
            Outcome::Fail { problems }
        }
        (Outcome::Fail { .. }, Some(waiver)) => Outcome::Waived { reason: waiver.reason.clone(), until: waiver.until },
        (outcome, _) => outcome,
    }
}

/// It passes unless there are problems.
fn outcome(problems: Vec<Problem>) -> Outcome {
    if problems.is_empty() { Outcome::Pass } else { Outcome::Fail { problems } }
}

/// A problem of a record.
fn of_record<E: Entity>(record: &Record<E>, message: impl Into<String>, help: impl Into<String>) -> Problem {
    Problem { message: message.into(), path: record.path.clone(), help: help.into() }
}

/// What reading the data found by these rules: problems that `build` reports too, with their places.
fn found(site: &Site, rules: &[&str]) -> Outcome {
    let found = site.community.diagnostics.iter().filter(|diagnostic| rules.contains(&&*diagnostic.rule));
    let problem = |diagnostic: &Diagnostic| Problem {
        message: diagnostic.message.clone(),
        path: diagnostic.path.clone(),
        help: diagnostic.help.clone().unwrap_or_else(|| "`waypost build` shows the place".to_owned()),
    };
    outcome(found.map(problem).collect())
}

/// The same, where there is anything that could be wrong.
fn found_in<E: Entity>(site: &Site, none: &'static str, rules: &[&str]) -> Outcome {
    if E::records(&site.community).is_empty() { nothing(none) } else { found(site, rules) }
}

/// A record that should be there, in a file of the data folder.
fn missing(site: &Site, file: &str, message: impl Into<String>, help: impl Into<String>) -> Problem {
    let path = format!("{}/{file}", site.config.build.data.trim_matches('/'));
    Problem { message: message.into(), path: path.into(), help: help.into() }
}

/// A problem of the site as a whole, to be mended by a page.
fn missing_page(site: &Site, message: impl Into<String>, help: impl Into<String>) -> Problem {
    let path = format!("{}/", site.config.build.content.main());
    Problem { message: message.into(), path: path.into(), help: help.into() }
}

/// Pages that settle a topic.
fn covering(site: &Site, topic: &str) -> Vec<PageId> {
    let covers = |summary: &crate::site::Summary| summary.front.covers.iter().any(|covered| covered == topic);
    let pages = site.summaries[..site.authored].iter().enumerate().filter(|(_, summary)| covers(summary));
    pages.map(|(number, _)| PageId(number as u32)).collect()
}

/// A page settles it: else a problem.
fn covered(site: &Site, topic: &str, what: &str) -> Option<Problem> {
    let help = format!("write the page, or add `covers = [\"{topic}\"]` to the front matter of the page that does");
    covering(site, topic).is_empty().then(|| missing_page(site, format!("no page says {what}"), help))
}

/// Nothing is described in data: fine where a page settles it in words, for then there is nothing more to look at.
fn absent(site: &Site, topic: &str, mut problem: Problem) -> Outcome {
    if !covering(site, topic).is_empty() {
        return Outcome::Pass;
    }
    problem.help = format!("{}; or add `covers = [\"{topic}\"]` to the page that says it", problem.help);
    outcome(vec![problem])
}

/// The people who sit in a team today, each once: not those whose term is over, who have died, who led it once or listen.
fn current_people<'a>(site: &'a Site, team: &'a Team) -> BTreeSet<&'a str> {
    let is_over = |seat: &Seat| {
        let end = seat.span.as_ref().and_then(|span| span.to.as_ref()).and_then(Moment::last_day);
        end.zip(site.as_of).is_some_and(|(end, today)| end < today)
    };
    let works = |seat: &Seat| !matches!(seat.role, SeatRole::EmeritusLead | SeatRole::Observer) && !is_over(seat);
    let seats = team.filled().filter(|(seat, _)| works(seat));
    let people = seats.filter_map(|(_, person)| site.community.index.find("person", &person.id));
    people.filter(|person| person.data["memorial"] != true).map(|person| person.id.as_str()).collect()
}

/// Somebody, or something, that can be asked: a team that works, a person who is shown, a channel in use.
fn is_there(site: &Site, names: &str, id: &str) -> bool {
    site.community.index.find(names, id).is_none_or(|entry| match entry.entity {
        "team" => entry.data["status"] == "active",
        "person" => entry.data["listed"] == true && entry.data["memorial"] != true,
        _ => entry.data["status"] != "archived",
    })
}

/// Does a block stand on a page, authored or made?
fn shown(site: &Site, block: &str) -> bool {
    site.block_home(block).is_some()
}

/// Nothing of this sort is described.
fn nothing(why: &'static str) -> Outcome {
    Outcome::NotApplicable { why }
}
