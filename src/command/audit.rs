//! `waypost audit`

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{CLEAN, FINDINGS, fail, prefix, today};
use crate::audit::{self, Finding, Outcome};
use crate::community::Data;
use crate::data::Date;
use crate::diagnostic::{self, Report, Severity, Style};
use crate::lint::{self, RULES, Scope};
use crate::workspace::{Options, Snapshot, Workspace};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The site's folder
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// The day that counts as today for what ages [default: today]
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// Exit with 1 when a check of severity warning fails, not only for errors
    #[arg(long)]
    strict: bool,
    /// Show the checks that pass or do not apply, too
    #[arg(long)]
    all: bool,
    /// How the report is written, on standard output
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

pub(super) fn run(arguments: &Arguments) -> u8 {
    let as_of = arguments.as_of.or_else(today);
    let options = Options { as_of, scope: Scope::Audit, ..Options::default() };
    let workspace = match Workspace::open(&arguments.dir, options, false) {
        Ok(workspace) => workspace,
        Err(unusable) => return fail(&unusable.message, &unusable.help),
    };
    let snapshot = match workspace.snapshot() {
        Ok(snapshot) => snapshot,
        Err(unusable) => return fail(&unusable.message, &unusable.help),
    };
    let report = audit::report(&snapshot.site);
    let unreadable = snapshot.data_errors();
    let notes = notes(&snapshot, &prefix(&arguments.dir));
    let text = match arguments.format {
        Format::Text => notes_in_words(&notes) + &in_words(&report, arguments, unreadable, as_of),
        Format::Json => audit::json(&report, &notes, as_of),
    };
    // A reader that goes away (`waypost audit | head`) is no failure.
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
    let failed = |severity| report.iter().any(|finding| is_failure(finding) && finding.severity == severity);
    match failed(Severity::Error) || (arguments.strict && failed(Severity::Warning)) {
        true => FINDINGS,
        false => CLEAN,
    }
}

/// What the rules of the audit find on pages, in the form of `lint --format json`.
fn notes(snapshot: &Snapshot, prefix: &str) -> Data {
    let mut found = snapshot.check();
    found.retain(|note| lint::find(&note.rule).is_some_and(|rule| rule.audit));
    let (texts, about) = (snapshot.texts(&found), BTreeMap::new());
    let report =
        Report { diagnostics: &found, texts: &texts, prefix, style: Style::default(), pages: 0, about: &about };
    diagnostic::findings(&report)
}

fn notes_in_words(notes: &Data) -> String {
    let mut text = String::new();
    let notes: Vec<&Data> = notes.as_array().into_iter().flatten().collect();
    for rule in RULES.iter().filter(|rule| rule.audit) {
        let of_rule: Vec<&&Data> = notes.iter().filter(|note| note["rule"] == rule.id).collect();
        let Some(first) = of_rule.first() else { continue };
        if text.is_empty() {
            text.push_str("Measures of pages: to think about, not to fail\n");
        }
        let _ = writeln!(text, "  note     {}: {}", rule.id, rule.summary);
        for note in of_rule.iter().take(MOST_PROBLEMS) {
            let word = |key: &str| note[key].as_str().unwrap_or("");
            let place = match (note["start"]["line"].as_u64(), note["start"]["column"].as_u64()) {
                (Some(line), Some(column)) => format!(":{line}:{column}"),
                _ => String::new(),
            };
            let _ = writeln!(text, "                --> {}{place}: {}", word("path"), word("message"));
        }
        if let Some(more @ 1..) = of_rule.len().checked_sub(MOST_PROBLEMS) {
            let _ = writeln!(text, "                and {more} more");
        }
        let _ = writeln!(text, "                    = help: {}", first["help"].as_str().unwrap_or(""));
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

fn is_failure(finding: &Finding) -> bool {
    matches!(finding.outcome, Outcome::Fail { .. })
}

/// Problems of one check that are listed; the JSON has them all.
const MOST_PROBLEMS: usize = 10;

fn in_words(report: &[Finding], arguments: &Arguments, unreadable: usize, as_of: Option<Date>) -> String {
    let prefix = prefix(&arguments.dir);
    let mut text = String::new();
    let mut group = "";
    for finding in report {
        let quiet = matches!(finding.outcome, Outcome::Pass | Outcome::NotApplicable { .. });
        if quiet && !arguments.all {
            continue;
        }
        if finding.group != group {
            group = finding.group;
            let _ = writeln!(text, "{}{group}", if text.is_empty() { "" } else { "\n" });
        }
        let Finding { id, title, severity, outcome, .. } = finding;
        let _ = match outcome {
            Outcome::Pass => writeln!(text, "  pass     {id}  {title}"),
            Outcome::NotApplicable { why } => writeln!(text, "  n/a      {id}  {title} ({why})"),
            Outcome::Waived { reason, until } => {
                let until = until.map_or(String::new(), |until| format!(" until {until}"));
                writeln!(text, "  waived   {id}  {title}\n                = waived{until}: {reason}")
            }
            Outcome::Fail { problems } => {
                let _ = writeln!(text, "  fail     {id}  {title} [{}]", severity.word());
                for problem in problems.iter().take(MOST_PROBLEMS) {
                    let _ = writeln!(text, "                --> {prefix}{}: {}", problem.path, problem.message);
                    let _ = writeln!(text, "                    = help: {}", problem.help);
                }
                match problems.len().checked_sub(MOST_PROBLEMS) {
                    Some(more @ 1..) => writeln!(text, "                and {more} more"),
                    _ => Ok(()),
                }
            }
        };
    }
    if !text.is_empty() {
        text.push('\n');
    }
    let count = |is: fn(&Outcome) -> bool| report.iter().filter(|finding| is(&finding.outcome)).count();
    let day = as_of.map_or(String::new(), |day| format!(" as of {day}"));
    let _ = writeln!(
        text,
        "{} checks{day}: {} passed, {} failed, {} waived, {} not applicable",
        report.len(),
        count(|outcome| matches!(outcome, Outcome::Pass)),
        count(|outcome| matches!(outcome, Outcome::Fail { .. })),
        count(|outcome| matches!(outcome, Outcome::Waived { .. })),
        count(|outcome| matches!(outcome, Outcome::NotApplicable { .. })),
    );
    if unreadable > 0 {
        let _ = writeln!(text, "{unreadable} problems in the data folder: `waypost build` shows them");
    }
    text
}
