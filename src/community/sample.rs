//! A record to begin with: every field that is required or has an example, and a comment that says what it is. Entry
//! point: [`EntitySchema::sample`].
//!
//! All of it follows from the schema, so that it cannot differ from what is read.

use serde_json::Value;

use super::{COMMON_FIELDS, Community, EntitySchema};
use crate::data::{Date, quoted};
use crate::document::slug;

/// What begins each text that somebody has to write.
pub const MARK: &str = "REPLACE";

/// A record to begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// Its id, which is the name of its file without the ending.
    pub id: String,
    /// It is mostly text: its file is Markdown, and the fields are the front matter.
    pub is_text: bool,
    /// Its fields, as TOML.
    pub fields: String,
}

/// Why there is no record to begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// It has to be called something.
    Title,
    /// It refers to a record of one of these sorts, parted by `|`, and there is none.
    Record(&'static str),
}

/// Sorts of records whose text says more than their fields.
const TEXTS: &[&str] = &["decision", "note", "reply"];
/// Fields that hold what a record is called.
const TITLES: &[&str] = &["title", "name", "term"];

impl EntitySchema {
    /// A record to begin with. It refers to what `community` holds, and numbers go on from there.
    pub fn sample(&self, title: Option<&str>, today: Date, community: &Community) -> Result<Sample, Missing> {
        let schema = self.of_record();
        let maker = Maker { entity: self, root: &schema, today, community };
        let titled = TITLES.iter().find(|name| !schema["properties"][**name].is_null()).copied();
        let (mut scalars, mut tables) = (String::new(), String::new());
        let (mut number, mut first) = (None, None);
        for name in maker.filled(&schema) {
            let field = &schema["properties"][name];
            let value = match title.filter(|_| titled == Some(name)) {
                Some(title) => quoted(title),
                None if titled == Some(name) => return Err(Missing::Title),
                None => maker.value(name, field)?,
            };
            let resolved = maker.resolved(field);
            if resolved["type"] == "integer" {
                number = number.or_else(|| value.parse::<u32>().ok());
            }
            first = first.or_else(|| Some(value.trim_matches('"').to_owned()));
            if resolved["type"] == "object" {
                tables.push_str(&format!("\n{}[{name}]\n{value}", maker.comment(field)));
            } else {
                scalars.push_str(&format!("{}{name} = {value}\n", maker.comment(field)));
            }
        }
        let is_called = titled.is_some_and(|name| maker.required(&schema).any(|required| required == name));
        if let (false, Some(title), Some(name)) = (is_called, title, titled) {
            scalars.push_str(&format!("{}{name} = {}\n", maker.comment(&schema["properties"][name]), quoted(title)));
        }
        scalars.push_str(&maker.optional(&schema));
        let name = title.map(slug).filter(|name| name.contains(char::is_alphanumeric));
        let id = match (self.single, number.filter(|_| self.name == "decision"), name, first) {
            (true, ..) => self.files.to_owned(),
            (false, Some(number), Some(name), _) => format!("{number:04}-{name}"),
            // Notes go by their day.
            (false, None, Some(name), Some(first)) if !is_called && first == today.to_string() => {
                format!("{first}-{name}")
            }
            (false, _, Some(name), _) => name.into_string(),
            (false, _, None, Some(first)) if !is_called => first,
            (false, ..) => return Err(Missing::Title),
        };
        Ok(Sample { id, is_text: TEXTS.contains(&self.name), fields: scalars + &tables })
    }
}

struct Maker<'a> {
    entity: &'a EntitySchema,
    root: &'a Value,
    today: Date,
    community: &'a Community,
}

impl<'a> Maker<'a> {
    /// The names of the fields that a table must have, in the order in which they are described.
    fn required(&self, table: &'a Value) -> impl Iterator<Item = &'a str> + use<'a> {
        table["required"].as_array().into_iter().flatten().filter_map(Value::as_str)
    }

    /// Those, and the others that have an example: a check asks for them where the type cannot.
    fn filled(&self, table: &'a Value) -> impl Iterator<Item = &'a str> + use<'a> {
        let with_example = table["properties"].as_object().into_iter().flatten();
        let with_example =
            with_example.filter(|(_, field)| !field["examples"].is_null()).map(|(name, _)| name.as_str());
        let required: Vec<&str> = self.required(table).collect();
        let more: Vec<&str> = with_example.filter(|name| !required.contains(name)).collect();
        required.into_iter().chain(more)
    }

    /// What a field holds, where its schema stands elsewhere too.
    fn resolved(&self, field: &'a Value) -> &'a Value {
        let named = field["$ref"].as_str().and_then(|name| self.root.pointer(name.strip_prefix('#')?));
        named.unwrap_or(field)
    }

    /// What a field is, in a line of its own.
    fn comment(&self, field: &'a Value) -> String {
        let about = field["description"].as_str().unwrap_or("").replace('\n', " ");
        let words: Vec<&str> = self.words(self.resolved(field)).collect();
        let words = if words.is_empty() { String::new() } else { format!(" One of: {}.", words.join(", ")) };
        format!("# {about}{words}\n")
    }

    /// The fixed words that a field can hold.
    fn words(&self, schema: &'a Value) -> impl Iterator<Item = &'a str> + use<'a> {
        let described = schema["oneOf"].as_array().into_iter().flatten().filter_map(|one| one["const"].as_str());
        described.chain(schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str))
    }

    fn value(&self, name: &str, field: &'a Value) -> Result<String, Missing> {
        let schema = self.resolved(field);
        if let Some(example) = field["examples"][0].as_str().or_else(|| schema["examples"][0].as_str()) {
            return Ok(quoted(example));
        }
        if let Some(sorts) = schema["x-refers-to"].as_str() {
            return self.reference(sorts).map(quoted).ok_or_else(|| Missing::Record(sort_of(sorts)));
        }
        if let Some(word) = self.words(schema).next() {
            return Ok(quoted(word));
        }
        let about = field["description"].as_str().unwrap_or(name).replace('\n', " ");
        Ok(match (schema["type"].as_str(), schema["format"].as_str()) {
            (Some("string"), Some("date")) => self.today.to_string(),
            (Some("string"), Some("uri-reference")) => quoted(&format!("https://example.org/{MARK}")),
            (Some("integer"), _) => self.next(name).to_string(),
            (Some("boolean"), _) => "false".to_owned(),
            (Some("array"), _) => self.list(&schema["items"])?,
            (Some("object"), _) => {
                let fields = self.required(schema).map(|name| {
                    let field = &schema["properties"][name];
                    Ok(format!("{}{name} = {}\n", self.comment(field), self.value(name, field)?))
                });
                fields.collect::<Result<String, Missing>>()? + &self.optional(schema)
            }
            _ => quoted(&format!("{MARK}: {about}")),
        })
    }

    /// One entry where there can be one, else none.
    fn list(&self, items: &'a Value) -> Result<String, Missing> {
        let item = self.resolved(items);
        if item["type"] == "object" {
            let fields = self.required(item).map(|name| {
                let value = self.value(name, &item["properties"][name])?;
                Ok(format!("{name} = {value}"))
            });
            let entry = fields.collect::<Result<Vec<String>, Missing>>();
            return Ok(entry.map_or_else(|_| "[]".to_owned(), |fields| format!("[{{ {} }}]", fields.join(", "))));
        }
        Ok(self.value("", items).map_or_else(|_| "[]".to_owned(), |value| format!("[{value}]")))
    }

    /// The first record of one of these sorts.
    fn reference(&self, sorts: &'a str) -> Option<&'a str> {
        sorts.split('|').find_map(|sort| self.community.index.ids(sort).next())
    }

    /// A number that no record of the sort has.
    fn next(&self, name: &str) -> u64 {
        let same = self.community.index.all.iter().filter(|entry| entry.entity == self.entity.name);
        same.filter_map(|entry| entry.data[name].as_u64()).max().map_or(1, |last| last + 1)
    }

    /// What else a table can hold.
    fn optional(&self, table: &'a Value) -> String {
        let filled: Vec<&str> = self.filled(table).collect();
        let names = table["properties"].as_object().into_iter().flatten().map(|(name, _)| name.as_str());
        let more: Vec<&str> = names.filter(|name| !filled.contains(name) && !COMMON_FIELDS.contains(name)).collect();
        if more.is_empty() { String::new() } else { format!("# It can have: {}.\n", more.join(", ")) }
    }
}

/// The names of sorts in the list of entities, for as long as the program runs.
fn sort_of(sorts: &str) -> &'static str {
    let first = sorts.split('|').next().unwrap_or(sorts);
    super::ENTITIES.iter().find(|entity| entity.name == first).map_or("record", |entity| entity.name)
}
