//! What a tag says: a component as the line of a directive, an element as HTML.

use std::collections::BTreeMap;

use serde_json::Value;

use super::line::column;
use super::tag::{self, Attribute, Tag};
use super::{LENGTH, Rewriter};
use crate::document::directive::{Opening, Property};
use crate::source::Span;

/// Properties of Docusaurus' components that change nothing here.
const WITHOUT_EFFECT: &[&str] =
    &["values", "defaultValue", "default", "queryString", "lazy", "block", "attributes", "value", "className"];

impl Rewriter<'_> {
    /// What a tag says, as the line of a directive would.
    pub(super) fn opening_of(&self, tag: &Tag) -> Opening {
        let imported = self.imports.get(&tag.name).filter(|path| path.ends_with(".md") || path.ends_with(".mdx"));
        let mut attributes: Vec<(String, String, &Attribute)> = Vec::new();
        let given = tag.attribute("type").and_then(|kind| kind.value.as_str()).filter(|_| tag.name == "Admonition");
        for attribute in &tag.attributes {
            let is_title = attribute.name == "value" && tag.name == "TabItem" && tag.attribute("label").is_none();
            let words = match &attribute.value {
                Value::String(words) => words.clone(),
                value => value.to_string(),
            };
            if is_title {
                let label = self.open.last().and_then(|open| open.labels.get(&words)).unwrap_or(&words);
                attributes.push(("title".to_owned(), label.clone(), attribute));
            } else if !(WITHOUT_EFFECT.contains(&&*attribute.name) || given.is_some() && attribute.name == "type") {
                attributes.push((attribute.name.clone(), words, attribute));
            }
        }
        let mut properties: Vec<Property> = attributes
            .into_iter()
            .map(|(key, value, attribute)| Property {
                key: Span::from(attribute.key_range.clone()),
                value: Span::from(attribute.value_range.clone()),
                jsx: Some((key.into(), value.into())),
            })
            .collect();
        let name = match imported {
            Some(path) => {
                let span = Span::from(tag.range.clone());
                let file = path.replacen("@site/", "/", 1);
                properties = vec![Property { key: span, value: span, jsx: Some(("file".into(), file.into())) }];
                "include".to_owned()
            }
            None => given.unwrap_or(&tag.name).to_owned(),
        };
        Opening { name, title: None, properties, braced: false, jsx: true }
    }

    /// `<CodeBlock language="js">{`…`}</CodeBlock>` is a fence.
    pub(super) fn code_block(&mut self, tag: &Tag) -> usize {
        let end_tag = "</CodeBlock>";
        let Some(length) = self.body[tag.range.end..].find(end_tag) else {
            self.opening(tag);
            return tag.range.end;
        };
        let inner = self.body[tag.range.end..tag.range.end + length].trim();
        let whole = tag.range.start..tag.range.end + length + end_tag.len();
        let words = |name: &str| tag.attribute(name).and_then(|attribute| attribute.value.as_str());
        let expression = inner.strip_prefix('{').and_then(|inner| inner.strip_suffix('}')).map(str::trim);
        let loaded = expression.and_then(|name| self.imports.get(name)).and_then(|path| path.rsplit('!').next());
        if let Some(path) = loaded {
            let span = Span::from(whole.clone());
            let property =
                |key: &str, value: &str| Property { key: span, value: span, jsx: Some((key.into(), value.into())) };
            let mut properties = vec![property("file", &path.replacen("@site/", "/", 1)), property("as", "code")];
            properties.extend(words("language").map(|language| property("language", language)));
            properties.extend(words("title").map(|title| property("name", title)));
            let opening = Opening { name: "include".to_owned(), title: None, properties, braced: false, jsx: true };
            let column = column(&self.body[self.line..tag.range.start]);
            self.mark(Some(opening), LENGTH + self.open.len(), column, whole.clone());
            return whole.end;
        }
        let code = match expression.map(tag::literal) {
            Some(Some(Value::String(code))) => code,
            Some(_) => {
                let message = format!("the value of `{}` is not known: nothing is run", shortened(inner));
                self.done.problems.push((Span::from(whole.clone()), message, "write the code itself"));
                inner.to_owned()
            }
            None => inner.to_owned(),
        };
        let fence = "`".repeat(3.max(code.split(|c| c != '`').map(str::len).max().unwrap_or(0) + 1));
        let title = words("title").map(|title| format!(" title=\"{title}\"")).unwrap_or_default();
        let language = words("language").unwrap_or("");
        self.insert(&format!("\n\n{fence}{language}{title}\n{}\n{fence}\n\n", code.trim_matches('\n')), whole.clone());
        whole.end
    }
}

/// An attribute as HTML writes it.
pub(super) fn html_attribute(attribute: &Attribute) -> Option<String> {
    let name = match &*attribute.name {
        "className" => "class",
        "htmlFor" => "for",
        name => name,
    };
    let value = match &attribute.value {
        Value::Null | Value::Bool(false) => return None,
        Value::Bool(true) => return Some(format!(" {name}")),
        Value::String(words) => words.clone(),
        Value::Object(styles) if name == "style" => {
            let styles = styles.iter().map(|(key, value)| {
                let property: String = key
                    .chars()
                    .flat_map(|c| c.is_uppercase().then_some('-').into_iter().chain(c.to_lowercase()))
                    .collect();
                let words = value.as_str().map_or_else(|| format!("{value}px"), str::to_owned);
                format!("{property}: {words}")
            });
            styles.collect::<Vec<_>>().join("; ")
        }
        value => value.to_string(),
    };
    Some(format!(" {name}=\"{}\"", value.replace('&', "&amp;").replace('"', "&quot;")))
}

/// `[{label: "macOS", value: "mac"}]`: names of tabs by their values.
pub(super) fn labels(values: &Value) -> BTreeMap<String, String> {
    let pairs = values.as_array().into_iter().flatten();
    let pairs = pairs.filter_map(|pair| Some((pair["value"].as_str()?.to_owned(), pair["label"].as_str()?.to_owned())));
    pairs.collect()
}

/// As much of an expression as a sentence can hold.
pub(super) fn shortened(expression: &str) -> String {
    let line = expression.lines().next().unwrap_or("");
    let short: String = line.chars().take(40).collect();
    if short.len() < expression.len() { format!("{short}…") } else { short }
}
