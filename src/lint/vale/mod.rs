//! Published Vale styles, run unchanged: settings and style files become rules, pages become blocks, rules read blocks.
//!
//! Entry points: [`settings::read`], [`Engine::new`], [`Engine::check`] and [`Engine::check_text`]. It must not open files:
//! settings and styles come in as texts. Findings stand where they are written, by the map of the prose, never by a search.

pub mod action;
mod blocks;
mod casing;
mod comments;
pub mod counts;
mod dialect;
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
mod scope;
mod sentences;
pub mod settings;
mod spelling;
pub mod styles;
mod syllables;
pub mod syntax;
mod words;
mod yaml;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use self::blocks::{Block, Step, Tags};
use self::comments::Controls;
use self::counts::Counts;
use self::glob::Glob;
use self::ini::Setting;
use self::markup::{Overwritten, Reading};
use self::mask::{Ignores, Masked};
use self::pattern::Pattern;
use self::rule::{Action, Memory};
use self::scope::Scope;
use self::settings::Settings;
use self::styles::{Entry, Library, Shelf, Unsupported};
use self::syntax::Syntax;
use crate::config::MarkdownSettings;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::prose::Prose;
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
                Some(masked) => run.masked(&masked, syntax),
            }
            run.raw();
        }
        run.finish()
    }

    /// Checks a text that is to be read in a certain way.
    pub fn check_text(&self, path: &str, text: &str, syntax: Syntax) -> Report {
        if matches!(syntax, Syntax::Markdown | Syntax::Mdx) {
            let source = Source::from_text(path, path, text);
            return self.check(&document::parse(&source, &MarkdownSettings::default()), path, syntax);
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

/// A text as it is read where it has no markup: line ends are `\n`.
fn plain(text: &str) -> Prose {
    let mut prose = Prose::default();
    let mut from = 0;
    let mut at = 0;
    while let Some(next) = text[at..].find(['\r', '&']).map(|next| at + next) {
        let rest = &text[next..];
        let special = ["\r\n", "\r", "&rsquo;"].into_iter().find(|special| rest.starts_with(special));
        let Some(special) = special else {
            at = next + 1;
            continue;
        };
        prose.push_verbatim(&text[from..next], from);
        at = next + special.len();
        prose.push_decoded(if special.starts_with('\r') { "\n" } else { "'" }, Span::new(next, at));
        from = at;
    }
    prose.push_verbatim(&text[from..], from);
    prose
}

/// The reading of one file.
struct Run<'a> {
    engine: &'a Engine,
    path: &'a str,
    text: &'a str,
    extension: &'a str,
    styles: &'a [String],
    /// The rules that hold for the file, as indices.
    active: Vec<usize>,
    /// Those of them that read blocks of a scope.
    readers: HashMap<String, Rc<[usize]>>,
    controls: Controls,
    memory: Memory,
    report: Report,
    /// What was found already: a sentence is read once more as a part of its paragraph.
    seen: HashSet<(usize, u32)>,
    /// How often each rule was reported.
    reported: BTreeMap<usize, usize>,
}

impl<'a> Run<'a> {
    fn new(engine: &'a Engine, path: &'a str, text: &'a str) -> Run<'a> {
        let chosen = engine.settings.chosen(path);
        let level = engine.settings.min_level;
        // A smaller severity is a worse one.
        let holds = |entry: &Entry| entry.rule.level <= level && chosen.has(&entry.rule.id);
        let active = engine.shelf.entries.iter().enumerate().filter(|(_, entry)| holds(entry));
        Run {
            active: active.map(|(at, _)| at).collect(),
            styles: chosen.styles(),
            engine,
            path,
            text,
            extension: syntax::extension(path),
            readers: HashMap::new(),
            controls: Controls::default(),
            memory: Memory::default(),
            report: Report::default(),
            seen: HashSet::new(),
            reported: BTreeMap::new(),
        }
    }

    /// Parses what is left of a page when parts were overwritten.
    fn masked(&mut self, masked: &Masked, syntax: Syntax) {
        let source = Source::from_text(self.path, self.path, &masked.text);
        self.markdown(&document::parse(&source, &MarkdownSettings::default()), masked, syntax);
    }

    fn markdown(&mut self, document: &Document, masked: &Masked, syntax: Syntax) {
        let engine = self.engine;
        let mut front_matter = front_matter::blocks(self.text);
        for block in &mut front_matter.blocks {
            block.scope.push_str(self.extension);
            if !engine.ignored.matches(&block.scope) {
                self.read(block, &block.scope, None);
            }
        }
        let overwritten = Overwritten { text: self.text, hidden: &masked.hidden, comments: &masked.comments };
        let reading = Reading { code: engine.tags.read_code(), indented: syntax == Syntax::Mdx };
        let tokens = markup::tokens(document, &overwritten, reading);
        let mut found = blocks::blocks(tokens, &engine.tags);
        for step in &found.steps {
            match step {
                Step::Comment(said) => self.controls.read(said, self.styles),
                Step::Block(block) => self.block(block),
            }
        }
        self.controls.reset();
        // Vale makes a block of code of what is not to be read.
        let code = masked.code_blocks + usize::from(front_matter.exists);
        if code > 0 {
            *found.counts.entry("pre".to_owned()).or_default() += code as f64;
        }
        self.summary(found.summary, found.counts);
    }

    /// Reads a block, and its parts where it is prose.
    fn block(&mut self, block: &Block) {
        let scope = if block.scope.starts_with("text.attr") {
            block.scope.clone()
        } else {
            format!("{}{}", block.scope, self.extension)
        };
        if block.is_prose && self.engine.paragraphs {
            for range in paragraphs(&block.prose.text) {
                self.part(block, &format!("paragraph.{scope}"), range);
            }
        }
        if block.is_prose && self.engine.sentences {
            for range in sentences::split(&block.prose.text) {
                self.part(block, &format!("sentence.{scope}"), range);
            }
        }
        self.read(block, &scope, None);
    }

    fn part(&mut self, block: &Block, scope: &str, range: Range<usize>) {
        if range.len() == block.prose.text.len() {
            self.read(block, scope, None);
        } else {
            let prose = block.prose.slice(range);
            self.read(&Block { prose, scope: String::new(), is_prose: false }, scope, None);
        }
    }

    fn summary(&mut self, prose: Prose, blocks: BTreeMap<String, f64>) {
        let scope = format!("summary{}", self.extension);
        if self.readers(&scope).is_empty() {
            return;
        }
        let counts = Counts::of(&prose.text, blocks);
        self.read(&Block { prose, scope: String::new(), is_prose: false }, &scope, Some(&counts));
    }

    fn raw(&mut self) {
        let scope = format!("raw{}", self.extension);
        if !self.readers(&scope).is_empty() {
            let block = Block { prose: plain(self.text), scope: String::new(), is_prose: false };
            self.read(&block, &scope, None);
        }
    }

    fn readers(&mut self, scope: &str) -> Rc<[usize]> {
        if let Some(readers) = self.readers.get(scope) {
            return readers.clone();
        }
        let entries = &self.engine.shelf.entries;
        let readers: Rc<[usize]> = self.active.iter().copied().filter(|at| entries[*at].scope.matches(scope)).collect();
        self.readers.insert(scope.to_owned(), readers.clone());
        readers
    }

    fn read(&mut self, block: &Block, scope: &str, counts: Option<&Counts>) {
        let prose = &block.prose;
        let is_whole_file = scope.starts_with("summary") || scope.starts_with("raw");
        for at in self.readers(scope).iter().copied() {
            let Entry { rule, .. } = &self.engine.shelf.entries[at];
            if self.controls.silence(&rule.id) {
                continue;
            }
            let input = rule::Block { text: &prose.text, prose: Some(prose), scope, counts };
            for hit in rule.run(&input, &mut self.memory) {
                if self.controls.silence_match(&rule.id, &hit.matched) {
                    continue;
                }
                // What is said of a block as a whole stands where it begins.
                let span = match hit.of_file {
                    true if is_whole_file => Span::default(),
                    true => prose.span(0..0),
                    false => prose.span(hit.range),
                };
                if !self.seen.insert((at, span.start)) {
                    continue;
                }
                let reported = self.reported.entry(at).or_default();
                *reported += 1;
                if rule.limit.is_some_and(|limit| *reported > limit) {
                    continue;
                }
                self.report.alerts.push(Alert {
                    rule: rule.id.clone(),
                    severity: rule.level,
                    span,
                    message: hit.message.replace('\n', " "),
                    matched: hit.matched,
                    description: hit.description.map_or_else(|| rule.description.clone(), |said| Some(said.into())),
                    link: rule.link.clone(),
                    action: hit.action,
                });
            }
        }
    }

    fn finish(mut self) -> Report {
        self.report.overran = self.memory.overran().map(|rule| rule.to_string()).collect();
        self.report.alerts.sort_by(|a, b| a.span.start.cmp(&b.span.start).then_with(|| a.rule.cmp(&b.rule)));
        self.report
    }
}

/// The parts of a text between blank lines, each with the one behind it.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let parts = text.split_inclusive("\n\n").map(|part| {
        let start = at;
        at += part.len();
        start..at
    });
    parts.collect()
}
