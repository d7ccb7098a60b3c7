//! `waypost vale`: Vale's command line, on Waypost's engine

mod describe;
mod output;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{IsTerminal, Read as _, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;

use self::describe::describe;
use self::output::{Checked, Json, place};
use super::{CLEAN, FAILED, FINDINGS, fail};
use crate::diagnostic::{self, Diagnostic, Format, Place, Severity, Style};
use crate::lint::vale::glob::Glob;
use crate::lint::vale::settings::{self, Settings};
use crate::lint::vale::syntax::{self, Syntax};
use crate::lint::vale::{Engine, Report};
use crate::source::walk::{Hidden, walk};
use crate::source::{LineIndex, Span};
use crate::workspace::styles::{self, Asked, Loaded, clean};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Files and folders to check; a text; or nothing, to read standard input. `ls-config` and `sync` are commands
    #[arg(value_name = "INPUT")]
    inputs: Vec<String>,
    /// The settings file, instead of the first `.vale.ini` found upward
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Settings files separated by commas, the ones that give way first
    #[arg(long, value_name = "FILES", hide = true)]
    sources: Option<String>,
    /// Only files that match; with a `!` before it, only those that do not
    #[arg(long, value_name = "GLOB", default_value = "*")]
    glob: String,
    /// How findings are written: `CLI`, `line` or `JSON`
    #[arg(long, value_name = "STYLE", default_value = "CLI")]
    output: String,
    /// The extension that standard input, or every file, is read as
    #[arg(long, value_name = "EXT", default_value = ".txt")]
    ext: String,
    /// The path that standard input stands for
    #[arg(long, value_name = "PATH")]
    path: Option<String>,
    /// The least level that is shown: `suggestion`, `warning` or `error`
    #[arg(long = "minAlertLevel", value_name = "LEVEL")]
    min_alert_level: Option<String>,
    /// Not supported
    #[arg(long, value_name = "EXPRESSION")]
    filter: Option<String>,
    /// Exit with 0 although there are errors
    #[arg(long)]
    no_exit: bool,
    /// Accepted; output is never wrapped
    #[arg(long)]
    no_wrap: bool,
    /// Read every file as lines of plain text
    #[arg(long)]
    ignore_syntax: bool,
    /// Sort files by name
    #[arg(long)]
    sort: bool,
    /// Accepted; paths always have `/` between names
    #[arg(long)]
    normalize: bool,
    /// Accepted; paths are shown as they were given
    #[arg(long)]
    relative: bool,
    /// Leave the user's own settings and styles out
    #[arg(long)]
    no_global: bool,
    /// Accepted; it changes nothing since Vale 3
    #[arg(long, hide = true)]
    mode_compat: bool,
}

/// Vale's commands that there is no need for, or that are its own affair.
const OTHER_COMMANDS: &[&str] = &[
    "compile",
    "fix",
    "host-install",
    "host-uninstall",
    "load",
    "ls-dirs",
    "ls-metrics",
    "ls-path",
    "ls-vars",
    "run",
    "tag",
    "transform",
];

pub(super) fn run(arguments: &Arguments) -> u8 {
    if arguments.filter.is_some() {
        return fail("`--filter` is not supported", "choose rules in `.vale.ini`: `Style.Rule = NO`");
    }
    if !["CLI", "line", "JSON"].contains(&arguments.output.as_str()) {
        let message = format!("`{}` is no output: templates are not supported", arguments.output);
        return fail(&message, "write `--output=CLI`, `--output=line` or `--output=JSON`");
    }
    let command = arguments.inputs.first().map_or("", String::as_str);
    if command == "sync" {
        eprintln!("nothing to download: packages are read from folders and zip files, where `Packages` names them");
        return CLEAN;
    }
    if OTHER_COMMANDS.contains(&command) && !Path::new(command).exists() {
        let help = "the commands here are `ls-config` and `sync`; all else are files, folders and texts to check";
        return fail(&format!("the command `{command}` is not supported"), help);
    }
    let asked = match asked(arguments) {
        Ok(asked) => asked,
        Err((message, help)) => return refuse(arguments, &message, help),
    };
    let Loaded { settings, library, mut diagnostics, texts } = styles::load(&asked);
    let shown = (command == "ls-config").then(|| describe(&settings, &asked));
    let (engine, problems) = Engine::new(settings, &library);
    diagnostics.extend(problems);
    diagnostic::sort(&mut diagnostics);
    let broken = diagnostics.iter().find(|problem| problem.severity == Severity::Error);
    if let Some(first) = broken.filter(|_| arguments.output != "CLI") {
        report_error(arguments, first, &texts);
        return FAILED;
    }
    let style = Style { colour: std::io::stderr().is_terminal() && !no_colour(), width: None };
    let report = diagnostic::Report {
        diagnostics: &diagnostics,
        texts: &texts,
        prefix: "",
        style,
        pages: 0,
        about: &BTreeMap::new(),
    };
    eprint!("{}", diagnostic::emit(Format::Text, &report));
    if broken.is_some() {
        return FAILED;
    }
    if let Some(shown) = shown {
        print(&shown);
        return CLEAN;
    }
    check(arguments, &engine)
}

/// Where the settings lie: named, in the environment, or upward from here; the user's own give way to them.
fn asked(arguments: &Arguments) -> Result<Asked, (String, &'static str)> {
    let folder = std::env::current_dir().unwrap_or_default();
    let user = |variable: &str, below_home: &str| {
        let given = std::env::var_os(variable).map(PathBuf::from);
        given.or_else(|| Some(home()?.join(below_home))).filter(|_| !arguments.no_global)
    };
    let (config_home, data_home) = match cfg!(target_os = "macos") {
        true => ("Library/Application Support", "Library/Application Support"),
        false => (".config", ".local/share"),
    };
    let own = user("XDG_CONFIG_HOME", config_home).map(|folder| folder.join("vale/.vale.ini"));
    let mut files: Vec<PathBuf> = own.into_iter().filter(|file| file.is_file()).collect();
    if let Some(sources) = &arguments.sources {
        files.extend(sources.split(',').map(|file| folder.join(file)));
    } else if let Some(file) = &arguments.config {
        if !file.is_file() {
            let message = format!("there is no settings file `{}`", file.display());
            return Err((message, "mend `--config`"));
        }
        files.push(folder.join(file));
    } else if let Some(file) = std::env::var_os("VALE_CONFIG_PATH") {
        files.push(folder.join(file));
    } else {
        files.extend(find(&folder));
    }
    if files.is_empty() {
        let help = "create a `.vale.ini` with `[*.md]` and `BasedOnStyles = Vale` in it, or name one with `--config`";
        return Err((".vale.ini not found: no settings file here or in a folder above".to_owned(), help));
    }
    let level = arguments.min_alert_level.as_deref().and_then(settings::severity);
    let styles = std::env::var_os("VALE_STYLES_PATH").map(PathBuf::from).filter(|_| !arguments.no_global);
    let styles = styles.or_else(|| Some(user("XDG_DATA_HOME", data_home)?.join("vale/styles")));
    let styles_path = styles.map(|styles| folder.join(styles)).filter(|styles| styles.is_dir());
    Ok(Asked { settings: files, styles_path, min_level: level, folder })
}

fn home() -> Option<PathBuf> {
    std::env::home_dir().filter(|home| !home.as_os_str().is_empty())
}

/// The settings file of a folder, of one above it, or of the user's home.
fn find(folder: &Path) -> Option<PathBuf> {
    const NAMES: &[&str] = &[".vale", "_vale", "vale.ini", ".vale.ini", "_vale.ini"];
    let home = home();
    let folders = folder.ancestors().chain(home.as_deref());
    let mut files = folders.flat_map(|folder| NAMES.iter().map(|name| folder.join(name)));
    files.find(|file| file.is_file())
}

fn check(arguments: &Arguments, engine: &Engine) -> u8 {
    let mut notes = Notes::default();
    let mut checked = match &*arguments.inputs {
        [] => {
            if std::io::stdin().is_terminal() {
                return fail("there is nothing to check", "name files or folders, or pipe a text in");
            }
            let mut bytes = Vec::new();
            if let Err(error) = std::io::stdin().lock().read_to_end(&mut bytes) {
                return refuse(arguments, &format!("standard input cannot be read: {error}"), "pipe a text in");
            }
            vec![check_string(arguments, engine, &String::from_utf8_lossy(&bytes), &mut notes)]
        }
        [text] if !text.is_empty() && !Path::new(text).exists() => {
            vec![check_string(arguments, engine, text, &mut notes)]
        }
        inputs => {
            if let Some(missing) = inputs.iter().find(|input| !Path::new(input).exists()) {
                return refuse(arguments, &format!("there is no file or folder `{missing}`"), "mend its path");
            }
            let glob = match Glob::new(&arguments.glob) {
                Ok(glob) => glob,
                Err(why) => {
                    let message = format!("`{}` is not a glob: {why}", arguments.glob);
                    return refuse(arguments, &message, "write a glob such as `*.{md,txt}`");
                }
            };
            check_files(arguments, engine, &files(inputs, &glob, engine.settings()), &mut notes)
        }
    };
    notes.tell(engine);
    if arguments.sort {
        checked.sort_by(|a, b| a.path.cmp(&b.path));
    }
    print(&match arguments.output.as_str() {
        "line" => output::lines(&checked),
        "JSON" => output::json(&checked),
        _ => output::tables(&checked, !no_colour()),
    });
    let mut alerts = checked.iter().flat_map(|file| &file.alerts);
    match alerts.any(|placed| placed.alert.severity == Severity::Error) && !arguments.no_exit {
        true => FINDINGS,
        false => CLEAN,
    }
}

/// What is said beside the findings, once each.
#[derive(Default)]
struct Notes {
    /// Extensions of files that are not read.
    skipped: BTreeMap<String, usize>,
    overran: BTreeSet<String>,
    unreadable: Vec<String>,
}

impl Notes {
    fn tell(&self, engine: &Engine) {
        for unreadable in &self.unreadable {
            eprintln!("warning: {unreadable}");
        }
        if !self.skipped.is_empty() {
            let files: usize = self.skipped.values().sum();
            let extensions: Vec<&str> = self.skipped.keys().map(String::as_str).collect();
            let list = extensions.join(", ");
            eprintln!("note: {files} files were not read, for they are neither Markdown nor plain text: {list}");
        }
        if !engine.unsupported().is_empty() {
            let rules = engine.unsupported().iter().map(|rule| format!("{} ({})", rule.rule, rule.point));
            let list = rules.collect::<Vec<_>>().join(", ");
            eprintln!("note: these rules did not run, for their kind is not supported: {list}");
        }
        if !self.overran.is_empty() {
            let list = self.overran.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
            eprintln!(
                "warning: the patterns of these rules gave up on some text, and may have missed something: {list}"
            );
        }
    }

    fn take(&mut self, report: Report) -> Report {
        self.overran.extend(report.overran.iter().cloned());
        report
    }
}

/// How a path is read, with what the command line says about that.
fn syntax_of(arguments: &Arguments, path: &str, settings: &Settings) -> Option<Syntax> {
    if arguments.ignore_syntax {
        return Some(Syntax::Lines);
    }
    let named = if arguments.ext == ".txt" { path } else { arguments.ext.as_str() };
    syntax::of(named, &settings.formats)
}

fn check_string(arguments: &Arguments, engine: &Engine, text: &str, notes: &mut Notes) -> Checked {
    let path = arguments.path.clone().unwrap_or_else(|| format!("stdin{}", arguments.ext));
    let Some(syntax) = syntax_of(arguments, &path, engine.settings()) else {
        *notes.skipped.entry(syntax::extension(&path).to_owned()).or_default() += 1;
        return Checked { path, alerts: Vec::new() };
    };
    let report = notes.take(engine.check_text(&path, text, syntax));
    Checked { path, alerts: place(text, report.alerts) }
}

fn check_files(arguments: &Arguments, engine: &Engine, files: &[String], notes: &mut Notes) -> Vec<Checked> {
    let mut readable = Vec::new();
    for path in files {
        match syntax_of(arguments, path, engine.settings()) {
            Some(syntax) => readable.push((path.clone(), syntax)),
            None => *notes.skipped.entry(named_extension(path)).or_default() += 1,
        }
    }
    let results = styles::read_all(&readable, |(path, syntax), source| {
        let report = engine.check_text(path, &source.text, *syntax);
        let Report { alerts, overran } = report;
        (Checked { path: path.clone(), alerts: place(&source.text, alerts) }, overran)
    });
    let mut checked = Vec::new();
    for (result, (path, _)) in results.into_iter().zip(&readable) {
        match result {
            Ok((file, overran)) => {
                notes.overran.extend(overran);
                checked.push(file);
            }
            Err(why) => notes.unreadable.push(format!("`{path}` cannot be read: {why}")),
        }
    }
    checked
}

fn named_extension(path: &str) -> String {
    match syntax::extension(path) {
        "" => path.rsplit('/').next().unwrap_or(path).to_owned(),
        extension => extension.to_owned(),
    }
}

/// The files that are meant: below the inputs, matched by the glob, in some section of the settings.
fn files(inputs: &[String], glob: &Glob, settings: &Settings) -> Vec<String> {
    let below = |input: &String| {
        let root = Path::new(input);
        if root.is_file() {
            return vec![clean(root)];
        }
        let walked = walk(root, root, Hidden::ToolFolders);
        walked.files.into_iter().map(|found| clean(&root.join(&found.path))).collect()
    };
    let is_meant = |path: &String| {
        let normalized = syntax::normalized(path, &settings.formats);
        (glob.matches(path) || glob.matches(&normalized)) && settings.covers([path, &normalized])
    };
    inputs.iter().flat_map(below).filter(is_meant).collect()
}

/// `NO_COLOR` is the one way to have none: Vale colours what goes into a pipe too.
fn no_colour() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

fn print(text: &str) {
    // A reader that goes away (`waypost vale . | head`) is no failure.
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}

/// A failure, in the shape that programs which read the output expect.
fn refuse(arguments: &Arguments, message: &str, help: &str) -> u8 {
    match arguments.output.as_str() {
        "JSON" => eprint!("{}", error_json("", message, "E100", 0, 0)),
        _ => return fail(message, help),
    }
    FAILED
}

fn report_error(arguments: &Arguments, error: &Diagnostic, texts: &BTreeMap<std::sync::Arc<str>, std::sync::Arc<str>>) {
    let span = match error.place {
        Place::Span(span) => span,
        _ => Span::default(),
    };
    let (line, column) =
        texts.get(&error.path).map_or((1, 1), |text| LineIndex::new(text).line_column(text, span.start));
    let text = match &error.help {
        Some(help) => format!("{}; {help}", error.message),
        None => error.message.clone(),
    };
    match arguments.output.as_str() {
        "JSON" => eprint!("{}", error_json(&error.path, &text, "E201", line, column)),
        _ => eprintln!("{}:{line}:E201:{text}", error.path),
    }
}

fn error_json(path: &str, text: &str, code: &str, line: usize, column: usize) -> String {
    let entries = [
        ("Line", Json::Number(line)),
        ("Path", Json::Text(path.to_owned())),
        ("Text", Json::Text(text.to_owned())),
        ("Code", Json::Text(code.to_owned())),
        ("Span", Json::Number(column)),
    ];
    Json::Map(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()).print()
}
