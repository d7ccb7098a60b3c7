//! How the project decides.

use std::collections::BTreeMap;

use super::{
    Check, Outcome, Problem, absent, covered, covering, found_in, missing, nothing, of_record, outcome, shown,
};
use crate::community::common::Moment;
use crate::community::{Decision, Person, Record, Team, TeamStatus};
use crate::data::Period;
use crate::diagnostic::Severity;
use crate::site::Site;

pub(super) const CHECKS: &[Check] = &[
    Check {
        id: "G01",
        title: "It is said who proposes, who decides, how, and where it is recorded; and the project adopted it",
        severity: Severity::Error,
        run: process,
    },
    Check {
        id: "G02",
        title: "Anybody can find out how to propose something",
        severity: Severity::Error,
        run: proposing,
    },
    Check {
        id: "G03",
        title: "Every team that works has people, a contact and a way to join",
        severity: Severity::Warning,
        run: teams,
    },
    Check {
        id: "G04",
        title: "Nobody sits in a team twice, or is a member and an alumnus",
        severity: Severity::Error,
        run: |site| found_in::<Team>(site, "no team is described", &["duplicate-member"]),
    },
    Check {
        id: "G05",
        title: "No team is above itself, or below an archived one",
        severity: Severity::Error,
        run: |site| found_in::<Team>(site, "no team is described", &["team-cycle", "archived-parent"]),
    },
    Check { id: "G06", title: "Open seats are shown", severity: Severity::Suggestion, run: open_seats },
    Check {
        id: "G07",
        title: "No employer holds more of a deciding team than the project allows",
        severity: Severity::Warning,
        run: employers,
    },
    Check {
        id: "G08",
        title: "Every decision has a number of its own, and its file is named for it",
        severity: Severity::Error,
        run: |site| {
            found_in::<Decision>(
                site,
                "no decision is recorded",
                &["duplicate-number", "decision-number", "duplicate-record"],
            )
        },
    },
    Check {
        id: "G09",
        title: "Every decision that is over says how it ended, and what took its place",
        severity: Severity::Error,
        run: |site| {
            found_in::<Decision>(
                site,
                "no decision is recorded",
                &["decision-without-resolution", "superseded-without-successor"],
            )
        },
    },
    Check { id: "G10", title: "No open decision is past its deadline", severity: Severity::Warning, run: deadlines },
    Check {
        id: "G12",
        title: "It is said which rules hold for paid work, and who speaks for the project on money",
        severity: Severity::Warning,
        run: money,
    },
    Check {
        id: "G13",
        title: "A page says how companies take part",
        severity: Severity::Suggestion,
        run: |site| outcome(covered(site, "corporate", "how companies take part").into_iter().collect()),
    },
    Check { id: "G14", title: "Nobody sits in a seat whose term is over", severity: Severity::Warning, run: terms },
    Check {
        id: "G15",
        title: "It is said how the project stays nobody's in particular",
        severity: Severity::Suggestion,
        run: neutrality,
    },
    Check {
        id: "G16",
        title: "Everybody who checks in did so in the last year",
        severity: Severity::Suggestion,
        run: check_ins,
    },
];

fn process(site: &Site) -> Outcome {
    let Some(governance) = &site.community.governance else {
        let help = "describe it in `data/governance.toml`";
        return absent(
            site,
            "governance",
            missing(site, "governance.toml", "it is not said how the project decides", help),
        );
    };
    let fields = &governance.fields;
    let mut problems = Vec::new();
    // A draft binds nobody.
    if fields.adopted.is_none() {
        problems.push(of_record(
            governance,
            "the way of deciding is a draft",
            "adopt it, and set `adopted` to the day",
        ));
    }
    if fields.who_may_propose.is_none() {
        problems.push(of_record(governance, "it is not said who may propose", "add `who_may_propose`"));
    }
    if fields.decision_types.is_empty() {
        let help = "add `[[decision_types]]` with `name`, `who_decides` and `how`";
        problems.push(of_record(governance, "no sort of decision is described", help));
    }
    for sort in &fields.decision_types {
        if sort.record_in.is_none() {
            let message = format!("it is not said where a `{}` is recorded", sort.name);
            problems.push(of_record(governance, message, "add `record_in`"));
        }
    }
    outcome(problems)
}

fn proposing(site: &Site) -> Outcome {
    let linked = site.community.governance.as_ref().is_some_and(|governance| governance.fields.propose.is_some());
    let said = linked || !covering(site, "proposing").is_empty();
    let help = "name the page in `propose`, or add `covers = [\"proposing\"]` to it";
    let problem = || missing(site, "governance.toml", "it is not said how to propose something", help);
    outcome(if said { Vec::new() } else { vec![problem()] })
}

fn teams(site: &Site) -> Outcome {
    let teams: Vec<_> = site.community.teams.iter().filter(|team| team.fields.status == TeamStatus::Active).collect();
    if teams.is_empty() {
        return nothing("no team is described");
    }
    let mut problems = Vec::new();
    for team in teams {
        let fields = &team.fields;
        let given = [
            ("a person in one of its `seats`", fields.filled().next().is_none() && fields.includes.is_empty()),
            ("`channels` or `private_contact`", fields.channels.is_empty() && fields.private_contact.is_none()),
            ("`join`: how to join", fields.join.is_none()),
        ];
        let lacking: Vec<&str> = given.iter().filter(|(_, is_missing)| *is_missing).map(|(what, _)| *what).collect();
        if !lacking.is_empty() {
            let message = format!("the team `{}` is described in part", team.id);
            problems.push(of_record(team, message, format!("add {}", lacking.join(", "))));
        }
    }
    outcome(problems)
}

/// For whom a person works today: the last affiliation that has not ended.
pub(super) fn employer<'a>(site: &'a Site, person: &str) -> Option<&'a str> {
    let person = site.community.get::<Person>(person)?;
    let current = person.fields.affiliations.iter().rev().find(|affiliation| {
        let end = affiliation.span.as_ref().and_then(|span| span.to.as_ref());
        end.and_then(Moment::last_day).zip(site.as_of).is_none_or(|(end, today)| end >= today)
    })?;
    Some(&current.org.id)
}

fn employers(site: &Site) -> Outcome {
    let Some(share) = site.community.governance.as_ref().and_then(|governance| governance.fields.employer_share) else {
        return nothing("governance sets no share");
    };
    let mut problems = Vec::new();
    for team in site.community.teams.iter().filter(|team| !team.fields.decides.is_empty()) {
        let mut held: BTreeMap<&str, usize> = BTreeMap::new();
        let people: Vec<_> = team.fields.filled().map(|(_, person)| person).collect();
        for employer in people.iter().filter_map(|person| employer(site, &person.id)) {
            *held.entry(employer).or_default() += 1;
        }
        // One person alone is no majority of anybody.
        for (employer, seats) in
            held.into_iter().filter(|(_, seats)| *seats > 1 && seats * 100 > people.len() * usize::from(share))
        {
            let message = format!("`{employer}` holds {seats} of {} seats in the team `{}`", people.len(), team.id);
            problems.push(of_record(team, message, format!("the project allows {share} percent")));
        }
    }
    outcome(problems)
}

fn deadlines(site: &Site) -> Outcome {
    let Some(today) = site.as_of else { return nothing("no day counts as today") };
    let open: Vec<_> =
        site.community.decisions.iter().filter(|decision| decision.fields.status.value.is_open()).collect();
    if open.is_empty() {
        return nothing("no decision is open");
    }
    let late = open.into_iter().filter_map(|decision| Some((decision, decision.fields.decision_deadline?)));
    let late = late.filter(|(_, deadline)| *deadline < today);
    let problem = |(decision, deadline)| {
        of_record(decision, format!("this was to be decided by {deadline}"), "decide it, or set another day")
    };
    outcome(late.map(problem).collect())
}

fn money(site: &Site) -> Outcome {
    let community = &site.community;
    let takes_money =
        !community.funding.is_empty() || community.roadmap.iter().any(|item| !item.fields.funding.is_empty());
    if !takes_money {
        return nothing("nothing is said about money");
    }
    let Some(governance) = &community.governance else {
        return outcome(vec![missing(
            site,
            "governance.toml",
            "money is asked for, and no rules are stated",
            "describe how the project decides",
        )]);
    };
    let mut problems: Vec<Problem> = Vec::new();
    if governance.fields.paid_work_policy.is_none() {
        problems.push(of_record(
            governance,
            "it is not said which rules hold for paid work",
            "add `paid_work_policy`: the same review as for any other change",
        ));
    }
    if governance.fields.speaks_on_money.is_none() {
        problems.push(of_record(
            governance,
            "it is not said who speaks for the project on money",
            "name a team in `speaks_on_money`",
        ));
    }
    outcome(problems)
}

fn terms(site: &Site) -> Outcome {
    let Some(today) = site.as_of else { return nothing("no day counts as today") };
    let active = |team: &&crate::community::Record<Team>| team.fields.status == TeamStatus::Active;
    let mut problems = Vec::new();
    for team in site.community.teams.iter().filter(active) {
        for (seat, person) in team.fields.filled() {
            let end = seat.span.as_ref().and_then(|span| span.to.as_ref());
            if let Some(end) = end.filter(|end| end.last_day().is_some_and(|day| day < today)) {
                let message =
                    format!("the term of `{}` in the team `{}` ended in {}", person.id, team.id, end.as_str());
                problems.push(of_record(team, message, "move the person to `alumni`, or set the new term"));
            }
        }
    }
    outcome(problems)
}

fn neutrality(site: &Site) -> Outcome {
    let Some(governance) = &site.community.governance else { return nothing("governance is not described") };
    let steward = site.community.project.as_ref().is_some_and(|project| project.fields.steward.is_some());
    let said = steward || governance.fields.vendor_neutrality.is_some();
    let problem = || {
        of_record(
            governance,
            "nothing says how the project stays nobody's in particular",
            "add `vendor_neutrality`, or `steward` in `project.toml`",
        )
    };
    outcome(if said { Vec::new() } else { vec![problem()] })
}

fn open_seats(site: &Site) -> Outcome {
    let has_open = |team: &&Record<Team>| team.fields.seats.iter().any(|seat| seat.person.is_none());
    if !site.community.teams.iter().any(|team| has_open(&team)) {
        return nothing("no seat is open");
    }
    let problem = || missing(site, "teams/", "seats are open, and no page shows the teams", "put `:::teams` on a page");
    outcome(if shown(site, "teams") { Vec::new() } else { vec![problem()] })
}

/// People are asked once a year whether what is said of them still holds.
fn check_ins(site: &Site) -> Outcome {
    let Some(today) = site.as_of else { return nothing("no day counts as today") };
    let year: Period = "1 year".parse().expect("a year is a period");
    let asked: Vec<_> =
        site.community.people.iter().filter_map(|person| Some((person, person.fields.check_in.as_ref()?))).collect();
    if asked.is_empty() {
        return nothing("nobody checks in");
    }
    let late = asked
        .into_iter()
        .filter(|(_, moment)| moment.last_day().and_then(|day| day.plus(&year)).is_some_and(|due| due < today));
    let problem = |(person, moment): (&Record<Person>, &Moment)| {
        of_record(person, format!("`{}` last checked in in {}", person.id, moment.as_str()), "ask, and set `check_in`")
    };
    outcome(late.map(problem).collect())
}
