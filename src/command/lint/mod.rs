//! `waypost lint`

mod baseline;
mod diff;
mod places;

use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use clap::{Args, ValueEnum};

use self::baseline::Baseline;
use self::diff::Changes;
use self::places::Place;
use super::{CLEAN, FAILED, FINDINGS, fail, in_words, patch, plural};
use crate::data::Date;
use crate::diagnostic::{self, About, Counts, Diagnostic, Report, Safety, Severity, Style};
use crate::lint::{self, RULES};
use crate::workspace::fix::{self, Fixed};
use crate::workspace::{Options, Snapshot, Unusable, Workspace};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Files or folders: of a site, or by themselves
    #[arg(default_value = ".")]
    paths: Vec<PathBuf>,
    /// How findings are printed, on standard output
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// Exit with 1 from this severity on [default: `lint.fail_on`, which is error]
    #[arg(long, value_name = "SEVERITY")]
    fail_on: Option<FailOn>,
    /// Mend what can be mended without changing the meaning
    #[arg(long)]
    fix: bool,
    /// With --fix: also where the meaning may change
    #[arg(long, requires = "fix")]
    r#unsafe: bool,
    /// With --fix: show what would change, and change nothing
    #[arg(long, requires = "fix")]
    dry_run: bool,
    /// Only what stands on lines that differ from a revision, such as `main`
    #[arg(long, value_name = "REV")]
    diff: Option<String>,
    /// Only these rules or groups, whatever the settings say
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    only: Vec<String>,
    /// Write all findings of now into the baseline file: from then on only new ones count
    #[arg(long, conflicts_with_all = ["fix", "diff", "only"])]
    write_baseline: bool,
    /// Look at drafts too
    #[arg(long)]
    drafts: bool,
    /// The day that counts as today for what ages [default: the day of the last commit]
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people: the line, the place underlined, what to do
    Text,
    /// One object, described in the manual
    Json,
    /// For code scanning
    Sarif,
    /// Annotations of a GitHub workflow
    Github,
    /// path:line:column:rule:message
    Line,
    /// As Vale writes its JSON
    ValeJson,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    Error,
    Warning,
    Suggestion,
}

/// What one place gave.
struct Checked {
    diagnostics: Vec<Diagnostic>,
    texts: BTreeMap<Arc<str>, Arc<str>>,
    pages: usize,
    /// Old findings that the baseline holds.
    old: usize,
    fixed: Vec<Fixed>,
    fail_on: Severity,
}

pub(super) fn run(arguments: &Arguments) -> u8 {
    let start = Instant::now();
    let unknown = arguments.only.iter().find(|name| !is_a_rule(name));
    if let Some(name) = unknown {
        return fail(&format!("there is no rule `{name}`"), "`waypost rules` lists them");
    }
    let places = match places::find(&arguments.paths) {
        Ok(places) => places,
        Err(unusable) => return fail(&unusable.message, &unusable.help),
    };
    let mut all: Vec<Checked> = Vec::new();
    let mut unwritten = false;
    for place in &places {
        let mut checked = match check(arguments, place) {
            Ok(checked) => checked,
            Err(unusable) => return fail(&unusable.message, &unusable.help),
        };
        if arguments.fix {
            unwritten |= !put(arguments, place, &mut checked.fixed);
        }
        checked.show_from(place);
        all.push(checked);
    }
    if arguments.write_baseline {
        return CLEAN;
    }
    let fail_on = |checked: &Checked| arguments.fail_on.map_or(checked.fail_on, Severity::from);
    let failed = all.iter().any(|checked| checked.diagnostics.iter().any(|found| found.severity <= fail_on(checked)));
    report(arguments, &all, start);
    match (unwritten, failed) {
        (true, _) => FAILED,
        (false, true) => FINDINGS,
        (false, false) => CLEAN,
    }
}

fn check(arguments: &Arguments, place: &Place) -> Result<Checked, Unusable> {
    let scope = if place.files.is_some() { lint::Scope::Alone } else { lint::Scope::Lint };
    let options = Options {
        drafts: arguments.drafts,
        as_of: arguments.as_of,
        scope,
        only_rules: arguments.only.clone(),
        ..Options::default()
    };
    let mut workspace = match &place.files {
        Some(files) => Workspace::of_files(&place.root, files.clone(), options),
        None => Workspace::open(&place.root, options, arguments.fix)?,
    };
    let changes = match &arguments.diff {
        Some(revision) => Some(Changes::since(&place.root, revision)?),
        None => None,
    };
    let mut snapshot = workspace.snapshot()?;
    let settings = snapshot.site.config.lint.clone();
    let file = place.root.join(&settings.baseline);
    if arguments.write_baseline {
        let diagnostics = snapshot.check();
        let count = baseline::write(&file, &diagnostics, &snapshot.texts(&diagnostics))?;
        eprintln!("wrote {} into {}", plural(count, "finding"), shown(&file));
        return Ok(Checked::nothing());
    }
    let baseline = Baseline::read(&file)?;
    let chosen = |snapshot: &Snapshot, found: Vec<Diagnostic>| -> Vec<Diagnostic> {
        let texts = snapshot.texts(&found);
        let found = found.into_iter().filter(|found| place.holds(&found.path));
        let found = found.filter(|found| changes.as_ref().is_none_or(|changes| changes.hold(found, &texts)));
        baseline.new_ones(found.collect(), &texts)
    };
    let mut fixed = Vec::new();
    if arguments.fix {
        drop(snapshot);
        let most = if arguments.r#unsafe { Safety::Unsafe } else { Safety::Safe };
        // Lines move with the first round, and what changed is known by its lines.
        fixed = fix::fix(&mut workspace, most, changes.is_some().then_some(1), &chosen)?;
        snapshot = workspace.snapshot()?;
    }
    let all = snapshot.check();
    let before = all.iter().filter(|found| place.holds(&found.path)).count();
    let diagnostics = chosen(&snapshot, all);
    let texts = snapshot.texts(&diagnostics);
    let old = if baseline.is_empty() || changes.is_some() { 0 } else { before - diagnostics.len() };
    let pages = snapshot.documents().filter(|path| place.holds(path)).count();
    Ok(Checked { diagnostics, texts, pages, old, fixed, fail_on: settings.fail_on })
}

/// Writes what was mended, or shows it. False where a file could not be written.
fn put(arguments: &Arguments, place: &Place, fixed: &mut Vec<Fixed>) -> bool {
    let mut whole = true;
    fixed.retain(|file| {
        let shown = place.shown(&file.path);
        if arguments.dry_run {
            let text = patch(shown.trim_start_matches('/'), &file.before, &file.after);
            // A reader that goes away is no failure.
            let _ = std::io::stdout().lock().write_all(text.as_bytes());
            return true;
        }
        match fix::write(&place.root, file) {
            Ok(()) => true,
            Err(why) => {
                eprintln!("error: {shown} cannot be mended: {why}");
                whole = false;
                false
            }
        }
    });
    whole
}

impl Checked {
    fn nothing() -> Checked {
        Checked {
            diagnostics: Vec::new(),
            texts: BTreeMap::new(),
            pages: 0,
            old: 0,
            fixed: Vec::new(),
            fail_on: Severity::Error,
        }
    }

    /// Paths as they are opened from where the command was given.
    fn show_from(&mut self, place: &Place) {
        for diagnostic in &mut self.diagnostics {
            diagnostic.path = Arc::from(place.shown(&diagnostic.path));
        }
        let texts = std::mem::take(&mut self.texts).into_iter();
        self.texts = texts.map(|(path, text)| (Arc::from(place.shown(&path)), text)).collect();
    }
}

fn report(arguments: &Arguments, all: &[Checked], start: Instant) {
    let mut diagnostics: Vec<Diagnostic> = all.iter().flat_map(|checked| checked.diagnostics.iter().cloned()).collect();
    diagnostic::sort(&mut diagnostics);
    let texts = all.iter().flat_map(|checked| checked.texts.clone()).collect();
    let pages = all.iter().map(|checked| checked.pages).sum();
    // A dry run prints a diff, which a program may want to apply.
    if !arguments.dry_run {
        let stdout = std::io::stdout();
        let colour = stdout.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let report = Report {
            diagnostics: &diagnostics,
            texts: &texts,
            prefix: "",
            style: Style { colour, width: None },
            pages,
            about: &about(),
        };
        // A reader that goes away (`waypost lint | head`) is no failure.
        let _ = stdout.lock().write_all(diagnostic::emit(arguments.format.into(), &report).as_bytes());
    }
    eprintln!("{}", summary(arguments, all, &diagnostics, pages, start));
}

fn summary(arguments: &Arguments, all: &[Checked], diagnostics: &[Diagnostic], pages: usize, start: Instant) -> String {
    let seconds = start.elapsed().as_secs_f64();
    let mut text =
        format!("checked {} in {seconds:.2} s: {}", plural(pages, "page"), in_words(Counts::of(diagnostics)));
    let fixes: usize = all.iter().flat_map(|checked| &checked.fixed).map(|file| file.fixes).sum();
    let files = all.iter().map(|checked| checked.fixed.len()).sum();
    if arguments.fix && fixes > 0 {
        let word = match (arguments.dry_run, fixes) {
            (true, _) => "could be",
            (false, 1) => "was",
            (false, _) => "were",
        };
        let of = if arguments.dry_run { " (with these changes)" } else { "" };
        text = format!("{} in {} {word} mended; {text}{of}", plural(fixes, "fault"), plural(files, "file"));
    }
    let old: usize = all.iter().map(|checked| checked.old).sum();
    if old > 0 {
        text.push_str(&format!("; {} in the baseline", plural(old, "old one")));
    }
    let mendable = |most| {
        let fits = |found: &&Diagnostic| found.fixes.first().is_some_and(|fix| fix.safety == most);
        diagnostics.iter().filter(fits).count()
    };
    let (safe, not_safe) = (mendable(Safety::Safe), mendable(Safety::Unsafe));
    if !arguments.fix && safe > 0 {
        text.push_str(&format!("; `--fix` mends {safe}"));
    }
    if !arguments.r#unsafe && not_safe > 0 {
        text.push_str(&format!("; `--fix --unsafe` mends {not_safe} more"));
    }
    text
}

fn about() -> BTreeMap<&'static str, About> {
    let about = RULES.iter().map(|rule| {
        (rule.id, About { summary: format!("{}.", lint::capitalized(rule.summary)), help: rule.why.to_owned() })
    });
    about.collect()
}

fn is_a_rule(name: &str) -> bool {
    name == "all"
        || name.contains('.')
        || lint::find(name).is_some()
        || lint::Group::ALL.iter().any(|group| group.word() == name)
}

impl From<FailOn> for Severity {
    fn from(fail_on: FailOn) -> Severity {
        match fail_on {
            FailOn::Error => Severity::Error,
            FailOn::Warning => Severity::Warning,
            FailOn::Suggestion => Severity::Suggestion,
        }
    }
}

impl From<Format> for diagnostic::Format {
    fn from(format: Format) -> diagnostic::Format {
        match format {
            Format::Text => diagnostic::Format::Text,
            Format::Json => diagnostic::Format::Json,
            Format::Sarif => diagnostic::Format::Sarif,
            Format::Github => diagnostic::Format::Github,
            Format::Line => diagnostic::Format::Line,
            Format::ValeJson => diagnostic::Format::ValeJson,
        }
    }
}

/// A file's path as a person writes it: without `./`.
fn shown(file: &Path) -> String {
    file.strip_prefix(".").unwrap_or(file).display().to_string()
}

/// A failure of a file beside the site.
fn unusable(file: &Path, message: &str, help: &str) -> Unusable {
    Unusable { message: format!("`{}` {message}", shown(file)), help: help.to_owned() }
}
