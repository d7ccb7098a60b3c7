//! Which files a folder holds, in one order on every machine.
//!
//! Entry point: [`walk`]. The door to `walkdir`. It does not know what a file is for.

use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

/// The file that marks a folder as a site written by Waypost, and lists what was written.
/// `output` writes it; a walk never enters a folder that holds it.
pub const MANIFEST: &str = ".waypost-manifest.json";

/// What a walk found.
#[derive(Debug, Default)]
pub struct Walk {
    /// The files, sorted by path.
    pub files: Vec<Found>,
    /// What could not be read or was refused.
    pub refused: Vec<Refused>,
}

/// One file of a walk.
#[derive(Debug)]
pub struct Found {
    /// From the walked folder, with `/` between names.
    pub path: String,
    /// For opening it.
    pub file: PathBuf,
}

/// An entry that is left out, with the reason as a sentence for the writer.
#[derive(Debug)]
pub struct Refused {
    /// From the walked folder, with `/` between names.
    pub path: String,
    /// Why, without the path.
    pub why: String,
}

/// Which names a walk passes over without a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hidden {
    /// Names that begin with `.` or `_`, but for `_index.md`, which imported sites use as a folder's page; and what editors
    /// put beside a file, `page.md~` and `#page.md#`.
    DotsAndUnderscores,
    /// Folders that belong to tools: `.git` and `node_modules`.
    ToolFolders,
    /// The repository's own folder and the cache; else none: `.well-known/` and `_headers` belong to a site.
    OwnFolders,
}

/// Lists the files below `folder`. Symbolic links are followed as long as they stay below `root`.
pub fn walk(folder: &Path, root: &Path, hidden: Hidden) -> Walk {
    let mut walk = Walk::default();
    let canonical_root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let path_of = |file: &Path| -> Result<String, String> {
        let relative = file.strip_prefix(folder).unwrap_or(file);
        let names: Option<Vec<&str>> = relative.components().map(|name| name.as_os_str().to_str()).collect();
        names.map(|names| names.join("/")).ok_or_else(|| relative.to_string_lossy().into_owned())
    };
    let entries = WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter();
    for entry in entries.filter_entry(|entry| is_wanted(entry, hidden)) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().map(|path| path_of(path).unwrap_or_else(|lossy| lossy)).unwrap_or_default();
                let why = match error.loop_ancestor() {
                    Some(_) => "a symbolic link leads back to a folder that contains it".to_owned(),
                    None => error.into_io_error().map_or("it cannot be read".to_owned(), |error| error.to_string()),
                };
                walk.refused.push(Refused { path, why });
                continue;
            }
        };
        if !entry.file_type().is_file() {
            continue;
        }
        let file = entry.into_path();
        match path_of(&file) {
            Ok(path) if leaves(&file, &canonical_root) => {
                walk.refused.push(Refused { path, why: "a symbolic link leads out of the site's folder".to_owned() });
            }
            Ok(path) => walk.files.push(Found { path, file }),
            Err(path) => walk.refused.push(Refused { path, why: "the file's name is not UTF-8".to_owned() }),
        }
    }
    walk.files.sort_by(|a, b| a.path.cmp(&b.path));
    walk.refused.sort_by(|a, b| a.path.cmp(&b.path));
    walk
}

/// A name that is passed over beside pages, data and templates.
pub fn is_hidden(name: &str) -> bool {
    let is_of_an_editor = name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'));
    is_of_an_editor || (name.starts_with(['.', '_']) && name != "_index.md")
}

fn is_wanted(entry: &DirEntry, hidden: Hidden) -> bool {
    if entry.depth() == 0 {
        return true;
    }
    let name = entry.file_name().to_string_lossy();
    let passed_over = match hidden {
        Hidden::DotsAndUnderscores => is_hidden(&name),
        Hidden::ToolFolders => entry.file_type().is_dir() && matches!(&*name, ".git" | "node_modules"),
        Hidden::OwnFolders => entry.file_type().is_dir() && (name == ".git" || name == super::cache::FOLDER),
    };
    let is_a_built_site = entry.file_type().is_dir() && entry.path().join(MANIFEST).exists();
    !(passed_over || is_a_built_site)
}

/// A file reached through a link can lie anywhere; one reached without lies where it seems to.
fn leaves(file: &Path, canonical_root: &Path) -> bool {
    file.canonicalize().map_or(true, |real| !real.starts_with(canonical_root))
}
