//! What the project wants, and who pays.

use super::{Check, Outcome, absent, found_in, is_there, missing, nothing, of_record, outcome};
use crate::community::{Horizon, Record, Relation, RoadmapItem};
use crate::data::Period;
use crate::diagnostic::Severity;
use crate::site::Site;

pub(super) const CHECKS: &[Check] = &[
    Check { id: "R01", title: "There is a roadmap", severity: Severity::Error, run: exists },
    Check {
        id: "R02",
        title: "Every item was looked at in the last 180 days, or as often as it says",
        severity: Severity::Warning,
        run: fresh,
    },
    Check { id: "R03", title: "Every item says why, and whom it serves", severity: Severity::Warning, run: reasons },
    Check {
        id: "R04",
        title: "The roadmap has an order: not everything is now",
        severity: Severity::Warning,
        run: order,
    },
    Check {
        id: "R05",
        title: "Every item that is worked on has somebody to ask, who is there",
        severity: Severity::Warning,
        run: owners,
    },
    Check {
        id: "R06",
        title: "Every call for help says what to know, how long it takes, and whom to ask",
        severity: Severity::Warning,
        run: help,
    },
    Check { id: "R07", title: "Every call for money says whom to ask", severity: Severity::Warning, run: funding },
    Check { id: "R09", title: "Nothing that is over is still planned", severity: Severity::Warning, run: over },
    Check {
        id: "R10",
        title: "The newest cycle of the roadmap is not over for a year",
        severity: Severity::Warning,
        run: cycles,
    },
    Check {
        id: "R11",
        title: "No item rests on a decision that is past",
        severity: Severity::Error,
        run: |site| found_in::<RoadmapItem>(site, "there is no roadmap", &["roadmap-contradicts-decision"]),
    },
    Check {
        id: "R12",
        title: "Money for a purpose and money for the project are told apart",
        severity: Severity::Suggestion,
        run: restricted,
    },
    Check {
        id: "R13",
        title: "The projects that this one rests on are listed, with their licences",
        severity: Severity::Suggestion,
        run: upstream,
    },
    Check { id: "R14", title: "Every sponsor has dates", severity: Severity::Suggestion, run: sponsors },
];

fn active(site: &Site) -> Vec<&Record<RoadmapItem>> {
    site.community.roadmap.iter().filter(|item| item.fields.is_active()).collect()
}

/// One problem for each item that is not over, of which something holds.
fn each(site: &Site, problem: impl Fn(&Record<RoadmapItem>) -> Option<(String, String)>) -> Outcome {
    let items = active(site);
    if items.is_empty() {
        return nothing("there is no roadmap");
    }
    let problems = items.into_iter().filter_map(|item| {
        let (message, help) = problem(item)?;
        Some(of_record(item, message, help))
    });
    outcome(problems.collect())
}

fn exists(site: &Site) -> Outcome {
    let problem = || missing(site, "roadmap/", "there is no roadmap", "describe three things that the project wants");
    if site.community.roadmap.is_empty() { absent(site, "roadmap", problem()) } else { Outcome::Pass }
}

fn fresh(site: &Site) -> Outcome {
    let Some(today) = site.as_of else { return nothing("no day counts as today") };
    let half_a_year: Period = "180d".parse().expect("180 days are a period");
    each(site, |item| {
        let Some(updated) = item.freshness.updated else {
            return Some((
                format!("`{}` does not say when it was last looked at", item.id),
                "set `updated`".to_owned(),
            ));
        };
        let period = item.freshness.review_every.as_ref().unwrap_or(&half_a_year);
        let due = updated.plus(period).is_some_and(|due| due < today);
        due.then(|| {
            (format!("`{}` was last looked at on {updated}", item.id), "look at it, and set `updated`".to_owned())
        })
    })
}

fn reasons(site: &Site) -> Outcome {
    let knows_personas = !site.community.personas.is_empty();
    each(site, |item| {
        let given =
            [("`why`", item.fields.why.is_none()), ("`benefits`", knows_personas && item.fields.benefits.is_empty())];
        let lacking: Vec<&str> = given.iter().filter(|(_, is_missing)| *is_missing).map(|(name, _)| *name).collect();
        (!lacking.is_empty())
            .then(|| (format!("`{}` does not say why, or for whom", item.id), format!("add {}", lacking.join(", "))))
    })
}

fn order(site: &Site) -> Outcome {
    let items = active(site);
    if items.len() < 2 {
        return nothing("there are fewer than two items");
    }
    let horizons: Vec<_> = items.iter().map(|item| item.fields.horizon).collect();
    let ordered_otherwise = items.iter().any(|item| item.fields.cycle.is_some() || item.fields.milestone.is_some());
    let message = match () {
        () if ordered_otherwise => return Outcome::Pass,
        () if horizons.iter().all(Option::is_none) => "no item has a horizon",
        () if horizons.iter().all(|horizon| *horizon == Some(Horizon::Now)) => "everything is now",
        () => return Outcome::Pass,
    };
    outcome(vec![missing(site, "roadmap/", message, "set `horizon` to `now`, `next`, `later` or `exploring`")])
}

fn owners(site: &Site) -> Outcome {
    each(site, |item| {
        if item.fields.horizon.is_some_and(|horizon| horizon != Horizon::Now) {
            return None;
        }
        let named = item.fields.contact.as_ref().or(item.freshness.owner.as_ref()).map(|keeper| &keeper.id);
        let Some(named) = named.or(item.fields.team.as_ref().map(|team| &team.id)) else {
            return Some((format!("nobody can be asked about `{}`", item.id), "add `contact` or `team`".to_owned()));
        };
        let gone = !is_there(site, "team|person", named);
        gone.then(|| {
            (
                format!("`{named}`, who is asked about `{}`, is not there", item.id),
                "name somebody who is there".to_owned(),
            )
        })
    })
}

fn help(site: &Site) -> Outcome {
    if active(site).iter().all(|item| item.fields.help_wanted.is_empty()) {
        return nothing("no item asks for help");
    }
    each(site, |item| {
        let vague = item
            .fields
            .help_wanted
            .iter()
            .find(|task| task.experience.is_none() || task.effort.is_none() || task.contact.is_none())?;
        let message =
            format!("`{}` asks for help and does not say all that one needs to know: {}", item.id, vague.task);
        Some((message, "add `experience`, `effort` and `contact`".to_owned()))
    })
}

fn funding(site: &Site) -> Outcome {
    if active(site).iter().all(|item| item.fields.funding.is_empty()) {
        return nothing("no item asks for money");
    }
    each(site, |item| {
        let vague = item.fields.funding.iter().find(|need| need.contact.is_none())?;
        Some((
            format!("`{}` asks for money and does not say whom to ask: {}", item.id, vague.purpose),
            "add `contact`".to_owned(),
        ))
    })
}

fn restricted(site: &Site) -> Outcome {
    let ways = &site.community.funding;
    if ways.is_empty() {
        return nothing("no way to give is described");
    }
    let sorts = [(false, "for the project to decide on"), (true, "for a stated purpose")];
    let lacking = sorts.iter().filter(|(restricted, _)| ways.iter().all(|way| way.fields.restricted != *restricted));
    let problem = |(restricted, what): &(bool, &str)| {
        missing(
            site,
            "funding.toml",
            format!("no way to give is {what}"),
            format!("add one with `restricted = {restricted}`, or waive this"),
        )
    };
    outcome(lacking.map(problem).collect())
}

fn upstream(site: &Site) -> Outcome {
    let upstream: Vec<_> =
        site.community.ecosystem.iter().filter(|other| other.fields.relation == Relation::Upstream).collect();
    if upstream.is_empty() {
        let help = "list the projects that this one rests on, with `relation = \"upstream\"`";
        return outcome(vec![missing(site, "ecosystem.toml", "no upstream project is named", help)]);
    }
    let bare = upstream.into_iter().filter(|other| other.fields.license.is_none());
    outcome(
        bare.map(|other| of_record(other, format!("the licence of `{}` is not stated", other.id), "add `license`"))
            .collect(),
    )
}

fn sponsors(site: &Site) -> Outcome {
    let sponsors = &site.community.sponsors;
    if sponsors.is_empty() {
        return nothing("no sponsor is named");
    }
    let bare = sponsors.iter().filter(|sponsor| sponsor.fields.span.is_none());
    outcome(bare.map(|sponsor| of_record(sponsor, format!("`{}` has no dates", sponsor.id), "add `span`")).collect())
}

/// Cycles begin with their year: `2027h1`, `2027-q2`.
fn cycles(site: &Site) -> Outcome {
    let Some(today) = site.as_of else { return nothing("no day counts as today") };
    let year = |cycle: &String| cycle.get(..4).and_then(|year| year.parse::<i16>().ok());
    let years = site.community.roadmap.iter().filter_map(|item| item.fields.cycle.as_ref()).filter_map(year);
    let Some(newest) = years.max() else { return nothing("the roadmap has no cycles that begin with a year") };
    let problem =
        || missing(site, "roadmap/", format!("the newest cycle of the roadmap is of {newest}"), "plan the next one");
    outcome(if newest + 1 < today.civil().year() { vec![problem()] } else { Vec::new() })
}

fn over(site: &Site) -> Outcome {
    let items = &site.community.roadmap;
    if items.is_empty() {
        return nothing("there is no roadmap");
    }
    let planned = |item: &&Record<RoadmapItem>| {
        matches!(item.fields.horizon, Some(Horizon::Next | Horizon::Later | Horizon::Exploring))
    };
    let over = items.iter().filter(|item| !item.fields.is_active()).filter(planned);
    outcome(
        over.map(|item| of_record(item, format!("`{}` is over, and still planned", item.id), "take out `horizon`"))
            .collect(),
    )
}
