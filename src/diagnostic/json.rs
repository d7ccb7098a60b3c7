//! Findings for tools: one JSON object. Lines and columns count from 1, columns in characters.

use serde::Serialize;

use super::{Counts, Diagnostic, Places, Position, Report, Safety, Severity};
use crate::source::Span;

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
    severity: Severity,
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<Place>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<Place>,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Fix<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<&'a str>,
}

#[derive(Serialize)]
struct Fix<'a> {
    title: &'a str,
    safety: Safety,
    edits: Vec<Edit<'a>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    start: Option<Place>,
    end: Option<Place>,
    text: &'a str,
}

#[derive(Serialize)]
struct Place {
    #[serde(flatten)]
    position: Position,
    byte: u32,
}

pub(super) fn emit(report: &Report) -> String {
    serde_json::to_string_pretty(&document(report)).expect("a report has string keys and finite numbers") + "\n"
}

/// The findings alone, as data: for a report that they are a part of.
pub fn findings(report: &Report) -> serde_json::Value {
    serde_json::to_value(document(report).findings).expect("a report has string keys and finite numbers")
}

fn document<'a>(report: &'a Report) -> Document<'a> {
    let mut places = Places::new(report);
    let findings = report.diagnostics.iter().map(|diagnostic| {
        let (start, end) = ends(&mut places, diagnostic, diagnostic.span());
        let fixes = diagnostic.fixes.iter().map(|fix| {
            let edits = fix.edits.iter().map(|edit| {
                let (start, end) = ends(&mut places, diagnostic, Some(edit.span));
                Edit { start, end, text: &edit.text }
            });
            Fix { title: &fix.title, safety: fix.safety, edits: edits.collect() }
        });
        let fixes = fixes.collect();
        Finding {
            rule: &diagnostic.rule,
            severity: diagnostic.severity,
            path: report.path_of(diagnostic),
            start,
            end,
            message: &diagnostic.message,
            help: diagnostic.help.as_deref(),
            fixes,
            link: diagnostic.link.as_deref(),
        }
    });
    let findings = findings.collect();
    Document { version: 1, pages: report.pages, counts: Counts::of(report.diagnostics), findings }
}

fn ends(places: &mut Places, diagnostic: &Diagnostic, span: Option<Span>) -> (Option<Place>, Option<Place>) {
    let found = span.and_then(|span| Some((span, places.at(&diagnostic.path, span)?)));
    found.map_or((None, None), |(span, (start, end))| {
        (Some(Place { position: start, byte: span.start }), Some(Place { position: end, byte: span.end }))
    })
}
