//! The door to `toml`: its parse tree, with places, turned into ours. It recovers, so one file gives all its errors.

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};

use super::{Entry, Located, MAX_DEPTH, SyntaxError, Value};
use crate::source::Span;

pub(super) fn read(text: &str, offset: usize) -> (Located, Vec<SyntaxError>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let errors = errors.iter().map(|error| {
        let range = error.span().unwrap_or(0..0);
        SyntaxError { message: error.message().to_owned(), span: shifted(range, offset), meant: None }
    });
    let span = shifted(table.span(), offset);
    let value = Value::Table(entries(table.get_ref(), offset, 0));
    (Located { value, span, plain: None }, errors.collect())
}

fn entries(table: &DeTable, offset: usize, depth: usize) -> Vec<Entry> {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| Entry {
            key: key.get_ref().to_string(),
            key_span: shifted(key.span(), offset),
            value: located(value, offset, depth + 1),
        })
        .collect();
    entries.sort_by_key(|entry| entry.key_span);
    entries
}

fn located(node: &Spanned<DeValue>, offset: usize, depth: usize) -> Located {
    let value = match node.get_ref() {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(integer) => match i64::from_str_radix(&integer.as_str().replace('_', ""), integer.radix()) {
            Ok(integer) => Value::Integer(integer),
            Err(_) => Value::Text(integer.to_string()),
        },
        DeValue::Float(float) => Value::Float(float.as_str().replace('_', "").parse().unwrap_or(f64::NAN)),
        DeValue::Boolean(boolean) => Value::Bool(*boolean),
        DeValue::Datetime(datetime) => Value::Text(datetime.to_string()),
        DeValue::Array(_) | DeValue::Table(_) if depth > MAX_DEPTH => Value::Null,
        DeValue::Array(list) => Value::List(list.iter().map(|item| located(item, offset, depth + 1)).collect()),
        DeValue::Table(table) => Value::Table(entries(table, offset, depth)),
    };
    Located { value, span: shifted(node.span(), offset), plain: None }
}

fn shifted(range: std::ops::Range<usize>, offset: usize) -> Span {
    Span::new(range.start + offset, range.end.max(range.start) + offset)
}
