//! Findings as Vale's JSON: an object of lists by path. For editors and scripts that know Vale.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Diagnostic, Fix, Places, Report, Safety};

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Alert<'a> {
    action: Action,
    span: [usize; 2],
    check: &'a str,
    description: &'a str,
    link: &'a str,
    message: String,
    severity: &'static str,
    r#match: &'a str,
    line: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Action {
    name: &'static str,
    params: Option<Vec<String>>,
}

pub(super) fn emit(report: &Report) -> String {
    let mut places = Places::new(report);
    let mut files: BTreeMap<String, Vec<Alert>> = BTreeMap::new();
    for diagnostic in report.diagnostics {
        let (line, span) = match places.of(diagnostic) {
            // The last column is meant to be part of it.
            Some((start, end)) if end.line == start.line && end.column > start.column => {
                (start.line, [start.column, end.column - 1])
            }
            Some((start, _)) => (start.line, [start.column, start.column]),
            None => (1, [1, 1]),
        };
        let found = report.texts.get(&diagnostic.path).zip(diagnostic.span());
        files.entry(report.path_of(diagnostic)).or_default().push(Alert {
            action: action(diagnostic),
            span,
            check: &diagnostic.rule,
            description: "",
            link: diagnostic.link.as_deref().unwrap_or(""),
            message: diagnostic.message.replace(['\n', '\r'], " "),
            severity: diagnostic.severity.word(),
            r#match: found.map_or("", |(text, span)| span.of(text)),
            line,
        });
    }
    serde_json::to_string_pretty(&files).expect("alerts have string keys") + "\n"
}

/// What an editor can do by itself: fixes of one edit, at the place of the finding.
fn action(diagnostic: &Diagnostic) -> Action {
    let here = |fix: &&Fix| fix.edits.len() == 1 && Some(fix.edits[0].span) == diagnostic.span();
    let texts: Vec<String> = diagnostic.fixes.iter().filter(here).map(|fix| fix.edits[0].text.clone()).collect();
    match texts.as_slice() {
        [] => Action { name: "", params: None },
        [text] if text.is_empty() && diagnostic.fixes[0].safety < Safety::Choice => {
            Action { name: "remove", params: None }
        }
        _ => Action { name: "replace", params: Some(texts) },
    }
}
