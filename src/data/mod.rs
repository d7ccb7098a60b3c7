//! Settings and front matter as a writer types them: TOML, YAML, and the literals of JavaScript read into one tree that
//! remembers places.
//!
//! Owns [`Located`] (a value and where it stands), [`Spanned`] (a typed value that keeps its place) and [`decode`],
//! which fills any `serde` type from the tree and reports every wrong value and every unknown key, where it stands.
//! It must not know which keys exist: the types that are decoded say so.

mod date;
mod decode;
mod instead;
pub mod javascript;
mod schema;
mod toml;
mod yaml;

use crate::source::Span;
pub use date::{Date, Period};
pub use decode::{Decoded, Spanned, UnknownKey, decode};
pub use instead::{instead, quoted};

/// The two notations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// TOML 1.1.
    Toml,
    /// YAML 1.2.
    Yaml,
}

impl Notation {
    /// Its name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Notation::Toml => "TOML",
            Notation::Yaml => "YAML",
        }
    }
}

/// A value and the bytes that it was read from.
#[derive(Debug, Clone, PartialEq)]
pub struct Located {
    /// What was read.
    pub value: Value,
    /// Where.
    pub span: Span,
    /// The characters of an unquoted YAML scalar: `version: 1.10` means the text `1.10` to a field that holds text.
    pub plain: Option<String>,
}

/// What both notations can say. Dates are strings here; the types that hold dates read them.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// YAML's `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Float(f64),
    /// Text, and in TOML also dates and times.
    Text(String),
    /// A list.
    List(Vec<Located>),
    /// A table, in the order of the file.
    Table(Vec<Entry>),
}

/// One `key = value`.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The key, unquoted.
    pub key: String,
    /// Where the key stands.
    pub key_span: Span,
    /// What it is set to.
    pub value: Located,
}

/// Why a text is not TOML or YAML.
#[derive(Debug, Clone, PartialEq)]
pub struct SyntaxError {
    /// The library's words.
    pub message: String,
    /// Where.
    pub span: Span,
    /// The word that was probably meant in its place.
    pub meant: Option<&'static str>,
}

/// Reads a text. `offset` is added to every place: front matter does not begin at the first byte of its file.
/// What could be read comes back beside the errors; it is always a table.
pub fn read(notation: Notation, text: &str, offset: usize) -> (Located, Vec<SyntaxError>) {
    match notation {
        Notation::Toml => toml::read(text, offset),
        Notation::Yaml => yaml::read(text, offset),
    }
}

/// Deeper than this is no settings file, and a recursive walk must end.
const MAX_DEPTH: usize = 64;
