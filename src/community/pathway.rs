//! Contribution pathways: steps that lead to a rung of the ladder.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::common::{Code, Effort};
use super::record::{AnyPath, Entity, Helper, Record, Ref, To};
use super::{Community, Contribution, Findings, Persona, Rung};
use crate::data::Spanned;
use crate::diagnostic::{Diagnostic, Severity, nearest};

/// A way into the project.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Pathway {
    /// Its name: what one sets out to do.
    pub title: String,
    /// What one has done at its end.
    pub outcome: String,
    /// For whom it is.
    pub for_personas: Vec<Ref<Persona>>,
    /// How much code it takes.
    pub code: Code,
    /// How long all of it takes.
    pub effort: Effort,
    /// The rung that it leads to.
    pub to: Ref<Rung>,
    /// The rung that it starts from.
    pub from: Option<Ref<Rung>>,
    /// Who helps.
    pub helpers: Vec<HelperEntry>,
    /// The kind of contribution.
    pub contribution: Option<Ref<Contribution>>,
    /// What is needed before.
    #[serde(default)]
    pub prerequisites: Vec<String>,
    /// Pathways to walk before.
    #[serde(default)]
    pub after: Vec<Ref<Pathway>>,
    /// What one should know.
    #[serde(default)]
    pub skills_used: Vec<String>,
    /// What one learns.
    #[serde(default)]
    pub skills_gained: Vec<String>,
    /// The steps, in order.
    #[serde(default)]
    pub steps: Vec<Step>,
    /// Where to go from its end.
    #[serde(default)]
    pub next: Vec<Ref<AnyPath>>,
}

/// Somebody who helps.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct HelperEntry {
    /// A team, a person or a channel.
    pub who: Ref<Helper>,
    /// When, or with what.
    pub when: Option<String>,
}

/// One step of a pathway.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Step {
    /// Its id in the pathway.
    pub id: Spanned<String>,
    /// What it is, in a few words.
    pub title: String,
    /// What to do.
    #[serde(rename = "do")]
    pub action: String,
    /// How one knows that it is done.
    pub done_when: String,
    /// The page that shows how.
    pub page: Option<To>,
    /// How long it takes.
    pub effort: Option<Effort>,
    /// Ids of steps that come before it. Default: the one above.
    pub needs: Option<Vec<Spanned<String>>>,
    /// It can be left out.
    #[serde(default)]
    pub optional: bool,
    /// What one gets for it: thanks, a badge, a place in a list.
    pub recognition: Option<String>,
    /// Who answers, and within what time.
    pub follow_up: Option<String>,
}

impl Pathway {
    /// For each step, the indices of the steps that come right before it.
    pub fn before(&self) -> Vec<Vec<usize>> {
        let by_id: BTreeMap<&str, usize> =
            self.steps.iter().enumerate().map(|(number, step)| (step.id.value.as_str(), number)).collect();
        let before = |(number, step): (usize, &Step)| match &step.needs {
            Some(needs) => needs.iter().filter_map(|id| by_id.get(id.value.as_str()).copied()).collect(),
            None => number.checked_sub(1).into_iter().collect(),
        };
        self.steps.iter().enumerate().map(before).collect()
    }
}

impl Entity for Pathway {
    const NAME: &'static str = "pathway";
    const FILES: &'static str = "pathways";

    fn records(community: &Community) -> &[Record<Pathway>] {
        &community.pathways
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn check(record: &Record<Pathway>, community: &Community, findings: &mut Findings) {
        let pathway = &record.fields;
        if let Some(around) = community.circle(record, |pathway| pathway.fields.after.iter().collect()) {
            let message = format!("the pathway `{}` comes before itself: {around}", record.id);
            findings.error("pathway-cycle", record, message, "take out one `after` of the circle");
        }
        let mut ids = BTreeSet::new();
        for step in &pathway.steps {
            if !ids.insert(step.id.value.as_str()) {
                let message = format!("there are two steps `{}` in this pathway", step.id.value);
                findings.error_at("duplicate-step", record, step.id.span, message, "give one of them another id");
            }
        }
        for need in pathway.steps.iter().flat_map(|step| step.needs.iter().flatten()) {
            if !ids.contains(need.value.as_str()) {
                let message = format!("there is no step `{}` in this pathway", need.value);
                let near = nearest(&need.value, ids.iter().copied());
                let finding = Diagnostic::new("unknown-step", Severity::Error, &record.path, need.span, message);
                findings.0.push(finding.help("name the id of a step").did_you_mean(near));
            }
        }
        // What is never reached by going on from a step without needs hangs in a circle.
        let before = pathway.before();
        let mut reached: BTreeSet<usize> = BTreeSet::new();
        while let Some(next) = (0..before.len())
            .find(|step| !reached.contains(step) && before[*step].iter().all(|earlier| reached.contains(earlier)))
        {
            reached.insert(next);
        }
        if let Some(stuck) = (0..before.len()).find(|step| !reached.contains(step)) {
            let step = &pathway.steps[stuck];
            let message = format!("the step `{}` can never be reached: the steps it needs wait for it", step.id.value);
            findings.error_at("pathway-cycle", record, step.id.span, message, "take one id out of `needs`");
        }
    }
}
