//! Published prose styles as part of the linter: their findings, levels and fixes are like those of its own rules.
//!
//! Entry points: [`Styles::new`], [`Styles::check`]. How a style is read and run, `vale` knows.

use std::sync::Arc;

use super::levels::Levels;
use super::vale::styles::Library;
use super::vale::{Alert, Engine, settings::Settings, syntax};
use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::document::Document;
use crate::source::{Fingerprint, Span};

/// The files of the styles, as they were read.
#[derive(Debug, Clone)]
pub struct StyleFiles {
    /// What `.vale.ini` says.
    pub settings: Settings,
    /// The styles that it names.
    pub library: Library,
    /// The path of `.vale.ini`, as findings show it.
    pub path: Arc<str>,
    /// What stands before a page's path where `.vale.ini` lies above the site: `docs/` or nothing.
    pub prefix: String,
    /// Of all texts.
    pub fingerprint: Fingerprint,
}

/// Styles, ready to read pages.
pub(super) struct Styles {
    engine: Engine,
    prefix: String,
}

impl Styles {
    /// Makes the rules. What cannot be run is said once.
    pub(super) fn new(files: StyleFiles) -> (Styles, Vec<Diagnostic>) {
        let StyleFiles { settings, library, path, prefix, .. } = files;
        let (engine, mut diagnostics) = Engine::new(settings, &library);
        diagnostics.extend(engine.unsupported().iter().map(|missing| {
            let message = format!("`{}` is not applied: it is a rule of the kind `{}`", missing.rule, missing.point);
            Diagnostic::of_file("vale-unsupported", Severity::Suggestion, &path, message)
                .help("Waypost runs no scripts and no rules on parts of speech; switch it off, or keep Vale for it")
        }));
        (Styles { engine, prefix }, diagnostics)
    }

    /// Looks at a page.
    pub(super) fn check(&self, document: &Document, levels: &Levels, diagnostics: &mut Vec<Diagnostic>) {
        let path = format!("{}{}", self.prefix, document.path);
        let Some(syntax) = syntax::of(&path, &self.engine.settings().formats) else { return };
        let report = self.engine.check(document, &path, syntax);
        let alerts = report.alerts.into_iter().filter(|alert| levels.may(&alert.rule));
        diagnostics.extend(alerts.filter_map(|alert| {
            let severity = match levels.set(&alert.rule, &document.path) {
                Some(level) => level.severity()?,
                None => alert.severity,
            };
            Some(finding(document, alert, severity))
        }));
        diagnostics.extend(report.overran.into_iter().map(|rule| {
            let message = format!("a pattern of `{rule}` takes too long on this page, which is read in part only");
            Diagnostic::of_file("vale-overrun", Severity::Warning, &document.path, message)
                .help("make the pattern simpler: `(a+)+` and the like try too many ways")
        }));
    }
}

fn finding(document: &Document, alert: Alert, severity: Severity) -> Diagnostic {
    let fixes = fixes(document, &alert);
    let finding = Diagnostic::new(alert.rule.to_string(), severity, &document.path, alert.span, alert.message);
    Diagnostic { fixes, link: alert.link, ..finding }
}

/// What the rule would write there. Only where the match is written as it is read: else marks would be lost.
fn fixes(document: &Document, alert: &Alert) -> Vec<Fix> {
    let Some(action) = alert.action.as_ref().filter(|_| alert.span.of(&document.text) == alert.matched) else {
        return Vec::new();
    };
    let is_plain = |text: &String| !text.contains(['*', '_', '`', '[', ']', '<', '>', '|', '\\', '\n']);
    if let [text] = action.replacements.as_slice()
        && text.is_empty()
    {
        return vec![without(document, alert.span)];
    }
    let safety = match action.replacements.as_slice() {
        [text] if is_plain(text) && action.name != "suggest" => Safety::Safe,
        _ => Safety::Choice,
    };
    let texts = action.replacements.iter().map(|text| cased_like(&alert.matched, text));
    texts.filter(|text| *text != alert.matched).map(|text| Fix::replace(alert.span, text, safety)).collect()
}

/// Takes words out, with the space before them. It may leave half a sentence; and where they are all of a link or begin a
/// line, it would leave an empty link, or another line than a line of text.
fn without(document: &Document, span: Span) -> Fix {
    let (before, after) = (&document.text[..span.start as usize], &document.text[span.end as usize..]);
    let within =
        before.ends_with(' ') && before.trim_end_matches(' ').ends_with(|c: char| c.is_alphanumeric() || c == ',');
    let goes_on = after.is_empty() || after.starts_with([' ', '.', ',', ';', ':', '!', '?', '\n', '\r']);
    match within && goes_on {
        true => Fix::replace(Span { start: span.start - 1, ..span }, "", Safety::Unsafe),
        false => Fix::replace(span, "", Safety::Choice),
    }
}

/// A word at the start of a sentence stays one: styles write their words in lower case. A name has its own capitals.
fn cased_like(matched: &str, text: &str) -> String {
    let begins_a_sentence = matched.starts_with(char::is_uppercase) && matched.chars().any(char::is_lowercase);
    match begins_a_sentence && !text.chars().any(char::is_uppercase) {
        true => super::capitalized(text),
        false => text.to_owned(),
    }
}
