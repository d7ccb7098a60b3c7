//! Sites of other generators, as far as they are data: their settings become `waypost.toml`, and their texts stay as they
//! are.
//!
//! Entry points: [`mdbook::import`], [`docusaurus::import`]. Each reads a folder and gives an [`Import`]: the text of the
//! settings, and what did not come along, with its place. Nothing is written here, and nothing of the site is run.
//! It must not know how pages are built.

pub mod docusaurus;
pub mod mdbook;
mod place;
mod settings;
mod tree;

use std::path::Path;

pub use place::{Home, Unusable};

/// What came of a site.
#[derive(Debug)]
pub struct Import {
    /// The text of `waypost.toml`.
    pub settings: String,
    /// How many pages it has.
    pub pages: usize,
    /// How many redirects.
    pub redirects: usize,
    /// What did not come along, by file and place.
    pub left: Vec<Left>,
}

/// Something that did not come along.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Left {
    /// From the folder of the other generator's settings.
    pub path: String,
    /// From 1; 0 where the whole file is meant.
    pub line: usize,
    /// From 1, in characters; 0 where the whole file is meant.
    pub column: usize,
    /// What it is.
    pub what: String,
    /// What to do.
    pub help: String,
}

/// A file that is read for an import, with its name for messages.
#[derive(Debug, Clone)]
struct Text {
    path: String,
    text: String,
}

impl Text {
    /// Reads a file of the folder; nothing where there is none.
    fn read(folder: &Path, path: &str) -> Option<Text> {
        let bytes = std::fs::read(folder.join(path)).ok()?;
        Some(Text { path: path.to_owned(), text: String::from_utf8_lossy(&bytes).into_owned() })
    }

    /// Something at a byte of the file that does not come along.
    fn left(&self, at: usize, what: impl Into<String>, help: impl Into<String>) -> Left {
        let before = self.text.get(..at).unwrap_or(&self.text);
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        Left {
            path: self.path.clone(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            what: what.into(),
            help: help.into(),
        }
    }
}

/// Something that is a whole file.
fn left_file(path: &str, what: impl Into<String>, help: impl Into<String>) -> Left {
    Left { path: path.to_owned(), line: 0, column: 0, what: what.into(), help: help.into() }
}
