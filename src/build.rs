//! Runs before the program is compiled, and gives it a name by which a cache knows who wrote it: two programs of one name
//! give the same bytes for the same site. It must not need anything but what lies in the package.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

fn main() {
    let mut files = BTreeMap::new();
    for place in ["src", "themes", "Cargo.toml", "Cargo.lock"] {
        println!("cargo::rerun-if-changed={place}");
        read(Path::new(place), &mut files);
    }
    let mut hasher = DefaultHasher::new();
    files.hash(&mut hasher);
    println!("cargo::rustc-env=WAYPOST_BUILD={:016x}", hasher.finish());
}

fn read(place: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    if let Ok(bytes) = std::fs::read(place) {
        files.insert(place.to_owned(), bytes);
    }
    for entry in std::fs::read_dir(place).into_iter().flatten().flatten() {
        read(&entry.path(), files);
    }
}
