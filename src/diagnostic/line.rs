//! Findings a line each, `path:line:column:rule:message`, as Vale writes them: for editors and scripts.

use super::{Places, Report};

pub(super) fn emit(report: &Report) -> String {
    let mut places = Places::new(report);
    let lines = report.diagnostics.iter().map(|diagnostic| {
        let (line, column) = places.of(diagnostic).map_or((1, 1), |(start, _)| (start.line, start.column));
        let message = diagnostic.message.replace(['\n', '\r'], " ");
        format!("{}:{line}:{column}:{}:{message}\n", report.path_of(diagnostic), diagnostic.rule)
    });
    lines.collect()
}
