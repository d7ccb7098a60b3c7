//! The reading of one file: which of the rules hold for it, and what they say of each of its blocks.
//!
//! Entry points: [`Run::new`], [`Run::markdown`] or [`Run::block`], [`Run::raw`], [`Run::finish`].

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;
use std::rc::Rc;

use super::blocks::{self, Block, Step};
use super::comments::Controls;
use super::counts::Counts;
use super::markup::{self, Overwritten, Reading};
use super::mask::Masked;
use super::rule::{self, Memory};
use super::styles::Entry;
use super::syntax::{self, Syntax};
use super::{Alert, Engine, Report, front_matter, sentences};
use crate::document::Document;
use crate::document::prose::Prose;
use crate::source::Span;

/// A text as it is read where it has no markup: line ends are `\n`.
pub(super) fn plain(text: &str) -> Prose {
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
pub(super) struct Run<'a> {
    engine: &'a Engine,
    text: &'a str,
    extension: &'a str,
    styles: &'a [String],
    /// The rules that hold for the file, as indices.
    pub(super) active: Vec<usize>,
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
    pub(super) fn new(engine: &'a Engine, path: &'a str, text: &'a str) -> Run<'a> {
        let chosen = engine.settings.chosen(path);
        let level = engine.settings.min_level;
        // A smaller severity is a worse one.
        let holds = |entry: &Entry| entry.rule.level <= level && chosen.has(&entry.rule.id);
        let active = engine.shelf.entries.iter().enumerate().filter(|(_, entry)| holds(entry));
        Run {
            active: active.map(|(at, _)| at).collect(),
            styles: chosen.styles(),
            engine,
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

    /// Reads a page, perhaps one whose parts were overwritten before it was parsed.
    pub(super) fn markdown(&mut self, document: &Document, masked: &Masked, syntax: Syntax) {
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
    pub(super) fn block(&mut self, block: &Block) {
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

    pub(super) fn raw(&mut self) {
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

    pub(super) fn finish(mut self) -> Report {
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
