//! `--diff`: what stands on lines that changed.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::source::{LineIndex, git};
use crate::workspace::Unusable;

/// The lines that changed, by path from the site's folder.
pub(super) struct Changes(BTreeMap<String, Vec<Range<usize>>>);

impl Changes {
    /// What differs from a revision.
    pub(super) fn since(root: &Path, revision: &str) -> Result<Changes, Unusable> {
        git::changed_lines(root, revision).map(Changes).map_err(|why| Unusable {
            message: format!("the changes since `{revision}` cannot be read: {why}"),
            help: "name a revision of the repository that holds the site; in CI, fetch it first (`fetch-depth: 0`)"
                .to_owned(),
        })
    }

    /// A finding stands on a changed line. What concerns a file as a whole counts where the file changed at all.
    pub(super) fn hold(&self, found: &Diagnostic, texts: &BTreeMap<Arc<str>, Arc<str>>) -> bool {
        let Some(lines) = self.0.get(&*found.path) else { return false };
        let Some((span, text)) = found.span().zip(texts.get(&found.path)) else { return true };
        let index = LineIndex::new(text);
        let (first, _) = index.line_column(text, span.start);
        // A span that ends with a line end does not reach into the next line.
        let (last, _) = index.line_column(text, span.end.saturating_sub(1).max(span.start));
        lines.iter().any(|changed| changed.start <= last && first < changed.end)
    }
}
