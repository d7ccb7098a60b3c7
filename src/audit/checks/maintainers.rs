//! How the project is looked after.

use super::{Check, Outcome, absent, covered, missing, missing_page, nothing, of_record, outcome};
use crate::community::{Allowed, TeamStatus};
use crate::diagnostic::Severity;
use crate::site::Site;

pub(super) const CHECKS: &[Check] = &[
    Check {
        id: "M01",
        title: "Pages say how repositories are kept, and how to triage, review, reply, release and test",
        severity: Severity::Warning,
        run: guides,
    },
    Check {
        id: "M02",
        title: "Pages say how people come aboard, and how they leave",
        severity: Severity::Warning,
        run: comings_and_goings,
    },
    Check { id: "M03", title: "It is said how soon somebody answers", severity: Severity::Suggestion, run: answers },
    Check {
        id: "M06",
        title: "Replies about conduct are kept to the conduct committee",
        severity: Severity::Warning,
        run: conduct_replies,
    },
    Check {
        id: "M07",
        title: "Releases have a cadence, a scheme, a checklist and a captain",
        severity: Severity::Warning,
        run: releases,
    },
    Check {
        id: "M08",
        title: "It is said how long versions are looked after",
        severity: Severity::Suggestion,
        run: support,
    },
    Check {
        id: "M09",
        title: "Every critical team has two people at least",
        severity: Severity::Warning,
        run: critical_teams,
    },
];

fn guides(site: &Site) -> Outcome {
    let mut problems = Vec::new();
    let topics = [
        ("conventions", "how repositories are kept"),
        ("triage", "how issues are sorted"),
        ("review", "how changes are reviewed"),
        ("release", "how a release is made"),
        ("testing", "how to test and debug"),
    ];
    problems.extend(topics.iter().filter_map(|(topic, what)| match *topic {
        "release" if site.community.releases.is_some() => None,
        topic => covered(site, topic, what),
    }));
    if site.community.replies.is_empty() {
        problems.extend(covered(site, "replies", "what maintainers say again and again"));
    }
    outcome(problems)
}

fn comings_and_goings(site: &Site) -> Outcome {
    let topics = [("onboarding", "how maintainers come aboard"), ("offboarding", "how they leave")];
    outcome(topics.iter().filter_map(|(topic, what)| covered(site, topic, what)).collect())
}

fn answers(site: &Site) -> Outcome {
    let channels = &site.community.channels;
    if channels.is_empty() {
        return nothing("no channel is described");
    }
    let problem = || {
        missing(
            site,
            "channels.toml",
            "no channel says how soon somebody answers",
            "add `response = { within = \"2 days\" }` to one",
        )
    };
    outcome(if channels.iter().any(|channel| channel.fields.response.is_some()) { Vec::new() } else { vec![problem()] })
}

fn conduct_replies(site: &Site) -> Outcome {
    let replies = &site.community.replies;
    let about: Vec<_> =
        replies.iter().filter(|reply| reply.fields.category == crate::community::Category::Conduct).collect();
    if about.is_empty() {
        return nothing("no reply is about conduct");
    }
    let open = about.into_iter().filter(|reply| matches!(reply.fields.allowed, Allowed::Anyone | Allowed::Triage));
    let problem =
        |reply| of_record(reply, "anybody may use this reply about conduct", "set `allowed = \"conduct-committee\"`");
    outcome(open.map(problem).collect())
}

fn releases(site: &Site) -> Outcome {
    let Some(releases) = &site.community.releases else {
        let help = "describe them in `data/releases.toml`: `cadence`, `scheme`, `checklist`, `captain_duties`";
        return absent(site, "release", missing_page(site, "it is not said how the project releases", help));
    };
    let given = [
        ("scheme", releases.fields.scheme.is_none()),
        ("checklist", releases.fields.checklist.is_empty()),
        ("captain_duties", releases.fields.captain_duties.is_empty()),
    ];
    let lacking = given.iter().filter(|(_, is_missing)| *is_missing);
    outcome(
        lacking
            .map(|(name, _)| of_record(releases, format!("releases have no `{name}`"), format!("add `{name}`")))
            .collect(),
    )
}

fn support(site: &Site) -> Outcome {
    let Some(releases) = &site.community.releases else { return nothing("releases are not described") };
    let problem = || {
        of_record(
            releases,
            "it is not said how long versions are looked after",
            "add `[[support]]` with `version` and `until`",
        )
    };
    outcome(if releases.fields.support.is_empty() { vec![problem()] } else { Vec::new() })
}

fn critical_teams(site: &Site) -> Outcome {
    let teams = site.community.teams.iter();
    let critical: Vec<_> =
        teams.filter(|team| team.fields.critical && team.fields.status == TeamStatus::Active).collect();
    if critical.is_empty() {
        return nothing("no team is marked as critical");
    }
    let thin = critical.into_iter().filter(|team| team.fields.filled().count() < 2);
    let problem = |team: &crate::community::Record<crate::community::Team>| {
        let people = team.fields.filled().count();
        of_record(
            team,
            format!("the critical team `{}` has {people} of two people", team.id),
            "fill a seat, or show it as open",
        )
    };
    outcome(thin.map(problem).collect())
}
