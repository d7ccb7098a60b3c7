//! What is wrong, where, and what to do: one type for every finding of every stage.
//!
//! Owns [`Diagnostic`] and the emitters, one a file, listed in [`Format`]. Entry point: [`emit`].
//! It must not know which stage found what. Messages are lower case, without a final stop, with the writer's text in
//! backticks; `help` says what to do. Lines and columns exist only in emitters.

mod fix;
mod github;
mod json;
mod line;
mod nearest;
mod sarif;
mod text;
mod vale_json;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use self::json::findings;
use crate::source::{LineIndex, Span};
pub use fix::{Edit, Fix, Safety, apply};
pub use nearest::nearest;
pub use text::Style;

/// How bad it is. There are three, and no others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A reader would meet it: a broken link, a page that hides another. `build` exits 1.
    Error,
    /// Something that the writer surely did not mean: an unknown key. `--strict` makes it count.
    Warning,
    /// Worth a look.
    Suggestion,
}

impl Severity {
    /// The word for it in output.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Suggestion => "suggestion",
        }
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// The rule that was broken, in kebab case, named for what it flags: `broken-link`. Rules of prose styles have their own
    /// names: `Google.Passive`.
    pub rule: Cow<'static, str>,
    /// How bad it is.
    pub severity: Severity,
    /// The file, from the site's folder, with `/` between names.
    pub path: Arc<str>,
    /// Where in the file.
    pub place: Place,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Changes that mend it, the best first; each does so by itself.
    pub fixes: Vec<Fix>,
    /// The word that was probably meant in its place, from a stage that does not see how words are written there:
    /// `workspace` makes a fix of it.
    pub meant: Option<Box<str>>,
    /// Where more is said about the rule.
    pub link: Option<Arc<str>>,
}

/// A place in a file. Stages that see whole sites have no spans; they name what they mean, and `workspace` looks it up.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// The file as such: it has no text, or nothing in it is to blame.
    File,
    /// These bytes.
    Span(Span),
    /// The page's title: in its front matter or its heading.
    Title,
    /// The value of this front matter key, or the file where it is not given.
    FrontMatter(&'static str),
    /// An item of the list that this front matter key holds.
    FrontMatterItem(&'static str, Box<str>),
    /// The first use of something that the parser named, `directive tabs`.
    FirstUse(Box<str>),
    /// A property of a directive.
    Property(Box<Property>),
}

/// A property of a directive, or its value.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Property {
    /// The directive's name.
    pub directive: String,
    /// The property's.
    pub name: String,
    /// The value, where it is that which is meant.
    pub value: Option<String>,
}

impl Diagnostic {
    /// A finding at a span.
    pub fn new(
        rule: impl Into<Cow<'static, str>>,
        severity: Severity,
        path: &Arc<str>,
        span: Span,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic {
            rule: rule.into(),
            severity,
            path: path.clone(),
            place: Place::Span(span),
            message: message.into(),
            help: None,
            fixes: Vec::new(),
            meant: None,
            link: None,
        }
    }

    /// A finding about a file as a whole.
    pub fn of_file(
        rule: impl Into<Cow<'static, str>>,
        severity: Severity,
        path: &Arc<str>,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic { place: Place::File, ..Diagnostic::new(rule, severity, path, Span::default(), message) }
    }

    /// The same, with what to do.
    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into());
        self
    }

    /// The same, at another place.
    pub fn at(mut self, place: Place) -> Diagnostic {
        self.place = place;
        self
    }

    /// The same, with help where there is some to give.
    pub fn maybe_help(mut self, help: Option<String>) -> Diagnostic {
        self.help = help.or(self.help);
        self
    }

    /// The same, with the known name that was probably meant, where there is one, as its help and as what to write.
    pub fn did_you_mean(self, near: Option<&str>) -> Diagnostic {
        let help = near.map(|near| format!("did you mean `{near}`?"));
        self.maybe_help(help).meant(near)
    }

    /// The same, with the word to write in its place, where there is one.
    pub fn meant(mut self, word: Option<&str>) -> Diagnostic {
        self.meant = word.map(Box::from);
        self
    }

    /// The same, with a change that mends it.
    pub fn fix(mut self, fix: Fix) -> Diagnostic {
        self.fixes.push(fix);
        self
    }

    /// What to do about it, in a sentence: its help, else what its fixes do.
    pub fn advice(&self) -> Option<String> {
        self.help.clone().or_else(|| {
            let titles: Vec<&str> = self.fixes.iter().map(|fix| fix.title.as_str()).collect();
            (!titles.is_empty()).then(|| titles.join(", or "))
        })
    }

    /// Where it stands, once that is known.
    pub fn span(&self) -> Option<Span> {
        match self.place {
            Place::Span(span) => Some(span),
            _ => None,
        }
    }
}

/// Puts findings in the order in which they are shown: by file, then place, then rule; each once.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| {
        let by_place = a.path.cmp(&b.path).then_with(|| a.span().cmp(&b.span()));
        by_place.then_with(|| a.rule.cmp(&b.rule)).then_with(|| a.message.cmp(&b.message))
    });
    diagnostics.dedup();
}

/// How many findings there are of each severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Of severity error.
    pub errors: usize,
    /// Of severity warning.
    pub warnings: usize,
    /// Of severity suggestion.
    pub suggestions: usize,
}

impl Counts {
    /// Counts a list.
    pub fn of(diagnostics: &[Diagnostic]) -> Counts {
        let count = |severity| diagnostics.iter().filter(|d| d.severity == severity).count();
        Counts {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            suggestions: count(Severity::Suggestion),
        }
    }
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people: the line, the place underlined, what to do.
    Text,
    /// For tools: one object, described in the book.
    Json,
    /// For code scanning.
    Sarif,
    /// For the log of a GitHub workflow, which shows them beside the changed lines.
    Github,
    /// A line each.
    Line,
    /// As Vale writes its JSON.
    ValeJson,
}

/// What an emitter needs beside the findings.
pub struct Report<'a> {
    /// The findings, sorted.
    pub diagnostics: &'a [Diagnostic],
    /// The text of each file that a finding points into, by path.
    pub texts: &'a BTreeMap<Arc<str>, Arc<str>>,
    /// Put before each path, so that it can be opened from where the writer stands: `docs/` or nothing.
    pub prefix: &'a str,
    /// Colours, width: of the terminal that shows the text.
    pub style: Style,
    /// Pages in the site.
    pub pages: usize,
    /// What is known of rules, by name, for formats that explain them.
    pub about: &'a BTreeMap<&'static str, About>,
}

/// What a rule is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// What it flags, in a sentence.
    pub summary: String,
    /// Why, and what to do.
    pub help: String,
}

impl Report<'_> {
    /// The path of a finding's file, from where the writer stands.
    fn path_of(&self, diagnostic: &Diagnostic) -> String {
        format!("{}{}", self.prefix, diagnostic.path)
    }
}

/// Lines and columns of findings: each file's lines are counted once.
struct Places<'a> {
    texts: &'a BTreeMap<Arc<str>, Arc<str>>,
    lines: BTreeMap<Arc<str>, LineIndex>,
}

/// A line and a column, both from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
struct Position {
    line: usize,
    column: usize,
}

impl<'a> Places<'a> {
    fn new(report: &Report<'a>) -> Places<'a> {
        Places { texts: report.texts, lines: BTreeMap::new() }
    }

    /// Where a finding begins, and the place behind its last character.
    fn of(&mut self, diagnostic: &Diagnostic) -> Option<(Position, Position)> {
        self.at(&diagnostic.path, diagnostic.span()?)
    }

    fn at(&mut self, path: &Arc<str>, span: Span) -> Option<(Position, Position)> {
        let text = self.texts.get(path)?;
        let index = self.lines.entry(path.clone()).or_insert_with(|| LineIndex::new(text));
        let position = |byte| {
            let (line, column) = index.line_column(text, byte);
            Position { line, column }
        };
        Some((position(span.start), position(span.end)))
    }
}

/// Writes a report in a format.
pub fn emit(format: Format, report: &Report) -> String {
    match format {
        Format::Text => text::emit(report),
        Format::Json => json::emit(report),
        Format::Sarif => sarif::emit(report),
        Format::Github => github::emit(report),
        Format::Line => line::emit(report),
        Format::ValeJson => vale_json::emit(report),
    }
}
