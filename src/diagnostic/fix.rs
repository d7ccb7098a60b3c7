//! Changes that mend a finding. Entry point: [`apply`].

use serde::Serialize;

use super::Diagnostic;
use crate::source::Span;

/// A change that mends a finding: all of its edits, or none.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Fix {
    /// What it does, as a command: ``write `that is` ``.
    pub title: String,
    /// What it puts where, apart from each other and in any order.
    pub edits: Vec<Edit>,
    /// Who may apply it.
    pub safety: Safety,
}

/// A text in place of another.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Edit {
    /// What goes; empty where something is only added.
    pub span: Span,
    /// What comes.
    pub text: String,
}

/// Who may apply a fix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Safety {
    /// The meaning stays: `--fix` applies it.
    Safe,
    /// The meaning may change: `--fix --unsafe` applies it.
    Unsafe,
    /// One of several, or a guess: a person chooses.
    Choice,
}

impl Fix {
    /// Another text in place of a span.
    pub fn replace(span: Span, text: impl Into<String>, safety: Safety) -> Fix {
        let text = text.into();
        let title = if text.is_empty() { "remove it".to_owned() } else { format!("write `{}`", text.trim()) };
        Fix { title, edits: vec![Edit { span, text }], safety }
    }

    /// The same, under another title.
    pub fn titled(mut self, title: impl Into<String>) -> Fix {
        self.title = title.into();
        self
    }
}

/// The text with the fixes of findings in it, and how many were applied. A fix that touches what another one has changed
/// waits for the next round. Nothing where none applies.
pub fn apply(text: &str, diagnostics: &[&Diagnostic], most: Safety) -> Option<(String, usize)> {
    let mut edits: Vec<&Edit> = Vec::new();
    let mut applied = 0;
    for diagnostic in diagnostics {
        let Some(fix) = diagnostic.fixes.first().filter(|fix| fix.safety <= most) else { continue };
        let fits = |edit: &Edit| {
            let free = edits.iter().all(|other| edit.span.end < other.span.start || other.span.end < edit.span.start);
            free && text.get(edit.span.range()).is_some_and(|now| now != edit.text)
        };
        if !fix.edits.is_empty() && fix.edits.iter().all(fits) {
            edits.extend(&fix.edits);
            applied += 1;
        }
    }
    if applied == 0 {
        return None;
    }
    edits.sort_by_key(|edit| edit.span);
    // Lines end as the writer's editor ends them.
    let ends_with_crlf = text.contains("\r\n");
    let mut fixed = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        fixed.push_str(&text[at..edit.span.start as usize]);
        match ends_with_crlf {
            true => fixed.push_str(&edit.text.replace("\r\n", "\n").replace('\n', "\r\n")),
            false => fixed.push_str(&edit.text),
        }
        at = edit.span.end as usize;
    }
    fixed.push_str(&text[at..]);
    Some((fixed, applied))
}
