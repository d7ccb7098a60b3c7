//! The door to `saphyr`: its marked tree turned into ours, characters counted back into bytes.

use saphyr::{LoadableYamlNode, MarkedYaml, Scalar, YamlData};

use super::{Entry, Located, MAX_DEPTH, SyntaxError, Value};
use crate::source::Span;

pub(super) fn read(text: &str, offset: usize) -> (Located, Vec<SyntaxError>) {
    let bytes = ByteOffsets::new(text, offset);
    let whole = Span::new(offset, offset + text.len());
    let empty = Located { value: Value::Table(Vec::new()), span: whole, plain: None };
    if let Some(span) = too_deep(text, offset) {
        let message = format!("lists or tables are nested more than {MAX_DEPTH} deep");
        return (empty, vec![SyntaxError { message, span, meant: None }]);
    }
    match MarkedYaml::load_from_str(text) {
        Err(error) => {
            let at = bytes.of(error.marker().index());
            let message = error.info().to_owned();
            let span = Span::new(at, (at + 1).min(offset + text.len()).max(at));
            (empty, vec![SyntaxError { message, span, meant: None }])
        }
        Ok(documents) => match documents.first().map(|document| located(document, text, &bytes, 0)) {
            None | Some(Located { value: Value::Null, .. }) => (empty, Vec::new()),
            Some(root @ Located { value: Value::Table(_), .. }) => (root, Vec::new()),
            Some(other) => {
                let message = "this is not a table of `key: value` lines".to_owned();
                (empty, vec![SyntaxError { message, span: other.span, meant: None }])
            }
        },
    }
}

/// The library walks nested collections on the stack, so what opens too many is turned away before: brackets, and
/// lines that are indented ever more, `- ` and `? ` within a line included. Comments and block scalars do not count.
fn too_deep(text: &str, offset: usize) -> Option<Span> {
    let mut brackets = 0usize;
    let mut columns: Vec<usize> = Vec::new();
    let mut scalar: Option<usize> = None;
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let start = line_start;
        line_start += line.len();
        let content = line.trim_end();
        let mut column = content.len() - content.trim_start_matches(' ').len();
        if content.trim().is_empty()
            || content.trim_start().starts_with('#')
            || scalar.is_some_and(|open| column > open)
        {
            continue;
        }
        let begins_scalar = content.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-'));
        scalar = [": |", ": >", "- |", "- >"].iter().any(|end| begins_scalar.ends_with(end)).then_some(column);
        while let Some(rest) = content.get(column..).filter(|rest| !rest.is_empty()) {
            columns.retain(|open| *open < column);
            columns.push(column);
            let inner = rest.strip_prefix(['-', '?']).filter(|inner| inner.starts_with([' ', '\t']));
            let Some(inner) = inner.filter(|_| columns.len() <= MAX_DEPTH) else { break };
            column += 1 + inner.len() - inner.trim_start_matches([' ', '\t']).len();
        }
        let mut quote = None;
        for c in content.chars() {
            match (quote, c) {
                (Some(open), _) if c == open => quote = None,
                (Some(_), _) => {}
                (None, '"' | '\'') => quote = Some(c),
                (None, '[' | '{') => brackets += 1,
                (None, ']' | '}') => brackets = brackets.saturating_sub(1),
                _ => {}
            }
        }
        if columns.len() > MAX_DEPTH || brackets > MAX_DEPTH {
            return Some(Span::new(offset + start, offset + start + content.len()));
        }
    }
    None
}

fn located(node: &MarkedYaml, text: &str, bytes: &ByteOffsets, depth: usize) -> Located {
    let (start, end) = (bytes.of(node.span.start.index()), bytes.of(node.span.end.index()));
    let raw = &text[start - bytes.offset..end.max(start) - bytes.offset];
    let span = Span::new(start, start + raw.trim_end().len());
    let mut plain = None;
    let value = match &node.data {
        _ if depth > MAX_DEPTH => Value::Null,
        YamlData::Value(scalar) => {
            if !matches!(scalar, Scalar::String(_)) {
                plain = Some(raw.trim_end().to_owned());
            }
            match scalar {
                Scalar::Null => Value::Null,
                Scalar::Boolean(boolean) => Value::Bool(*boolean),
                Scalar::Integer(integer) => Value::Integer(*integer),
                Scalar::FloatingPoint(float) => Value::Float(float.into_inner()),
                Scalar::String(text) => Value::Text(text.to_string()),
            }
        }
        YamlData::Sequence(items) => {
            Value::List(items.iter().map(|item| located(item, text, bytes, depth + 1)).collect())
        }
        YamlData::Mapping(pairs) => Value::Table(
            pairs
                .iter()
                .map(|(key, value)| {
                    let key = located(key, text, bytes, depth + 1);
                    let name = match key.value {
                        Value::Text(name) => name,
                        _ => key.plain.unwrap_or_default(),
                    };
                    Entry { key: name, key_span: key.span, value: located(value, text, bytes, depth + 1) }
                })
                .collect(),
        ),
        YamlData::Tagged(_, inner) => return located(inner, text, bytes, depth + 1),
        YamlData::Representation(..) | YamlData::Alias(_) | YamlData::BadValue => Value::Null,
    };
    Located { value, span, plain }
}

/// The library counts characters.
struct ByteOffsets {
    /// Where each character starts; empty for ASCII, where the two are the same.
    starts: Vec<u32>,
    length: usize,
    offset: usize,
}

impl ByteOffsets {
    fn new(text: &str, offset: usize) -> ByteOffsets {
        let starts = if text.is_ascii() { Vec::new() } else { text.char_indices().map(|(at, _)| at as u32).collect() };
        ByteOffsets { starts, length: text.len(), offset }
    }

    fn of(&self, character: usize) -> usize {
        let byte = match self.starts.get(character) {
            Some(byte) => *byte as usize,
            None if self.starts.is_empty() => character.min(self.length),
            None => self.length,
        };
        byte + self.offset
    }
}
