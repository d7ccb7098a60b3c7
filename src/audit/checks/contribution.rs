//! Ways into the project.

use std::collections::BTreeSet;

use super::{
    Check, Outcome, absent, covered, covering, found, is_there, missing, missing_page, nothing, of_record, outcome,
    shown,
};
use crate::community::common::Code;
use crate::community::{Area, LadderStage, Pathway, Rung};
use crate::diagnostic::Severity;
use crate::site::{PageId, Site};

pub(super) const CHECKS: &[Check] = &[
    Check {
        id: "K01",
        title: "There is a guide for contributors, two clicks from the home page at most",
        severity: Severity::Error,
        run: guide,
    },
    Check {
        id: "K02",
        title: "There is a way in without code, and one with little",
        severity: Severity::Error,
        run: no_code,
    },
    Check {
        id: "K03",
        title: "Every pathway has steps that can be reached, and leads somewhere new",
        severity: Severity::Error,
        run: leads_on,
    },
    Check {
        id: "K04",
        title: "Every pathway says how long it takes, and who helps",
        severity: Severity::Warning,
        run: helped,
    },
    Check {
        id: "K05",
        title: "Every helper is there: a listed person, or a team that works",
        severity: Severity::Error,
        run: helpers_are_there,
    },
    Check {
        id: "K06",
        title: "The ladder reaches from user to maintainer, and every rung says what it takes and who decides",
        severity: Severity::Error,
        run: ladder,
    },
    Check { id: "K07", title: "A rung can be reached without code", severity: Severity::Warning, run: no_code_rung },
    Check {
        id: "K08",
        title: "It is said what a contribution must fulfil",
        severity: Severity::Warning,
        run: |site| outcome(covered(site, "requirements", "what a contribution must fulfil").into_iter().collect()),
    },
    Check {
        id: "K09",
        title: "A page says how to set up and build the project",
        severity: Severity::Warning,
        run: |site| outcome(covered(site, "setup", "how to set up and build the project").into_iter().collect()),
    },
    Check {
        id: "K10",
        title: "There is a label for newcomers, and one where help is wanted",
        severity: Severity::Warning,
        run: labels,
    },
    Check {
        id: "K11",
        title: "There is a label for work without code",
        severity: Severity::Suggestion,
        run: no_code_label,
    },
    Check {
        id: "K12",
        title: "The kinds of contribution reach beyond code: docs, community, funding",
        severity: Severity::Suggestion,
        run: areas,
    },
    Check {
        id: "K13",
        title: "Every reading path has fifteen pages at most",
        severity: Severity::Warning,
        run: readings,
    },
    Check {
        id: "K14",
        title: "Whoever looks at the kinds of contribution finds somebody to ask",
        severity: Severity::Warning,
        run: contacts,
    },
    Check { id: "K15", title: "Credits thank for more than code", severity: Severity::Suggestion, run: credits },
    Check {
        id: "K16",
        title: "It is said whether contributors sign anything",
        severity: Severity::Suggestion,
        run: assertion,
    },
];

fn guide(site: &Site) -> Outcome {
    let mut guides = covering(site, "contributing");
    guides.extend(["contributions", "pathways"].iter().filter_map(|block| site.block_home(block)));
    if guides.is_empty() {
        let help = "describe kinds of contribution in `data/contributions.toml`, or add `covers = [\"contributing\"]` to your guide";
        return outcome(vec![missing_page(site, "there is no guide for contributors", help)]);
    }
    let near = within_clicks(site, 2);
    match guides.iter().any(|guide| near.contains(guide)) {
        true => Outcome::Pass,
        false => {
            let message = "the guide for contributors is more than two clicks from the home page";
            outcome(vec![missing_page(site, message, "link it from the home page, or from a section's page")])
        }
    }
}

/// The pages within so many clicks of the home page: by links in texts, and by the navigation that the home page shows.
fn within_clicks(site: &Site, clicks: usize) -> BTreeSet<PageId> {
    let mut reached = BTreeSet::from([site.home]);
    let mut edge = vec![site.home];
    for _ in 0..clicks {
        let mut next = Vec::new();
        for id in edge {
            let links = site.summary(id).map_or(&[][..], |summary| &summary.destinations);
            let linked = links.iter().filter_map(|destination| site.page_from(id, destination));
            for page in linked.chain(site.page(id).children.iter().copied()) {
                if reached.insert(page) {
                    next.push(page);
                }
            }
        }
        edge = next;
    }
    reached
}

fn no_code(site: &Site) -> Outcome {
    let pathways = &site.community.pathways;
    let lacking = [(Code::None, "without code"), (Code::Low, "with little code")];
    let lacking = lacking.iter().filter(|(code, _)| pathways.iter().all(|pathway| pathway.fields.code != *code));
    let problem = |(_, how): &(Code, &str)| {
        missing(
            site,
            "pathways/",
            format!("no pathway leads in {how}"),
            "describe one: triage, translation, testing, a first edit of the docs",
        )
    };
    outcome(lacking.map(problem).collect())
}

fn leads_on(site: &Site) -> Outcome {
    let pathways = &site.community.pathways;
    if pathways.is_empty() {
        return nothing("no pathway is described");
    }
    let mut problems = Vec::new();
    for pathway in pathways {
        let Pathway { from, to, steps, .. } = &pathway.fields;
        if steps.is_empty() {
            problems.push(of_record(pathway, format!("`{}` has no steps", pathway.id), "add `[[steps]]`"));
        }
        if from.as_ref().is_some_and(|from| from.id == to.id) && pathway.fields.next.is_empty() {
            let message = format!("`{}` ends where it begins", pathway.id);
            problems.push(of_record(pathway, message, "name another rung in `to`, or what follows in `next`"));
        }
    }
    if let Outcome::Fail { problems: more } = found(site, &["pathway-cycle", "unknown-step", "duplicate-step"]) {
        problems.extend(more);
    }
    outcome(problems)
}

fn helped(site: &Site) -> Outcome {
    let pathways = &site.community.pathways;
    if pathways.is_empty() {
        return nothing("no pathway is described");
    }
    let mut problems = Vec::new();
    for pathway in pathways {
        if pathway.fields.effort.time().is_none() {
            let message = format!("`{}` does not say how long it takes", pathway.id);
            problems.push(of_record(pathway, message, "give `effort` a number: `{ hours = 2 }`"));
        }
        if pathway.fields.helpers.is_empty() {
            let message = format!("nobody helps on `{}`", pathway.id);
            problems.push(of_record(pathway, message, "name a team, a person or a channel in `helpers`"));
        }
    }
    outcome(problems)
}

fn helpers_are_there(site: &Site) -> Outcome {
    let community = &site.community;
    if community.pathways.is_empty() {
        return nothing("no pathway is described");
    }
    let mut problems = Vec::new();
    for pathway in &community.pathways {
        for helper in &pathway.fields.helpers {
            let gone = !is_there(site, "team|person|channel", &helper.who.id);
            if gone {
                let message = format!("`{}` names `{}` as a helper, who is not there", pathway.id, helper.who.id);
                problems.push(of_record(pathway, message, "name somebody who is"));
            }
        }
    }
    outcome(problems)
}

fn ladder(site: &Site) -> Outcome {
    let ladder = &site.community.ladder;
    if ladder.is_empty() {
        let help = "describe two or three rungs; short ladders put fewer people off";
        return absent(site, "ladder", missing(site, "ladder.toml", "there is no ladder", help));
    }
    let mut problems = Vec::new();
    for (stage, word) in [(LadderStage::Contributor, "contributor"), (LadderStage::Maintainer, "maintainer")] {
        if ladder.iter().all(|rung| rung.fields.stage != stage) {
            let message = format!("no rung of the ladder is for a {word}");
            problems.push(missing(site, "ladder.toml", message, format!("add a rung with `stage = \"{word}\"`")));
        }
    }
    for rung in ladder {
        let Rung { from, requirements, nominators, approvers, stage, .. } = &rung.fields;
        // Where people arrive, and where they go in the end, nobody has to let them in.
        if from.is_empty() || *stage == LadderStage::Emeritus {
            continue;
        }
        let given = [
            ("requirements", requirements.is_empty()),
            ("nominators", nominators.is_none()),
            ("approvers", approvers.is_none()),
        ];
        let lacking: Vec<String> =
            given.iter().filter(|(_, is_missing)| *is_missing).map(|(name, _)| format!("`{name}`")).collect();
        if !lacking.is_empty() {
            let message = format!("the rung `{}` does not say how one gets there", rung.id);
            problems.push(of_record(rung, message, format!("add {}", lacking.join(", "))));
        }
    }
    outcome(problems)
}

fn no_code_rung(site: &Site) -> Outcome {
    let ladder = &site.community.ladder;
    if ladder.is_empty() {
        return nothing("there is no ladder");
    }
    let open = ladder.iter().any(|rung| {
        !rung.fields.from.is_empty() && !rung.fields.code_required && rung.fields.stage != LadderStage::Emeritus
    });
    let problem = || {
        missing(
            site,
            "ladder.toml",
            "no rung that people come to can be reached without code",
            "add one without `code_required`, and say in `from` where people come from",
        )
    };
    outcome(if open { Vec::new() } else { vec![problem()] })
}

fn labels(site: &Site) -> Outcome {
    let labels = &site.community.labels;
    if labels.is_empty() {
        return nothing("no label is described");
    }
    let mut problems = Vec::new();
    if !labels.iter().any(|label| label.fields.newcomer) {
        problems.push(missing(
            site,
            "labels.toml",
            "no label marks work for newcomers",
            "set `newcomer = true` on one",
        ));
    }
    if !labels.iter().any(|label| label.fields.help_wanted) {
        problems.push(missing(
            site,
            "labels.toml",
            "no label says that help is wanted",
            "set `help_wanted = true` on one",
        ));
    }
    if !shown(site, "labels") {
        problems.push(missing(site, "labels.toml", "no page shows the labels", "put `:::labels` on one"));
    }
    outcome(problems)
}

fn no_code_label(site: &Site) -> Outcome {
    let labels = &site.community.labels;
    if labels.is_empty() {
        return nothing("no label is described");
    }
    let problem = || missing(site, "labels.toml", "no label marks work without code", "set `no_code = true` on one");
    outcome(if labels.iter().any(|label| label.fields.no_code) { Vec::new() } else { vec![problem()] })
}

fn areas(site: &Site) -> Outcome {
    let contributions = &site.community.contributions;
    if contributions.is_empty() {
        return nothing("no kind of contribution is described");
    }
    let areas =
        [(Area::Code, "code"), (Area::Docs, "docs"), (Area::Community, "community"), (Area::Funding, "funding")];
    let lacking = areas.iter().filter(|(area, _)| contributions.iter().all(|kind| kind.fields.area != Some(*area)));
    let problem = |(_, word): &(Area, &str)| {
        let help = format!("describe one with `area = \"{word}\"`");
        missing(site, "contributions.toml", format!("no kind of contribution is about {word}"), help)
    };
    outcome(lacking.map(problem).collect())
}

/// As long as one reads: those who curate such paths found about fifteen to be the most.
const LONGEST_READING: usize = 15;

fn readings(site: &Site) -> Outcome {
    let readings = &site.community.readings;
    if readings.is_empty() {
        return nothing("no reading path is described");
    }
    let long = readings.iter().filter(|reading| reading.fields.pages.len() > LONGEST_READING);
    let problem = |reading| of_record(reading, format!("`{}` is long", reading.id), "part it in two");
    outcome(long.map(problem).collect())
}

fn credits(site: &Site) -> Outcome {
    let credits = &site.community.credits;
    if credits.is_empty() {
        return nothing("nobody is credited");
    }
    let code = ["code", "test", "infra", "tool", "platform", "plugin"];
    let beyond = credits.iter().any(|credit| credit.fields.kinds.iter().any(|kind| !code.contains(&kind.as_str())));
    let problem =
        || missing(site, "credits.toml", "credits thank for code alone", "thank for docs, design, translation, events");
    outcome(if beyond { Vec::new() } else { vec![problem()] })
}

fn assertion(site: &Site) -> Outcome {
    let Some(project) = &site.community.project else { return nothing("the project is not described") };
    let problem = || {
        of_record(
            project,
            "it is not said whether contributors sign anything",
            "add `contribution_assertion = { kind = \"none\" }`, or `dco` or `cla`",
        )
    };
    outcome(if project.fields.contribution_assertion.is_some() { Vec::new() } else { vec![problem()] })
}

fn contacts(site: &Site) -> Outcome {
    let kinds = &site.community.contributions;
    if kinds.is_empty() {
        return nothing("no kind of contribution is described");
    }
    let alone = kinds.iter().filter(|kind| kind.fields.channel.is_none() && kind.fields.contact.is_none());
    let problem = |kind| of_record(kind, format!("`{}` names nobody to ask", kind.id), "add `channel` or `contact`");
    outcome(alone.map(problem).collect())
}
