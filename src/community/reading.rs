//! Reading paths: pages in an order that serves a persona.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::{Entity, Keeper, Record, Ref, To};
use super::{Community, Findings, Persona};

/// Pages in an order.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
pub struct Reading {
    /// Its name.
    pub title: String,
    /// What one knows at its end, in one or two sentences.
    pub summary: String,
    /// The pages, in order; about fifteen at most.
    pub pages: Vec<To>,
    /// For whom it is.
    #[serde(default)]
    pub for_personas: Vec<Ref<Persona>>,
    /// Who keeps it.
    pub maintained_by: Option<Ref<Keeper>>,
    /// What is missing, as an invitation.
    #[serde(default)]
    pub gaps: Vec<String>,
}

impl Entity for Reading {
    const NAME: &'static str = "reading";
    const FILES: &'static str = "readings";

    fn records(community: &Community) -> &[Record<Reading>] {
        &community.readings
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn check(record: &Record<Reading>, _: &Community, findings: &mut Findings) {
        let mut seen = BTreeSet::new();
        for page in &record.fields.pages {
            if !seen.insert(&page.destination) {
                let message = format!("`{}` stands in this reading path twice", page.destination);
                findings.error_at("duplicate-page", record, page.span, message, "keep it where it is needed first");
            }
        }
    }
}
