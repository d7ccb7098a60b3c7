//! Which file of the site belongs to what: nothing may be written twice, or where a folder must be.

use std::collections::BTreeMap;

/// Files that are spoken for, by their path in lower case: many file systems cannot tell case apart.
#[derive(Debug, Default)]
pub(super) struct Claims {
    files: BTreeMap<String, Vec<Claim>>,
    /// Folders that hold such files, and the first file in each.
    folders: BTreeMap<String, String>,
}

#[derive(Debug)]
struct Claim {
    path: String,
    by: String,
}

/// Why a file cannot be written as it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clash {
    /// Something else is written there.
    Same,
    /// They differ in case, and only some file systems tell them apart. Both are written.
    CaseOnly,
    /// One is a file where the other needs a folder.
    FileAndFolder,
    /// No file can have this name.
    Unwritable(&'static str),
}

impl Claims {
    /// Asks for a file. When it clashes: how, and with what. Only a clash of case still gets it.
    pub(super) fn claim(&mut self, path: &str, by: &str) -> Option<(Clash, String)> {
        if let Some(why) = unwritable(path) {
            return Some((Clash::Unwritable(why), String::new()));
        }
        let lower = path.to_lowercase();
        if let Some(taken) = self.files.get_mut(&lower) {
            if let Some(same) = taken.iter().find(|claim| claim.path == path) {
                return Some((Clash::Same, same.by.clone()));
            }
            let first = taken[0].by.clone();
            taken.push(Claim { path: path.to_owned(), by: by.to_owned() });
            return Some((Clash::CaseOnly, first));
        }
        let folders = lower.match_indices('/').map(|(at, _)| &lower[..at]);
        let file_above = folders.clone().find_map(|folder| self.files.get(folder));
        let inside = self.folders.get(&lower);
        if let Some(other) = file_above.map(|claims| &claims[0].by).or(inside) {
            return Some((Clash::FileAndFolder, other.clone()));
        }
        for folder in folders {
            self.folders.entry(folder.to_owned()).or_insert_with(|| by.to_owned());
        }
        self.files.insert(lower, vec![Claim { path: path.to_owned(), by: by.to_owned() }]);
        None
    }
}

/// Names that file systems refuse, or that Waypost writes itself.
fn unwritable(path: &str) -> Option<&'static str> {
    if path.split('/').any(|name| name.len() > 255) {
        return Some("a name in it is longer than 255 bytes");
    }
    // `..` would be written outside the site.
    if path.split('/').any(|name| matches!(name, "" | "." | "..")) || path.contains('\\') {
        return Some("it is no path inside the site");
    }
    if path.contains(|c: char| c.is_control()) {
        return Some("there is a control character in it");
    }
    let first = path.split('/').next().unwrap_or(path);
    (first.starts_with(".waypost-") || first == "waypost-assets").then_some("Waypost keeps its own files there")
}
