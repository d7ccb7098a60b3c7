//! What a rule is, in Markdown: `waypost explain` prints it, and the book's pages are made of it.

use std::fmt::Write;

use super::rule::{Check, Group, Precision, Rule};
use super::rules::RULES;
use super::text::capitalized;
use crate::diagnostic::{Safety, Severity};

/// The page of a rule.
pub fn explain(rule: &Rule) -> String {
    let mut text = format!("# `{}`\n\n{}.\n\n", rule.id, capitalized(rule.summary));
    let _ = writeln!(text, "{}\n", facts(rule).join(" "));
    let _ = writeln!(text, "## Why\n\n{}\n", rule.why);
    for (title, example) in [("This is flagged", rule.bad), ("This is not", rule.good)] {
        let _ = writeln!(text, "## {title}\n\n{}", fenced(example));
    }
    let _ = writeln!(
        text,
        "## How to set it\n\n```toml title=\"waypost.toml\"\n[lint.rules]\n{} = {}\n```\n",
        rule.id,
        settable(rule)
    );
    let _ = writeln!(text, "{}", set_aside(rule));
    if !rule.sources.is_empty() {
        let _ = writeln!(text, "\n## Sources\n");
        for source in rule.sources {
            let _ = writeln!(text, "- [{}]({})", source.name, source.url);
        }
    }
    text
}

/// The rules of a group: a line each.
pub fn index(group: Group) -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied().filter(move |rule| rule.group == group)
}

fn facts(rule: &Rule) -> Vec<String> {
    let mut facts = vec![match rule.on {
        true => format!("On by default, as {}.", with_article(rule.severity)),
        false if rule.audit => format!(
            "`waypost audit` reports it. In `lint` it is off by default; switched on, it is {}.",
            with_article(rule.severity)
        ),
        false => format!("Off by default; switched on, it is {}.", with_article(rule.severity)),
    }];
    if !rule.kinds.is_empty() {
        let kinds: Vec<&str> = rule.kinds.iter().map(|kind| kind.word()).collect();
        facts.push(format!("It looks at pages of the kind {}.", kinds.join(", ")));
    }
    if rule.build {
        facts.push("`build` reports it too.".to_owned());
    }
    facts.extend(rule.fix.map(|safety| {
        match safety {
            Safety::Safe => "`--fix` mends it.",
            Safety::Unsafe => "`--fix --unsafe` mends it.",
            Safety::Choice => "It suggests what to write where something is near.",
        }
        .to_owned()
    }));
    if !rule.aliases.is_empty() {
        let names: Vec<String> = rule.aliases.iter().map(|name| format!("`{name}`")).collect();
        facts.push(format!("Elsewhere it is called {}; that name works here too.", names.join(", ")));
    }
    facts.extend(
        rule.precision.map(|Precision { right, of, on }| {
            format!("Measured by hand: {right} of {of} findings on {on} were right.")
        }),
    );
    facts.push(format!("Since {}.", rule.since));
    facts
}

fn with_article(severity: Severity) -> String {
    let article = if severity == Severity::Error { "an" } else { "a" };
    format!("{article} {}", severity.word())
}

/// A comment reaches what stands in the text of a page; data and settings have no place for one, and comments none of
/// their own.
fn set_aside(rule: &Rule) -> String {
    let by_path = "To set it aside for some files, name them under [`[[lint.path]]`](@reference/settings#lint).";
    match (&rule.check, rule.group) {
        (Check::Elsewhere, Group::Lint) => by_path.to_owned(),
        (Check::Elsewhere, Group::Files | Group::Community) => {
            format!("{by_path} On a page, `<!-- waypost: allow-page {}: the reason -->` does the same.", rule.id)
        }
        _ => format!(
            "To set it aside in one place, write `<!-- waypost: allow {}: the reason -->` before the block.",
            rule.id
        ),
    }
}

/// What somebody would set it to who sets it.
fn settable(rule: &Rule) -> &'static str {
    match (rule.on, rule.severity) {
        (true, _) => "\"off\"",
        (false, Severity::Error) => "\"error\"",
        (false, Severity::Warning) => "\"warning\"",
        (false, Severity::Suggestion) => "\"suggestion\"",
    }
}

/// The files of an example: path → text.
pub fn files(example: &str) -> Vec<(&str, &str)> {
    let mut files = Vec::new();
    let mut path = "content/page.md";
    let mut start = 0;
    let mut at = 0;
    for line in example.split_inclusive('\n') {
        if let Some(next) = line.strip_prefix("=== ") {
            files.push((path, &example[start..at]));
            path = next.trim();
            start = at + line.len();
        }
        at += line.len();
    }
    files.push((path, &example[start..]));
    files.retain(|(_, text)| !text.is_empty());
    files
}

fn fenced(example: &str) -> String {
    let mut text = String::new();
    for (path, content) in files(example) {
        let language = match path.rsplit('.').next() {
            Some("md" | "mdx") => "markdown",
            Some(extension @ ("toml" | "yaml" | "json" | "html" | "css")) => extension,
            // What stands for a picture is text.
            _ => "text",
        };
        let fence = "`".repeat(
            content.lines().map(|line| line.len() - line.trim_start_matches('`').len()).max().unwrap_or(0).max(2) + 1,
        );
        let content = content.trim_end_matches('\n');
        let _ = writeln!(text, "{fence}{language} title=\"{path}\"\n{content}\n{fence}\n");
    }
    text
}
