//! `waypost build`

use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};

use super::{CLEAN, FINDINGS, absolute_url, fail, in_words, plural, prefix};
use crate::data::Date;
use crate::diagnostic::{self, Counts, Diagnostic, Report, Style};
use crate::output::Writer;
use crate::workspace::{Options, Snapshot, Workspace};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The site's folder: one with waypost.toml, with a content folder, or with Markdown files
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// Where the site is written [default: DIR/site, or ./site for a folder of Markdown files alone]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The absolute URL that the site is published at; stands in for `site.base_url`
    #[arg(long, value_name = "URL", value_parser = absolute_url)]
    base_url: Option<String>,
    /// Publish drafts too
    #[arg(long)]
    drafts: bool,
    /// Exit with 1 on warnings, not only on errors
    #[arg(long)]
    strict: bool,
    /// How findings are printed: text on standard error, json on standard output
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// The day that counts as today for what ages [default: the day of the last commit]
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// Build everything anew, and keep nothing for the next build
    #[arg(long)]
    no_cache: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Said once, and no finding: there is nothing wrong with the site.
const SHALLOW: &str = "the repository is a shallow clone, so pages show no day and no contributors from it";
const WHOLE: &str = "fetch all commits: `fetch-depth: 0` for `actions/checkout`, `git fetch --unshallow` elsewhere";

pub(super) fn run(arguments: &Arguments) -> u8 {
    let start = Instant::now();
    let options = Options {
        drafts: arguments.drafts,
        base_url: arguments.base_url.clone(),
        as_of: arguments.as_of,
        history: true,
        ..Options::default()
    };
    let mut workspace = match Workspace::open(&arguments.dir, options, false) {
        Ok(workspace) => workspace,
        Err(unusable) => return fail(&unusable.message, &unusable.help),
    };
    let cache = workspace.cache().filter(|_| !arguments.no_cache);
    if let Some(cache) = &cache {
        workspace.remember(cache);
    }
    let folders = workspace.folders();
    let out = arguments.out.clone().unwrap_or_else(|| match folders.bare {
        true => PathBuf::from("site"),
        false => folders.root.strip_prefix(".").unwrap_or(&folders.root).join("site"),
    });
    let inputs = match workspace.load() {
        Ok(inputs) => inputs,
        Err(unusable) => return fail(&unusable.message, &unusable.help),
    };
    if inputs.is_shallow() && arguments.format == Format::Text {
        eprintln!("note: {SHALLOW}\n  = help: {WHOLE}");
    }
    let build = &inputs.config().build;
    let mut folders_read = vec![folders.root.clone()];
    if !folders.bare {
        let content = build.content.0.iter().map(|content| &content.folder).chain(&build.r#static.0);
        folders_read.extend(content.map(|folder| folders.root.join(folder)).chain([folders.root.join("theme")]));
    }
    let writer = match Writer::open(&out, &folders_read, cache.as_deref()) {
        Ok(writer) => writer,
        Err(failure) => return fail(&failure.message, &failure.help),
    };
    let fingerprint = workspace.fingerprint(&inputs);
    if let Some(pages) = writer.whole(fingerprint).filter(|_| arguments.format == Format::Text) {
        writer.leave();
        sum_up(pages, &out, start, "nothing changed");
        return CLEAN;
    }
    let snapshot = workspace.assemble(&inputs);
    let progress = progress_bar(snapshot.length(), arguments.format);
    let diagnostics = snapshot.render(&writer, &|| progress.inc(1));
    progress.finish_and_clear();
    if diagnostics.is_empty() && !snapshot.includes() {
        writer.note_whole(fingerprint, snapshot.pages());
    }
    let written = writer.finish();
    let kept = cache.map_or(Ok(()), |cache| workspace.keep(&snapshot, &cache));
    let warnings = written.as_ref().ok().and_then(|written| written.warning.clone());
    for why in warnings.into_iter().chain(kept.err()) {
        // What goes wrong with a cache is no fault of the site.
        eprintln!("warning: {why}");
    }
    // Whatever became of the files, the findings were paid for.
    report(arguments, &snapshot, &diagnostics);
    if let Err(failure) = written {
        return fail(&failure.message, &failure.help);
    }
    let counts = Counts::of(&diagnostics);
    if arguments.format == Format::Text {
        sum_up(snapshot.pages(), &out, start, &in_words(counts));
    }
    match counts.errors > 0 || (arguments.strict && counts.warnings > 0) {
        true => FINDINGS,
        false => CLEAN,
    }
}

fn sum_up(pages: usize, out: &Path, start: Instant, outcome: &str) {
    let (pages, seconds) = (plural(pages, "page"), start.elapsed().as_secs_f64());
    eprintln!("built {pages} into {} in {seconds:.2} s: {outcome}", out.display());
}

/// A bar on a terminal, nothing elsewhere: CI logs are read, not watched.
fn progress_bar(length: usize, format: Format) -> ProgressBar {
    if format == Format::Json || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style =
        ProgressStyle::with_template("{bar:40} {pos}/{len} pages").unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(length as u64).with_style(style)
}

fn report(arguments: &Arguments, snapshot: &Snapshot, diagnostics: &[Diagnostic]) {
    let prefix = prefix(&arguments.dir);
    let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let report = Report {
        diagnostics,
        texts: &snapshot.texts(diagnostics),
        prefix: &prefix,
        style: Style { colour, width: None },
        pages: snapshot.pages(),
        about: &BTreeMap::new(),
    };
    // A reader that goes away (`waypost build | head`) is no failure of the build.
    let _ = match arguments.format {
        Format::Text => {
            let text = diagnostic::emit(diagnostic::Format::Text, &report);
            std::io::stderr().lock().write_all(text.as_bytes())
        }
        Format::Json => {
            let text = diagnostic::emit(diagnostic::Format::Json, &report);
            std::io::stdout().lock().write_all(text.as_bytes())
        }
    };
}
