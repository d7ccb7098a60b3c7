//! Files that texts take parts from. They lie in the site's folder, and need not belong to the site otherwise.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::document::include::Files;
use crate::source::{Fingerprint, read_source};

/// The site's folder, as texts may look into it.
pub(super) struct SiteFiles {
    root: PathBuf,
    /// What files say, whatever the disk says.
    overlay: BTreeMap<String, String>,
}

impl SiteFiles {
    pub(super) fn new(root: PathBuf, overlay: BTreeMap<String, String>) -> SiteFiles {
        SiteFiles { root, overlay }
    }

    /// Of a file's text, as it is now; nothing where there is none.
    pub(super) fn fingerprint(&self, path: &str) -> Option<Fingerprint> {
        self.read(path).ok().map(|text| Fingerprint::of(text.as_bytes()))
    }
}

impl Files for SiteFiles {
    fn read(&self, path: &str) -> Result<Arc<str>, String> {
        if let Some(text) = self.overlay.get(path) {
            return Ok(text.as_str().into());
        }
        let file = self.root.join(path);
        if !file.is_file() {
            return Err("there is no such file".to_owned());
        }
        let is_inside =
            self.root.canonicalize().is_ok_and(|root| file.canonicalize().is_ok_and(|real| real.starts_with(root)));
        if !is_inside {
            return Err("it lies outside of the site's folder".to_owned());
        }
        read_source(&file, path, path).map(|source| source.text)
    }
}
