//! Stub.
#![allow(missing_docs)]
use super::counts::Counts;
use super::pattern::Pattern;
use crate::data::{self, Notation, SyntaxError, Value};
use crate::diagnostic::Severity;
use crate::document::prose::Prose;
use crate::source::Source;
use std::ops::Range;
use std::sync::Arc;
pub struct Rule {
    pub id: Arc<str>,
    pub level: Severity,
    pub scopes: Vec<String>,
    pub limit: Option<usize>,
    pub description: Option<Arc<str>>,
    pub link: Option<Arc<str>>,
    pattern: Pattern,
    message: String,
}
pub enum LoadError { Invalid(Vec<SyntaxError>), Unsupported { point: String } }
pub trait Files: Sync { fn text(&self, path: &str) -> Option<&str>; }
#[derive(Default, Clone)]
pub struct Vocabulary { pub accept: Vec<String>, pub reject: Vec<String> }
pub struct Block<'a> {
    pub text: &'a str,
    pub prose: Option<&'a Prose>,
    pub scope: &'a str,
    pub counts: Option<&'a Counts>,
}
#[derive(Default)] pub struct Memory {}
pub struct Hit { pub range: Range<usize>, pub message: String, pub matched: String, pub action: Option<Action> }
#[derive(Debug, Clone, PartialEq)]
pub struct Action { pub name: String, pub params: Vec<String>, pub replacements: Vec<String> }
pub fn load(id: &str, source: &Source, _v: &Vocabulary, _f: &dyn Files) -> Result<Rule, LoadError> {
    let (tree, errors) = data::read(Notation::Yaml, &source.text, 0);
    if !errors.is_empty() { return Err(LoadError::Invalid(errors)); }
    let Value::Table(entries) = tree.value else { return Err(LoadError::Invalid(Vec::new())) };
    let get = |k: &str| entries.iter().find(|e| e.key == k).map(|e| &e.value);
    let text = |k: &str| get(k).and_then(|v| match &v.value { Value::Text(t) => Some(t.clone()), _ => v.plain.clone() });
    let list = |k: &str| -> Vec<String> { match get(k).map(|v| &v.value) {
        Some(Value::List(l)) => l.iter().filter_map(|v| match &v.value { Value::Text(t) => Some(t.clone()), _ => v.plain.clone() }).collect(),
        Some(Value::Text(t)) => vec![t.clone()], _ => Vec::new() } };
    let point = text("extends").unwrap_or_default();
    if point != "existence" { return Err(LoadError::Unsupported { point }); }
    let tokens = list("tokens").join("|");
    let mut p = list("raw").concat();
    if !tokens.is_empty() {
        p += &if text("nonword").as_deref() == Some("true") { format!("(?m)(?:{tokens})") } else { format!(r"(?m)\b(?:{tokens})\b") };
    }
    if text("ignorecase").as_deref() == Some("true") { p = format!("(?i){p}"); }
    let pattern = Pattern::new(&p).map_err(|e| LoadError::Invalid(vec![SyntaxError { message: e, span: tree.span }]))?;
    let mut scopes = list("scope");
    if scopes.is_empty() { scopes.push("text".into()) }
    Ok(Rule { id: id.into(), level: super::settings::severity(&text("level").unwrap_or_default()).unwrap_or(Severity::Warning), scopes, limit: None, description: None, link: None, pattern, message: text("message").unwrap_or_default() })
}
pub fn built_in(_name: &str, _v: &Vocabulary, _f: &dyn Files) -> Option<Rule> { None }
impl Rule {
    pub fn run(&self, block: &Block, _memory: &mut Memory) -> Vec<Hit> {
        self.pattern.ranges(block.text, &mut Default::default()).into_iter().map(|range| Hit { message: self.message.replace("%s", &block.text[range.clone()]), matched: block.text[range.clone()].to_owned(), range, action: None }).collect()
    }
}
