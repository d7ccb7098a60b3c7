//! The commands, one a file. The only place that prints and decides the exit code. The doors to `clap` and `indicatif`.

mod build;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// A static site generator for the documentation of community-first open source projects.
#[derive(Debug, Parser)]
#[command(name = "waypost", version, about, arg_required_else_help = true, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Builds the site
    Build(build::Arguments),
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
        Command::Build(arguments) => build::run(&arguments),
    };
    ExitCode::from(code)
}

/// Says why the tool could not do its work.
fn fail(message: &str, help: &str) -> u8 {
    eprintln!("error: {message}\n  = help: {help}");
    FAILED
}
