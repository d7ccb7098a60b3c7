//! Reading a site's folders. The only place that opens the site's files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::inventories::{self, Inventories};
use super::{Folders, Unusable, Workspace, styles};
use crate::config::{self, Config, ContentFolders};
use crate::data::{Date, Spanned};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{self, DictionaryFiles, StyleFiles};
use crate::render::theme;
use crate::source::history::{self, History};
use crate::source::walk::{self, Found, Hidden, Walk, walk};
use crate::source::{Asset, Fingerprint, Source, Span, cache, fingerprint_of, git, read_asset, read_source};

/// Everything that a site is made of, as it was read.
#[derive(Debug, Clone)]
pub struct Inputs {
    pub(super) config: Arc<Config>,
    /// Of the settings, with what the command line says over them.
    pub(super) config_fingerprint: Fingerprint,
    /// In order of their paths.
    pub(super) sources: Vec<Source>,
    pub(super) assets: Arc<Vec<Asset>>,
    pub(super) theme_files: Vec<Source>,
    /// Files of the data folder; their content paths start there.
    pub(super) data_files: Vec<Source>,
    /// Texts of files that are no pages, by path, for findings.
    pub(super) texts: Arc<BTreeMap<Arc<str>, Arc<str>>>,
    /// The dictionary of the settings, where it does not come with the program.
    pub(super) dictionary: Option<DictionaryFiles>,
    /// Prose styles.
    pub(super) styles: Option<StyleFiles>,
    /// What other projects' documentation holds.
    pub(super) inventories: Inventories,
    /// Names of files and folders at the top of the repository that holds the site.
    pub(super) repository_files: Vec<String>,
    /// The name of the site's folder: the last resort for a title.
    pub(super) folder_name: String,
    /// What the repository tells of pages and texts.
    pub(super) history: Arc<History>,
    /// "Today", where the command line or the repository says.
    pub(super) as_of: Option<Date>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// What came of reading a file anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Again {
    /// It reads so now.
    Read,
    /// It is not there, and never was.
    Nothing,
    /// The change is more than a text that reads otherwise: everything is to be loaded.
    Everything,
}

impl Inputs {
    /// Of everything in it, but for what could not be read: that is a finding, and leaves a gap among the files.
    pub(super) fn fingerprint(&self) -> Fingerprint {
        let of = |sources: &[Source]| -> Vec<(Arc<str>, Fingerprint)> {
            sources.iter().map(|source| (source.path.clone(), source.fingerprint)).collect()
        };
        let texts = (of(&self.sources), of(&self.data_files), of(&self.theme_files));
        let assets: Vec<_> = self.assets.iter().map(|asset| (&asset.path, &asset.source, asset.fingerprint)).collect();
        let around = (&self.repository_files, &self.folder_name, &self.history, self.as_of);
        let styles = self.styles.as_ref().map(|styles| styles.fingerprint);
        let inventories: Vec<_> = self.inventories.iter().map(|(name, (of, _))| (name, of)).collect();
        fingerprint_of(&(self.config_fingerprint, texts, assets, around, styles, &self.dictionary, inventories))
    }

    /// Something of the site lies in this folder, or is this file.
    fn knows_below(&self, path: &str) -> bool {
        let below = |other: &str| other.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let texts = self.sources.iter().chain(&self.data_files).chain(&self.theme_files);
        let mut texts = texts.map(|source| &*source.path).chain(self.texts.keys().map(|path| &**path));
        texts.any(below) || self.assets.iter().any(|asset| below(&asset.source))
    }

    /// The settings.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Days and names of the repository are wanted, and the clone holds its last commits alone.
    pub fn is_shallow(&self) -> bool {
        self.history.is_shallow
    }
}

/// Decides what a folder is: a site with settings, a site without, or content alone.
pub(super) fn find(folder: &Path) -> Result<Folders, Unusable> {
    if !folder.is_dir() {
        let message = match folder.exists() {
            true => format!("`{}` is a file, not a folder", folder.display()),
            false => format!("there is no folder `{}`", folder.display()),
        };
        let help =
            "name the folder of a site: one with `waypost.toml`, with a `content` folder, or with Markdown files";
        return Err(Unusable { message, help: help.to_owned() });
    }
    let settings = Some(folder.join(config::FILE)).filter(|file| file.symlink_metadata().is_ok());
    if let Some(file) = settings.as_ref().filter(|file| !file.is_file()) {
        let message = format!("`{}` is no file that can be read", file.display());
        return Err(Unusable { message, help: "put a settings file in its place, or remove it".to_owned() });
    }
    let bare = settings.is_none() && !folder.join("content").is_dir();
    Ok(Folders { root: folder.to_owned(), settings, bare, only: None })
}

pub(super) fn load(workspace: &Workspace) -> Result<Inputs, Unusable> {
    let folders = &workspace.folders;
    if let Some(files) = &folders.only {
        return Ok(load_only(workspace, files));
    }
    let mut texts = BTreeMap::new();
    let mut diagnostics = Vec::new();
    let mut config = Config::default();
    let mut of_settings = Fingerprint::of(b"");
    if let Some(file) = &folders.settings {
        let source = read(workspace, file, config::FILE, config::FILE).map_err(|why| Unusable {
            message: format!("`{}` cannot be read: {why}", file.display()),
            help: "make it readable, or remove it to build with the default settings".to_owned(),
        })?;
        diagnostics.extend(invalid_utf8(&source));
        let (read, problems) = config::read(&source);
        diagnostics.extend(problems);
        config = read;
        of_settings = source.fingerprint;
        texts.insert(source.path, source.text);
    }
    let base_url = workspace.options.base_url.clone();
    let config_fingerprint = fingerprint_of(&(of_settings, &base_url));
    if let Some(value) = base_url {
        config.site.base_url = Some(Spanned { value, span: Span::default() });
    }
    let (pages, files): (Vec<Listed>, Vec<Listed>) = content(folders, &config, &mut diagnostics)?
        .into_iter()
        .partition(|listed| listed.path.ends_with(".md") || listed.path.ends_with(".mdx"));
    if pages.is_empty() {
        let main = folder(folders, config.build.content.main());
        let message = format!("there is no Markdown file in `{}`", main.exists.display());
        let help = "add a page such as `index.md`: a title line `# Welcome` is enough".to_owned();
        return Err(Unusable { message, help });
    }
    let mut static_files = Vec::new();
    let mut theme_found = Vec::new();
    let mut components_found = Vec::new();
    let mut data_files = Vec::new();
    if !folders.bare {
        for name in &config.build.r#static.0 {
            let place = folder(folders, name);
            let walk = walk(&place.exists, &folders.root, Hidden::OwnFolders);
            let found = report_refused(walk, &place.prefix, &mut diagnostics);
            static_files.extend(found.into_iter().map(|found| Listed::of(found, &place.prefix, "")));
        }
    }
    if !folders.bare && !config.build.data.is_empty() {
        let place = folder(folders, &config.build.data);
        // Most sites have no such folder; one that names it means it.
        if config.build.data != Config::default().build.data && !place.exists.is_dir() {
            let message = format!("there is no data folder `{}`", place.prefix.trim_end_matches('/'));
            let finding = Diagnostic::of_file("missing-folder", Severity::Error, &Arc::from(config::FILE), message);
            diagnostics.push(finding.help("create it, or mend `data` under `[build]`"));
        }
        let mut found = report_refused(
            walk(&place.exists, &folders.root, Hidden::DotsAndUnderscores),
            &place.prefix,
            &mut diagnostics,
        );
        found.retain(|found| [".toml", ".yaml", ".yml", ".md"].iter().any(|end| found.path.ends_with(end)));
        data_files = read_all(workspace, &listed(found, &place.prefix), &mut diagnostics);
    }
    if !folders.bare {
        let place = folder(folders, theme::FOLDER);
        theme_found = report_refused(
            walk(&place.exists, &folders.root, Hidden::DotsAndUnderscores),
            &place.prefix,
            &mut diagnostics,
        );
    }
    if !folders.bare {
        let place = folder(folders, theme::COMPONENTS);
        let walked = walk(&place.exists, &folders.root, Hidden::DotsAndUnderscores);
        // A file of the same name in the theme's folder is another's word for the same; this one is nearer to the content.
        let found = report_refused(walked, &place.prefix, &mut diagnostics);
        let templates = found.into_iter().filter(|found| found.path.ends_with(".html"));
        components_found = templates.map(|found| Listed::of(found, &place.prefix, theme::COMPONENTS)).collect();
    }
    let sources = read_all(workspace, &pages, &mut diagnostics);
    let mut theme_files = read_all(workspace, &listed(theme_found, &format!("{}/", theme::FOLDER)), &mut diagnostics);
    theme_files.extend(read_all(workspace, &components_found, &mut diagnostics));
    let assets = assets(&static_files, &files, &mut diagnostics);
    let is_linted = workspace.options.scope != lint::Scope::Build;
    let dictionary = if is_linted { dictionary(folders, &config, &mut diagnostics) } else { None };
    let named = config.lint.vale.as_ref().filter(|_| workspace.options.scope == lint::Scope::Lint);
    let styles = named.and_then(|file| {
        let read = styles::of_site(&folders.root, file);
        texts.extend(read.texts);
        diagnostics.extend(read.diagnostics);
        read.files
    });
    let inventories = inventories::read(&folders.root, &config, &workspace.memos.inventories, &mut diagnostics);
    let history = history_of(workspace, &config, sources.iter().chain(&data_files));
    texts.extend(theme_files.iter().chain(&data_files).map(|source| (source.path.clone(), source.text.clone())));
    Ok(Inputs {
        config: Arc::new(config),
        config_fingerprint,
        sources,
        assets: Arc::new(assets),
        theme_files,
        data_files,
        texts: Arc::new(texts),
        dictionary,
        styles,
        inventories,
        repository_files: repository_files(folders),
        folder_name: folder_name(&folders.root),
        history: Arc::new(history),
        as_of: workspace.options.as_of.or_else(|| last_commit(folders)),
        diagnostics,
    })
}

/// Reads one file anew.
pub(super) fn read_again(workspace: &Workspace, inputs: &mut Inputs, file: &Path) -> Again {
    let Some(path) = inside(&workspace.folders.root, file) else { return Again::Everything };
    if inventories::names(&inputs.config, &path) {
        return Again::Everything;
    }
    let all = [&mut inputs.sources, &mut inputs.data_files, &mut inputs.theme_files];
    // A walk would not take it: it is no file any more, or one of elsewhere.
    let is_own = file.is_file() && real_inside(&workspace.folders.root, file);
    if let Some(old) = all.into_iter().flatten().find(|source| *source.path == *path) {
        if !is_own {
            return Again::Everything;
        }
        let Ok(new) = read(workspace, file, &path, &old.content_path) else { return Again::Everything };
        // A file that is no UTF-8 has a finding, which comes and goes with it.
        if new.invalid_utf8_at.is_some() || old.invalid_utf8_at.is_some() {
            return Again::Everything;
        }
        if inputs.texts.contains_key(&*path) {
            Arc::make_mut(&mut inputs.texts).insert(new.path.clone(), new.text.clone());
        }
        *old = new;
        return Again::Read;
    }
    let Some(at) = inputs.assets.iter().position(|asset| *asset.source == *path) else {
        // Editors make files to see whether they can, and remove them at once.
        let is_nothing = !file.exists() && !inputs.knows_below(&path);
        return if is_nothing { Again::Nothing } else { Again::Everything };
    };
    if !is_own {
        return Again::Everything;
    }
    let Ok(new) = read_asset(file, &inputs.assets[at].path, &path) else { return Again::Everything };
    Arc::make_mut(&mut inputs.assets)[at] = new;
    Again::Read
}

/// A change of a file can change the site.
pub(super) fn concerns(folders: &Folders, inputs: Option<&Inputs>, file: &Path) -> bool {
    let Some(path) = inside(&folders.root, file) else { return false };
    let is_hidden = |path: &str| path.split('/').any(walk::is_hidden);
    // Where nothing could be read, anything may be what was missing.
    let Some(inputs) = inputs.filter(|_| !folders.bare) else { return !is_hidden(&path) };
    let is_read = path == config::FILE || inputs.texts.contains_key(&*path) || path.starts_with(STYLES);
    let below = |folder: &str| {
        path.strip_prefix(folder.trim_matches('/')).filter(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let build = &inputs.config.build;
    let content = build.content.0.iter().map(|content| &*content.folder);
    let mut read_folders = content.chain([&*build.data, theme::FOLDER, theme::COMPONENTS]);
    let shows = read_folders.any(|folder| below(folder).is_some_and(|rest| !is_hidden(rest)));
    // What lies at the top of a repository is listed: a page may ask whether there is a licence.
    let is_repository = folders.root.join(".git").exists();
    let is_listed = !path.contains('/') && path != cache::FOLDER;
    let is_top = is_repository && is_listed && inputs.repository_files.contains(&path) != file.exists();
    let is_word =
        dictionary_of(inputs).is_some_and(|name| path.strip_prefix(name).is_some_and(|rest| rest.starts_with('.')));
    let is_static = build.r#static.0.iter().any(|folder| below(folder).is_some());
    let is_inventory = inventories::names(&inputs.config, &path);
    is_word || is_read || is_inventory || shows || is_static || is_top
}

/// Where prose styles are, unless settings say otherwise.
const STYLES: &str = "styles/";

/// The folders to watch, each with whether all below it are.
pub(super) fn watched(folders: &Folders, inputs: Option<&Inputs>) -> Vec<(PathBuf, bool)> {
    if folders.bare {
        return vec![(folders.root.clone(), true)];
    }
    let build = inputs.map_or_else(config::BuildSettings::default, |inputs| inputs.config.build.clone());
    let content = build.content.0.iter().map(|content| &*content.folder);
    let below = content.chain(build.r#static.0.iter().map(|folder| &**folder)).chain([
        &*build.data,
        theme::FOLDER,
        theme::COMPONENTS,
        STYLES,
    ]);
    let below = below.map(|folder| (folders.root.join(folder), true));
    // Styles, words and dictionaries may lie anywhere.
    let read =
        inputs.into_iter().flat_map(|inputs| inputs.texts.keys().map(|path| &**path).chain(dictionary_of(inputs)));
    let inventories = inputs.into_iter().flat_map(|inputs| inventories::paths(&inputs.config));
    let read = read.chain(inventories);
    let around: BTreeSet<PathBuf> =
        read.filter_map(|path| Some(folders.root.join(path).parent()?.to_owned())).collect();
    let all = [(folders.root.clone(), false)].into_iter().chain(around.into_iter().map(|folder| (folder, false)));
    // What is not there may come: then the folder tells that it should be in.
    let there = |(folder, deep): (PathBuf, bool)| match folder.ancestors().find(|above| above.is_dir()) {
        Some(above) if above == folder => (folder, deep),
        Some(above) => (above.to_owned(), false),
        None => (folder, deep),
    };
    // Those that are watched as a whole come last: the last word counts.
    all.chain(below).map(there).collect()
}

/// The path of the settings' dictionary, without its ending.
fn dictionary_of(inputs: &Inputs) -> Option<&str> {
    inputs.config.lint.dictionary.as_ref().filter(|name| name.value != lint::BUNDLED).map(|name| &*name.value)
}

/// A file lies in a folder, wherever its links lead.
pub(super) fn real_inside(root: &Path, file: &Path) -> bool {
    root.canonicalize().is_ok_and(|root| file.canonicalize().is_ok_and(|real| real.starts_with(root)))
}

/// The path of a file from a folder, with `/` between names.
pub(super) fn inside(root: &Path, file: &Path) -> Option<String> {
    let inside = file.strip_prefix(root).ok().or_else(|| file.strip_prefix(root.canonicalize().ok()?).ok())?;
    Some(inside.to_str()?.replace('\\', "/"))
}

fn dictionary(folders: &Folders, config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Option<DictionaryFiles> {
    let name = config.lint.dictionary.as_ref().filter(|name| name.value != lint::BUNDLED)?;
    let mut read = |ending: &str| {
        let file = format!("{}.{ending}", name.value);
        let text = std::fs::read_to_string(folders.root.join(&file)).map_err(|why| {
            let message = format!("the dictionary `{file}` cannot be read: {why}");
            let help = format!("name a dictionary in UTF-8 without its ending, or write `{}`", lint::BUNDLED);
            let path = Arc::from(config::FILE);
            diagnostics.push(Diagnostic::new("unreadable", Severity::Error, &path, name.span, message).help(help));
        });
        text.ok().map(Arc::from)
    };
    Some(DictionaryFiles { aff: read("aff")?, dic: read("dic")? })
}

struct Place {
    exists: std::path::PathBuf,
    /// Before the paths of its files, in findings.
    prefix: String,
}

fn folder(folders: &Folders, name: &str) -> Place {
    match folders.bare {
        true => Place { exists: folders.root.clone(), prefix: String::new() },
        false => {
            let name = name.trim_matches('/');
            let prefix = if name.is_empty() { String::new() } else { format!("{name}/") };
            Place { exists: folders.root.join(name), prefix }
        }
    }
}

/// A file with its place in the site.
struct Listed {
    /// From the site's folder, as findings show it.
    source: String,
    /// Where in the content, the data or the site it stands.
    path: String,
    file: PathBuf,
}

impl Listed {
    fn of(found: Found, prefix: &str, at: &str) -> Listed {
        let source = format!("{prefix}{}", found.path);
        let path = if at.is_empty() { found.path } else { format!("{at}/{}", found.path) };
        Listed { source, path, file: found.file }
    }
}

fn listed(found: Vec<Found>, prefix: &str) -> Vec<Listed> {
    found.into_iter().map(|found| Listed::of(found, prefix, "")).collect()
}

/// The files of the content folders, in the order of their places in the site.
fn content(folders: &Folders, config: &Config, diagnostics: &mut Vec<Diagnostic>) -> Result<Vec<Listed>, Unusable> {
    let alone = ContentFolders::one("");
    let all = if folders.bare { &alone.0 } else { &config.build.content.0 };
    let mut files: Vec<Listed> = Vec::new();
    let mut is_any_there = false;
    for content in all {
        let place = folder(folders, &content.folder);
        if place.exists.is_dir() {
            is_any_there = true;
            let walk = walk(&place.exists, &folders.root, Hidden::DotsAndUnderscores);
            let found = report_refused(walk, &place.prefix, diagnostics);
            files.extend(found.into_iter().map(|found| Listed::of(found, &place.prefix, &content.at)));
        } else if all.len() > 1 {
            let message = format!("there is no content folder `{}`", content.folder);
            let finding = Diagnostic::of_file("missing-folder", Severity::Error, &Arc::from(config::FILE), message);
            diagnostics.push(finding.help("create it, or take it out of `content` under `[build]`"));
        }
    }
    if !is_any_there {
        let place = folder(folders, config.build.content.main());
        let message = format!("there is no content folder `{}`", place.exists.display());
        let help = "create it with a Markdown file in it, or name another one with `content` under `[build]`";
        return Err(Unusable { message, help: help.to_owned() });
    }
    let ignored = config::ignored(config);
    files.retain(|listed| !ignored.is_match(&listed.path));
    // Stable: of two at one place, that of the folder that is named first comes first and stays.
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut doubled = Vec::new();
    files.dedup_by(|next, kept| {
        let same = next.path == kept.path;
        if same {
            doubled.push(both_become(&next.source, &kept.source, &next.path));
        }
        same
    });
    diagnostics.extend(doubled);
    Ok(files)
}

fn both_become(dropped: &str, kept: &str, path: &str) -> Diagnostic {
    let message = format!("`{kept}` and `{dropped}` both become `{path}`");
    Diagnostic::of_file("duplicate-url", Severity::Error, &Arc::from(dropped), message).help("rename one of them")
}

fn report_refused(walk: Walk, prefix: &str, diagnostics: &mut Vec<Diagnostic>) -> Vec<Found> {
    let Walk { files, refused } = walk;
    // A folder that is not there holds nothing, which is fine for all but the content.
    diagnostics.extend(refused.into_iter().filter(|refused| !refused.path.is_empty()).map(|refused| {
        let path = Arc::from(format!("{prefix}{}", refused.path));
        Diagnostic::of_file("unreadable", Severity::Error, &path, refused.why).help("the file is left out")
    }));
    files
}

/// Some files, without a site around them.
fn load_only(workspace: &Workspace, files: &[String]) -> Inputs {
    let mut diagnostics = Vec::new();
    let found = files.iter().map(|path| Found { path: path.clone(), file: workspace.folders.root.join(path) });
    let mut sources = read_all(workspace, &listed(found.collect(), ""), &mut diagnostics);
    for source in &mut sources {
        // A file above the folder has a place among the pages all the same.
        let names = source.content_path.split('/').filter(|name| !matches!(*name, "" | "." | ".."));
        source.content_path = names.collect::<Vec<_>>().join("/").into();
    }
    Inputs {
        config: Arc::default(),
        config_fingerprint: Fingerprint::of(b""),
        sources,
        assets: Arc::default(),
        theme_files: Vec::new(),
        data_files: Vec::new(),
        texts: Arc::default(),
        dictionary: None,
        styles: None,
        inventories: Inventories::new(),
        repository_files: repository_files(&workspace.folders),
        folder_name: folder_name(&workspace.folders.root),
        history: Arc::default(),
        as_of: workspace.options.as_of.or_else(|| last_commit(&workspace.folders)),
        diagnostics,
    }
}

/// The text of a file, or what stands for it.
fn read(workspace: &Workspace, file: &Path, path: &str, content_path: &str) -> Result<Source, String> {
    match workspace.overlay.get(path) {
        Some(text) => Ok(Source::from_text(path, content_path, text)),
        None => read_source(file, path, content_path),
    }
}

fn read_all(workspace: &Workspace, files: &[Listed], diagnostics: &mut Vec<Diagnostic>) -> Vec<Source> {
    let read: Vec<Result<Source, Box<Diagnostic>>> = files
        .par_iter()
        .map(|Listed { source, path, file }| read(workspace, file, source, path).map_err(|why| unreadable(source, why)))
        .collect();
    let sources = keep_readable(read, diagnostics);
    diagnostics.extend(sources.iter().filter_map(invalid_utf8));
    sources
}

fn invalid_utf8(source: &Source) -> Option<Diagnostic> {
    let start = source.invalid_utf8_at?;
    let span = Span { start, end: start + '\u{fffd}'.len_utf8() as u32 };
    let finding = Diagnostic::new("invalid-utf8", Severity::Error, &source.path, span, "the file is not UTF-8");
    Some(finding.help("save it as UTF-8; the bytes that are not are shown as `\u{fffd}`"))
}

/// Static files win over files of the same path beside pages.
fn assets(static_files: &[Listed], beside_pages: &[Listed], diagnostics: &mut Vec<Diagnostic>) -> Vec<Asset> {
    let all: Vec<&Listed> = static_files.iter().chain(beside_pages).collect();
    let read: Vec<Result<Asset, Box<Diagnostic>>> = all
        .par_iter()
        .map(|Listed { source, path, file }| read_asset(file, path, source).map_err(|why| unreadable(source, why)))
        .collect();
    let mut assets = keep_readable(read, diagnostics);
    // Stable: of two at one path the static one comes first and stays.
    assets.sort_by(|a, b| a.path.cmp(&b.path));
    let mut doubled = Vec::new();
    assets.dedup_by(|next, kept| {
        let same = next.path == kept.path;
        if same {
            doubled.push(both_become(&next.source, &kept.source, &next.path));
        }
        same
    });
    diagnostics.extend(doubled);
    assets
}

fn keep_readable<T>(read: Vec<Result<T, Box<Diagnostic>>>, diagnostics: &mut Vec<Diagnostic>) -> Vec<T> {
    let keep = read.into_iter().filter_map(|read| read.map_err(|diagnostic| diagnostics.push(*diagnostic)).ok());
    keep.collect()
}

fn unreadable(path: &str, why: String) -> Box<Diagnostic> {
    let message = format!("the file cannot be read: {why}");
    Box::new(Diagnostic::of_file("unreadable", Severity::Error, &Arc::from(path), message).help("it is left out"))
}

/// The day of the last commit around the site.
fn last_commit(folders: &Folders) -> Option<Date> {
    git::last_commit_date(&folders.root)?.parse().ok()
}

/// When texts were written, and by whom, where that is wanted and there is a repository.
fn history_of<'a>(workspace: &Workspace, config: &Config, sources: impl Iterator<Item = &'a Source>) -> History {
    let is_wanted = config.git.updated || config.git.contributors;
    // A folder without settings has no cache, so that each build of it would read all commits.
    if !is_wanted || !workspace.options.history || workspace.folders.settings.is_none() {
        return History::default();
    }
    let content = config.build.content.0.iter().map(|content| &*content.folder);
    let below: Vec<&str> = content.chain([config.build.data.trim_matches('/')]).collect();
    let texts = sources.map(|source| &*source.path).filter(|path| path.ends_with(".md") || path.ends_with(".mdx"));
    history::read(&workspace.folders.root, &below, texts, workspace.known_history.as_deref()).unwrap_or_default()
}

/// The names at the top of the repository around the site, in order; none where there is no repository.
fn repository_files(folders: &Folders) -> Vec<String> {
    let Ok(root) = folders.root.canonicalize() else { return Vec::new() };
    let Some(top) = root.ancestors().find(|folder| folder.join(".git").exists()) else { return Vec::new() };
    let Ok(entries) = std::fs::read_dir(top) else { return Vec::new() };
    // What a build makes is no part of what it is made from.
    let is_made =
        |entry: &std::fs::DirEntry| entry.file_name() == cache::FOLDER || entry.path().join(walk::MANIFEST).exists();
    let names = entries.flatten().filter(|entry| !is_made(entry));
    let mut names: Vec<String> = names.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}

/// The name of a folder, whichever way it was written.
fn folder_name(folder: &Path) -> String {
    let real = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    real.file_name().map_or_else(|| "Documentation".to_owned(), |name| name.to_string_lossy().into_owned())
}
