//! Lines of code that were highlighted before. The same line in the same state gives the same HTML and the same next state,
//! because spans end with their line; and code in documentation repeats lines more than blocks.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference};

/// What the parser knows at the end of a line.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct State {
    pub(super) parser: ParseState,
    pub(super) scopes: ScopeStack,
}

/// Scope → class, once it was looked up.
pub(super) type Classes = HashMap<Scope, Option<Option<char>>>;

/// Line → its HTML and the next state.
type Lines = HashMap<Box<str>, (Box<str>, usize)>;

/// What was learned from the lines so far. Cannot be shared between threads: the parser's state holds pointers.
#[derive(Default)]
pub struct KnownLines {
    states: Vec<State>,
    /// Hash of a state's scopes → the states with them: a parser's state cannot be hashed itself.
    numbers: HashMap<u64, Vec<usize>>,
    /// By state.
    lines: Vec<Lines>,
    pub(super) classes: Classes,
    bytes: usize,
}

/// Bytes of lines and HTML that are kept. From then on nothing is learned. On 5 MB of code, a quarter of it took twice the
/// time, and twice as much saved nothing.
const MOST_BYTES: usize = 8 * 1024 * 1024;
/// States with equal scopes that are told apart. Those that remember a piece of text, the word that ends a here-document for
/// instance, never equal another, so without an end there would be more of them with each block.
const MOST_ALIKE: usize = 32;

impl State {
    /// The state before the first line.
    pub(super) fn of(syntax: &SyntaxReference) -> State {
        State { parser: ParseState::new(syntax), scopes: ScopeStack::new() }
    }
}

impl KnownLines {
    /// Equal states have the same number. Nothing where there are too many alike.
    pub(super) fn number(&mut self, state: &State) -> Option<usize> {
        let mut hasher = DefaultHasher::new();
        state.scopes.scopes.hash(&mut hasher);
        let alike = self.numbers.entry(hasher.finish()).or_default();
        let same = alike.iter().copied().find(|number| self.states[*number] == *state);
        if same.is_some() || alike.len() == MOST_ALIKE {
            return same;
        }
        alike.push(self.states.len());
        self.states.push(state.clone());
        self.lines.push(Lines::new());
        Some(self.states.len() - 1)
    }

    /// The state of a number.
    pub(super) fn state(&self, number: usize) -> &State {
        &self.states[number]
    }

    /// What a line gives in a state, and the number of the next, where that is known.
    pub(super) fn line(&self, number: usize, line: &str) -> Option<(&str, usize)> {
        self.lines[number].get(line).map(|(html, next)| (&**html, *next))
    }

    /// Learns a line.
    pub(super) fn add(&mut self, number: usize, line: &str, html: &str, next: usize) {
        if self.bytes < MOST_BYTES {
            self.bytes += line.len() + html.len();
            self.lines[number].insert(line.into(), (html.into(), next));
        }
    }
}
