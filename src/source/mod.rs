//! What is read from the disk, before anybody understands it.
//!
//! Owns [`Source`] (a Markdown file's text), [`Asset`] (any other file, never held in memory), [`Span`] and
//! [`LineIndex`] (places in a text), [`Fingerprint`] (what changed?), the walk over a site's folders and their history.
//! Entry points: [`read_source`], [`read_asset`], [`walk::walk`], [`history::read`].
//! It must not know Markdown, settings or diagnostics: a problem here is plain data that `workspace` reports.

mod asset;
pub mod cache;
mod fingerprint;
pub mod git;
pub mod history;
mod span;
pub mod walk;

use std::path::Path;
use std::sync::Arc;

pub use asset::{Asset, read_asset};
pub use fingerprint::{Fingerprint, fingerprint_of};
pub use span::{LineIndex, Span};

/// One text file of the site, as the writer saved it.
#[derive(Debug, Clone)]
pub struct Source {
    /// From the site's folder, with `/` between names: `content/how-tos/use-gpus.md`. What a finding shows.
    pub path: Arc<str>,
    /// From the content folder: `how-tos/use-gpus.md`. What URLs and links are made of.
    pub content_path: Arc<str>,
    /// The text. Bytes that are not UTF-8 stand as U+FFFD.
    pub text: Arc<str>,
    /// Of the bytes on the disk.
    pub fingerprint: Fingerprint,
    /// Where in `text` the first replaced byte stands, when the file is not UTF-8.
    pub invalid_utf8_at: Option<u32>,
}

/// The largest text that is read, in bytes. Spans are 32 bits wide; far below that a file is not prose any more.
pub const MAX_SOURCE_BYTES: u64 = 1 << 30;

impl Source {
    /// A source from text that is already in memory.
    pub fn from_text(path: &str, content_path: &str, text: &str) -> Source {
        Source {
            path: path.into(),
            content_path: content_path.into(),
            text: text.into(),
            fingerprint: Fingerprint::of(text.as_bytes()),
            invalid_utf8_at: None,
        }
    }
}

/// Reads one text file. The error is a sentence for the writer, without the path.
pub fn read_source(file: &Path, path: &str, content_path: &str) -> Result<Source, String> {
    let size = std::fs::metadata(file).map_err(|error| error.to_string())?.len();
    if size > MAX_SOURCE_BYTES {
        return Err(format!("the file has {size} bytes; a page may have {MAX_SOURCE_BYTES} at most"));
    }
    let bytes = std::fs::read(file).map_err(|error| error.to_string())?;
    let fingerprint = Fingerprint::of(&bytes);
    let (text, invalid_utf8_at) = match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            (String::from_utf8_lossy(error.as_bytes()).into_owned(), Some(at as u32))
        }
    };
    Ok(Source { path: path.into(), content_path: content_path.into(), text: text.into(), fingerprint, invalid_utf8_at })
}
