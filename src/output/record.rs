//! What was written from what: by it a build knows the files that it need not make again.
//!
//! Inputs are known by their bytes. The files of the site are our own, and known by their length and time: what anybody
//! has touched since is made anew.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use crate::source::{Fingerprint, cache};

/// The name of the file in the cache.
const NAME: &str = "written";

/// The files of a site, by what they were made from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Record {
    /// Where the site was written.
    folder: String,
    /// The inputs of all of it, where it had no finding, and how many pages it has.
    pub(super) whole: Option<(Fingerprint, usize)>,
    /// What one page, or one copied file, was made from → its files.
    pub(super) groups: BTreeMap<Fingerprint, Vec<Stamped>>,
    /// What is found at once → what it was made from.
    pub(super) near: BTreeMap<Fingerprint, Fingerprint>,
}

/// A file, and how it was left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamped {
    /// From the output folder.
    pub(super) path: String,
    /// How it was left.
    pub(super) stamp: Stamp,
}

/// By what it shows that somebody touched a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    bytes: u64,
    /// When it was written, in nanoseconds.
    time: u128,
}

impl Stamp {
    /// Of a file; nothing where the system does not say.
    pub(super) fn of(file: &Path) -> Option<Stamp> {
        let metadata = file.symlink_metadata().ok().filter(std::fs::Metadata::is_file)?;
        let time = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some(Stamp { bytes: metadata.len(), time: time.as_nanos() })
    }
}

impl Record {
    /// What is known of a folder. An error is a sentence; then nothing is.
    pub(super) fn read(cache: &Path, folder: &Path) -> Result<Record, String> {
        let read: Option<Record> = cache::read(cache, NAME)?;
        Ok(read.filter(|record| record.folder == folder.to_string_lossy()).unwrap_or_default())
    }

    /// Keeps it for the next build.
    pub(super) fn write(mut self, cache: &Path, folder: &Path) -> Result<(), String> {
        self.folder = folder.to_string_lossy().into_owned();
        cache::write(cache, NAME, &self)
    }

    /// Adds files by what they were made from.
    pub(super) fn add(&mut self, near: Fingerprint, exact: Fingerprint, files: Vec<Stamped>) {
        self.groups.insert(exact, files);
        self.near.insert(near, exact);
    }
}
