//! Findings as people read them, in the shape that `rustc` made familiar. The door to `annotate-snippets`.

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
    for diagnostic in report.diagnostics {
        out.push_str(&one(&renderer, report, diagnostic));
        out.push_str("\n\n");
    }
    out
}

fn one(renderer: &Renderer, report: &Report, diagnostic: &Diagnostic) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Suggestion => Level::INFO.with_name("suggestion"),
    };
    let path = format!("{}{}", report.prefix, diagnostic.path);
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.rule);
    let place = report.texts.get(&diagnostic.path).zip(diagnostic.span());
    let mut group = match place {
        Some((text, span)) => match excerpt(text, span) {
            Some(Excerpt { lines, first_line, range }) => {
                let annotation = AnnotationKind::Primary.span(range);
                title.element(Snippet::source(lines).line_start(first_line).path(path).annotation(annotation))
            }
            None => {
                let (line, column) = LineIndex::new(text).line_column(text, span.start);
                title.element(Origin::path(path).line(line).char_column(column))
            }
        },
        None => title.element(Origin::path(path)),
    };
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
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
fn excerpt(text: &str, span: Span) -> Option<Excerpt<'_>> {
    let floor = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let (start, end) = (floor(span.start as usize), floor(span.end as usize));
    let from = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let to = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let lines = text[from..to].trim_end_matches('\r');
    let range = (start - from).min(lines.len())..(end.max(start) - from).min(lines.len());
    let first_line = text[..from].bytes().filter(|byte| *byte == b'\n').count() + 1;
    (lines.len() <= LONG_LINE).then_some(Excerpt { lines, first_line, range })
}
