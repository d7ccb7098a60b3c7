//! Directives and code frames: what the theme makes of them is a component of its own, `components/<name>.html`.

use tera::Value;

use super::escape::escaped;
use super::theme::Theme;
use crate::document::{Directive, directive::ADMONITIONS};

/// Renders a directive around its content. `title` is HTML. An unknown directive is its content.
pub(super) fn directive(
    theme: &Theme,
    directive: &Directive,
    title: Option<String>,
    body: &str,
) -> Result<String, String> {
    let name = &*directive.name;
    if name == "details" {
        let open = directive.properties.iter().any(|(key, value)| &**key == "open" && &**value != "false");
        let title = title.unwrap_or_else(|| theme.text("details").to_owned());
        return theme.component(
            "details",
            &[("title", Value::from(title.as_str())), ("open", Value::from(open))],
            body,
        );
    }
    if name == "tabs" {
        let sync = directive.property("sync").unwrap_or_default();
        return theme.component("tabs", &[("sync", Value::from(sync))], body);
    }
    if name == "tab" {
        let label = || escaped(directive.property("label").unwrap_or_else(|| theme.text("tab")));
        let title = title.unwrap_or_else(label);
        let properties = [("title", Value::from(title.as_str())), ("id", Value::from(&*directive.anchor))];
        return theme.component("tab", &properties, body);
    }
    if !ADMONITIONS.contains(&name) {
        let title = title.map(|title| format!("<p><strong>{title}</strong></p>\n")).unwrap_or_default();
        return Ok(title + body);
    }
    let look = match name {
        "info" => "note",
        "caution" => "danger",
        name => name,
    };
    let word = theme.text(&format!("admonition_{name}")).to_owned();
    let (title, word) = match title {
        Some(title) => (title, word),
        None => (word, String::new()),
    };
    let properties = [
        ("kind", Value::from(name)),
        ("look", Value::from(look)),
        ("title", Value::from(title.as_str())),
        ("word", Value::from(word.as_str())),
    ];
    theme.component("admonition", &properties, body)
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
    theme.component("code", &properties, pre)
}

/// Renders the frame around a drawing. `title` is the diagram's own, or nothing.
pub(super) fn diagram(theme: &Theme, title: &str, source: &str, drawing: &str) -> Result<String, String> {
    let properties = [
        ("title", Value::from(title)),
        ("label", Value::from(theme.text("diagram"))),
        ("summary", Value::from(theme.text("diagram_source"))),
        ("source", Value::from(source)),
    ];
    theme.component("diagram", &properties, drawing)
}
