//! Directives and code frames: what the theme makes of them is a component of its own, `components/<name>.html`.

use std::collections::BTreeMap;

use tera::Value;

use super::escape::escaped;
use super::theme::Theme;
use crate::document::component::{Component, Holds};
use crate::document::{Directive, directive::ADMONITIONS};
use crate::site::PersonaLink;

/// What a directive holds beside its properties and its content.
#[derive(Default)]
pub(super) struct Held<'a> {
    /// Its title as HTML.
    pub(super) title: Option<String>,
    /// The content of the slots inside it as HTML, by their names.
    pub(super) slots: Vec<(String, String)>,
    /// Where its properties lead, by their numbers.
    pub(super) hrefs: Vec<(u32, String)>,
    /// The width and the height of the image that it shows, in pixels.
    pub(super) size: Option<(u32, u32)>,
    /// The site's personas.
    pub(super) personas: &'a [PersonaLink],
}

/// Renders a directive around its content. An unknown directive, and one that lacks what it needs, is its content.
pub(super) fn directive(theme: &Theme, directive: &Directive, held: Held, body: &str) -> Result<String, String> {
    if ADMONITIONS.contains(&&*directive.name) {
        return admonition(theme, directive, held, body).map(|html| in_box(directive, None, html));
    }
    let Some(component) = theme.components().find(&directive.name) else { return Ok(content(held.title, body)) };
    let mut values: BTreeMap<String, Value> = BTreeMap::new();
    for (number, (key, words)) in directive.properties.iter().enumerate() {
        let property = component.property(key);
        let holds = property.map_or(Holds::Anything, |property| property.holds);
        let name = property.map_or(&**key, |property| &property.name);
        if property.is_none() && !component.takes_any {
            continue;
        }
        let href = held.hrefs.iter().find(|(of, _)| *of == number as u32).map(|(_, href)| Value::from(href.as_str()));
        // What cannot be read was reported with its place.
        let value = match href {
            Some(href) => href,
            None if name == "title" => Value::safe_string(&escaped(words)),
            None => match holds.read(words) {
                Ok(value) => Value::from_serializable(&value),
                Err(_) => continue,
            },
        };
        values.insert(name.to_owned(), value);
    }
    let declares = |name: &str| component.property(name).is_some_and(|property| property.name == name);
    if declares("id") {
        values.insert("id".to_owned(), Value::from(&*directive.anchor));
    }
    if declares("title") {
        let usual = || match &*component.name {
            "details" => escaped(theme.text("details")),
            "tab" => escaped(theme.text("tab")),
            _ => String::new(),
        };
        let given = held.title.or_else(|| (!values.contains_key("title")).then(usual));
        if let Some(title) = given {
            values.insert("title".to_owned(), Value::safe_string(&title));
        }
    } else if held.title.is_some() {
        return Ok(content(held.title, body));
    }
    for (name, html) in held.slots {
        if let Some(property) = component.property(&name) {
            values.insert(property.name.clone(), Value::safe_string(&html));
        }
    }
    // The room for an image is known before it is there.
    if let Some((width, height)) = held.size.filter(|(width, height)| *width > 0 && *height > 0)
        && declares("width")
        && declares("height")
        && !values.contains_key("height")
    {
        let wanted = values.get("width").and_then(Value::as_i64).and_then(|width| u32::try_from(width).ok());
        let shown = wanted.filter(|width| *width > 0).unwrap_or(width);
        values.insert("width".to_owned(), Value::from(shown));
        values.insert(
            "height".to_owned(),
            Value::from((u64::from(shown) * u64::from(height)).div_ceil(u64::from(width))),
        );
    }
    if component.name == "audience" {
        let find = |id: &str| held.personas.iter().find(|persona| persona.id == id);
        let personas: Vec<_> = directive.personas().unwrap_or_default().into_iter().filter_map(find).collect();
        values.insert("personas".to_owned(), Value::from_serializable(&personas));
    }
    for flag in component.properties.iter().filter(|property| property.required && property.holds == Holds::Flag) {
        values.entry(flag.name.clone()).or_insert_with(|| Value::from(false));
    }
    if component.properties.iter().any(|property| property.required && !values.contains_key(&property.name)) {
        return Ok(body.to_owned());
    }
    theme.component(&component.name, values, body).map(|html| in_box(directive, Some(component), html))
}

/// The content alone, with its title above it.
fn content(title: Option<String>, body: &str) -> String {
    title.map(|title| format!("<p><strong>{title}</strong></p>\n")).unwrap_or_default() + body
}

/// The id and the classes that a writer gave, where the component does not set them itself.
fn in_box(directive: &Directive, component: Option<&Component>, html: String) -> String {
    let declares = |name: &str| component.is_some_and(|component| component.property(name).is_some());
    let mut classes: Vec<&str> = Vec::new();
    for (key, value) in &directive.properties {
        match &**key {
            "class" | "className" => classes.extend(value.split_whitespace()),
            key => classes.extend(key.strip_prefix('.')),
        }
    }
    let id = if declares("id") { "" } else { &*directive.anchor };
    if declares("class") {
        classes.clear();
    }
    if id.is_empty() && classes.is_empty() {
        return html;
    }
    let attribute = |name: &str, value: &str| match value {
        "" => String::new(),
        value => format!(" {name}=\"{}\"", escaped(value)),
    };
    format!("<div{}{}>\n{}\n</div>\n", attribute("id", id), attribute("class", &classes.join(" ")), html.trim())
}

fn admonition(theme: &Theme, directive: &Directive, held: Held, body: &str) -> Result<String, String> {
    let name = &*directive.name;
    let look = match name {
        "info" => "note",
        "caution" => "danger",
        name => name,
    };
    let word = theme.text(&format!("admonition_{name}")).to_owned();
    let (title, word) = match held.title.or_else(|| directive.property("title").map(escaped)) {
        Some(title) => (title, word),
        None => (word, String::new()),
    };
    let properties = [
        ("kind", Value::from(name)),
        ("look", Value::from(look)),
        ("title", Value::safe_string(&title)),
        ("word", Value::from(word.as_str())),
    ];
    theme.component("admonition", properties, body)
}

/// Renders the frame around a `<pre>`.
pub(super) fn code(theme: &Theme, language: &str, title: &str, lines: bool, pre: &str) -> Result<String, String> {
    let label = match language {
        "" => theme.text("code").to_owned(),
        language => theme.text("code_in").replace("{language}", language),
    };
    let properties = [
        ("language", Value::from(language)),
        ("title", Value::from(title)),
        ("lines", Value::from(lines)),
        ("copy", Value::from(theme.text("copy"))),
        ("copied", Value::from(theme.text("copied"))),
        ("label", Value::from(label.as_str())),
    ];
    theme.component("code", properties, pre)
}

/// Renders the frame around a drawing. `title` is the diagram's own, or nothing.
pub(super) fn diagram(theme: &Theme, title: &str, source: &str, drawing: &str) -> Result<String, String> {
    let properties = [
        ("title", Value::from(title)),
        ("label", Value::from(theme.text("diagram"))),
        ("summary", Value::from(theme.text("diagram_source"))),
        ("source", Value::from(source)),
    ];
    theme.component("diagram", properties, drawing)
}
