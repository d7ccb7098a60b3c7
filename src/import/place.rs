//! Where the settings will stand, and how the folders of the other site are called from there.

use std::path::{Path, PathBuf};

use crate::site::join;

/// The folder of the other generator's settings, and the folder that gets ours: the same, or one around it.
#[derive(Debug, Clone)]
pub struct Home {
    /// The folder of the other generator's settings.
    pub dir: PathBuf,
    /// The folder that gets our settings.
    pub out: PathBuf,
    /// Its way from the folder that gets our settings: empty where they are the same.
    pub prefix: String,
}

/// Why nothing can be imported.
#[derive(Debug)]
pub struct Unusable {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl Home {
    /// Finds the way from one folder to the other.
    pub fn new(dir: &Path, out: &Path) -> Result<Home, Unusable> {
        let (Ok(real_dir), Ok(real_out)) = (dir.canonicalize(), out.canonicalize()) else {
            let missing = if dir.is_dir() { out } else { dir };
            let message = format!("there is no folder `{}`", missing.display());
            return Err(Unusable { message, help: "name the folder of the site that you import".to_owned() });
        };
        let names = real_dir.strip_prefix(&real_out).ok().map(|inside| {
            let names = inside.components().map(|name| name.as_os_str().to_string_lossy().into_owned());
            names.collect::<Vec<_>>().join("/")
        });
        names.map(|prefix| Home { dir: dir.to_owned(), out: out.to_owned(), prefix }).ok_or_else(|| Unusable {
            message: format!("`{}` does not lie in `{}`", dir.display(), out.display()),
            help: "settings name folders below their own: choose the same folder or one around it".to_owned(),
        })
    }

    /// A path of the other site, as our settings call it; nothing where it lies outside of their folder.
    pub(super) fn path(&self, path: &str) -> Option<String> {
        join(&self.prefix, path)
    }

    /// The address at which files are edited, for paths from the folder of our settings.
    pub(super) fn edit_url(&self, url: &str) -> String {
        match url.split_once("{path}") {
            Some((before, after)) if !self.prefix.is_empty() => {
                let before = before.strip_suffix(&format!("{}/", self.prefix)).unwrap_or(before);
                format!("{before}{{path}}{after}")
            }
            _ => url.to_owned(),
        }
    }
}
