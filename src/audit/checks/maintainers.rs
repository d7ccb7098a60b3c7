//! How the project is looked after.

use std::collections::BTreeMap;

use super::{
    Check, Outcome, Problem, absent, covered, current_people, missing, missing_page, nothing, of_record, outcome,
};
use crate::community::{Allowed, ChannelStatus, Label, Record, TeamStatus};
use crate::diagnostic::Severity;
use crate::site::Site;
use crate::site::community::undeclared_labels;

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
        id: "M04",
        title: "Every label that replies, templates, teams and texts name is declared",
        severity: Severity::Error,
        run: declared_labels,
    },
    Check {
        id: "M05",
        title: "Labels of one group agree on its rules",
        severity: Severity::Warning,
        run: label_groups,
    },
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
    Check {
        id: "M10",
        title: "It is said who can reach what is sensitive",
        severity: Severity::Suggestion,
        run: |site| outcome(covered(site, "access", "who can reach what is sensitive").into_iter().collect()),
    },
    Check {
        id: "M11",
        title: "It is said how people are looked at before they get more rights",
        severity: Severity::Suggestion,
        run: |site| {
            outcome(
                covered(site, "vetting", "how people are looked at before they get more rights").into_iter().collect(),
            )
        },
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
    outcome(
        if channels
            .iter()
            .any(|channel| channel.fields.response.is_some() && channel.fields.status == ChannelStatus::Active)
        {
            Vec::new()
        } else {
            vec![problem()]
        },
    )
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
    let thin = critical.into_iter().filter(|team| current_people(site, &team.fields).len() < 2);
    let problem = |team: &crate::community::Record<crate::community::Team>| {
        let people = current_people(site, &team.fields).len();
        of_record(
            team,
            format!("the critical team `{}` has {people} of two people", team.id),
            "fill a seat, or show it as open",
        )
    };
    outcome(thin.map(problem).collect())
}

/// In data, undeclared labels are references to nothing. In texts, a label is inline code that begins like those of a group.
fn declared_labels(site: &Site) -> Outcome {
    let community = &site.community;
    if community.labels.is_empty() {
        return nothing("no label is described");
    }
    let unknown = community.diagnostics.iter().filter(|found| found.rule == "unknown-reference");
    let unknown = unknown.filter(|found| found.message.starts_with("there is no label "));
    let mut problems: Vec<Problem> = unknown
        .map(|found| Problem {
            message: found.message.clone(),
            path: found.path.clone(),
            help: "declare it in `labels.toml`, or mend the name".to_owned(),
        })
        .collect();
    let undeclared = undeclared_labels(site);
    for summary in &site.summaries {
        for words in &summary.label_words {
            let Some(near) = undeclared.get(&**words) else { continue };
            let message = format!("there is no label `{words}`");
            let help = near.map_or("declare it in `labels.toml`".to_owned(), |near| format!("did you mean `{near}`?"));
            problems.push(Problem { message, path: summary.path.clone(), help });
        }
    }
    outcome(problems)
}

fn label_groups(site: &Site) -> Outcome {
    let labels = &site.community.labels;
    let mut groups: BTreeMap<String, &Record<Label>> = BTreeMap::new();
    let mut problems = Vec::new();
    for label in labels {
        let Some(group) = label.fields.group.clone().or_else(|| label.fields.prefix()) else { continue };
        let first = groups.entry(group).or_insert(label);
        let rules = |label: &Label| (label.required_group, label.exclusive_group);
        if rules(&first.fields) != rules(&label.fields) {
            let message = format!("`{}` and `{}` are of one group and disagree on its rules", first.id, label.id);
            problems.push(of_record(label, message, "set `required_group` and `exclusive_group` alike"));
        }
    }
    if groups.is_empty() { nothing("no label has a group") } else { outcome(problems) }
}
