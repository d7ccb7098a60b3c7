//! The list of what was written, inside the output folder: it marks the folder as ours and tells what has vanished since.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Manifest<T> {
    generator: String,
    files: Vec<T>,
}

/// A manifest before it takes its place.
pub(super) const BESIDE: &str = ".waypost-manifest.new";

/// The files of the site in a folder; nothing where there is no manifest that can be read.
pub(super) fn read(file: &Path) -> Option<Vec<String>> {
    let manifest: Manifest<String> = serde_json::from_slice(&fs::read(file).ok()?).ok()?;
    // A path that leads out of the folder is not ours to remove.
    Some(
        manifest
            .files
            .into_iter()
            .filter(|path| !path.starts_with('/') && !path.split('/').any(|part| part == ".."))
            .collect(),
    )
}

/// Replaces the manifest in one step.
pub(super) fn write(file: &Path, files: &[&String]) -> io::Result<()> {
    let manifest = Manifest { generator: "Waypost".to_owned(), files: files.to_vec() };
    let text = serde_json::to_string_pretty(&manifest).map_err(io::Error::other)? + "\n";
    let beside = file.with_file_name(BESIDE);
    // Made anew, so that nothing is written through a link that somebody put there.
    match fs::remove_file(&beside) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    File::create_new(&beside)?.write_all(text.as_bytes())?;
    fs::rename(&beside, file)
}
