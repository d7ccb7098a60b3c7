//! From the tree to any `serde` type, with every problem located.
//!
//! `serde` stops at the first wrong value. [`decode`] takes that value out of the tree, reports it, and starts again, so
//! one wrong value costs its own field and no other, and a file shows all its problems at once.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, DeserializeOwned, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Entry, Located, SyntaxError, Value};
use crate::diagnostic::nearest;
use crate::source::Span;

/// What came of a tree.
pub struct Decoded<T> {
    /// The value: everything that could be read. `None` only where a required key of the outermost table is missing.
    pub value: Option<T>,
    /// Values that could not be read.
    pub errors: Vec<SyntaxError>,
    /// Keys that the type does not have.
    pub unknown: Vec<UnknownKey>,
}

/// A key that nobody asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct UnknownKey {
    /// As written.
    pub key: String,
    /// Where it stands.
    pub span: Span,
    /// The known key that was probably meant.
    pub nearest: Option<&'static str>,
    /// That key is not given beside it.
    pub nearest_is_free: bool,
}

/// A typed value that keeps its place, for checks that come later.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands in its file.
    pub span: Span,
}

/// Fills `T` from a tree.
pub fn decode<T: DeserializeOwned>(mut root: Located) -> Decoded<T> {
    let mut errors: Vec<SyntaxError> = Vec::new();
    let mut removed = Vec::new();
    loop {
        let unknown = RefCell::new(Vec::new());
        match T::deserialize(Node { located: &root, unknown: &unknown }) {
            Ok(value) => return Decoded { value: Some(value), errors, unknown: unknown.into_inner() },
            Err(error) => {
                let mut steps = error.steps;
                steps.reverse();
                // A required value that was wrong is missing afterwards: that was said already.
                if !error.missing.is_some_and(|field| removed.iter().any(|key| key == field)) {
                    let DecodeError { message, span, meant, .. } = error;
                    errors.push(SyntaxError { message, span: span.unwrap_or(root.span), meant });
                }
                if steps.is_empty() {
                    return Decoded { value: None, errors, unknown: unknown.into_inner() };
                }
                removed.extend(remove(&mut root, &steps));
            }
        }
    }
}

/// Takes out what the steps lead to, and returns its key where it has one.
fn remove(located: &mut Located, steps: &[usize]) -> Option<String> {
    let (step, rest) = (steps[0], &steps[1..]);
    match &mut located.value {
        Value::List(items) if rest.is_empty() => {
            items.remove(step);
            None
        }
        Value::Table(entries) if rest.is_empty() => Some(entries.remove(step).key),
        Value::List(items) => remove(&mut items[step], rest),
        Value::Table(entries) => remove(&mut entries[step].value, rest),
        _ => unreachable!("only lists and tables have steps"),
    }
}

/// A problem on its way out of the tree: every container on the way adds its step.
#[derive(Debug)]
struct DecodeError {
    message: String,
    span: Option<Span>,
    steps: Vec<usize>,
    /// It is about the key that was read last, which the table that holds it must name.
    about_last_key: bool,
    /// The required key that is not there.
    missing: Option<&'static str>,
    /// The word that was probably meant.
    meant: Option<&'static str>,
}

impl DecodeError {
    fn within(mut self, step: usize, span: Span) -> DecodeError {
        self.span = self.span.or(Some(span));
        self.steps.push(step);
        self
    }
}

impl de::Error for DecodeError {
    fn custom<T: fmt::Display>(message: T) -> DecodeError {
        DecodeError {
            message: message.to_string(),
            span: None,
            steps: Vec::new(),
            about_last_key: false,
            missing: None,
            meant: None,
        }
    }

    fn invalid_type(unexpected: de::Unexpected, expected: &dyn de::Expected) -> DecodeError {
        let expected = expected.to_string().replace("a sequence", "a list").replace("a map", "a table");
        // `serde` names the types of the machine.
        let expected = match expected.as_str() {
            "a boolean" => "`true` or `false`",
            "u8" | "u16" | "u32" | "u64" | "i8" | "i16" | "i32" | "i64" => "a whole number",
            expected => expected,
        };
        let found = match unexpected {
            de::Unexpected::Map => "a table".to_owned(),
            de::Unexpected::Seq => "a list".to_owned(),
            unexpected => unexpected.to_string(),
        };
        de::Error::custom(format_args!("expected {expected}, found {found}"))
    }

    fn invalid_value(unexpected: de::Unexpected, expected: &dyn de::Expected) -> DecodeError {
        de::Error::custom(format_args!("expected {expected}, found {unexpected}"))
    }

    fn missing_field(field: &'static str) -> DecodeError {
        DecodeError { missing: Some(field), ..de::Error::custom(format_args!("`{field}` is missing here")) }
    }

    fn duplicate_field(field: &'static str) -> DecodeError {
        let message = format!("`{field}` is given twice, perhaps under another name");
        DecodeError { about_last_key: true, ..de::Error::custom(message) }
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> DecodeError {
        let known = expected.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let meant = nearest(variant, expected.iter().copied());
        let hint = meant.map_or(String::new(), |name| format!("; did you mean `{name}`?"));
        DecodeError { meant, ..de::Error::custom(format_args!("`{variant}` is not one of {known}{hint}")) }
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for DecodeError {}

#[derive(Clone, Copy)]
struct Node<'a> {
    located: &'a Located,
    unknown: &'a RefCell<Vec<UnknownKey>>,
}

impl Node<'_> {
    fn at<'b>(&'b self, located: &'b Located) -> Node<'b> {
        Node { located, unknown: self.unknown }
    }
}

impl<'de> Deserializer<'de> for Node<'_> {
    type Error = DecodeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match &self.located.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(boolean) => visitor.visit_bool(*boolean),
            Value::Integer(integer) => visitor.visit_i64(*integer),
            Value::Float(float) => visitor.visit_f64(*float),
            Value::Text(text) => visitor.visit_str(text),
            Value::List(items) => visitor.visit_seq(Items { node: self, items, next: 0 }),
            Value::Table(entries) => {
                let next = Cell::new(0);
                visitor.visit_map(Entries { node: self, entries, next: &next, key: None }).map_err(|mut error| {
                    let last = next.get().wrapping_sub(1);
                    match entries.get(last) {
                        Some(entry) if std::mem::take(&mut error.about_last_key) => error.within(last, entry.key_span),
                        _ => error,
                    }
                })
            }
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match &self.located.plain {
            Some(plain) => visitor.visit_str(plain),
            None => self.deserialize_any(visitor),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match self.located.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        if name == SPANNED {
            return visitor.visit_map(SpannedFields { node: self, next: 0 });
        }
        if let Value::Table(entries) = &self.located.value {
            let unknown = entries.iter().filter(|entry| !fields.contains(&entry.key.as_str()));
            self.unknown.borrow_mut().extend(unknown.map(|entry| {
                let near = nearest(&entry.key, fields.iter().copied());
                UnknownKey {
                    key: entry.key.clone(),
                    span: entry.key_span,
                    nearest: near,
                    nearest_is_free: near.is_some_and(|near| entries.iter().all(|other| other.key != near)),
                }
            }));
        }
        self.deserialize_any(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match &self.located.value {
            Value::Text(text) => visitor.visit_enum(text.as_str().into_deserializer()),
            _ => self.deserialize_any(visitor),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char bytes byte_buf unit unit_struct seq tuple tuple_struct map
        identifier ignored_any
    }
}

struct Items<'a> {
    node: Node<'a>,
    items: &'a [Located],
    next: usize,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = DecodeError;

    fn next_element_seed<T: de::DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, DecodeError> {
        let Some(item) = self.items.get(self.next) else { return Ok(None) };
        self.next += 1;
        let value = seed.deserialize(self.node.at(item)).map_err(|error| error.within(self.next - 1, item.span))?;
        Ok(Some(value))
    }
}

struct Entries<'a> {
    node: Node<'a>,
    entries: &'a [Entry],
    next: &'a Cell<usize>,
    key: Option<&'a Entry>,
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = DecodeError;

    fn next_key_seed<K: de::DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, DecodeError> {
        self.key = self.entries.get(self.next.get());
        let Some(entry) = self.key else { return Ok(None) };
        self.next.set(self.next.get() + 1);
        let key = Located { value: Value::Text(entry.key.clone()), span: entry.key_span, plain: None };
        let step = self.next.get() - 1;
        let key = seed.deserialize(self.node.at(&key)).map_err(|error| error.within(step, entry.key_span))?;
        Ok(Some(key))
    }

    fn next_value_seed<V: de::DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, DecodeError> {
        let entry = self.key.expect("serde asks for a value after its key");
        seed.deserialize(self.node.at(&entry.value))
            .map_err(|error| error.within(self.next.get() - 1, entry.value.span))
    }
}

/// How [`Spanned`] asks for its place: as a struct that no user type is named like.
const SPANNED: &str = "$spanned";
const SPANNED_FIELDS: &[&str] = &["start", "end", "value"];

struct SpannedFields<'a> {
    node: Node<'a>,
    next: usize,
}

impl<'de> MapAccess<'de> for SpannedFields<'_> {
    type Error = DecodeError;

    fn next_key_seed<K: de::DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, DecodeError> {
        let Some(field) = SPANNED_FIELDS.get(self.next) else { return Ok(None) };
        self.next += 1;
        seed.deserialize((*field).into_deserializer()).map(Some)
    }

    fn next_value_seed<V: de::DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, DecodeError> {
        match self.next {
            1 => seed.deserialize(self.node.located.span.start.into_deserializer()),
            2 => seed.deserialize(self.node.located.span.end.into_deserializer()),
            _ => seed.deserialize(self.node),
        }
    }
}

impl<T: Serialize> Serialize for Spanned<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Spanned<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Spanned<T>, D::Error> {
        struct SpannedVisitor<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for SpannedVisitor<T> {
            type Value = Spanned<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value with its place")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Spanned<T>, A::Error> {
                let mut field = || map.next_key::<String>();
                field()?;
                let start = map.next_value()?;
                map.next_key::<String>()?;
                let end = map.next_value()?;
                map.next_key::<String>()?;
                let value = map.next_value()?;
                Ok(Spanned { value, span: Span { start, end } })
            }
        }
        deserializer.deserialize_struct(SPANNED, SPANNED_FIELDS, SpannedVisitor(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Notation, read};

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(default)]
    struct Page {
        title: String,
        #[serde(alias = "order")]
        weight: i64,
        tags: Vec<String>,
        kind: Option<Spanned<Kind>>,
    }

    impl Default for Page {
        fn default() -> Page {
            Page { title: "untitled".to_owned(), weight: 0, tags: Vec::new(), kind: None }
        }
    }

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(rename_all = "kebab-case")]
    enum Kind {
        HowTo,
        Reference,
    }

    #[test]
    fn a_wrong_value_costs_its_own_field_and_every_problem_is_reported() {
        let text = "title = 3\nweight = 7\ntags = ['a', 4]\nkind = 'how-too'\ntilte = 'x'\n";
        let (tree, errors) = read(Notation::Toml, text, 0);
        assert_eq!(errors, []);
        let decoded = decode::<Page>(tree);
        let page = decoded.value.unwrap();
        assert_eq!((page.title.as_str(), page.weight), ("untitled", 7));
        assert_eq!(page.tags, ["a"]);
        let errors: Vec<_> = decoded.errors.iter().map(|e| (e.span.of(text), e.message.as_str())).collect();
        assert_eq!(
            errors,
            [
                ("3", "expected a string, found integer `3`"),
                ("4", "expected a string, found integer `4`"),
                ("'how-too'", "`how-too` is not one of `how-to`, `reference`; did you mean `how-to`?"),
            ]
        );
        assert_eq!(decoded.unknown.len(), 1);
        assert_eq!((decoded.unknown[0].key.as_str(), decoded.unknown[0].nearest), ("tilte", Some("title")));
    }

    #[test]
    fn a_key_under_two_names_costs_the_second_one() {
        let (tree, _) = read(Notation::Yaml, "order: 2\nweight: 3\ntags: one\ntitle: Kept\n", 0);
        let decoded = decode::<Page>(tree);
        let page = decoded.value.unwrap();
        assert_eq!((page.title.as_str(), page.weight), ("Kept", 2));
        let messages: Vec<_> = decoded.errors.iter().map(|error| error.message.as_str()).collect();
        assert_eq!(
            messages,
            ["`weight` is given twice, perhaps under another name", "expected a list, found string \"one\""]
        );
    }

    #[test]
    fn yaml_keeps_places_over_wide_characters_and_plain_text_for_text_fields() {
        let text = "title: 1.10\nkind: reference # größe\ntags:\n  - größe\n  - 2024\n";
        let (tree, errors) = read(Notation::Yaml, text, 4);
        assert_eq!(errors, []);
        let page = decode::<Page>(tree).value.unwrap();
        assert_eq!(page.title, "1.10");
        assert_eq!(page.tags, ["größe", "2024"]);
        assert_eq!(page.kind, Some(Spanned { value: Kind::Reference, span: Span::new(22, 31) }));
    }
}
