//! Vale's three outputs, byte for byte: for people, by line, as JSON.

use std::fmt::Write as _;

use crate::diagnostic::Severity;
use crate::lint::vale::Alert;
use crate::source::LineIndex;

/// A file that was checked.
pub(super) struct Checked {
    /// As it is shown.
    pub(super) path: String,
    pub(super) alerts: Vec<Placed>,
}

/// A finding with lines and columns.
pub(super) struct Placed {
    pub(super) alert: Alert,
    line: usize,
    /// The first and the last column, in characters, from 1.
    columns: (usize, usize),
}

/// Finds line and columns of a file's findings.
pub(super) fn place(text: &str, alerts: Vec<Alert>) -> Vec<Placed> {
    let index = LineIndex::new(text);
    let placed = alerts.into_iter().map(|alert| {
        let (line, column) = index.line_column(text, alert.span.start);
        let (_, range) = index.line(text, alert.span.start);
        let length = alert.span.of(text).chars().count();
        // What goes on below ends with its first line, its end included.
        let whole = text[range].chars().count();
        let last = (column + length).saturating_sub(1).min(whole.max(1)).max(1);
        Placed { alert, line, columns: (column, last) }
    });
    placed.collect()
}

/// `path:line:column:Style.Rule:message`
pub(super) fn lines(files: &[Checked]) -> String {
    let mut out = String::new();
    for Checked { path, alerts } in files {
        for Placed { alert, line, columns } in alerts {
            let _ = writeln!(out, "{path}:{line}:{}:{}:{}", columns.0, alert.rule, alert.message);
        }
    }
    out
}

/// A value as Go writes it.
pub(super) enum Json {
    Null,
    Number(usize),
    Bool(bool),
    Text(String),
    List(Vec<Json>),
    Map(Vec<(String, Json)>),
}

impl Json {
    /// A list of texts.
    pub(super) fn texts(texts: impl IntoIterator<Item = impl Into<String>>) -> Json {
        Json::List(texts.into_iter().map(|text| Json::Text(text.into())).collect())
    }

    /// The value and a line end.
    pub(super) fn print(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0);
        out.push('\n');
        out
    }

    fn write(&self, out: &mut String, depth: usize) {
        let indent = |out: &mut String, depth| {
            out.push('\n');
            out.push_str(&"  ".repeat(depth));
        };
        match self {
            Json::Null => out.push_str("null"),
            Json::Number(number) => drop(write!(out, "{number}")),
            Json::Bool(bool) => drop(write!(out, "{bool}")),
            Json::Text(text) => write_text(out, text),
            Json::List(items) if items.is_empty() => out.push_str("[]"),
            Json::Map(entries) if entries.is_empty() => out.push_str("{}"),
            Json::List(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    out.push_str(if at > 0 { "," } else { "" });
                    indent(out, depth + 1);
                    item.write(out, depth + 1);
                }
                indent(out, depth);
                out.push(']');
            }
            Json::Map(entries) => {
                out.push('{');
                for (at, (key, value)) in entries.iter().enumerate() {
                    out.push_str(if at > 0 { "," } else { "" });
                    indent(out, depth + 1);
                    write_text(out, key);
                    out.push_str(": ");
                    value.write(out, depth + 1);
                }
                indent(out, depth);
                out.push('}');
            }
        }
    }
}

/// Go escapes what HTML could take for a tag.
fn write_text(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' => drop(write!(out, "\\u{:04x}", u32::from(c))),
            other => out.push(other),
        }
    }
    out.push('"');
}

/// `{path: [finding]}`, files without findings left out.
pub(super) fn json(files: &[Checked]) -> String {
    let mut found: Vec<&Checked> = files.iter().filter(|file| !file.alerts.is_empty()).collect();
    found.sort_by(|a, b| a.path.cmp(&b.path));
    let entries = found.into_iter().map(|file| {
        let alerts = file.alerts.iter().map(|placed| {
            let Placed { alert, line, columns } = placed;
            let text = |text: &str| Json::Text(text.to_owned());
            let action = alert.action.as_ref();
            let params = action.filter(|action| !action.params.is_empty());
            let action = vec![
                ("Name".to_owned(), text(action.map_or("", |action| &action.name))),
                ("Params".to_owned(), params.map_or(Json::Null, |action| Json::texts(action.params.iter().cloned()))),
            ];
            Json::Map(vec![
                ("Action".to_owned(), Json::Map(action)),
                ("Span".to_owned(), Json::List(vec![Json::Number(columns.0), Json::Number(columns.1)])),
                ("Check".to_owned(), text(&alert.rule)),
                ("Description".to_owned(), text(alert.description.as_deref().unwrap_or(""))),
                ("Link".to_owned(), text(alert.link.as_deref().unwrap_or(""))),
                ("Message".to_owned(), text(&alert.message)),
                ("Severity".to_owned(), text(alert.severity.word())),
                ("Match".to_owned(), text(&alert.matched)),
                ("Line".to_owned(), Json::Number(*line)),
            ])
        });
        (file.path.clone(), Json::List(alerts.collect()))
    });
    Json::Map(entries.collect()).print()
}

/// A table for each file, and how many findings there are.
pub(super) fn tables(files: &[Checked], colour: bool) -> String {
    let paint = |code: &str, text: &str| match colour {
        true => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
        false => text.to_owned(),
    };
    let code = |severity| match severity {
        Severity::Error => "31",
        Severity::Warning => "33",
        Severity::Suggestion => "34",
    };
    let mut out = String::new();
    for Checked { path, alerts } in files.iter().filter(|file| !file.alerts.is_empty()) {
        let _ = writeln!(out, "\n {}", paint("4", path));
        let rows: Vec<[String; 4]> = alerts
            .iter()
            .map(|Placed { alert, line, columns }| {
                let cells = [format!("{line}:{}", columns.0), alert.severity.word().to_owned()];
                let [place, severity] = cells;
                [place, severity, alert.message.trim().to_owned(), alert.rule.to_string()]
            })
            .collect();
        let widths: Vec<usize> =
            (0..4).map(|column| rows.iter().map(|row| width(&row[column])).max().unwrap_or(0)).collect();
        for (row, Placed { alert, .. }) in rows.iter().zip(alerts) {
            for (column, cell) in row.iter().enumerate() {
                let padding = " ".repeat(widths[column] - width(cell) + 1);
                let cell = if column == 1 { paint(code(alert.severity), cell) } else { cell.clone() };
                let _ = write!(out, " {cell}{padding}");
            }
            out.push('\n');
        }
        out.push('\n');
    }
    let count = |severity, word: &str| {
        let placed = files.iter().flat_map(|file| &file.alerts);
        let count = placed.filter(|placed| placed.alert.severity == severity).count();
        (count, paint(code(severity), &format!("{count} {}", plural(word, count))))
    };
    let (errors, errors_text) = count(Severity::Error, "error");
    let (warnings, warnings_text) = count(Severity::Warning, "warning");
    let (_, suggestions_text) = count(Severity::Suggestion, "suggestion");
    let symbol = if errors + warnings > 0 { '\u{2716}' } else { '\u{2714}' };
    let place = match files {
        [only] if only.path.starts_with("stdin") => "stdin".to_owned(),
        files => format!("{} {}", files.len(), plural("file", files.len())),
    };
    let _ = writeln!(out, "{symbol} {errors_text}, {warnings_text} and {suggestions_text} in {place}.");
    out
}

fn plural(word: &str, count: usize) -> String {
    if count == 1 { word.to_owned() } else { format!("{word}s") }
}

/// Columns of a terminal that a text takes: two for the characters of East Asia and for emoji, none for marks.
fn width(text: &str) -> usize {
    let of = |c: char| match u32::from(c) {
        0x300..=0x36f | 0x200b..=0x200d | 0xfe00..=0xfe0f => 0,
        0x1100..=0x115f
        | 0x2e80..=0x303e
        | 0x3041..=0xa4cf
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xfe30..=0xfe6f
        | 0xff00..=0xff60
        | 0xffe0..=0xffe6
        | 0x1f300..=0x1faff
        | 0x20000..=0x3fffd => 2,
        _ => 1,
    };
    text.chars().map(of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn checked() -> Vec<Checked> {
        let text = "É is a\nlong &amp; line\n";
        let alert = |rule: &str, severity, start: usize, end: usize, message: &str| Alert {
            rule: rule.into(),
            severity,
            span: Span::new(start, end),
            message: message.to_owned(),
            matched: text[start..end].to_owned(),
            description: None,
            link: None,
            action: None,
        };
        let alerts = vec![
            alert("A.Be", Severity::Warning, 3, 5, "Avoid 'is'."),
            alert("A.Long", Severity::Suggestion, 6, 12, "<b>"),
        ];
        let empty = Checked { path: "b.md".to_owned(), alerts: Vec::new() };
        vec![Checked { path: "a.md".to_owned(), alerts: place(text, alerts) }, empty]
    }

    #[test]
    fn findings_are_written_as_vale_writes_them() {
        assert_eq!(lines(&checked()), "a.md:1:3:A.Be:Avoid 'is'.\na.md:1:6:A.Long:<b>\n");
        let expected = "\n a.md\n 1:3  warning     Avoid 'is'.  A.Be   \n 1:6  suggestion  <b>          A.Long \n\n\
                        ✖ 0 errors, 1 warning and 1 suggestion in 2 files.\n";
        assert_eq!(tables(&checked(), false), expected);
        assert!(
            tables(&checked(), true)
                .starts_with("\n \u{1b}[4ma.md\u{1b}[0m\n 1:3  \u{1b}[33mwarning\u{1b}[0m     Avoid")
        );
        let json = json(&checked());
        let first = "{\n  \"a.md\": [\n    {\n      \"Action\": {\n        \"Name\": \"\",\n        \"Params\": null\n      },\n      \
                     \"Span\": [\n        3,\n        4\n      ],\n      \"Check\": \"A.Be\",\n";
        assert!(json.starts_with(first), "{json}");
        // The match goes on in the next line; its end is that of its first.
        assert!(
            json.contains("\"Span\": [\n        6,\n        7\n      ]") && json.contains("\\u003cb\\u003e"),
            "{json}"
        );
        assert_eq!(super::json(&[]), "{}\n");
    }
}
