//! What every record has: an id, a place, an age, and references to other records that are checked.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::de::{DeserializeOwned, Deserializer, Visitor};
use serde::ser::{SerializeMap, Serializer};
use serde::{Deserialize, Serialize};

use super::{Community, Findings};
use crate::data::{Date, Period, Spanned};
use crate::source::Span;

/// A sort of record: a persona, a team, a roadmap item.
pub trait Entity: DeserializeOwned + Serialize + JsonSchema {
    /// Its name in commands and references: `persona`.
    const NAME: &'static str;
    /// The file (`personas.toml`) and the folder (`personas/`) of its records, below `data/`.
    const FILES: &'static str;
    /// There is one record of it at most, and its file is that record.
    const SINGLE: bool = false;
    /// The text of its files is a field, `text`, and shown as it is written.
    const KEEPS_TEXT: bool = false;

    /// All records of this sort.
    fn records(community: &Community) -> &[Record<Self>];

    /// What the record is called.
    fn title(&self) -> &str;

    /// The id that a file's name or a reference means: decisions go by their number, labels whatever their emoji.
    fn key(name: &str) -> String {
        name.to_owned()
    }

    /// Other names by which records may refer to this one.
    fn other_names(&self) -> Vec<&str> {
        Vec::new()
    }

    /// Takes out what must never leave the data folder, and fills in what the record's name says. Runs before anything
    /// else sees the record.
    fn settle(&mut self, _name: &str) {}

    /// Checks what a type cannot say.
    fn check(_record: &Record<Self>, _community: &Community, _findings: &mut Findings) {}
}

/// One record of the data folder.
#[derive(Debug, Clone)]
pub struct Record<T> {
    /// Its id among records of its sort.
    pub id: String,
    /// Its file, from the site's folder.
    pub path: Arc<str>,
    /// Where it begins: its key in a file of many, its first line in a file of its own.
    pub span: Span,
    /// Its age and its keeper.
    pub freshness: Freshness,
    /// Its file is Markdown, and what follows the front matter is its text.
    pub has_text: bool,
    /// Its fields.
    pub fields: T,
}

/// Fields that every record may have.
#[derive(Debug, Clone, Default, Deserialize, Serialize, JsonSchema)]
#[serde(default)]
pub struct Freshness {
    /// The day on which the record was last known to be right.
    pub updated: Option<Date>,
    /// How long it stays so: `180d`, `6 months`.
    pub review_every: Option<Period>,
    /// The team or person that keeps it.
    pub owner: Option<Ref<Keeper>>,
    /// Ids that the record had before; references to them still work.
    pub aliases: Vec<String>,
}

/// The names of the fields in [`Freshness`].
pub const COMMON_FIELDS: &[&str] = &["updated", "review_every", "owner", "aliases"];

/// What a reference may lead to.
pub trait Referable {
    /// Names of entities, parted by `|`, in the order in which an id is looked for.
    const NAMES: &'static str;
}

impl<E: Entity> Referable for E {
    const NAMES: &'static str = E::NAME;
}

/// A team or a person.
#[derive(Debug, Clone, Copy)]
pub struct Keeper;

impl Referable for Keeper {
    const NAMES: &'static str = "team|person";
}

/// A person, a team or a channel: who helps.
#[derive(Debug, Clone, Copy)]
pub struct Helper;

impl Referable for Helper {
    const NAMES: &'static str = "team|person|channel";
}

/// A contribution pathway, or a path of pages to read.
#[derive(Debug, Clone, Copy)]
pub struct AnyPath;

impl Referable for AnyPath {
    const NAMES: &'static str = "pathway|reading";
}

/// The id of another record.
///
/// It is serialized as a mark with its place, so that one walk over any record finds every reference in it: checks and
/// views need no knowledge of the fields, and a new field cannot be forgotten.
pub struct Ref<T> {
    /// As written.
    pub id: String,
    /// Where.
    pub span: Span,
    of: PhantomData<fn() -> T>,
}

/// The key that marks a reference in serialized records.
pub const REFERENCE: &str = "$ref";
/// What the mark says of links to pages and other sites.
pub const LINK: &str = "link";

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Ref<T> {
        Ref { id: self.id.clone(), span: self.span, of: PhantomData }
    }
}

impl<T> fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ref({})", self.id)
    }
}

impl<'de, T> Deserialize<'de> for Ref<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Ref<T>, D::Error> {
        let Spanned { value: Name(id), span } = Spanned::deserialize(deserializer)?;
        Ok(Ref { id, span, of: PhantomData })
    }
}

impl<T: Referable> Serialize for Ref<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        mark(serializer, T::NAMES, &self.id, self.span)
    }
}

fn mark<S: Serializer>(serializer: S, names: &str, to: &str, span: Span) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(4))?;
    map.serialize_entry(REFERENCE, names)?;
    map.serialize_entry("to", to)?;
    map.serialize_entry("start", &span.start)?;
    map.serialize_entry("end", &span.end)?;
    map.end()
}

impl<T: Referable> JsonSchema for Ref<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Ref_{}", T::NAMES.replace('|', "_or_")).into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let what = T::NAMES.replace('|', ", ");
        schemars::json_schema!({
            "type": ["string", "integer"],
            "description": format!("The id of one of: {what}"),
            // No word of JSON Schema: it says which records an id can be of.
            "x-refers-to": T::NAMES,
        })
    }
}

/// An id: text, or a number as decisions have.
struct Name(String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Name, D::Error> {
        struct NameVisitor;
        impl Visitor<'_> for NameVisitor {
            type Value = Name;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the id of a record")
            }

            fn visit_str<E>(self, text: &str) -> Result<Name, E> {
                Ok(Name(text.to_owned()))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Name, E> {
                Ok(Name(number.to_string()))
            }
        }
        deserializer.deserialize_any(NameVisitor)
    }
}

/// A page of the site, written as links are (`@how-tos/use-gpus`), or an absolute URL.
#[derive(Debug, Clone)]
pub struct To {
    /// As written.
    pub destination: String,
    /// Where.
    pub span: Span,
}

impl<'de> Deserialize<'de> for To {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<To, D::Error> {
        let Spanned { value: destination, span } = Spanned::deserialize(deserializer)?;
        Ok(To { destination, span })
    }
}

impl Serialize for To {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        mark(serializer, LINK, &self.destination, self.span)
    }
}

impl JsonSchema for To {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "To".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let description = "A page of the site such as `@how-tos/install`, or an absolute URL";
        schemars::json_schema!({"type": "string", "format": "uri-reference", "description": description})
    }
}
