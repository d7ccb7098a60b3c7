//! Which persona finds which kind of documentation, and what is missing.

use serde_json::{Value, json};

use super::personas::{KINDS, links};
use super::{Block, Fields, Show, keys};
use crate::community::{Persona, Record};
use crate::config::Kind;

/// `:::coverage`
pub(super) const BLOCK: Block = Block {
    name: "coverage",
    entity: "persona",
    at: "community/coverage",
    list: |community| keys(&community.personas),
    facets: &[],
    more,
    pages: None,
};

/// Pages that a cell names; the number says how many there are.
const NAMED_PAGES: usize = 3;

fn more(show: &Show, fields: &mut Fields) {
    let kinds: Vec<Kind> = KINDS.into_iter().flatten().collect();
    let rows = show.community().personas.iter();
    let rows = rows.filter(|persona| show.is_wanted(&("persona", persona.id.clone())));
    let rows: Vec<Value> = rows
        .map(|persona| {
            let cells: Vec<Value> = kinds.iter().map(|kind| cell(show, persona, *kind)).collect();
            let entry = show.community().index.find("persona", &persona.id);
            json!({"persona": entry.map(|entry| show.brief(entry)), "cells": cells})
        })
        .collect();
    fields.insert("kinds".to_owned(), json!(kinds));
    fields.insert("rows".to_owned(), json!(rows));
}

fn cell(show: &Show, persona: &Record<Persona>, kind: Kind) -> Value {
    let pages = show.site.pages_for(&persona.id, Some(kind));
    let not_needed = persona.fields.not_needed.iter().find(|cell| cell.kind == kind).map(|cell| &cell.reason);
    let is_missing = pages.is_empty() && not_needed.is_none();
    json!({
        "kind": kind,
        "total": pages.len(),
        "pages": links(show, pages.iter().take(NAMED_PAGES)),
        "not_needed": not_needed,
        "new_url": is_missing.then(|| show.site.new_page_url(kind, &persona.id)),
    })
}
