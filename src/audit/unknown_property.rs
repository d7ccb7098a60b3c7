//! `unknown-property` and `unknown-value`: a block asks for something that no record can have, so it would stay empty.

use serde_json::{Map, Value};

use crate::community::ENTITIES;
use crate::diagnostic::{Diagnostic, Place, Property, Severity, nearest};
use crate::site::community::{BLOCKS, Block, PROPERTIES};
use crate::site::{Site, Summary};

pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    for summary in &site.summaries {
        for directive in &summary.blocks {
            let Some(block) = BLOCKS.iter().find(|block| block.name == &*directive.name) else { continue };
            let schema = ENTITIES.iter().find(|entity| entity.name == block.entity).map(|entity| entity.of_record());
            let schema = schema.unwrap_or_default();
            for (name, value) in &directive.properties {
                diagnostics.extend(property(site, summary, block, &schema, name, value));
            }
        }
    }
}

fn property(
    site: &Site,
    summary: &Summary,
    block: &Block,
    schema: &Value,
    name: &str,
    value: &str,
) -> Option<Diagnostic> {
    let finding = |rule, value: Option<&str>, message: String| {
        let directive = block.name.to_owned();
        let place = Property { directive, name: name.to_owned(), value: value.map(str::to_owned) };
        Diagnostic::of_file(rule, Severity::Error, &summary.path, message).at(Place::Property(Box::new(place)))
    };
    if name == "limit" && value.parse::<usize>().is_err() {
        let found = finding("unknown-value", Some(value), format!("`{value}` is no number of records"));
        return Some(found.help("write how many records to show: `limit=5`"));
    }
    if PROPERTIES.contains(&name) {
        return None;
    }
    let none = Map::new();
    let fields = schema["properties"].as_object().unwrap_or(&none);
    if name != "id" && !fields.contains_key(name) {
        let known = fields.keys().map(String::as_str).chain(PROPERTIES.iter().copied());
        let help = match fields.is_empty() {
            true => "take it out".to_owned(),
            false => format!("name a field of a {0}: `waypost schema {0}` lists them", block.entity),
        };
        let message = format!("`{name}` is nothing that `:::{}` can be asked for", block.name);
        return Some(finding("unknown-property", None, message).help(help).did_you_mean(nearest(name, known)));
    }
    let field = if name == "id" { &Value::Null } else { &fields[name] };
    let (words, refers_to) = if name == "id" { (Vec::new(), Some(block.entity)) } else { values(schema, field) };
    let index = &site.community.index;
    let near = match refers_to {
        Some(names) if index.find(names, value).is_none() => nearest(value, index.ids(names)),
        None if !words.is_empty() && !words.contains(&value) => nearest(value, words.iter().copied()),
        _ => return None,
    };
    let help = match words.is_empty() {
        true => "name a record of the data folder".to_owned(),
        false => format!("it can be {}", words.join(", ")),
    };
    let found = finding("unknown-value", Some(value), format!("no {} has the {name} `{value}`", block.entity));
    Some(found.help(help).did_you_mean(near))
}

/// The words that a field can hold, where they are a closed set, and the entities that it refers to, where it does.
fn values<'a>(schema: &'a Value, field: &'a Value) -> (Vec<&'a str>, Option<&'a str>) {
    if let Some(names) = field["x-refers-to"].as_str() {
        return (Vec::new(), Some(names));
    }
    if let Some(name) = field["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
        return values(schema, &schema["$defs"][name]);
    }
    if field["items"].is_object() {
        return values(schema, &field["items"]);
    }
    if let Some(words) = field["enum"].as_array() {
        return (words.iter().filter_map(Value::as_str).collect(), None);
    }
    let choices = field["oneOf"].as_array().or(field["anyOf"].as_array());
    for choice in choices.into_iter().flatten() {
        let (words, refers_to) = values(schema, choice);
        if !words.is_empty() || refers_to.is_some() {
            let constants = choices.into_iter().flatten().filter_map(|choice| choice["const"].as_str());
            return (words.into_iter().chain(constants).collect(), refers_to);
        }
    }
    (choices.into_iter().flatten().filter_map(|choice| choice["const"].as_str()).collect(), None)
}
