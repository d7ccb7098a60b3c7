//! The pipeline put together: from folders to a [`Snapshot`], from a snapshot to files. The only module that reads a
//! site's folders, runs things in parallel (the door to `rayon`) and remembers results.
//!
//! Entry points: [`Workspace::open`], [`Workspace::snapshot`], [`Snapshot::render`]. It must not know where outputs go.

pub mod fix;
mod included;
mod inventories;
mod linked;
mod load;
mod memo;
mod memos;
pub mod moving;
mod names;
mod parsed;
mod place;
mod searching;
mod snapshot;
mod stored;
pub mod styles;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use self::included::SiteFiles;
pub use self::load::{Again, Inputs};
use self::memos::Memos;
use self::parsed::Parsed;
pub use self::snapshot::{Key, Press, Snapshot};
use crate::data::Date;
use crate::document::Dialect;
use crate::lint::{self, Facts, Linter, Scope};
use crate::render::Theme;
use crate::site::Summary;
use crate::source::{Fingerprint, Source, cache, fingerprint_of};

/// What the command line asks for.
#[derive(Debug, Clone, Default, Hash)]
pub struct Options {
    /// Publish drafts too.
    pub drafts: bool,
    /// Stands in for `site.base_url`.
    pub base_url: Option<String>,
    /// "Today". Default: the day of the last commit, else the newest `updated`.
    pub as_of: Option<Date>,
    /// Read from the repository when pages were written, and by whom.
    pub history: bool,
    /// How much the linter looks at.
    pub scope: lint::Scope,
    /// The only rules and groups that are applied, whatever the settings say; none for all.
    pub only_rules: Vec<String>,
}

/// A site's folders, and everything that was computed from them so far.
pub struct Workspace {
    folders: Folders,
    /// Texts that stand for those on the disk, by path.
    overlay: BTreeMap<String, String>,
    options: Options,
    memos: Arc<Memos>,
    /// Where earlier runs left what they read of the repository.
    known_history: Option<PathBuf>,
}

/// Where a site lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// The site's folder: what paths in findings start from.
    pub root: PathBuf,
    /// The settings file, if there is one.
    pub settings: Option<PathBuf>,
    /// The folder is nothing but content: no settings, no static files, no theme.
    pub bare: bool,
    /// These files and no others, from the folder: there is no site around them.
    pub only: Option<Vec<String>>,
}

/// Why a site cannot be built at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unusable {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// How much was computed, not remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Work {
    /// Pages parsed.
    pub parsed: usize,
    /// Sites linked.
    pub linked: usize,
    /// Blocks of code highlighted.
    pub highlighted: usize,
    /// Pages rendered.
    pub rendered: usize,
    /// Pages read for the search.
    pub read: usize,
    /// Indexes of the search made.
    pub indexed: usize,
}

impl Workspace {
    /// Finds a site. `remembers` is for those who take more than one snapshot.
    pub fn open(folder: &Path, options: Options, remembers: bool) -> Result<Workspace, Unusable> {
        Ok(Workspace::at(load::find(folder)?, options, remembers))
    }

    fn at(folders: Folders, options: Options, remembers: bool) -> Workspace {
        Workspace {
            folders,
            overlay: BTreeMap::new(),
            options,
            memos: Arc::new(Memos::new(remembers)),
            known_history: None,
        }
    }

    /// Files of no site, given by their paths from a folder.
    pub fn of_files(folder: &Path, files: Vec<String>, options: Options) -> Workspace {
        let folders = Folders { root: folder.to_owned(), settings: None, bare: true, only: Some(files) };
        Workspace::at(folders, options, true)
    }

    /// From now on, a file reads so, whatever the disk says.
    pub fn put(&mut self, path: &str, text: String) {
        self.overlay.insert(path.to_owned(), text);
    }

    /// Where the site lies.
    pub fn folders(&self) -> &Folders {
        &self.folders
    }

    /// What was computed so far.
    pub fn work(&self) -> Work {
        Work {
            parsed: self.memos.parsed(),
            linked: self.memos.sites.computed(),
            highlighted: self.memos.highlighted(),
            rendered: self.memos.pages.computed(),
            read: self.memos.entries.computed(),
            indexed: self.memos.indexes.computed(),
        }
    }

    /// The site as it is on the disk now.
    pub fn snapshot(&self) -> Result<Snapshot, Unusable> {
        Ok(self.assemble(&self.load()?))
    }

    /// Reads everything that the site is made of.
    pub fn load(&self) -> Result<Inputs, Unusable> {
        load::load(self)
    }

    /// The folder of the site's caches; a folder without settings has none.
    pub fn cache(&self) -> Option<PathBuf> {
        self.folders.settings.as_ref().map(|_| self.folders.root.join(cache::FOLDER))
    }

    /// Begins with what earlier runs kept in a folder. Before the first snapshot, or not at all.
    pub fn remember(&mut self, cache: &Path) {
        if let Some(memos) = Arc::get_mut(&mut self.memos) {
            memos.remember(cache);
        }
        self.remember_history(cache);
    }

    /// Begins with what earlier runs read of the repository, and leaves it to later ones, in a folder.
    pub fn remember_history(&mut self, cache: &Path) {
        self.known_history = Some(cache.to_owned());
    }

    /// Keeps what later runs of the same site need not compute again. The error is a sentence.
    pub fn keep(&self, snapshot: &Snapshot, cache: &Path) -> Result<(), String> {
        self.memos.keep(cache, &snapshot.pages)
    }

    /// Of everything that the site follows from: what was read, and what was asked for.
    pub fn fingerprint(&self, inputs: &Inputs) -> Fingerprint {
        fingerprint_of(&(inputs.fingerprint(), &self.options))
    }

    /// Reads one file of the site anew.
    pub fn read_again(&self, inputs: &mut Inputs, file: &Path) -> Again {
        // What is no part of the site is one of a page: that asks for it by itself.
        if self.is_included(file) && !load::concerns(&self.folders, Some(inputs), file) {
            return Again::Read;
        }
        load::read_again(self, inputs, file)
    }

    /// Looks again what the folder is: settings may have come, or gone.
    pub fn find_again(&mut self) -> Result<(), Unusable> {
        self.folders = load::find(&self.folders.root)?;
        Ok(())
    }

    /// A change of a file can change the site. `inputs` are what was read, if it could be.
    pub fn concerns(&self, inputs: Option<&Inputs>, file: &Path) -> bool {
        load::concerns(&self.folders, inputs, file) || self.is_included(file)
    }

    /// Pages take parts from the file, or from what lies in the folder.
    fn is_included(&self, file: &Path) -> bool {
        load::inside(&self.folders.root, file).is_some_and(|path| self.memos.includes(&path))
    }

    /// The folders in which changes can change the site, each with whether those below it can too.
    pub fn watched(&self, inputs: Option<&Inputs>) -> Vec<(PathBuf, bool)> {
        let included = self.memos.folders_of_included();
        let included = included.into_iter().map(|folder| (self.folders.root.join(folder), false));
        // Those that are watched as a whole come last: the last word counts.
        included.filter(|(folder, _)| folder.is_dir()).chain(load::watched(&self.folders, inputs)).collect()
    }

    /// Parse, summarize, link, audit.
    pub fn assemble(&self, inputs: &Inputs) -> Snapshot {
        self.memos.begin();
        let mut diagnostics = inputs.diagnostics.clone();
        let theme = self.theme(inputs);
        diagnostics.extend(theme.1.iter().cloned());
        let theme = theme.0.clone();
        let markdown = inputs.config.markdown.clone();
        let variables = inputs.config.variables();
        let dialect = Dialect { markdown, components: theme.components().clone(), variables };
        let dialect = (fingerprint_of(&dialect), Arc::new(dialect));
        let files = Arc::new(SiteFiles::new(self.folders.root.clone(), self.overlay.clone()));
        let read_all = |sources: &[Source], of_record: bool| -> Vec<Arc<Parsed>> {
            sources.par_iter().map(|source| self.memos.read(source, of_record, &dialect, &files)).collect()
        };
        let mut pages = read_all(&inputs.sources, false);
        let texts: Vec<Source> = inputs.data_files.iter().filter(|file| file.path.ends_with(".md")).cloned().collect();
        let records = read_all(&texts, true);
        let mut drafts = Vec::new();
        pages.retain(|page| {
            let Summary { front, content_path, .. } = &*page.outside.summary;
            let stays = self.options.drafts || !front.draft;
            if !stays {
                drafts.push(content_path.clone());
            }
            stays
        });
        pages.sort_by(|a, b| a.outside.summary.content_path.cmp(&b.outside.summary.content_path));
        let summaries = |pages: &[Arc<Parsed>]| -> Vec<(Fingerprint, Arc<Summary>)> {
            pages.iter().map(|page| (page.outside.fingerprint, page.outside.summary.clone())).collect()
        };
        let args = linked::Args {
            inputs,
            options: &self.options,
            theme: &theme,
            summaries: &summaries(&pages),
            records: &summaries(&records),
            drafts: &drafts,
        };
        let key = args.fingerprint();
        let linked = self.memos.sites.get(key, &(args, key), linked::link);
        diagnostics.extend(linked.diagnostics.iter().cloned());
        pages.extend(records);
        let linter = self.linter(inputs, &linked, &pages);
        diagnostics.extend(linter.diagnostics.iter().cloned());
        let with_remarks = pages.iter().filter(|page| page.has_remarks);
        diagnostics.extend(with_remarks.flat_map(|page| page.document().diagnostics.iter().cloned()));
        let paths = pages.iter().enumerate().map(|(index, page)| (page.path().clone(), index));
        Snapshot {
            site: linked.site.clone(),
            linked,
            memos: self.memos.clone(),
            root: self.folders.root.clone(),
            by_path: paths.collect(),
            pages,
            assets: inputs.assets.clone(),
            theme,
            linter,
            texts: inputs.texts.clone(),
            diagnostics,
        }
    }

    fn theme(&self, inputs: &Inputs) -> Arc<(Arc<Theme>, Vec<crate::diagnostic::Diagnostic>)> {
        let language = inputs.config.site.language.as_deref().unwrap_or("en");
        let files: Vec<_> = inputs.theme_files.iter().map(|source| (&source.path, source.fingerprint)).collect();
        let args = (&*inputs.theme_files, language);
        self.memos.themes.get(fingerprint_of(&(files, language)), &args, |(files, language)| {
            let (theme, diagnostics) = Theme::new(files, language);
            Arc::new((Arc::new(theme), diagnostics))
        })
    }

    fn linter(&self, inputs: &Inputs, linked: &linked::Linked, pages: &[Arc<Parsed>]) -> Arc<Linter> {
        let unknown_languages = self.unknown_languages(pages);
        let (scope, only) = (self.options.scope, self.options.only_rules.clone());
        let facts = match scope {
            // What `build` looks for needs to know no more.
            Scope::Build => Facts { unknown_languages, ..Facts::default() },
            Scope::Lint | Scope::Alone | Scope::Audit => Facts {
                unknown_languages,
                undeclared_labels: linked.undeclared_labels.clone(),
                terms: linked.terms.clone(),
                dictionary: inputs.dictionary.clone(),
                names: match inputs.config.lint.dictionary.is_some() {
                    true => names::names(pages.iter().map(|page| page.document()), &linked.site),
                    false => BTreeSet::new(),
                },
            },
        };
        let input = lint::Input { config: inputs.config.clone(), facts, scope, only, styles: inputs.styles.clone() };
        self.memos.linters.get(input.fingerprint(), &input, |input| Arc::new(Linter::new(input)))
    }

    /// The languages of code blocks that have no grammar.
    fn unknown_languages(&self, pages: &[Arc<Parsed>]) -> BTreeMap<String, Option<String>> {
        let languages: BTreeSet<&str> =
            pages.iter().flat_map(|page| &page.outside.languages).map(|language| &**language).collect();
        let named = languages.into_iter().filter(|language| !language.is_empty());
        let unknown = named.filter_map(|language| {
            let near = self.memos.highlighter().unknown(language)?;
            Some((language.to_owned(), near))
        });
        unknown.collect()
    }
}
