//! Findings for tools: one JSON object. Lines and columns count from 1, columns in characters.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Counts, Report};
use crate::source::LineIndex;

#[derive(Serialize)]
struct Document<'a> {
    /// Of this format: it grows with fields, and changes its number when one goes.
    version: u32,
    pages: usize,
    #[serde(flatten)]
    counts: Counts,
    findings: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Finding<'a> {
    rule: &'a str,
    severity: super::Severity,
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<Position>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<Position>,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
    byte: u32,
}

pub(super) fn emit(report: &Report) -> String {
    let mut lines = BTreeMap::new();
    let findings = report.diagnostics.iter().map(|diagnostic| {
        let place = report.texts.get(&diagnostic.path).zip(diagnostic.span());
        let position = |offset: fn(crate::source::Span) -> u32| {
            place.map(|(text, span)| {
                let index = lines.entry(&diagnostic.path).or_insert_with(|| LineIndex::new(text));
                let byte = offset(span);
                let (line, column) = index.line_column(text, byte);
                Position { line, column, byte }
            })
        };
        let mut position = position;
        Finding {
            rule: &diagnostic.rule,
            severity: diagnostic.severity,
            path: format!("{}{}", report.prefix, diagnostic.path),
            start: position(|span| span.start),
            end: position(|span| span.end),
            message: &diagnostic.message,
            help: diagnostic.help.as_deref(),
        }
    });
    let findings = findings.collect();
    let document = Document { version: 1, pages: report.pages, counts: Counts::of(report.diagnostics), findings };
    serde_json::to_string_pretty(&document).expect("a report has string keys and finite numbers") + "\n"
}
