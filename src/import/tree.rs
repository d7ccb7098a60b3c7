//! Looking things up in a tree of settings: tables by key, values by type.

use crate::data::{Entry, Located, Value};

/// The value of a key; nothing where there is no table or no such key.
pub(super) fn get<'a>(located: &'a Located, key: &str) -> Option<&'a Located> {
    entries(located).iter().find(|entry| entry.key == key).map(|entry| &entry.value)
}

/// The value at keys inside each other.
pub(super) fn at<'a>(located: &'a Located, keys: &[&str]) -> Option<&'a Located> {
    keys.iter().try_fold(located, |located, key| get(located, key))
}

/// The entries of a table; none of anything else.
pub(super) fn entries(located: &Located) -> &[Entry] {
    match &located.value {
        Value::Table(entries) => entries,
        _ => &[],
    }
}

/// The items of a list; none of anything else.
pub(super) fn items(located: &Located) -> &[Located] {
    match &located.value {
        Value::List(items) => items,
        _ => &[],
    }
}

/// A text.
pub(super) fn text(located: &Located) -> Option<&str> {
    match &located.value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// The text of a key.
pub(super) fn text_at<'a>(located: &'a Located, keys: &[&str]) -> Option<&'a str> {
    at(located, keys).and_then(text)
}

/// `true` or `false`.
pub(super) fn switch_at(located: &Located, keys: &[&str]) -> Option<bool> {
    match at(located, keys)?.value {
        Value::Bool(switch) => Some(switch),
        _ => None,
    }
}

/// One text, or a list of them: what is none is left out.
pub(super) fn texts(located: &Located) -> Vec<&str> {
    match &located.value {
        Value::Text(text) => vec![text],
        _ => items(located).iter().filter_map(text).collect(),
    }
}
