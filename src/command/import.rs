//! `waypost import`

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{CLEAN, fail, plural, prefix};
use crate::config;
use crate::import::{Home, Import, Left, docusaurus, mdbook};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    generator: Generator,
}

#[derive(Debug, Subcommand)]
enum Generator {
    /// Writes settings for a site of Docusaurus: the folder with docusaurus.config.js
    Docusaurus(Site),
    /// Writes settings for a book of mdBook: the folder with book.toml
    Mdbook(Site),
}

#[derive(Debug, Args)]
struct Site {
    /// The folder of the site
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// The folder that gets waypost.toml, if it is another one: one around DIR [default: DIR]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Write over a waypost.toml that is there
    #[arg(long)]
    force: bool,
}

pub(super) fn run(arguments: &Arguments) -> u8 {
    let (Generator::Mdbook(site) | Generator::Docusaurus(site)) = &arguments.generator;
    let out = site.out.as_ref().unwrap_or(&site.dir);
    let imported = Home::new(&site.dir, out).and_then(|home| match &arguments.generator {
        Generator::Docusaurus(_) => docusaurus::import(&home),
        Generator::Mdbook(_) => mdbook::import(&home),
    });
    let imported = match imported {
        Ok(imported) => imported,
        Err(unusable) => return fail(&unusable.message, &unusable.help),
    };
    let file = out.join(config::FILE);
    // What is there already may be the work of somebody.
    let is_there = file.symlink_metadata().is_ok();
    let is_same = std::fs::read(&file).is_ok_and(|bytes| bytes == imported.settings.as_bytes());
    if is_there && !is_same && !site.force {
        let help = "`--force` writes over it; rename it first if you want to keep it";
        return fail(&format!("there is a `{}` already", file.display()), help);
    }
    if !is_same && let Err(why) = std::fs::write(&file, &imported.settings) {
        return fail(&format!("`{}` cannot be written: {why}", file.display()), "make the folder writable");
    }
    let text = told(&imported, site, &file.display().to_string(), &out.display().to_string());
    // A reader that goes away (`waypost import … | head`) is no failure.
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
    CLEAN
}

/// What was written, what did not come along, and what comes next.
fn told(imported: &Import, site: &Site, file: &str, out: &str) -> String {
    let counts = format!("{}, {}", plural(imported.pages, "page"), plural(imported.redirects, "redirect"));
    let mut text = format!("wrote `{file}`: {counts}\n");
    if !imported.left.is_empty() {
        let _ = write!(text, "\ndid not come along:\n\n");
    }
    let prefix = prefix(&site.dir);
    for Left { path, line, column, what, help } in &imported.left {
        let place = if *line == 0 { String::new() } else { format!(":{line}:{column}") };
        let _ = write!(text, "{prefix}{path}{place}: {what}\n  = help: {help}\n");
    }
    let _ = write!(text, "\nnext: waypost serve {out}\n");
    text
}
