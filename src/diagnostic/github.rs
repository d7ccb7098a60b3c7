//! Findings as annotations of a GitHub workflow: one command a line, shown beside the changed lines of a pull request.

use super::{Places, Report, Severity};

pub(super) fn emit(report: &Report) -> String {
    let mut places = Places::new(report);
    let mut out = String::new();
    for diagnostic in report.diagnostics {
        let command = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Suggestion => "notice",
        };
        let mut properties = vec![format!("file={}", property(&report.path_of(diagnostic)))];
        if let Some((start, end)) = places.of(diagnostic) {
            properties.push(format!("line={},endLine={}", start.line, end.line));
            // Columns are only understood within one line; the last one counts.
            if start.line == end.line {
                properties.push(format!("col={},endColumn={}", start.column, end.column.max(start.column + 1) - 1));
            }
        }
        properties.push(format!("title={}", property(&diagnostic.rule)));
        let advice = diagnostic.advice().map_or(String::new(), |advice| format!("\n{advice}"));
        let message = data(&format!("{}{advice}", diagnostic.message));
        out.push_str(&format!("::{command} {}::{message}\n", properties.join(",")));
    }
    out
}

/// What would end a message is written in hexadecimal.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
