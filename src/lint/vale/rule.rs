//! A rule of a Vale style: read from its file, run on a block of text.
//!
//! Entry points: [`load`] and [`built_in`] make a [`Rule`], [`Rule::run`] finds its hits. What kinds of rules there are,
//! and what they do, is `point`'s. It must not know pages, settings or files: [`Files`] is what it may ask for.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;
use std::sync::Arc;

pub use super::action::Action;
use super::action::Spec;
use super::counts::Counts;
pub use super::exceptions::Vocabulary;
use super::fields::{Fields, Item};
use super::message::{Message, alternatives};
use super::pattern::{Effort, Pattern};
use super::point::{self, Point, Setup};
use super::yaml;
use crate::data::{Entry, Located, SyntaxError, Value};
use crate::diagnostic::{Severity, nearest};
use crate::document::prose::Prose;
use crate::source::{Source, Span};

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Style and name: `Google.Passive`.
    pub id: Arc<str>,
    /// How bad a hit is, unless the settings say otherwise.
    pub level: Severity,
    /// Where it looks, as its file says it; `text` if it says nothing.
    pub scopes: Vec<String>,
    /// The most hits that are shown for one file. Whoever shows them counts: one that is suppressed does not count.
    pub limit: Option<usize>,
    /// Why it matters.
    pub description: Option<Arc<str>>,
    /// Where one can read more.
    pub link: Option<Arc<str>>,
    /// What kind of rule it is.
    pub point: Point,
    pub(super) message: Message,
    pub(super) action: Option<Spec>,
    description_message: Option<Message>,
}

/// Why there is no rule.
#[derive(Debug)]
pub enum LoadError {
    /// The file is wrong here and there.
    Invalid(Vec<SyntaxError>),
    /// A kind of rule that we do not have.
    Unsupported {
        /// What it extends.
        point: String,
    },
}

/// Files that a rule names: lists of words to ignore, dictionaries.
pub trait Files: Sync {
    /// The text of a file, by its path from the styles folder.
    fn text(&self, path: &str) -> Option<&str>;

    /// The paths of the files below a folder, in order: all word lists and dictionaries of a project.
    fn below(&self, _folder: &str) -> Vec<String> {
        Vec::new()
    }
}

/// What a rule reads.
pub struct Block<'a> {
    /// The text, code masked with `*`.
    pub text: &'a str,
    /// Where the text stands in the source.
    pub prose: Option<&'a Prose>,
    /// What the text is: `text.heading.h2.md`.
    pub scope: &'a str,
    /// Numbers of the document, where the block is all of it.
    pub counts: Option<&'a Counts>,
}

/// What rules remember within one file.
#[derive(Debug, Default)]
pub struct Memory {
    /// What a conditional rule has seen defined.
    pub(super) defined: BTreeMap<Arc<str>, HashSet<String>>,
    /// Which sides of its pairs a consistency rule has seen.
    pub(super) sides: BTreeMap<Arc<str>, Vec<[bool; 2]>>,
    overran: BTreeSet<Arc<str>>,
}

impl Memory {
    /// The rules whose patterns gave up on some text of this file: they may have missed something.
    pub fn overran(&self) -> impl Iterator<Item = &Arc<str>> {
        self.overran.iter()
    }
}

/// One hit, in bytes of the block's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Where.
    pub range: Range<usize>,
    /// It is about the file as a whole: a word that is not there, a text that is hard to read. `range` means nothing.
    pub of_file: bool,
    /// What is wrong.
    pub message: String,
    /// The rule's description, where it speaks of this hit.
    pub description: Option<String>,
    /// The text that is wrong.
    pub matched: String,
    /// What may be done.
    pub action: Option<Action>,
}

/// Reads a rule's file.
pub fn load(id: &str, source: &Source, vocabulary: &Vocabulary, files: &dyn Files) -> Result<Rule, LoadError> {
    let file = yaml::read(&source.text).map_err(LoadError::Invalid)?;
    read(id, &file.root, vocabulary, files, false).map_err(|error| match error {
        LoadError::Invalid(mut errors) => {
            errors.iter_mut().for_each(|error| error.span = file.place(error.span));
            LoadError::Invalid(errors)
        }
        unsupported => unsupported,
    })
}

/// A rule of the built-in style `Vale`, by its name. `Terms` and `Avoid` exist where the vocabulary has words for them.
pub fn built_in(name: &str, vocabulary: &Vocabulary, files: &dyn Files) -> Option<Rule> {
    let name = name.strip_prefix("Vale.").unwrap_or(name);
    let (extends, message) = match name {
        "Spelling" => ("spelling", "Did you really mean '%s'?"),
        "Repetition" => ("repetition", "'%s' is repeated!"),
        "Terms" if !vocabulary.accept.is_empty() => ("substitution", "Use '%s' instead of '%s'."),
        "Avoid" if !vocabulary.reject.is_empty() => ("existence", "Avoid using '%s'."),
        _ => return None,
    };
    let mut entries =
        vec![entry("extends", text(extends)), entry("message", text(message)), entry("level", text("error"))];
    let good = |word: &&String| Pattern::new(word).is_ok();
    match name {
        "Spelling" => entries.push(entry("action", action("suggest", &["spellings"]))),
        "Repetition" => {
            entries.push(entry("action", action("edit", &["truncate", " "])));
            entries.push(entry("ignorecase", Value::Bool(true)));
            entries.push(entry("alpha", Value::Bool(true)));
            entries.push(entry("tokens", text(r"[^\s.!?]+")));
        }
        "Terms" => {
            // One key for all ways to write a term; the last of two that differ in case alone is right.
            let mut swap: Vec<Entry> = Vec::new();
            for term in &vocabulary.accept {
                let key = term.to_lowercase();
                swap.retain(|entry| entry.key != key);
                if good(&&key) {
                    swap.push(entry(&key, text(term)));
                }
            }
            entries.push(entry("ignorecase", Value::Bool(true)));
            entries.push(entry("vocab", Value::Bool(false)));
            entries.push(entry("swap", Value::Table(swap)));
        }
        _ => {
            let tokens = vocabulary.reject.iter().filter(good).map(|word| located(text(word))).collect();
            entries.push(entry("tokens", Value::List(tokens)));
        }
    }
    read(&format!("Vale.{name}"), &located(Value::Table(entries)), vocabulary, files, true).ok()
}

fn located(value: Value) -> Located {
    Located { value, span: Span::default(), plain: None }
}

fn entry(key: &str, value: Value) -> Entry {
    Entry { key: key.to_owned(), key_span: Span::default(), value: located(value) }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn action(name: &str, params: &[&str]) -> Value {
    let params = params.iter().map(|param| located(text(param))).collect();
    Value::Table(vec![entry("name", text(name)), entry("params", Value::List(params))])
}

fn read(
    id: &str,
    root: &Located,
    vocabulary: &Vocabulary,
    files: &dyn Files,
    built_in: bool,
) -> Result<Rule, LoadError> {
    let mut fields = Fields::new(root);
    let extends = fields.required_text("extends");
    if let Some(Item { text, span }) = &extends
        && !point::NAMES.contains(&text.as_str())
    {
        match nearest(text, point::NAMES.iter().copied()) {
            Some(meant) => fields.error(*span, format!("`{text}` is no kind of rule; did you mean `{meant}`?")),
            None => return Err(LoadError::Unsupported { point: text.clone() }),
        }
    }
    let message = fields.required_text("message").map_or(String::new(), |message| message.text);
    let level = level(&mut fields);
    let scopes = scopes(&mut fields);
    let limit = Some(fields.count("limit")).filter(|limit| *limit > 0);
    let description = fields.text("description").map(|item| item.text).filter(|text| !text.is_empty());
    let link = fields.text("link").map(|item| item.text).filter(|text| !text.is_empty());
    let action = Spec::read(&mut fields);
    // Vale sets the first itself and reads nothing from the second.
    for ignored in ["name", "selector"] {
        fields.get(ignored);
    }
    if fields.flag("code", false) {
        let span = fields.get("code").map_or(fields.start(), |code| code.span);
        fields.error(span, "`code` is no longer read; write `scope: raw` instead");
    }
    let setup = Setup { vocabulary, files, message: &message, built_in };
    let point = match &extends {
        Some(extends) => point::read(&extends.text, &mut fields, &setup),
        None => None,
    };
    let strict = point.as_ref().is_some_and(Point::is_strict);
    let errors = fields.finish(strict);
    match point {
        Some(point) if errors.is_empty() => Ok(Rule {
            id: id.into(),
            level,
            scopes: point.fixed_scope().map_or(scopes, |scope| vec![scope.to_owned()]),
            limit,
            description_message: description.as_deref().map(Message::new).filter(|message| !message.is_constant()),
            description: description.map(Arc::from),
            link: link.map(Arc::from),
            message: Message::new(&message),
            action,
            point,
        }),
        _ => Err(LoadError::Invalid(errors)),
    }
}

fn level(fields: &mut Fields) -> Severity {
    let Some(Item { text, span }) = fields.text("level") else { return Severity::Warning };
    match text.as_str() {
        "suggestion" => Severity::Suggestion,
        "warning" => Severity::Warning,
        "error" => Severity::Error,
        _ => {
            fields.error(span, format!("`{text}` is no level: there are `suggestion`, `warning` and `error`"));
            Severity::Warning
        }
    }
}

/// Inline scopes went away in Vale 3: what they saw is in the source only.
const INLINE_SCOPES: &[&str] = &["code", "link", "strong", "emphasis"];

fn scopes(fields: &mut Fields) -> Vec<String> {
    let mut scopes = Vec::new();
    for Item { text, span } in fields.list("scope") {
        if !text.contains('&') {
            let base = text.strip_prefix('~').unwrap_or(&text).split('.').next().unwrap_or("");
            if INLINE_SCOPES.contains(&base) {
                fields.error(span, format!("the scope `{base}` is no longer supported; use `raw` instead"));
            } else if base.contains(' ') {
                fields.error(span, format!("the scope `{base}` has a space in it"));
            }
        }
        scopes.push(text);
    }
    if scopes.is_empty() { vec!["text".to_owned()] } else { scopes }
}

impl Rule {
    /// Finds the hits in a block.
    pub fn run(&self, block: &Block, memory: &mut Memory) -> Vec<Hit> {
        // A pattern that gave up once would do so in every block, and a page would take minutes.
        if memory.overran.contains(&self.id) {
            return Vec::new();
        }
        let mut effort = Effort::default();
        let hits = self.point.run(self, block, memory, &mut effort);
        if effort.overran {
            memory.overran.insert(self.id.clone());
            // What was found without having looked at all of it may be none.
            return Vec::new();
        }
        hits
    }

    /// Spellings for the text of a hit, the likeliest first: what its action `suggest spellings` asks for. It takes long.
    pub fn suggest(&self, matched: &str) -> Vec<String> {
        match &self.point {
            Point::Spelling(spelling) => spelling.suggest(matched),
            _ => Vec::new(),
        }
    }

    /// A hit whose message is about the matched text and what the action makes of it.
    pub(super) fn hit(&self, text: &str, range: Range<usize>) -> Hit {
        let matched = &text[range.clone()];
        let action = self.action.as_ref().map(|action| action.of(matched));
        let fixed = match action.as_ref().map(|action| action.replacements.as_slice()) {
            None | Some([]) => matched.to_owned(),
            Some([only]) => only.clone(),
            Some(several) => alternatives(several),
        };
        let hit = self.say(range, matched, &[matched, &fixed]);
        Hit { action, ..hit }
    }

    /// A hit whose message has these arguments, without an action.
    pub(super) fn say(&self, range: Range<usize>, matched: &str, arguments: &[&str]) -> Hit {
        Hit {
            range,
            of_file: false,
            message: self.message.format(arguments),
            description: self.description_message.as_ref().map(|description| description.format(arguments)),
            matched: matched.to_owned(),
            action: None,
        }
    }

    /// A hit on the file as a whole.
    pub(super) fn say_of_file(&self, arguments: &[&str]) -> Hit {
        Hit { of_file: true, ..self.say(0..0, "", arguments) }
    }
}
