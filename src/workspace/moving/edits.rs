//! Changes of many texts, gathered before any is made. Owns [`Edits`].

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::source::Span;
use crate::workspace::Unusable;
use crate::workspace::fix::Fixed;

/// Path → place → what stands there instead. A place that is named twice is changed once.
#[derive(Debug, Clone, Default)]
pub(super) struct Edits(BTreeMap<String, BTreeMap<Span, String>>);

impl Edits {
    pub(super) fn add(&mut self, path: &str, span: Span, text: String) {
        let file = self.0.entry(path.to_owned()).or_default();
        // What is added at one place is added one after the other.
        let at = file.entry(span).or_default();
        if span.start == span.end {
            at.push_str(&text);
        } else {
            *at = text;
        }
    }

    /// The files before and after.
    pub(super) fn put_into(self, text_of: impl Fn(&str) -> Option<Arc<str>>) -> Result<Vec<Fixed>, Unusable> {
        let files = self.0.into_iter().map(|(path, edits)| {
            let before = text_of(&path).ok_or_else(|| Unusable {
                message: format!("`{path}` cannot be read any more"),
                help: "try again".to_owned(),
            })?;
            let fixes = edits.len();
            let after = apply(&before, edits);
            Ok(Fixed { path, before, after, fixes })
        });
        files.collect()
    }
}

fn apply(text: &str, edits: BTreeMap<Span, String>) -> String {
    // Lines end as the writer's editor ends them.
    let ends_with_crlf = text.contains("\r\n");
    let mut after = String::with_capacity(text.len());
    let mut at = 0;
    for (span, edit) in edits {
        after.push_str(text.get(at..span.start as usize).unwrap_or(""));
        after.push_str(&if ends_with_crlf { edit.replace('\n', "\r\n") } else { edit });
        at = span.end as usize;
    }
    after + text.get(at..).unwrap_or("")
}
