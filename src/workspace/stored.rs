//! Results that a run leaves to those after it. Owns [`Stored`].

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::source::{Fingerprint, cache};

/// A file of results in the cache, by the fingerprints of what they were made from. It is read when the first is asked for.
pub(super) struct Stored<T> {
    name: &'static str,
    folder: Option<PathBuf>,
    /// What is in it, or what is wrong with it.
    read: OnceLock<Result<BTreeMap<Fingerprint, T>, String>>,
}

impl<T: Clone + Serialize + DeserializeOwned> Stored<T> {
    /// Knows nothing until it is told where.
    pub(super) fn new(name: &'static str) -> Stored<T> {
        Stored { name, folder: None, read: OnceLock::new() }
    }

    /// Where earlier runs left theirs.
    pub(super) fn remember(&mut self, folder: &Path) {
        *self = Stored { folder: Some(folder.to_owned()), ..Stored::new(self.name) };
    }

    pub(super) fn get(&self, key: Fingerprint) -> Option<T> {
        self.all()?.get(&key).cloned()
    }

    /// Everything in it; nothing where it is not there or cannot be read.
    pub(super) fn all(&self) -> Option<&BTreeMap<Fingerprint, T>> {
        self.read().as_ref().ok()
    }

    fn read(&self) -> &Result<BTreeMap<Fingerprint, T>, String> {
        self.read.get_or_init(|| {
            let read = self.folder.as_ref().map_or(Ok(None), |folder| cache::read(folder, self.name));
            read.map(Option::unwrap_or_default)
        })
    }

    /// Leaves results to the runs after this one. The error is a sentence: these could not be written, or those before
    /// could not be read, which is mended now.
    pub(super) fn write(&self, folder: &Path, results: &BTreeMap<Fingerprint, T>) -> Result<(), String> {
        cache::write(folder, self.name, results)?;
        self.read().as_ref().map(drop).map_err(Clone::clone)
    }
}
