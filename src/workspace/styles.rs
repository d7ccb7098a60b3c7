//! Reading what Vale's settings name: settings files, the styles path with its styles and words, packages in folders and
//! zip files. The door to `zip`.
//!
//! Entry point: [`load`]. What it read is text; `lint::vale` understands it.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::config;
use crate::data::Spanned;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::StyleFiles;
use crate::lint::vale::settings::{self, File, Settings};
use crate::lint::vale::styles::{Library, Root};
use crate::source::walk::{Hidden, walk};
use crate::source::{Source, fingerprint_of, read_source};

/// What Vale's settings came to.
pub struct Loaded {
    /// The settings of all files together.
    pub settings: Settings,
    /// The files that they name.
    pub library: Library,
    /// What is wrong with either.
    pub diagnostics: Vec<Diagnostic>,
    /// The text of each settings and style file, by path, for findings.
    pub texts: BTreeMap<Arc<str>, Arc<str>>,
}

/// What the command line and the environment say.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// Settings files, the ones that are to give way first.
    pub settings: Vec<PathBuf>,
    /// A styles path beside those of the settings.
    pub styles_path: Option<PathBuf>,
    /// Stands in for `MinAlertLevel`.
    pub min_level: Option<Severity>,
    /// The folder of the command: where paths that findings show start from.
    pub folder: PathBuf,
}

/// Reads settings and everything that they name.
pub fn load(asked: &Asked) -> Loaded {
    let mut loader = Loader { folder: &asked.folder, diagnostics: Vec::new() };
    let project: Vec<File> = asked.settings.iter().filter_map(|file| loader.settings(file)).collect();
    let (alone, _) = settings::read(&project, asked.min_level);
    let mut roots: Vec<Root> = Vec::new();
    // What a package says comes first, so that the project can say otherwise.
    let mut files = Vec::new();
    for package in &alone.packages {
        let place = Path::new(&*package.folder).join(&package.text);
        let Some(content) = loader.package(&place) else { continue };
        files.extend(content.settings);
        roots.push(content.root);
    }
    if let Some(last) = alone.styles_paths.last() {
        let synced = files_in(&Path::new(&*last.folder).join(&last.text).join(".vale-config"));
        files.extend(synced.iter().filter_map(|file| loader.settings(file)));
    }
    files.extend(project);
    let (settings, diagnostics) = settings::read(&files, asked.min_level);
    loader.diagnostics.extend(diagnostics);
    let mut folders: Vec<PathBuf> = asked.styles_path.iter().cloned().collect();
    for path in &settings.styles_paths {
        let folder = Path::new(&*path.folder).join(&path.text);
        if !folder.is_dir() {
            let message = format!("there is no folder `{}`", path.text);
            let error = Diagnostic::new("vale-settings", Severity::Error, &path.place.path, path.place.span, message);
            loader
                .diagnostics
                .push(error.help("create it, or mend `StylesPath`; it starts from the folder of this file"));
        }
        folders.push(folder);
    }
    if folders.is_empty() {
        folders.push(asked.folder.clone());
    }
    let styles = styles_of(&settings);
    roots.extend(folders.iter().map(|folder| loader.root(folder, &styles)));
    let mut library = Library { roots, beside: BTreeMap::new() };
    for name in library.missing_word_lists() {
        let beside = files.iter().rev().find_map(|file| loader.read(&Path::new(&*file.folder).join(&name)));
        library.beside.extend(beside.map(|source| (name, source)));
    }
    let sources =
        files.iter().map(|file| &file.source).chain(library.roots.iter().flat_map(|root| root.files.values()));
    let texts = sources.map(|source| (source.path.clone(), source.text.clone())).collect();
    Loaded { settings, library, diagnostics: loader.diagnostics, texts }
}

/// The styles of a site's own settings.
pub(super) struct OfSite {
    /// What was read; nothing where there is no such file.
    pub(super) files: Option<StyleFiles>,
    /// The texts that findings may point into, by path.
    pub(super) texts: BTreeMap<Arc<str>, Arc<str>>,
    /// What is wrong with them.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Reads the styles of a site's own settings.
pub(super) fn of_site(root: &Path, file: &Spanned<String>) -> OfSite {
    let settings = root.join(&file.value);
    if !settings.is_file() {
        let message = format!("there is no file `{}`", file.value);
        let error = Diagnostic::new("vale-settings", Severity::Error, &Arc::from(config::FILE), file.span, message);
        let error = error.help("name a `.vale.ini`, from the folder of these settings");
        return OfSite { files: None, texts: BTreeMap::new(), diagnostics: vec![error] };
    }
    let asked = Asked { settings: vec![settings.clone()], folder: root.to_owned(), ..Asked::default() };
    let Loaded { settings: read, library, diagnostics, texts } = load(&asked);
    // Sections of the settings name files from the folder that the settings lie in.
    let above = settings.parent().and_then(|folder| folder.canonicalize().ok());
    let inside = above.and_then(|above| Some(root.canonicalize().ok()?.strip_prefix(above).ok()?.to_owned()));
    let prefix = inside.filter(|inside| !inside.as_os_str().is_empty());
    let prefix = prefix.map_or(String::new(), |inside| format!("{}/", inside.to_string_lossy().replace('\\', "/")));
    let fingerprint = fingerprint_of(&(&texts, &file.value, &prefix));
    let path = Arc::from(shown(&settings, root));
    OfSite { files: Some(StyleFiles { settings: read, library, path, prefix, fingerprint }), texts, diagnostics }
}

/// Reads and checks many files at once. What cannot be read comes back as a sentence.
pub fn read_all<P: AsRef<Path> + Sync, S: Sync, T: Send>(
    files: &[(P, S)],
    check: impl Fn(&(P, S), Source) -> T + Sync,
) -> Vec<Result<T, String>> {
    let one = |file: &(P, S)| {
        let shown = file.0.as_ref().to_string_lossy();
        read_source(file.0.as_ref(), &shown, &shown).map(|source| check(file, source))
    };
    files.par_iter().map(one).collect()
}

/// The folders below a styles path that hold the styles which the settings name.
fn styles_of(settings: &Settings) -> Vec<String> {
    let whole = settings.styles.iter().map(|style| style.text.clone());
    let single = settings.rules.iter().filter_map(|key| key.name.split_once('.')).map(|(style, _)| style.to_owned());
    let mut styles: Vec<String> = whole.chain(single).chain(["config".to_owned()]).collect();
    styles.sort_unstable();
    styles.dedup();
    // A name is a folder's, not a path.
    styles.retain(|style| !style.is_empty() && !style.contains(['/', '\\']) && style != ".." && style != ".");
    styles
}

/// A package: a style, or settings with styles.
struct Package {
    root: Root,
    settings: Option<File>,
}

struct Loader<'a> {
    folder: &'a Path,
    diagnostics: Vec<Diagnostic>,
}

impl Loader<'_> {
    fn settings(&mut self, file: &Path) -> Option<File> {
        let shown: Arc<str> = shown(file, self.folder).into();
        match read_source(file, &shown, &shown) {
            Ok(source) => {
                let folder = file.parent().unwrap_or(Path::new("")).to_string_lossy();
                Some(File { source, folder: folder.into() })
            }
            Err(why) => {
                let message = format!("the settings cannot be read: {why}");
                self.diagnostics.push(Diagnostic::of_file("vale-settings", Severity::Error, &shown, message));
                None
            }
        }
    }

    fn read(&self, file: &Path) -> Option<Source> {
        let shown = shown(file, self.folder);
        if !file.is_file() {
            return None;
        }
        read_source(file, &shown, &shown).ok()
    }

    /// The files of some styles below a styles path.
    fn root(&self, folder: &Path, styles: &[String]) -> Root {
        let mut root = Root::default();
        for style in styles {
            let files: Vec<PathBuf> =
                files_below(&folder.join(style)).into_iter().filter(|file| is_of_use(file)).collect();
            let read: Vec<(String, Source)> =
                files.par_iter().filter_map(|file| Some((relative(file, folder)?, self.read(file)?))).collect();
            root.files.extend(read);
        }
        root
    }

    /// A package that lies here: a folder or a zip file. One that is only named was put below the styles path by others.
    fn package(&mut self, place: &Path) -> Option<Package> {
        let name = place.file_stem()?.to_string_lossy().into_owned();
        let files: BTreeMap<String, Source> = if place.is_dir() {
            let files = files_below(place).into_iter().filter(|file| is_of_use(file));
            files.filter_map(|file| Some((relative(&file, place)?, self.read(&file)?))).collect()
        } else if place.is_file() {
            match unpack(place, &name, &shown(place, self.folder)) {
                Ok(files) => files,
                Err(why) => {
                    let shown: Arc<str> = shown(place, self.folder).into();
                    let message = format!("the package cannot be read: {why}");
                    self.diagnostics.push(Diagnostic::of_file("vale-settings", Severity::Error, &shown, message));
                    return None;
                }
            }
        } else {
            if name_of_file(place).ends_with(".zip") && !place.to_string_lossy().contains("://") {
                let shown: Arc<str> = shown(place, self.folder).into();
                let error = Diagnostic::of_file("vale-settings", Severity::Error, &shown, "this package is not there");
                self.diagnostics.push(error.help("mend `Packages`; its paths start from the folder of the settings"));
            }
            return None;
        };
        let settings = files
            .get(".vale.ini")
            .map(|source| File { source: source.clone(), folder: place.to_string_lossy().into() });
        let styles: BTreeMap<String, Source> = files
            .iter()
            .filter_map(|(path, source)| Some((path.strip_prefix("styles/")?.to_owned(), source.clone())))
            .collect();
        let is_style = styles.is_empty() && settings.is_none();
        let files = match is_style {
            true => files.into_iter().map(|(path, source)| (format!("{name}/{path}"), source)).collect(),
            false => styles,
        };
        Some(Package { root: Root { files }, settings })
    }
}

fn name_of_file(file: &Path) -> String {
    file.file_name().map_or(String::new(), |name| name.to_string_lossy().to_lowercase())
}

/// The files right in a folder, by name.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    files
}

/// The files in a folder and the folders in it, by path.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    if !folder.is_dir() {
        return Vec::new();
    }
    walk(folder, folder, Hidden::OwnFolders).files.into_iter().map(|found| found.file).collect()
}

/// Texts that rules are made of or name.
fn is_of_use(file: &Path) -> bool {
    let extension = file.extension().and_then(|extension| extension.to_str());
    matches!(extension, Some("yml" | "txt" | "dic" | "aff" | "ini"))
}

/// The largest text that is taken from a zip file, in bytes.
const MAX_UNPACKED: u64 = 64 << 20;

/// The texts of a zip file. The folder that bears the package's name is its root, as where it is unpacked.
fn unpack(file: &Path, name: &str, shown: &str) -> Result<BTreeMap<String, Source>, String> {
    let opened = std::fs::File::open(file).map_err(|error| error.to_string())?;
    let mut archive = zip::ZipArchive::new(std::io::BufReader::new(opened)).map_err(|error| error.to_string())?;
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|error| error.to_string())?;
        let Some(path) = entry.enclosed_name().filter(|path| entry.is_file() && is_of_use(path)) else { continue };
        let Some(path) = relative(&path, Path::new(name)) else { continue };
        let mut bytes = Vec::new();
        entry.take(MAX_UNPACKED).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
        let text = String::from_utf8_lossy(&bytes);
        files.insert(path.clone(), Source::from_text(&format!("{shown}/{path}"), &path, &text));
    }
    match files.is_empty() {
        true => Err(format!("it holds no folder `{name}` with a style")),
        false => Ok(files),
    }
}

fn relative(file: &Path, folder: &Path) -> Option<String> {
    let names = file.strip_prefix(folder).ok()?.components().map(|name| name.as_os_str().to_str());
    names.collect::<Option<Vec<&str>>>().map(|names| names.join("/"))
}

/// A path as a person reads it: from the folder of the command where it lies below.
fn shown(path: &Path, folder: &Path) -> String {
    let clean = clean(path);
    let folder = format!("{}/", folder.to_string_lossy().replace('\\', "/"));
    clean.strip_prefix(&folder).unwrap_or(&clean).to_owned()
}

/// A path with `/` between names, without `.` and with `..` followed, where that is possible without looking.
pub fn clean(path: &Path) -> String {
    let mut clean = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(clean.components().next_back(), Some(Component::Normal(_))) => {
                clean.pop();
            }
            other => clean.push(other),
        }
    }
    clean.to_string_lossy().replace('\\', "/")
}
