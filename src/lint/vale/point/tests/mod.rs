//! Stories of points: a rule, a text, what is said.

mod capitalization;
mod conditional;
mod existence;
mod loading;
mod spelling;
mod substitution;
mod vocabulary;
mod whole;

use crate::lint::vale::counts::Counts;
use crate::lint::vale::rule::{Block, Files, Hit, LoadError, Memory, Rule, Vocabulary, load};
use crate::source::Source;

/// Files by their paths.
struct Disk(Vec<(&'static str, &'static str)>);

impl Files for Disk {
    fn text(&self, path: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| *name == path).map(|(_, text)| *text)
    }

    fn below(&self, folder: &str) -> Vec<String> {
        let within =
            self.0.iter().filter(|(name, _)| name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')));
        within.map(|(name, _)| (*name).to_owned()).collect()
    }
}

fn try_rule(yaml: &str, vocabulary: &Vocabulary) -> Result<Rule, LoadError> {
    let source = Source::from_text("styles/Test/Rule.yml", "", yaml);
    load("Test.Rule", &source, vocabulary, &Disk(Vec::new()))
}

fn rule(yaml: &str) -> Rule {
    try_rule(yaml, &Vocabulary::default()).unwrap_or_else(|error| panic!("{error:?}\n{yaml}"))
}

fn accepting(words: &[&str]) -> Vocabulary {
    Vocabulary::new(words.iter().map(|word| (*word).to_owned()).collect(), Vec::new())
}

fn block<'a>(text: &'a str, counts: Option<&'a Counts>) -> Block<'a> {
    Block { text, prose: None, scope: "text.md", counts }
}

fn run(rule: &Rule, text: &str) -> Vec<Hit> {
    let mut memory = Memory::default();
    let hits = rule.run(&block(text, None), &mut memory);
    assert_eq!(memory.overran().count(), 0);
    for hit in &hits {
        assert!(text.is_char_boundary(hit.range.start) && text.is_char_boundary(hit.range.end));
    }
    hits
}

/// Each hit as `3..7 message`.
fn said(rule: &Rule, text: &str) -> Vec<String> {
    let show = |hit: &Hit| format!("{}..{} {}", hit.range.start, hit.range.end, hit.message);
    run(rule, text).iter().map(show).collect()
}

/// The matched texts.
fn matched(rule: &Rule, text: &str) -> Vec<String> {
    run(rule, text).into_iter().map(|hit| hit.matched).collect()
}
