//! Where the paths of the command line lie: in which site, or in none. Entry point: [`find`].

use std::path::{Path, PathBuf};

use crate::config;
use crate::source::walk::{Hidden, walk};
use crate::workspace::Unusable;

/// A site, or files of no site, with the part of it that is asked for.
pub(super) struct Place {
    /// The site's folder; where there is no site, the folder that the command was given in.
    pub(super) root: PathBuf,
    /// Files of no site, from the root.
    pub(super) files: Option<Vec<String>>,
    /// What is asked for, from the root; nothing for all.
    wanted: Vec<String>,
    /// Before paths, so that they can be opened from where the command was given.
    prefix: String,
}

impl Place {
    /// A file is asked for.
    pub(super) fn holds(&self, path: &str) -> bool {
        let below = |wanted: &String| {
            path.strip_prefix(wanted.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.wanted.is_empty() || self.wanted.iter().any(below)
    }

    /// The path from where the command was given.
    pub(super) fn shown(&self, path: &str) -> String {
        let whole = format!("{}{path}", self.prefix);
        // Standing inside the site, `../content/a.md` in `content` is `a.md`.
        let Ok(here) = std::env::current_dir().and_then(|here| here.canonicalize()) else { return whole };
        let Ok(file) = self.root.join(path).canonicalize() else { return whole };
        file.strip_prefix(here).map_or(whole, |file| file.to_string_lossy().replace('\\', "/"))
    }
}

/// Groups the paths by the site that they lie in.
pub(super) fn find(paths: &[PathBuf]) -> Result<Vec<Place>, Unusable> {
    let mut places: Vec<Place> = Vec::new();
    let mut alone = Vec::new();
    for path in paths {
        let real = path.canonicalize().map_err(|_| Unusable {
            message: format!("there is no file or folder `{}`", path.display()),
            help: "name files or folders of a site, or Markdown files".to_owned(),
        })?;
        let Some(root) = site_around(&real) else {
            let below = sites_below(path, DEEPEST);
            if below.is_empty() {
                alone.extend(files_of(path)?);
            }
            places.extend(below.into_iter().map(|root| {
                let prefix = super::super::prefix(&root);
                Place { root, files: None, wanted: Vec::new(), prefix }
            }));
            continue;
        };
        let inside = real.strip_prefix(&root).unwrap_or(Path::new(""));
        let inside = inside.to_string_lossy().replace('\\', "/");
        let same = |place: &&mut Place| place.root.canonicalize().is_ok_and(|other| other == root);
        match places.iter_mut().find(same) {
            Some(place) if inside.is_empty() => place.wanted.clear(),
            Some(place) => {
                // The whole site was asked for already.
                if !place.wanted.is_empty() {
                    place.wanted.push(inside);
                }
            }
            None => {
                let root = as_written(path, &real, &root);
                let prefix = super::super::prefix(&root);
                let wanted = if inside.is_empty() { Vec::new() } else { vec![inside] };
                places.push(Place { root, files: None, wanted, prefix });
            }
        }
    }
    if !alone.is_empty() {
        alone.sort();
        alone.dedup();
        places.push(Place { root: PathBuf::from("."), files: Some(alone), wanted: Vec::new(), prefix: String::new() });
    }
    Ok(places)
}

/// The nearest folder above that has settings, or that has a folder `content` around the path.
fn site_around(real: &Path) -> Option<PathBuf> {
    let folders = || real.ancestors().filter(|folder| folder.is_dir());
    let with_settings = folders().find(|folder| folder.join(config::FILE).is_file());
    let with_content = || {
        // A folder of that name above the repository has nothing to do with it.
        let repository = folders().position(|folder| folder.join(".git").exists()).map_or(usize::MAX, |at| at + 1);
        folders().take(repository).find(|folder| folder.join("content").is_dir())
    };
    with_settings.or_else(with_content).map(Path::to_owned)
}

/// How many folders below the given one a site is looked for: `docs`, `packages/x`.
const DEEPEST: usize = 2;

/// The folders below that have settings: a repository often holds its site in `docs`.
fn sites_below(folder: &Path, depth: usize) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let is_hidden = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir() && !is_hidden(path)).collect();
    folders.sort();
    let sites = folders.into_iter().flat_map(|folder| match folder.join(config::FILE).is_file() {
        true => vec![folder],
        false if depth > 1 => sites_below(&folder, depth - 1),
        false => Vec::new(),
    });
    sites.collect()
}

/// The root in the words of the command line: `docs` for `docs/content/a.md`.
fn as_written(path: &Path, real: &Path, root: &Path) -> PathBuf {
    let up = real.strip_prefix(root).map_or(0, |inside| inside.components().count());
    let written = path.ancestors().nth(up).filter(|written| {
        let written = if written.as_os_str().is_empty() { Path::new(".") } else { written };
        written.canonicalize().is_ok_and(|written| written == root)
    });
    match written {
        Some(written) if written.as_os_str().is_empty() => PathBuf::from("."),
        Some(written) => written.to_owned(),
        None => root.to_owned(),
    }
}

/// The Markdown files of a path.
fn files_of(path: &Path) -> Result<Vec<String>, Unusable> {
    let is_markdown = |path: &str| path.ends_with(".md") || path.ends_with(".mdx");
    let name = |path: &Path| path.to_string_lossy().replace('\\', "/").trim_start_matches("./").to_owned();
    if !path.is_dir() {
        return match is_markdown(&name(path)) {
            true => Ok(vec![name(path)]),
            false => Err(Unusable {
                message: format!("`{}` is no Markdown file", path.display()),
                help: "files that lie in no site are read when they end with `.md` or `.mdx`".to_owned(),
            }),
        };
    }
    let found = walk(path, path, Hidden::DotsAndUnderscores).files;
    let files: Vec<String> =
        found.iter().filter(|found| is_markdown(&found.path)).map(|found| name(&found.file)).collect();
    if files.is_empty() {
        return Err(Unusable {
            message: format!("there is no Markdown file in `{}`", path.display()),
            help: "name a site, or files that end with `.md` or `.mdx`".to_owned(),
        });
    }
    Ok(files)
}
