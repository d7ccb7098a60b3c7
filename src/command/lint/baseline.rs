//! The baseline: findings of an old site that do not count, so that new ones do.
//!
//! A finding is known by its file, rule, message and the text that it stands on, not by its line: lines move.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::unusable;
use crate::diagnostic::Diagnostic;
use crate::workspace::Unusable;

/// Old findings, and how often there is each.
#[derive(Debug, Default)]
pub(super) struct Baseline(BTreeMap<Known, usize>);

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Known {
    path: String,
    rule: String,
    message: String,
    text: String,
}

#[derive(Serialize, Deserialize)]
struct File {
    version: u32,
    findings: Vec<Entry>,
}

#[derive(Serialize, Deserialize)]
struct Entry {
    #[serde(flatten)]
    known: Known,
    count: usize,
}

type Texts = BTreeMap<Arc<str>, Arc<str>>;

impl Baseline {
    /// Reads the file; where there is none, nothing is old.
    pub(super) fn read(file: &Path) -> Result<Baseline, Unusable> {
        let text = match std::fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Baseline::default()),
            Err(error) => return Err(unusable(file, &format!("cannot be read: {error}"), "make it readable")),
        };
        let help = "write it anew with `waypost lint --write-baseline`";
        let read: File =
            serde_json::from_str(&text).map_err(|error| unusable(file, &format!("is no baseline: {error}"), help))?;
        if read.version != VERSION {
            return Err(unusable(file, &format!("has the version {}, not {VERSION}", read.version), help));
        }
        Ok(Baseline(read.findings.into_iter().map(|entry| (entry.known, entry.count)).collect()))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Those that are not old. Of several alike, as many are old as the file says.
    pub(super) fn new_ones(&self, found: Vec<Diagnostic>, texts: &Texts) -> Vec<Diagnostic> {
        let mut left = self.0.clone();
        let is_new = |diagnostic: &Diagnostic| match left.get_mut(&known(diagnostic, texts)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        };
        if self.is_empty() { found } else { found.into_iter().filter(is_new).collect() }
    }
}

const VERSION: u32 = 1;

/// Writes the findings of now, and says how many there are.
pub(super) fn write(file: &Path, found: &[Diagnostic], texts: &Texts) -> Result<usize, Unusable> {
    let mut counts: BTreeMap<Known, usize> = BTreeMap::new();
    for diagnostic in found {
        *counts.entry(known(diagnostic, texts)).or_default() += 1;
    }
    let findings = counts.into_iter().map(|(known, count)| Entry { known, count }).collect();
    let text = serde_json::to_string_pretty(&File { version: VERSION, findings }).expect("the keys are strings");
    std::fs::write(file, text + "\n")
        .map_err(|error| unusable(file, &format!("cannot be written: {error}"), "make its folder writable"))?;
    Ok(found.len())
}

fn known(diagnostic: &Diagnostic, texts: &Texts) -> Known {
    let place = diagnostic.span().zip(texts.get(&diagnostic.path));
    let text = place.map_or("", |(span, text)| span.of(text));
    Known {
        path: diagnostic.path.to_string(),
        rule: diagnostic.rule.to_string(),
        message: diagnostic.message.clone(),
        // Enough to know it by; a finding may stand on a whole table.
        text: text.chars().take(200).collect(),
    }
}
