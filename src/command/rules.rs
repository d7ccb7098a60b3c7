//! `waypost rules`

use std::fmt::Write as _;
use std::io::Write as _;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::CLEAN;
use crate::lint::{self, Group, RULES};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// How the list is printed
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

#[derive(Serialize)]
struct Entry {
    rule: &'static str,
    group: &'static str,
    /// What it is where the settings say nothing: a severity, or `off`.
    default: &'static str,
    build: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<crate::diagnostic::Safety>,
    aliases: &'static [&'static str],
    summary: &'static str,
}

pub(super) fn run(arguments: &Arguments) -> u8 {
    let entries = RULES.iter().map(|rule| Entry {
        rule: rule.id,
        group: rule.group.word(),
        default: if rule.on { rule.severity.word() } else { "off" },
        build: rule.build,
        fix: rule.fix,
        aliases: rule.aliases,
        summary: rule.summary,
    });
    let text = match arguments.format {
        Format::Json => {
            let entries: Vec<Entry> = entries.collect();
            serde_json::to_string_pretty(&entries).expect("the keys are strings") + "\n"
        }
        Format::Text => in_words(entries),
    };
    // A reader that goes away is no failure.
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
    CLEAN
}

fn in_words(entries: impl Iterator<Item = Entry>) -> String {
    let width = RULES.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    let mut text = String::new();
    let mut group = "";
    for entry in entries {
        if entry.group != group {
            group = entry.group;
            let title = Group::ALL.iter().find(|other| other.word() == group).map_or("", |group| group.title());
            let _ = writeln!(text, "{}{group}: {title}", if text.is_empty() { "" } else { "\n" });
        }
        let Entry { rule, default, summary, .. } = entry;
        let _ = writeln!(text, "  {rule:width$}  {default:10}  {summary}");
    }
    let _ = writeln!(text, "\n`waypost explain RULE` says more. {} rules.", lint::RULES.len());
    text
}
