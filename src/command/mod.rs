//! The commands, one a file. The only place that prints and decides the exit code. The doors to `clap`, `indicatif` and
//! `similar`.

mod ask;
mod audit;
mod build;
mod explain;
mod import;
mod init;
mod lint;
mod mv;
mod new;
mod rules;
mod schema;
mod serve;
mod vale;

use std::path::Path;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{Parser, Subcommand};

use crate::data::Date;
use crate::diagnostic::Counts;

/// A static site generator for the documentation of community-first open source projects.
#[derive(Debug, Parser)]
#[command(name = "waypost", version, about, arg_required_else_help = true, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Makes a small site to begin with
    Init(init::Arguments),
    /// Builds the site
    Build(build::Arguments),
    /// Begins a page or a record
    New(new::Arguments),
    /// Moves a page, a folder or an image, and mends every link to it
    Mv(mv::Arguments),
    /// Shows the site while it is written
    Serve(serve::Arguments),
    /// Writes settings for a site that another generator makes
    Import(import::Arguments),
    /// Checks texts, links and data, and mends what it can
    Lint(lint::Arguments),
    /// Lists the rules of the linter
    Rules(rules::Arguments),
    /// Says what a rule flags, why, and what to do
    Explain(explain::Arguments),
    /// Checks what the community says of itself: personas, pathways, governance, roadmap …
    Audit(audit::Arguments),
    /// Prints the JSON Schema of a sort of record, for editors that complete and check
    Schema(schema::Arguments),
    /// Checks prose with Vale's settings, styles and command line
    Vale(vale::Arguments),
}

/// Exit code: nothing to report.
const CLEAN: u8 = 0;
/// Exit code: findings at or above the fail level.
const FINDINGS: u8 = 1;
/// Exit code: the tool could not do its work.
const FAILED: u8 = 2;

/// Reads the command line and runs the command.
pub fn run() -> ExitCode {
    let code = match Arguments::parse().command {
        Command::Init(arguments) => init::run(&arguments),
        Command::Build(arguments) => build::run(&arguments),
        Command::New(arguments) => new::run(&arguments),
        Command::Mv(arguments) => mv::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Lint(arguments) => lint::run(&arguments),
        Command::Rules(arguments) => rules::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Audit(arguments) => audit::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Vale(arguments) => vale::run(&arguments),
    };
    ExitCode::from(code)
}

/// Says why the tool could not do its work.
fn fail(message: &str, help: &str) -> u8 {
    eprintln!("error: {message}\n  = help: {help}");
    FAILED
}

/// What stands before the paths of findings, so that they can be opened from where the command was given.
fn prefix(dir: &Path) -> String {
    let folder = dir.to_string_lossy().replace('\\', "/");
    let folder = folder.trim_start_matches("./").trim_end_matches('/');
    if folder.is_empty() || folder == "." { String::new() } else { format!("{folder}/") }
}

/// The day on the clock of this machine. Only a command may ask: everything below it is told which day counts.
fn today() -> Option<Date> {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Date::of_unix(elapsed.as_secs().try_into().ok()?)
}

/// What changes in a file, as a patch.
fn patch(path: &str, before: &str, after: &str) -> String {
    let diff = similar::TextDiff::from_lines(before, after);
    diff.unified_diff().context_radius(3).header(&format!("a/{path}"), &format!("b/{path}")).to_string()
}

/// Reads an absolute URL on the command line.
fn absolute_url(text: &str) -> Result<String, String> {
    let absolute =
        ["http://", "https://"].iter().any(|scheme| text.strip_prefix(scheme).is_some_and(|host| !host.is_empty()));
    if absolute {
        Ok(text.to_owned())
    } else {
        Err("write an absolute URL such as `https://docs.example.org/`".to_owned())
    }
}

/// `1 error, 2 warnings`
fn in_words(counts: Counts) -> String {
    let parts = [(counts.errors, "error"), (counts.warnings, "warning"), (counts.suggestions, "suggestion")];
    let words: Vec<String> =
        parts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| plural(*count, word)).collect();
    if words.is_empty() { "no findings".to_owned() } else { words.join(", ") }
}

fn plural(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}
