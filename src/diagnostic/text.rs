//! Findings as people read them, in the shape that `rustc` made familiar. The door to `annotate-snippets`.

use std::collections::BTreeMap;

use annotate_snippets::renderer::{DEFAULT_TERM_WIDTH, DecorStyle, Renderer};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Snippet};

use super::{Diagnostic, Report, Severity};
use crate::source::{LineIndex, Span};

/// How the text looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Style {
    /// ANSI colours.
    pub colour: bool,
    /// Columns of the terminal; the default is a wide page.
    pub width: Option<usize>,
}

/// Lines longer than this, in bytes, are not shown: they are not prose, and a finding has its line and column all the same.
const LONG_LINE: usize = 4096;

pub(super) fn emit(report: &Report) -> String {
    let renderer = if report.style.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(report.style.width.unwrap_or(DEFAULT_TERM_WIDTH));
    let mut out = String::new();
    let mut lines = BTreeMap::new();
    for diagnostic in report.diagnostics {
        let place = report.texts.get(&diagnostic.path).zip(diagnostic.span());
        let place = place.map(|(text, span)| {
            let index: &LineIndex = lines.entry(&diagnostic.path).or_insert_with(|| LineIndex::new(text));
            (&**text, index, span)
        });
        out.push_str(&one(&renderer, report, diagnostic, place));
        out.push_str("\n\n");
    }
    out
}

fn one(
    renderer: &Renderer,
    report: &Report,
    diagnostic: &Diagnostic,
    place: Option<(&str, &LineIndex, Span)>,
) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Suggestion => Level::INFO.with_name("suggestion"),
    };
    let path = format!("{}{}", report.prefix, diagnostic.path);
    let title = level.primary_title(diagnostic.message.as_str()).id(&*diagnostic.rule);
    let mut group = match place {
        Some((text, lines, span)) => match excerpt(text, lines, span) {
            Some(Excerpt { lines, first_line, range }) => {
                let annotation = AnnotationKind::Primary.span(range);
                title.element(Snippet::source(lines).line_start(first_line).path(path).annotation(annotation))
            }
            None => {
                let (line, column) = lines.line_column(text, span.start);
                title.element(Origin::path(path).line(line).char_column(column))
            }
        },
        None => title.element(Origin::path(path)),
    };
    if let Some(help) = diagnostic.advice() {
        group = group.element(Level::HELP.message(help));
    }
    let report: &[Group] = &[group];
    renderer.render(report).to_string()
}

struct Excerpt<'a> {
    lines: &'a str,
    first_line: usize,
    /// The finding, within the lines.
    range: std::ops::Range<usize>,
}

/// The first line that a span touches. Handing over the whole text would make every finding cost time in proportion to
/// its file. Nothing for lines that are too long to show.
fn excerpt<'a>(text: &'a str, lines: &LineIndex, span: Span) -> Option<Excerpt<'a>> {
    let floor = |at: u32| (0..=(at as usize).min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let (start, end) = (floor(span.start), floor(span.end));
    let (first_line, range) = lines.line(text, start as u32);
    let shown = text[range.clone()].trim_end_matches(['\r', '\n']);
    let within = (start - range.start).min(shown.len())..(end.max(start) - range.start).min(shown.len());
    (shown.len() <= LONG_LINE).then_some(Excerpt { lines: shown, first_line, range: within })
}
