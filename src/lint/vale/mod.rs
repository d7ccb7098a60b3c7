//! Published Vale styles, run unchanged: settings and style files become rules, pages become blocks, rules read blocks.
//!
//! Entry points: [`settings::read`], [`Engine::new`], [`Engine::check`] and [`Engine::check_text`]. It must not open files:
//! settings and styles come in as texts. Findings stand where they are written, by the map of the prose, never by a search.

pub mod action;
mod alternation;
mod blocks;
mod casing;
mod comments;
pub mod counts;
mod dialect;
mod english;
mod exceptions;
mod fields;
mod formula;
mod front_matter;
pub mod glob;
mod html;
pub mod ini;
mod markup;
mod mask;
mod mdx;
mod message;
mod pattern;
mod point;
pub mod rule;
mod run;
mod scope;
mod sentences;
pub mod settings;
mod spelling;
pub mod styles;
mod syllables;
pub mod syntax;
mod words;
mod yaml;

use std::collections::BTreeSet;
use std::sync::Arc;

use self::blocks::{Block, Tags};
use self::glob::Glob;
use self::ini::Setting;
use self::mask::{Ignores, Masked};
use self::pattern::Pattern;
use self::rule::Action;
use self::run::{Run, plain};
use self::scope::Scope;
use self::settings::Settings;
use self::styles::{Library, Shelf, Unsupported};
use self::syntax::Syntax;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Dialect;
use crate::document::include::NoFiles;
use crate::document::{self, Document};
use crate::source::{Source, Span};

/// The rules of a project, ready to read its pages.
pub struct Engine {
    settings: Settings,
    shelf: Shelf,
    tags: Tags,
    /// What front matter is not read, as selectors.
    ignored: Scope,
    block_ignores: Vec<(Glob, Vec<Pattern>)>,
    token_ignores: Vec<(Glob, Vec<Pattern>)>,
    /// Some rule reads sentence by sentence.
    sentences: bool,
    /// Some rule reads paragraph by paragraph.
    paragraphs: bool,
}

/// One finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Alert {
    /// The rule: `Google.Passive`.
    pub rule: Arc<str>,
    /// How bad it is.
    pub severity: Severity,
    /// Where it stands in the file. Empty at the start of the file for what is said of the file as a whole.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// The text that the rule matched, as a reader reads it.
    pub matched: String,
    /// More about it.
    pub description: Option<Arc<str>>,
    /// Where to read on.
    pub link: Option<Arc<str>>,
    /// What can be done.
    pub action: Option<Action>,
}

/// What reading one file gave.
#[derive(Debug, Default)]
pub struct Report {
    /// The findings, by place.
    pub alerts: Vec<Alert>,
    /// Rules whose patterns gave up before they had read all of it.
    pub overran: BTreeSet<String>,
}

impl Engine {
    /// Makes the rules. With an error among what is wrong, the engine is not to be used.
    pub fn new(settings: Settings, library: &Library) -> (Engine, Vec<Diagnostic>) {
        let (shelf, mut diagnostics) = Shelf::new(&settings, library);
        let block_ignores = patterns(&settings.block_ignores, &mut diagnostics);
        let token_ignores = patterns(&settings.token_ignores, &mut diagnostics);
        let begins = |name: &str| shelf.entries.iter().any(|entry| entry.scope.begins_with(name));
        let engine = Engine {
            tags: Tags::new(&settings.skipped_scopes, &settings.ignored_scopes, &settings.ignored_classes),
            ignored: Scope::new(&settings.ignored_scopes),
            sentences: begins("sentence"),
            paragraphs: begins("paragraph"),
            block_ignores,
            token_ignores,
            shelf,
            settings,
        };
        (engine, diagnostics)
    }

    /// The settings that it was made with.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Rules that are asked for and cannot run here.
    pub fn unsupported(&self) -> &[Unsupported] {
        &self.shelf.unsupported
    }

    /// Checks a page of Markdown or MDX that was parsed already.
    pub fn check(&self, document: &Document, path: &str, syntax: Syntax) -> Report {
        let mut run = Run::new(self, path, &document.text);
        if !run.active.is_empty() {
            let ignores = self.ignores(path, syntax);
            match mask::mask(&document.text, document.body_start as usize, &ignores) {
                None => run.markdown(document, &Masked::default(), syntax),
                Some(masked) => {
                    let source = Source::from_text(path, path, &masked.text);
                    run.markdown(&document::parse(&source, &Dialect::default(), &NoFiles), &masked, syntax);
                }
            }
            run.raw();
        }
        run.finish()
    }

    /// Checks a text that is to be read in a certain way.
    pub fn check_text(&self, path: &str, text: &str, syntax: Syntax) -> Report {
        if matches!(syntax, Syntax::Markdown | Syntax::Mdx) {
            let source = Source::from_text(path, path, text);
            return self.check(&document::parse(&source, &Dialect::default(), &NoFiles), path, syntax);
        }
        let mut run = Run::new(self, path, text);
        if !run.active.is_empty() {
            let block = Block { prose: plain(text), scope: "text".to_owned(), is_prose: syntax == Syntax::Text };
            run.block(&block);
            run.raw();
        }
        run.finish()
    }

    /// What is to be taken out of a file before it is read. Vale asks the extension alone; the path is asked too.
    fn ignores(&self, path: &str, syntax: Syntax) -> Ignores<'_> {
        let extension = syntax::extension(path);
        let usual = if syntax == Syntax::Mdx { ".mdx" } else { ".md" };
        let is_meant = |glob: &Glob| [extension, usual, path].iter().any(|spelling| glob.matches(spelling));
        let chosen = |all: &'_ [(Glob, Vec<Pattern>)]| -> Vec<usize> {
            all.iter().enumerate().filter(|(_, (glob, _))| is_meant(glob)).map(|(at, _)| at).collect()
        };
        let blocks = chosen(&self.block_ignores).into_iter().flat_map(|at| &self.block_ignores[at].1);
        let tokens = chosen(&self.token_ignores).into_iter().flat_map(|at| &self.token_ignores[at].1);
        let comments = self.settings.comment_delimiters.iter().filter(|(glob, _)| is_meant(glob));
        Ignores {
            blocks: blocks.collect(),
            tokens: tokens.collect(),
            comments: comments.map(|(_, (begin, end))| (begin.as_str(), end.as_str())).collect(),
            mdx: syntax == Syntax::Mdx,
        }
    }
}

fn patterns(all: &[(Glob, Vec<Setting>)], diagnostics: &mut Vec<Diagnostic>) -> Vec<(Glob, Vec<Pattern>)> {
    let mut compile = |setting: &Setting| match Pattern::new(&setting.text) {
        Ok(pattern) => Some(pattern),
        Err(why) => {
            let message = format!("`{}` is not a pattern: {why}", setting.text);
            let help = "a comma ends a pattern here, so write `{1}|{1}{1}` for `{1,2}`";
            let place = &setting.place;
            let error = Diagnostic::new("vale-settings", Severity::Error, &place.path, place.span, message);
            diagnostics.push(if setting.text.contains('{') { error.help(help) } else { error });
            None
        }
    };
    all.iter().map(|(glob, settings)| (glob.clone(), settings.iter().filter_map(&mut compile).collect())).collect()
}
