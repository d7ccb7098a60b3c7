//! Findings as SARIF 2.1.0 (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/>), for code scanning. Only what is used of the
//! format is here; the tests hold it against a model that is generated from the format's schema.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Diagnostic, Fix, Places, Report, Severity};
use crate::source::Span;

#[derive(Serialize)]
struct Log<'a> {
    version: &'static str,
    #[serde(rename = "$schema")]
    schema: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    column_kind: &'static str,
    results: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
struct Driver<'a> {
    name: &'static str,
    version: &'static str,
    rules: Vec<Descriptor<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    short_description: Option<Message>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<Message>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help_uri: Option<&'a str>,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'a> {
    rule_id: &'a str,
    rule_index: usize,
    level: &'static str,
    message: Message,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Change>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change {
    description: Message,
    artifact_changes: [ArtifactChange; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange {
    artifact_location: Artifact,
    replacements: Vec<Replacement>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement {
    deleted_region: Region,
    inserted_content: Message,
}

pub(super) fn emit(report: &Report) -> String {
    let mut places = Places::new(report);
    let names: BTreeSet<&str> = report.diagnostics.iter().map(|diagnostic| &*diagnostic.rule).collect();
    let names: Vec<&str> = names.into_iter().collect();
    let results =
        report.diagnostics.iter().map(|diagnostic| finding(report, &mut places, &names, diagnostic)).collect();
    let rules = names.iter().map(|name| {
        let about = report.about.get(*name);
        let linked =
            report.diagnostics.iter().find(|found| found.rule == *name).and_then(|found| found.link.as_deref());
        Descriptor {
            id: name,
            short_description: about.map(|about| Message { text: about.summary.clone() }),
            help: about.map(|about| Message { text: about.help.clone() }),
            help_uri: linked.filter(|link| link.starts_with("http")),
        }
    });
    let rules = rules.collect();
    let driver = Driver { name: "Waypost", version: env!("CARGO_PKG_VERSION"), rules };
    let run = Run { tool: Tool { driver }, column_kind: "unicodeCodePoints", results };
    let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    let log = Log { version: "2.1.0", schema, runs: [run] };
    serde_json::to_string_pretty(&log).expect("a log has string keys and finite numbers") + "\n"
}

fn finding<'a>(report: &Report<'a>, places: &mut Places, names: &[&str], diagnostic: &'a Diagnostic) -> Finding<'a> {
    let uri = uri(&report.path_of(diagnostic));
    let region = diagnostic.span().and_then(|span| region(places, diagnostic, span));
    let advice = diagnostic.advice().map_or(String::new(), |advice| format!("\n{advice}"));
    let artifact_location = Artifact { uri: uri.clone() };
    let fixes = diagnostic.fixes.iter().filter_map(|fix| change(places, diagnostic, fix, &uri)).collect();
    Finding {
        rule_id: &diagnostic.rule,
        rule_index: names.binary_search(&&*diagnostic.rule).unwrap_or(0),
        level: match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Suggestion => "note",
        },
        message: Message { text: format!("{}{advice}", diagnostic.message) },
        locations: [Location { physical_location: PhysicalLocation { artifact_location, region } }],
        fixes,
    }
}

fn change(places: &mut Places, diagnostic: &Diagnostic, fix: &Fix, uri: &str) -> Option<Change> {
    let replacements: Option<Vec<Replacement>> = fix
        .edits
        .iter()
        .map(|edit| {
            let deleted_region = region(places, diagnostic, edit.span)?;
            Some(Replacement { deleted_region, inserted_content: Message { text: edit.text.clone() } })
        })
        .collect();
    let change = ArtifactChange {
        artifact_location: Artifact { uri: uri.to_owned() },
        replacements: replacements.filter(|replacements| !replacements.is_empty())?,
    };
    Some(Change { description: Message { text: fix.title.clone() }, artifact_changes: [change] })
}

fn region(places: &mut Places, diagnostic: &Diagnostic, span: Span) -> Option<Region> {
    let (start, end) = places.at(&diagnostic.path, span)?;
    Some(Region { start_line: start.line, start_column: start.column, end_line: end.line, end_column: end.column })
}

/// A path as a URI reference: what is not allowed in one is encoded.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
