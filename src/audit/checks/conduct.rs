//! Conduct and safety.

use std::collections::BTreeSet;

use super::{Check, Outcome, absent, current_people, missing, nothing, of_record, outcome};
use crate::community::{Conduct, Record, Team};
use crate::diagnostic::Severity;
use crate::site::Site;

pub(super) const CHECKS: &[Check] = &[
    Check {
        id: "C01",
        title: "There is a code of conduct, and the project adopted it",
        severity: Severity::Error,
        run: adopted,
    },
    Check { id: "C02", title: "Two people at least look after it", severity: Severity::Error, run: committee },
    Check {
        id: "C03",
        title: "A report can go around any single member of the committee",
        severity: Severity::Warning,
        run: around,
    },
    Check {
        id: "C04",
        title: "It is said what follows, step by step",
        severity: Severity::Warning,
        run: |site| {
            of_conduct(
                site,
                |conduct| conduct.levels.len() < 2,
                "it is not said what follows",
                "add `[[levels]]`, from mild to severe",
            )
        },
    },
    Check {
        id: "C05",
        title: "It is said how soon a report is answered",
        severity: Severity::Suggestion,
        run: |site| {
            of_conduct(
                site,
                |conduct| conduct.acknowledge_within.is_none(),
                "it is not said how soon a report is answered",
                "add `acknowledge_within`",
            )
        },
    },
    Check {
        id: "C06",
        title: "It is said where it holds",
        severity: Severity::Suggestion,
        run: |site| {
            of_conduct(
                site,
                |conduct| conduct.scope.is_empty() && conduct.channels.is_empty(),
                "it is not said where the code of conduct holds",
                "add `scope` or `channels`",
            )
        },
    },
    Check {
        id: "C07",
        title: "Weaknesses can be reported in private, and it is said how soon somebody answers",
        severity: Severity::Error,
        run: security,
    },
    Check {
        id: "C08",
        title: "The committee is not of one organisation",
        severity: Severity::Warning,
        run: one_organisation,
    },
];

fn of_conduct(site: &Site, is_wrong: fn(&Conduct) -> bool, message: &str, help: &str) -> Outcome {
    match &site.community.conduct {
        None => nothing("the code of conduct is not described in data"),
        Some(conduct) if is_wrong(&conduct.fields) => outcome(vec![of_record(conduct, message, help)]),
        Some(_) => Outcome::Pass,
    }
}

fn adopted(site: &Site) -> Outcome {
    let Some(conduct) = &site.community.conduct else {
        let help = "describe it in `data/conduct.toml`: `policy`, `committee`, `report_via`";
        return absent(site, "conduct", missing(site, "conduct.toml", "there is no code of conduct", help));
    };
    let problem = || of_record(conduct, "the code of conduct is a draft", "adopt it, and set `adopted` to the day");
    outcome(if conduct.fields.adopted.is_some() { Vec::new() } else { vec![problem()] })
}

fn team(site: &Site) -> Option<(&Record<Conduct>, &Record<Team>)> {
    let conduct = site.community.conduct.as_ref()?;
    Some((conduct, site.community.get::<Team>(&conduct.fields.committee.id)?))
}

fn committee(site: &Site) -> Outcome {
    let Some((_, team)) = team(site) else { return nothing("the code of conduct is not described in data") };
    let people = current_people(site, &team.fields).len();
    let problem = || of_record(team, format!("the committee has {people} of two people"), "fill another seat");
    outcome(if people < 2 { vec![problem()] } else { Vec::new() })
}

fn around(site: &Site) -> Outcome {
    let Some(conduct) = &site.community.conduct else { return nothing("the code of conduct is not described in data") };
    let ways = &conduct.fields.report_via;
    let readers = ways.iter().filter_map(|way| site.community.index.find("person", &way.person.as_ref()?.id));
    let readers: BTreeSet<&str> = readers.map(|person| person.id.as_str()).collect();
    // Two people who can each be written to alone, or one and a way that is nobody's in particular.
    let enough = readers.len() >= 2 || (readers.len() == 1 && ways.iter().any(|way| way.person.is_none()));
    let help = "add ways to `report_via` that name a `person`, so that a reporter can choose who reads it";
    outcome(if enough { Vec::new() } else { vec![of_record(conduct, "every report reaches the same people", help)] })
}

fn security(site: &Site) -> Outcome {
    let Some(project) = &site.community.project else {
        let help = "describe it in `data/project.toml` under `[security]`";
        let message = "it is not said how to report a weakness in private";
        return absent(site, "security", missing(site, "project.toml", message, help));
    };
    match &project.fields.security {
        None => outcome(vec![of_record(
            project,
            "it is not said how to report a weakness in private",
            "add `[security]` with `report`",
        )]),
        Some(security) if security.response_within.is_none() => outcome(vec![of_record(
            project,
            "it is not said how soon a report of a weakness is answered",
            "add `response_within`",
        )]),
        Some(_) => Outcome::Pass,
    }
}

fn one_organisation(site: &Site) -> Outcome {
    let Some((_, team)) = team(site) else { return nothing("the code of conduct is not described in data") };
    let people = current_people(site, &team.fields).into_iter();
    let employers: Vec<_> = people.map(|person| super::governance::employer(site, person)).collect();
    let same =
        employers.len() > 1 && employers[0].is_some() && employers.iter().all(|employer| *employer == employers[0]);
    let problem =
        || of_record(team, "everybody on the committee works for one organisation", "ask somebody from elsewhere");
    outcome(if same { vec![problem()] } else { Vec::new() })
}
