//! Pages of the manual that are written from the code. Run the tests with `WAYPOST_WRITE=1` to write them anew.

use std::fmt::Write;

use serde_json::Value;
use waypost::audit::GROUPS;
use waypost::community::{COMMON_FIELDS, ENTITIES};
use waypost::document::component::{Holds, SLOT};
use waypost::lint::{self, Group};
use waypost::render::Theme;
use waypost::render::theme::{SCRIPTS, STYLES};

use crate::support::{files_below, package};

/// Compares what stands between two marker lines of a page with what the code says.
fn holds(page: &str, generated: &str) {
    let file = package().join("book/content").join(page);
    let text = std::fs::read_to_string(&file).unwrap();
    let (begin, end) = ("<!-- Written by a test from here on. -->\n", "<!-- Written by a test up to here. -->");
    let (before, rest) = text.split_once(begin).unwrap_or_else(|| panic!("{page} has no marker"));
    let (written, after) = rest.split_once(end).unwrap_or_else(|| panic!("{page} has no second marker"));
    if std::env::var_os("WAYPOST_WRITE").is_some() {
        std::fs::write(&file, format!("{before}{begin}{generated}{end}{after}")).unwrap();
    } else {
        assert_eq!(written, generated, "{page} is not what the code says: run the tests with WAYPOST_WRITE=1");
    }
}

#[test]
fn the_manual_describes_every_field_of_every_record() {
    let mut text = String::new();
    for entity in ENTITIES {
        let schema = entity.of_record();
        let files = match entity.single {
            true => format!("`data/{}.toml`", entity.files),
            false => format!("`data/{0}.toml`, or one file each in `data/{0}/`", entity.files),
        };
        writeln!(text, "\n## {}\n", entity.name).unwrap();
        let about = schema["description"].as_str().unwrap_or_else(|| panic!("{} is not described", entity.name));
        writeln!(text, "{about}\n\nIn {files}.\n").unwrap();
        writeln!(text, "| Field | Value | What it is |\n|---|---|---|").unwrap();
        fields(&schema, &schema, "", &mut text, 0);
    }
    text.push('\n');
    holds("reference/community-data.md", &text);
}

fn fields(root: &Value, table: &Value, prefix: &str, text: &mut String, depth: usize) {
    let empty = serde_json::Map::new();
    let required: Vec<&str> = table["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for (name, field) in table["properties"].as_object().unwrap_or(&empty) {
        if depth == 0 && COMMON_FIELDS.contains(&name.as_str()) {
            continue;
        }
        let path = format!("{prefix}{name}");
        // A line end would end the row of the table.
        let about = field["description"].as_str().unwrap_or("").replace('\n', " ");
        assert!(!about.is_empty(), "`{path}` is not described");
        let must = if required.contains(&name.as_str()) { " **Required.**" } else { "" };
        let (value, inner) = value(root, field);
        writeln!(text, "| `{path}` | {value} | {about}{must} |").unwrap();
        if let Some((inner, mark)) = inner {
            fields(root, inner, &format!("{path}{mark}."), text, depth + 1);
        }
    }
}

/// What a field holds, in words, and the table inside it.
fn value<'a>(root: &'a Value, field: &'a Value) -> (String, Option<(&'a Value, &'static str)>) {
    if let Some(name) = field["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
        return value(root, &root["$defs"][name]);
    }
    if let Some(choices) = field["anyOf"].as_array().or(field["oneOf"].as_array()) {
        let words = |choice: &Value| choice["const"].as_str().map(|word| format!("`{word}`"));
        let constants: Vec<String> = choices.iter().filter_map(words).collect();
        if constants.len() == choices.len() {
            return (constants.join(", "), None);
        }
        let mut others = choices.iter().filter(|choice| choice["type"] != "null");
        return match (others.next(), others.next()) {
            (Some(one), None) => value(root, one),
            _ => {
                let all: Vec<String> = choices.iter().map(|choice| value(root, choice).0).collect();
                (all.join(" or "), None)
            }
        };
    }
    let kinds: Vec<&str> = match &field["type"] {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).filter(|kind| *kind != "null").collect(),
        _ => Vec::new(),
    };
    match kinds.as_slice() {
        ["array"] => {
            let (words, inner) = value(root, &field["items"]);
            let words = if words == "table" { "tables".to_owned() } else { format!("list of {words}") };
            (words, inner.map(|(inner, _)| (inner, "[]")))
        }
        ["object"] if field["properties"].is_object() => ("table".to_owned(), Some((field, ""))),
        ["object"] => ("table of names and values".to_owned(), None),
        ["string"] if field["enum"].is_array() => {
            let words = field["enum"].as_array().unwrap().iter().filter_map(Value::as_str);
            (words.map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "), None)
        }
        ["string"] if field["format"] == "date" => ("day".to_owned(), None),
        ["string"] if field["format"] == "uri-reference" => ("page or URL".to_owned(), None),
        ["string"] => ("text".to_owned(), None),
        ["string", "integer"] if field["format"] == "moment" => ("day, month or year".to_owned(), None),
        ["string", "integer"] => ("id".to_owned(), None),
        ["integer"] => ("number".to_owned(), None),
        ["boolean"] => ("`true`, `false`".to_owned(), None),
        other => panic!("{other:?} has no words: {field}"),
    }
}

#[test]
fn the_manual_lists_every_check_of_the_audit() {
    let mut text = String::new();
    for group in GROUPS {
        writeln!(text, "\n## {}\n\n| Check | Severity | What holds when it passes |\n|---|---|---|", group.title)
            .unwrap();
        for check in group.checks {
            writeln!(text, "| `{}` | {} | {}. |", check.id, check.severity.word(), check.title).unwrap();
        }
    }
    text.push('\n');
    holds("reference/audit.md", &text);
}

#[test]
fn the_manual_lists_every_interface_text() {
    let file = std::fs::read_to_string(package().join("themes/default/i18n/en.toml")).unwrap();
    let mut text = String::new();
    for line in file.lines() {
        if let Some(title) = line.strip_prefix("# ").filter(|_| !text.is_empty() || line.starts_with("# The frame")) {
            let (title, rest) = title.split_once(". ").unwrap_or((title, ""));
            let rest = if rest.is_empty() { String::new() } else { format!("{rest}\n\n") };
            write!(text, "\n## {title}\n\n{rest}| Key | English |\n|---|---|\n").unwrap();
        } else if let Some((key, value)) = line.split_once(" = ") {
            let value = value.trim_matches('"').replace("\\\"", "\"").replace('|', "\\|");
            let quotes = if value.contains('`') { "``" } else { "`" };
            writeln!(text, "| `{key}` | {quotes}{value}{quotes} |").unwrap();
        }
    }
    text.push('\n');
    holds("reference/interface-texts.md", &text);
}

#[test]
fn the_manual_lists_the_styles_and_the_scripts_in_their_order() {
    let list = |files: &[&str]| -> String {
        files
            .iter()
            .enumerate()
            .map(|(at, file)| format!("{}. `{}`\n", at + 1, file.rsplit('/').next().unwrap()))
            .collect()
    };
    let text = format!(
        "\n## Styles\n\nThe style sheets are joined in this order, and yours follow:\n\n{}\n## Scripts\n\n`early.js` stands in \
         the head of every page and runs before the first paint. The others are joined in this order and deferred, and yours \
         follow:\n\n{}\n",
        list(STYLES),
        list(SCRIPTS)
    );
    holds("reference/theme.md", &text);
}

#[test]
fn the_manual_lists_every_component_with_its_properties() {
    let theme = Theme::new(&[], "en").0;
    let mut text = "\n| Component | Property | Type | Default |\n|---|---|---|---|\n".to_owned();
    for name in theme.components().names().filter(|name| *name != SLOT) {
        let component = theme.components().find(name).unwrap();
        let mut cell = format!("`{name}`");
        if component.properties.is_empty() {
            writeln!(text, "| {cell} | none | | |").unwrap();
        }
        // An id is made, or set as `#anchor`.
        for property in component.properties.iter().filter(|property| property.name != "id") {
            let holds = match property.holds {
                Holds::Text => "words",
                Holds::Flag => "`true`, `false`",
                Holds::Whole => "whole number",
                Holds::Number => "number",
                Holds::List => "list",
                Holds::Table => "table",
                Holds::Anything => "anything",
            };
            let default = if property.required { "needed" } else { "none" };
            writeln!(text, "| {cell} | `{}` | {holds} | {default} |", property.name).unwrap();
            cell.clear();
        }
    }
    text.push('\n');
    holds("reference/components.md", &text);
}

/// The page of each rule, whole, and nothing else beside them but the folders' own pages.
#[test]
fn the_manual_has_a_page_for_every_rule() {
    let folder = package().join("book/content/reference/rules");
    let mut expected = std::collections::BTreeMap::new();
    for group in Group::ALL {
        for rule in lint::index(*group) {
            let about = format!("{}.", rule.summary);
            let title = format!("title = \"{0}\"\nnav_title = \"{0}\"\ndescription = {about:?}", rule.id);
            let text = format!("+++\n{title}\n+++\n\n{}", lint::explain(rule));
            expected.insert(format!("{}/{}.md", group.word(), rule.id), text);
        }
        let title =
            format!("title = \"{}\"\ndescription = \"The rules of the group `{}`.\"", group.title(), group.word());
        expected.insert(format!("{}/index.md", group.word()), format!("+++\n{title}\n+++\n\n{}", table(*group)));
    }
    if std::env::var_os("WAYPOST_WRITE").is_some() {
        for group in Group::ALL {
            let _ = std::fs::remove_dir_all(folder.join(group.word()));
            std::fs::create_dir_all(folder.join(group.word())).unwrap();
        }
        for (path, text) in &expected {
            std::fs::write(folder.join(path), text).unwrap();
        }
    }
    let mut written = files_below(&folder);
    written.remove("index.md");
    let written: Vec<&String> = written.keys().collect();
    assert_eq!(written, expected.keys().collect::<Vec<_>>(), "run the tests with WAYPOST_WRITE=1");
    for (path, text) in &expected {
        let on_disk = std::fs::read_to_string(folder.join(path)).unwrap();
        assert_eq!(on_disk, *text, "rules/{path} is not what the code says: run the tests with WAYPOST_WRITE=1");
    }
}

fn table(group: Group) -> String {
    let mut text = "| Rule | By default | What it flags |\n|---|---|---|\n".to_owned();
    for rule in lint::index(group) {
        let level = if rule.on { rule.severity.word() } else { "off" };
        writeln!(text, "| [`{0}`]({0}.md) | {level} | {1} |", rule.id, rule.summary).unwrap();
    }
    text
}
