//! Whom the documentation serves.

use super::{Check, Outcome, Problem, missing, nothing, of_record, outcome};
use crate::community::{Persona, PersonaKind, Record, StoryStatus};
use crate::config::Kind;
use crate::diagnostic::Severity;
use crate::site::Site;

pub(super) const CHECKS: &[Check] = &[
    Check {
        id: "P01",
        title: "There are at least two personas, each with what they do, tools, pain points and core needs",
        severity: Severity::Warning,
        run: complete,
    },
    Check {
        id: "P02",
        title: "Every persona has a story: what they want, and why",
        severity: Severity::Warning,
        run: stories,
    },
    Check { id: "P03", title: "Every persona has a page to begin with", severity: Severity::Warning, run: starts },
    Check {
        id: "P04",
        title: "Every persona finds every kind of documentation, or it is said why not",
        severity: Severity::Warning,
        run: coverage,
    },
    Check {
        id: "P05",
        title: "Every page of documentation names its kind, and whom it serves",
        severity: Severity::Warning,
        run: tagged,
    },
    Check {
        id: "P07",
        title: "Every accepted story has a page or a roadmap item",
        severity: Severity::Suggestion,
        run: served,
    },
    Check {
        id: "P08",
        title: "The personas are not only users: some contribute, some decide",
        severity: Severity::Suggestion,
        run: all_sorts,
    },
    Check {
        id: "P09",
        title: "Every persona rests on evidence",
        severity: Severity::Suggestion,
        run: |site| {
            each(
                site,
                |persona| persona.fields.evidence.is_empty(),
                "rests on no evidence",
                "link an issue, a survey or an interview under `evidence`",
            )
        },
    },
];

/// One problem for each persona of which something holds.
fn each(site: &Site, is_wrong: fn(&Record<Persona>) -> bool, what: &str, help: &str) -> Outcome {
    let personas = &site.community.personas;
    if personas.is_empty() {
        return nothing("no persona is described");
    }
    let wrong = personas.iter().filter(|persona| is_wrong(persona));
    outcome(wrong.map(|persona| of_record(persona, format!("{} {what}", persona.fields.name), help)).collect())
}

fn complete(site: &Site) -> Outcome {
    let personas = &site.community.personas;
    let mut problems = Vec::new();
    if personas.len() < 2 {
        let message = match personas.len() {
            0 => "no persona is described",
            _ => "only one persona is described",
        };
        problems.push(missing(
            site,
            "personas/",
            message,
            "describe one who uses the project and one who takes part in it",
        ));
    }
    for persona in personas {
        let fields = &persona.fields;
        let given = [
            ("does", fields.does.is_empty()),
            ("tools", fields.tools.is_empty()),
            ("pain_points", fields.pain_points.is_empty()),
            ("core_needs", fields.core_needs.is_empty()),
        ];
        let lacking: Vec<&str> = given.iter().filter(|(_, is_empty)| *is_empty).map(|(name, _)| *name).collect();
        if !lacking.is_empty() {
            let help = format!("add {}", lacking.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "));
            problems.push(of_record(persona, format!("{} is described in part", fields.name), help));
        }
    }
    outcome(problems)
}

fn stories(site: &Site) -> Outcome {
    let help = "add `[[stories]]` with `id`, `want` and `so_that`";
    each(site, |persona| persona.fields.stories.is_empty(), "has no story", help)
}

fn starts(site: &Site) -> Outcome {
    each(site, |persona| persona.fields.start.is_none(), "has no page to begin with", "name it in `start`")
}

fn coverage(site: &Site) -> Outcome {
    let personas = &site.community.personas;
    if personas.is_empty() {
        return nothing("no persona is described");
    }
    let mut problems = Vec::new();
    for persona in personas {
        for kind in Kind::ALL {
            let is_waived = persona.fields.not_needed.iter().any(|cell| cell.kind == kind);
            if is_waived || !site.pages_for(&persona.id, Some(kind)).is_empty() {
                continue;
            }
            let help = format!(
                "tag a page with `personas = [\"{}\"]`, write one, or say why not under `not_needed`",
                persona.id
            );
            problems.push(of_record(persona, format!("{} finds no {}", persona.fields.name, kind.word()), help));
        }
    }
    outcome(problems)
}

fn tagged(site: &Site) -> Outcome {
    let mut problems = Vec::new();
    for id in site.ids().take(site.authored) {
        let (page, Some(summary)) = (site.page(id), site.summary(id)) else { continue };
        let in_section = page.section.is_some_and(|section| site.sections[section].kind.is_some());
        // Pages of folders lead on; they serve everybody.
        if !in_section || !page.children.is_empty() || !page.listed {
            continue;
        }
        let problem = |message: &str, help: &str| Problem {
            message: message.to_owned(),
            path: summary.path.clone(),
            help: help.to_owned(),
        };
        if page.kind.is_none() {
            problems.push(problem("this page has no kind", "name its `kind`"));
        }
        if !site.community.personas.is_empty() && summary.front.personas.is_empty() {
            problems.push(problem("this page names nobody whom it serves", "name them in `personas`"));
        }
    }
    outcome(problems)
}

fn served(site: &Site) -> Outcome {
    let personas = &site.community.personas;
    if personas.iter().all(|persona| persona.fields.stories.is_empty()) {
        return nothing("no story is told");
    }
    let mut problems = Vec::new();
    for persona in personas {
        let stories = persona.fields.stories.iter().filter(|story| story.status == StoryStatus::Accepted);
        for story in stories.filter(|story| story.served_by.is_empty() && story.roadmap.is_empty()) {
            let message = format!("the story `{}` is accepted, and nothing serves it", story.id);
            problems.push(of_record(persona, message, "name a page in `served_by` or an item in `roadmap`"));
        }
    }
    outcome(problems)
}

fn all_sorts(site: &Site) -> Outcome {
    let personas = &site.community.personas;
    if personas.is_empty() {
        return nothing("no persona is described");
    }
    let sorts = [(PersonaKind::Contributor, "contributes"), (PersonaKind::DecisionMaker, "decides")];
    let lacking = sorts.iter().filter(|(kind, _)| personas.iter().all(|persona| persona.fields.kind != *kind));
    let problem = |(_, does): &(PersonaKind, &str)| {
        missing(
            site,
            "personas/",
            format!("no persona {does}"),
            "describe one, with `kind = \"contributor\"` or `kind = \"decision-maker\"`",
        )
    };
    outcome(lacking.map(problem).collect())
}
