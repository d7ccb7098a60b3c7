//! The folder in which a site's caches lie, beside its settings, and how a file of it is written and read.
//! The door to `postcard`.
//!
//! What a cache says is never needed: a file that is not there, or that another version wrote, or that cannot be read, is
//! no file.

use std::fs;
use std::io;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Its name, beside the settings.
pub const FOLDER: &str = ".waypost";

/// Which program wrote a cache: another may give other bytes for the same site.
const WRITER: &str = concat!(env!("CARGO_PKG_VERSION"), " ", env!("WAYPOST_BUILD"), " ", env!("CARGO_PKG_NAME"), "\n");

/// A file of the cache. An error is a sentence with what is wrong; nothing is there where it is missing, or written by
/// another version.
pub fn read<T: DeserializeOwned>(folder: &Path, name: &str) -> Result<Option<T>, String> {
    let file = folder.join(name);
    let bytes = match fs::read(&file) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(format!("the cache `{}` cannot be read: {error}", file.display())),
    };
    let Some(rest) = bytes.strip_prefix(WRITER.as_bytes()) else { return Ok(None) };
    match postcard::from_bytes(rest) {
        Ok(value) => Ok(Some(value)),
        Err(_) => Err(format!("the cache `{}` is damaged, and is made anew", file.display())),
    }
}

/// Replaces a file of the cache in one step: whatever ends the program, there is the old one or the new one.
pub fn write<T: Serialize>(folder: &Path, name: &str, value: &T) -> Result<(), String> {
    let file = folder.join(name);
    let replace = || -> io::Result<()> {
        make(folder)?;
        let mut bytes = WRITER.as_bytes().to_vec();
        bytes.extend(postcard::to_stdvec(value).map_err(io::Error::other)?);
        // Two programs at once each have a file of their own.
        let beside = folder.join(format!("{name}.{}.new", std::process::id()));
        fs::write(&beside, bytes)?;
        fs::rename(&beside, &file)
    };
    replace().map_err(|error| format!("the cache `{}` cannot be written: {error}", file.display()))
}

/// The folder keeps itself out of the repository.
fn make(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let ignore = folder.join(".gitignore");
    if ignore.exists() { Ok(()) } else { fs::write(&ignore, "*\n") }
}
