//! One JSX tag: its name, its attributes as data, and where it ends. Nothing in it is run.

use std::ops::Range;

use serde_json::{Map, Number, Value};

use crate::data::{self, javascript};

/// A tag, from `<` to `>`.
#[derive(Debug, Clone)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) range: Range<usize>,
    /// `</Name>`
    pub(super) closes: bool,
    /// `<Name />`
    pub(super) is_empty: bool,
    pub(super) attributes: Vec<Attribute>,
    /// What is no literal: a sentence, and its place.
    pub(super) problems: Vec<(String, Range<usize>)>,
}

/// `name="value"`, `name={…}`, or the bare name, whose value is `true`.
#[derive(Debug, Clone)]
pub(super) struct Attribute {
    pub(super) name: String,
    pub(super) value: Value,
    pub(super) key_range: Range<usize>,
    /// Without quotes and braces; empty for a bare name.
    pub(super) value_range: Range<usize>,
}

impl Tag {
    pub(super) fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }
}

/// Reads the tag that begins at `start`. Nothing where there is none; the error is a tag that does not end.
pub(super) fn read(text: &str, start: usize) -> Option<Result<Tag, Range<usize>>> {
    let rest = text[start..].strip_prefix('<')?;
    let closes = rest.starts_with('/');
    let name_start = start + 1 + usize::from(closes);
    let is_of_name = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ':');
    let length = text[name_start..].find(|c| !is_of_name(c)).unwrap_or(text.len() - name_start);
    let name = &text[name_start..name_start + length];
    // Fragments, `<>` and `</>`, have no name.
    let is_fragment = name.is_empty() && text[name_start..].starts_with('>');
    if !name.starts_with(char::is_alphabetic) && !is_fragment {
        return None;
    }
    // `<https://example.org>`, `<name@example.org>`
    if name.contains(':') || text[name_start + length..].starts_with('@') {
        return None;
    }
    let mut tag = Tag {
        name: name.to_owned(),
        range: start..start,
        closes,
        is_empty: false,
        attributes: Vec::new(),
        problems: Vec::new(),
    };
    let mut at = name_start + length;
    loop {
        at += text[at..].len() - text[at..].trim_start().len();
        let rest = &text[at..];
        if rest.starts_with('>') {
            tag.range.end = at + 1;
            return Some(Ok(tag));
        }
        if rest.starts_with("/>") {
            tag.is_empty = true;
            tag.range.end = at + 2;
            return Some(Ok(tag));
        }
        if rest.starts_with('{') {
            let Some(end) = braces(text, at) else { return Some(Err(start..at)) };
            if !is_comment(&text[at + 1..end - 1]) {
                tag.problems.push((format!("`{}` is no literal", &text[at..end]), at..end));
            }
            at = end;
            continue;
        }
        let length = rest.find(|c: char| !is_of_name(c)).unwrap_or(rest.len());
        if length == 0 {
            // Text such as `a < b` is no tag, and neither is one that is cut off.
            return if rest.is_empty() { Some(Err(start..at)) } else { None };
        }
        let key_range = at..at + length;
        let key = text[key_range.clone()].to_owned();
        at += length;
        let Some(value) = text[at..].trim_start().strip_prefix('=').map(str::trim_start) else {
            let value_range = at..at;
            tag.attributes.push(Attribute { name: key, value: Value::Bool(true), key_range, value_range });
            continue;
        };
        at = text.len() - value.len();
        match value.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let Some(length) = value[1..].find(quote) else { return Some(Err(start..at)) };
                let value_range = at + 1..at + 1 + length;
                let words = Value::from(&text[value_range.clone()]);
                tag.attributes.push(Attribute { name: key, value: words, key_range, value_range });
                at += length + 2;
            }
            Some('{') => {
                let Some(end) = braces(text, at) else { return Some(Err(start..at)) };
                let value_range = at + 1..end - 1;
                match literal(&text[value_range.clone()]) {
                    Some(value) => tag.attributes.push(Attribute { name: key, value, key_range, value_range }),
                    None => {
                        let message = format!("`{}` is no literal", &text[value_range.clone()]);
                        tag.problems.push((message, value_range));
                    }
                }
                at = end;
            }
            _ => return None,
        }
    }
}

/// Where the braces that begin at `start` end, strings and comments in them passed over.
pub(super) fn braces(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut depth = 0;
    let mut at = start;
    while at < bytes.len() {
        match bytes[at] {
            b'{' => depth += 1,
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            quote @ (b'"' | b'\'' | b'`') => {
                let mut end = at + 1;
                while end < bytes.len() && bytes[end] != quote {
                    end += if bytes[end] == b'\\' { 2 } else { 1 };
                    // An apostrophe in text is no quotation mark.
                    if quote != b'`' && bytes.get(end) == Some(&b'\n') {
                        end = at;
                        break;
                    }
                }
                if end >= bytes.len() {
                    end = at;
                }
                at = end;
            }
            b'/' if text[at..].starts_with("/*") => at += text[at..].find("*/")? + 1,
            _ => {}
        }
        at += 1;
    }
    None
}

/// Nothing but comments, or nothing at all.
pub(super) fn is_comment(expression: &str) -> bool {
    let mut rest = expression.trim();
    while let Some(comment) = rest.strip_prefix("/*") {
        let Some((_, after)) = comment.split_once("*/") else { return false };
        rest = after.trim();
    }
    rest.is_empty()
}

/// The value of an expression, if it is one that nothing needs to be run for. What Docusaurus asks of its own is known by
/// its words: `useBaseUrl('/a.png')`, `require('./a.png').default`.
pub(super) fn literal(expression: &str) -> Option<Value> {
    let words = expression.trim();
    let call = words.strip_prefix("useBaseUrl(").and_then(|rest| rest.strip_suffix(')'));
    let required = words.strip_prefix("require(").map(|rest| rest.strip_suffix(".default").unwrap_or(rest));
    let argument = call.or(required.and_then(|rest| rest.strip_suffix(')')));
    let read = javascript::literal(argument.unwrap_or(words), 0).ok()?;
    Some(json(&read.value)).filter(|value| argument.is_none() || value.is_string())
}

fn json(value: &data::Value) -> Value {
    match value {
        data::Value::Null => Value::Null,
        data::Value::Bool(flag) => Value::from(*flag),
        data::Value::Integer(number) => Value::from(*number),
        data::Value::Float(number) => Number::from_f64(*number).map_or(Value::Null, Value::Number),
        data::Value::Text(text) => Value::from(text.as_str()),
        data::Value::List(list) => list.iter().map(|item| json(&item.value)).collect(),
        data::Value::Table(entries) => {
            let entries = entries.iter().map(|entry| (entry.key.clone(), json(&entry.value.value)));
            Value::Object(entries.collect::<Map<_, _>>())
        }
    }
}
