//! The keys of a rule's file, read as loosely as Vale reads them: a word where a list may stand, `"5"` for `5`, keys in
//! any case.
//!
//! Entry point: [`Fields`]. Each point asks for its keys; what nobody asked for is reported by [`Fields::finish`].
//! It must not know what a key means.

use std::collections::BTreeSet;

use crate::data::{Entry, Located, SyntaxError, Value};
use crate::diagnostic::nearest;
use crate::source::Span;

/// Text and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The text.
    pub text: String,
    /// Where.
    pub span: Span,
}

/// A table whose keys are asked for.
pub struct Fields<'a> {
    entries: &'a [Entry],
    whole: Span,
    asked: BTreeSet<&'static str>,
    /// What was wrong so far.
    pub errors: Vec<SyntaxError>,
}

impl<'a> Fields<'a> {
    /// Of a value that ought to be a table.
    pub fn new(located: &'a Located) -> Fields<'a> {
        let mut fields = Fields { entries: &[], whole: located.span, asked: BTreeSet::new(), errors: Vec::new() };
        match &located.value {
            Value::Table(entries) => fields.entries = entries,
            _ => fields.error(located.span, "expected a table of `key: value` lines"),
        }
        fields
    }

    /// Notes a problem.
    pub fn error(&mut self, span: Span, message: impl Into<String>) {
        self.errors.push(SyntaxError { message: message.into(), span, meant: None });
    }

    /// The place to point at where a key is not there.
    pub fn start(&self) -> Span {
        let first = self.entries.first().map_or(self.whole.start, |entry| entry.key_span.start);
        Span { start: first, end: first }
    }

    /// The value of a key, if it is given.
    pub fn get(&mut self, key: &'static str) -> Option<&'a Located> {
        self.asked.insert(key);
        let entry = self.entries.iter().find(|entry| entry.key.eq_ignore_ascii_case(key))?;
        // A key without a value is as good as no key.
        let empty = entry.value.value == Value::Null && entry.value.plain.as_deref().is_none_or(str::is_empty);
        (!empty).then_some(&entry.value)
    }

    /// The same, and a problem where it is not given.
    pub fn required(&mut self, key: &'static str) -> Option<&'a Located> {
        let found = self.get(key);
        if found.is_none() {
            let start = self.start();
            self.error(start, format!("`{key}` is missing"));
        }
        found
    }

    /// A text.
    pub fn text(&mut self, key: &'static str) -> Option<Item> {
        let located = self.get(key)?;
        self.item(located)
    }

    /// A text that must be there.
    pub fn required_text(&mut self, key: &'static str) -> Option<Item> {
        let located = self.required(key)?;
        self.item(located)
    }

    /// A list of texts; one text is a list of one.
    pub fn list(&mut self, key: &'static str) -> Vec<Item> {
        let Some(located) = self.get(key) else { return Vec::new() };
        match &located.value {
            Value::List(items) => items.iter().filter_map(|item| self.item(item)).collect(),
            Value::Table(entries) if entries.is_empty() => Vec::new(),
            _ => self.item(located).into_iter().collect(),
        }
    }

    /// A table of texts, in the order of the file.
    pub fn pairs(&mut self, key: &'static str) -> Vec<(Item, Item)> {
        let Some(located) = self.get(key) else { return Vec::new() };
        // A list of tables reads as the one table that they make together.
        let tables: Vec<&Located> = match &located.value {
            Value::List(items) => items.iter().collect(),
            _ => vec![located],
        };
        let mut pairs = Vec::new();
        for table in tables {
            let Value::Table(entries) = &table.value else {
                self.error(table.span, format!("expected a table of `key: value` lines in `{key}`"));
                continue;
            };
            for entry in entries {
                let Some(value) = self.item(&entry.value) else { continue };
                pairs.push((Item { text: entry.key.clone(), span: entry.key_span }, value));
            }
        }
        pairs
    }

    /// `true` or `false`, or what stands for them.
    pub fn flag(&mut self, key: &'static str, default: bool) -> bool {
        let Some(located) = self.get(key) else { return default };
        match &located.value {
            Value::Bool(flag) => *flag,
            Value::Integer(number) => *number != 0,
            Value::Float(number) => *number != 0.0,
            Value::Text(text) => match text.as_str() {
                "1" | "t" | "T" | "true" | "TRUE" | "True" => true,
                "" | "0" | "f" | "F" | "false" | "FALSE" | "False" => false,
                _ => self.wrong(located, key, "`true` or `false`").unwrap_or(default),
            },
            _ => self.wrong(located, key, "`true` or `false`").unwrap_or(default),
        }
    }

    /// A number.
    pub fn number(&mut self, key: &'static str) -> Option<f64> {
        let located = self.get(key)?;
        match &located.value {
            Value::Integer(number) => Some(*number as f64),
            Value::Float(number) => Some(*number),
            Value::Bool(flag) => Some(f64::from(u8::from(*flag))),
            Value::Text(text) => match text.trim().parse() {
                Ok(number) => Some(number),
                Err(_) => self.wrong(located, key, "a number"),
            },
            _ => self.wrong(located, key, "a number"),
        }
    }

    /// A whole number from 0; less reads as 0, which turns off whatever it limits.
    pub fn count(&mut self, key: &'static str) -> usize {
        self.number(key).map_or(0, |number| number.max(0.0) as usize)
    }

    /// Takes the problems out. Where nothing unknown is allowed, each key that nobody asked for is one.
    pub fn finish(mut self, strict: bool) -> Vec<SyntaxError> {
        let entries = if strict { self.entries } else { &[] };
        for entry in entries {
            if self.asked.iter().any(|key| entry.key.eq_ignore_ascii_case(key)) {
                continue;
            }
            let meant = nearest(&entry.key, self.asked.iter().copied());
            let meant = meant.map_or(String::new(), |key| format!("; did you mean `{key}`?"));
            self.error(entry.key_span, format!("this kind of rule has no key `{}`{meant}", entry.key));
        }
        self.errors
    }

    /// A scalar as it is written: a word list may hold `on`, `1.10` and `null`.
    fn item(&mut self, located: &Located) -> Option<Item> {
        let text = match (&located.plain, &located.value) {
            (Some(plain), _) => plain.clone(),
            (None, Value::Text(text)) => text.clone(),
            (None, Value::Null) => String::new(),
            _ => {
                self.error(located.span, "expected a text");
                return None;
            }
        };
        Some(Item { text, span: located.span })
    }

    fn wrong<T>(&mut self, located: &Located, key: &str, expected: &str) -> Option<T> {
        self.error(located.span, format!("`{key}` must be {expected}"));
        None
    }
}

/// The texts alone.
pub fn texts(items: &[Item]) -> Vec<String> {
    items.iter().map(|item| item.text.clone()).collect()
}
