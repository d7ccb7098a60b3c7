//! Copies of other projects' inventories, read from the site's folder. Entry point: [`read`].

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::load::real_inside;
use super::memo::Memo;
use crate::config::{self, Config, InventorySettings};
use crate::diagnostic::{Diagnostic, Severity};
use crate::inventory::{self, Inventory};
use crate::source::Fingerprint;

/// What came of a file: an error is the second half of a sentence.
pub(super) type Read = Result<Arc<Inventory>, String>;

/// The inventories of a site that can be read, by name, each with the fingerprint of its file.
pub(super) type Inventories = BTreeMap<String, (Fingerprint, Arc<Inventory>)>;

/// Reads what the settings name.
pub(super) fn read(root: &Path, config: &Config, memo: &Memo<Read>, diagnostics: &mut Vec<Diagnostic>) -> Inventories {
    let mut inventories = Inventories::new();
    for (name, settings) in &config.inventories {
        match read_one(root, &settings.file.value, memo) {
            Ok(inventory) => _ = inventories.insert(name.clone(), inventory),
            Err(why) => {
                let InventorySettings { file, url } = settings;
                let message = format!("the inventory `{}` {why}", file.value);
                let source = if file.value.ends_with(".json") { "myst.xref.json" } else { "objects.inv" };
                let base = url.value.trim_end_matches('/');
                let help = format!("fetch it: `curl --fail --location --output {} {base}/{source}`", file.value);
                let path = Arc::from(config::FILE);
                diagnostics.push(Diagnostic::new("unreadable", Severity::Error, &path, file.span, message).help(help));
            }
        }
    }
    inventories
}

fn read_one(root: &Path, path: &str, memo: &Memo<Read>) -> Result<(Fingerprint, Arc<Inventory>), String> {
    let file = root.join(path);
    if !file.exists() {
        return Err("is not there".to_owned());
    }
    if !real_inside(root, &file) {
        return Err("lies outside of the site's folder".to_owned());
    }
    let bytes = std::fs::read(&file).map_err(|why| format!("cannot be read: {why}"))?;
    let fingerprint = Fingerprint::of(&bytes);
    let inventory = memo.get(fingerprint, &bytes, |bytes| inventory::read(bytes).map(Arc::new))?;
    Ok((fingerprint, inventory))
}

/// A file of the site's folder is an inventory, whether it can be read or not.
pub(super) fn names(config: &Config, path: &str) -> bool {
    paths(config).any(|file| file == path)
}

/// The files of the inventories, from the site's folder.
pub(super) fn paths(config: &Config) -> impl Iterator<Item = &str> {
    config.inventories.values().map(|settings| settings.file.value.trim_start_matches("./"))
}
