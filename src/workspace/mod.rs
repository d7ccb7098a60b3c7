//! The pipeline put together: from folders to a [`Snapshot`], from a snapshot to files. The only module that reads a
//! site's folders, runs things in parallel (the door to `rayon`) and remembers results.
//!
//! Entry points: [`Workspace::open`], [`Workspace::snapshot`], [`Snapshot::render`]. It must not know where outputs go.

pub mod fix;
mod load;
mod memo;
mod names;
mod place;
pub mod styles;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use self::load::Loaded;
use self::memo::Memo;
use crate::config::{Config, MarkdownSettings};
use crate::data::Date;
use crate::diagnostic::{self, Diagnostic, Severity};
use crate::document::{self, Document};
use crate::lint::{self, Facts, Linter};
use crate::render::{self, Body, Highlighted, Highlighter, Output, Rendered, Theme};
use crate::site::{self, File, PageId, Site, Summary, View};
use crate::source::{Asset, Fingerprint, Source, fingerprint_of};
use crate::{audit, community};

/// What the command line asks for.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Publish drafts too.
    pub drafts: bool,
    /// Stands in for `site.base_url`.
    pub base_url: Option<String>,
    /// "Today". Default: the day of the last commit, else the newest `updated`.
    pub as_of: Option<Date>,
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
    documents: Memo<Arc<Document>>,
    highlights: Memo<Highlighted>,
    pages: Memo<Arc<Page>>,
    linters: Memo<Arc<Linter>>,
    highlighter: OnceLock<Highlighter>,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Work {
    /// Pages parsed.
    pub parsed: usize,
    /// Blocks of code highlighted.
    pub highlighted: usize,
    /// Pages rendered.
    pub rendered: usize,
}

/// What checking and rendering one page gave.
#[derive(Clone)]
struct Page {
    rendered: Rendered,
    findings: Vec<Diagnostic>,
}

/// A site at one moment.
pub struct Snapshot<'a> {
    workspace: &'a Workspace,
    /// The site.
    pub site: Site,
    documents: Vec<(Fingerprint, Arc<Document>)>,
    /// What the audit found, as data: for the page that shows it.
    audit: community::Data,
    /// Path → index into `documents`.
    by_path: BTreeMap<Arc<str>, usize>,
    assets: Vec<Asset>,
    theme: Theme,
    linter: Arc<Linter>,
    texts: BTreeMap<Arc<str>, Arc<str>>,
    /// What was found before any page was rendered.
    diagnostics: Vec<Diagnostic>,
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
            documents: Memo::new(remembers),
            highlights: Memo::new(true),
            pages: Memo::new(remembers),
            linters: Memo::new(remembers),
            highlighter: OnceLock::new(),
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
            parsed: self.documents.computed(),
            highlighted: self.highlights.computed(),
            rendered: self.pages.computed(),
        }
    }

    /// Load, parse, summarize, link, audit.
    pub fn snapshot(&self) -> Result<Snapshot<'_>, Unusable> {
        let loaded = load::load(self)?;
        let Loaded { config, sources, assets, theme_files, data_files, mut texts, dictionary, mut diagnostics } =
            loaded;
        let (theme, problems) = Theme::new(&theme_files, config.site.language.as_deref().unwrap_or("en"));
        diagnostics.extend(problems);
        texts.extend(theme_files.iter().map(|source| (source.path.clone(), source.text.clone())));
        let community = community::read(&data_files);
        diagnostics.extend(community.diagnostics.iter().cloned());
        texts.extend(data_files.iter().map(|source| (source.path.clone(), source.text.clone())));
        let records: Vec<(Fingerprint, Arc<Document>, Summary)> = data_files
            .par_iter()
            .filter(|source| source.path.ends_with(".md"))
            .map(|source| self.parse(source, &config.markdown, document::parse_record))
            .collect();
        let mut pages: Vec<(Fingerprint, Arc<Document>, Summary)> =
            sources.par_iter().map(|source| self.parse(source, &config.markdown, document::parse)).collect();
        let mut drafts = Vec::new();
        pages.retain(|(_, _, summary)| {
            let stays = self.options.drafts || !summary.front.draft;
            if !stays {
                drafts.push(summary.content_path.clone());
            }
            stays
        });
        pages.sort_by(|(.., a), (.., b)| a.content_path.cmp(&b.content_path));
        let newest = pages.iter().filter_map(|(.., summary)| summary.front.updated).max();
        let apart = |(fingerprint, document, summary)| ((fingerprint, document), summary);
        let (mut documents, summaries): (Vec<_>, Vec<_>) = pages.into_iter().map(apart).unzip();
        let (texts_of_records, records): (Vec<_>, Vec<_>) = records.into_iter().map(apart).unzip();
        documents.extend(texts_of_records);
        let input = site::Input {
            as_of: self.options.as_of.or_else(|| load::last_commit(&self.folders)).or(newest),
            assets: assets.iter().map(|asset| (asset.path.to_string(), File::from(asset))).collect(),
            repository_files: load::repository_files(&self.folders),
            drafts,
            folder_name: load::folder_name(&self.folders.root),
            summaries,
            records,
            community: Arc::new(community),
            texts: theme.texts().clone(),
            config: Arc::new(config),
        };
        let site = site::link(input);
        diagnostics.extend(audit::audit(&site));
        let (scope, only) = (self.options.scope, self.options.only_rules.clone());
        if matches!(scope, lint::Scope::Lint | lint::Scope::Audit) {
            diagnostics.extend(audit::advise(&site));
        }
        let unknown_languages = self.unknown_languages(&documents);
        let facts = match scope {
            // What `build` looks for needs to know no more.
            lint::Scope::Build => Facts { unknown_languages, ..Facts::default() },
            lint::Scope::Lint | lint::Scope::Alone | lint::Scope::Audit => Facts {
                unknown_languages,
                undeclared_labels: undeclared_labels(&site),
                terms: terms(&site.community),
                dictionary,
                names: match site.config.lint.dictionary.is_some() {
                    true => names::names(documents.iter().map(|(_, document)| document), &site),
                    false => BTreeSet::new(),
                },
            },
        };
        let named = site.config.lint.vale.as_ref().filter(|_| scope == lint::Scope::Lint);
        let styles = named.and_then(|file| {
            let read = styles::of_site(&self.folders.root, file);
            texts.extend(read.texts);
            diagnostics.extend(read.diagnostics);
            read.files
        });
        let input = lint::Input { config: site.config.clone(), facts, scope, only, styles };
        let linter = self.linters.get(input.fingerprint(), &input, |input| Arc::new(Linter::new(input)));
        diagnostics.extend(linter.diagnostics.iter().cloned());
        let audit = if site.block_home("health").is_some() {
            audit::data(&audit::report(&site))
        } else {
            community::Data::Null
        };
        diagnostics.extend(documents.iter().flat_map(|(_, document)| document.diagnostics.iter().cloned()));
        let paths = documents.iter().enumerate().map(|(index, (_, document))| (document.path.clone(), index));
        let by_path = paths.collect();
        Ok(Snapshot { workspace: self, site, documents, audit, by_path, assets, theme, linter, texts, diagnostics })
    }

    /// Pages and the texts of records differ in what stands above them. A path is one or the other.
    fn parse(
        &self,
        source: &Source,
        settings: &MarkdownSettings,
        parse: fn(&Source, &MarkdownSettings) -> Document,
    ) -> (Fingerprint, Arc<Document>, Summary) {
        let key = fingerprint_of(&(&source.path, source.fingerprint, settings));
        let args = (source, settings, parse);
        let document = self.documents.get(key, &args, |(source, settings, parse)| Arc::new(parse(source, settings)));
        let summary = site::summarize(&document, &source.content_path);
        (key, document, summary)
    }

    /// The languages of code blocks that have no grammar.
    fn unknown_languages(&self, documents: &[(Fingerprint, Arc<Document>)]) -> BTreeMap<String, Option<String>> {
        let blocks = documents.iter().flat_map(|(_, document)| &document.code_blocks);
        let languages: BTreeSet<&str> = blocks.map(|block| block.options.language.as_str()).collect();
        let named = languages.into_iter().filter(|language| !language.is_empty());
        let unknown = named.filter_map(|language| {
            let near = self.highlighter.get_or_init(Highlighter::new).unknown(language)?;
            Some((language.to_owned(), near))
        });
        unknown.collect()
    }

    fn highlight(&self, document: &Document) -> Vec<Highlighted> {
        let blocks = document.code_blocks.iter().map(|block| {
            let highlighter = self.highlighter.get_or_init(Highlighter::new);
            let args = (highlighter, block.options.language.as_str(), &*block.code);
            let key = fingerprint_of(&(args.1, args.2));
            self.highlights.get(key, &args, |(highlighter, language, code)| highlighter.highlight(language, code))
        });
        blocks.collect()
    }
}

impl Snapshot<'_> {
    /// View, check and render every page, in parallel, and hand each file to `sink` as it is ready. Returns all findings
    /// of the site, sorted. `done` is called after each page.
    pub fn render(&self, sink: &(dyn Fn(Output) + Sync), done: &(dyn Fn() + Sync)) -> Vec<Diagnostic> {
        let pages: Vec<PageId> = self.site.ids().filter(|id| !self.site.page(*id).shadowed).collect();
        let found: Vec<Vec<Diagnostic>> = pages
            .par_iter()
            .map(|id| {
                // A page that no memo keeps is handed on without a copy.
                let Page { rendered, findings } = Arc::unwrap_or_clone(self.page(*id));
                rendered.outputs.into_iter().for_each(sink);
                done();
                self.findings(findings, rendered.diagnostics)
            })
            .collect();
        self.theme.outputs().into_iter().for_each(|output| sink(output.clone()));
        self.assets.par_iter().filter(|asset| self.site.assets.contains_key(&*asset.path)).for_each(|asset| {
            sink(Output { path: asset.path.to_string(), body: Body::Copy(asset.file.clone()) });
        });
        self.settled(found)
    }

    /// View and check every page, in parallel, and render what may fail at that, without a trace. Returns all findings of
    /// the site, sorted.
    pub fn check(&self) -> Vec<Diagnostic> {
        let pages: Vec<PageId> = self.site.ids().filter(|id| !self.site.page(*id).shadowed).collect();
        let check = |id: &PageId| {
            let view = site::view(&self.site, *id, &self.audit);
            if self.theme.may_fail(&view) {
                let Page { rendered, findings } = Arc::unwrap_or_clone(self.page(*id));
                return self.findings(findings, rendered.diagnostics);
            }
            let document = self.documents.get(id.0 as usize);
            document.map_or_else(Vec::new, |(_, document)| lint::check(document, &view, &self.linter))
        };
        self.settled(pages.par_iter().map(check).collect())
    }

    /// All findings of a page. Rules know their levels; the stage that renders does not.
    fn findings(&self, mut findings: Vec<Diagnostic>, rendering: Vec<Diagnostic>) -> Vec<Diagnostic> {
        findings.extend(rendering.into_iter().filter_map(|diagnostic| self.linter.settle(diagnostic)));
        findings
    }

    /// What the stages found, with places, severities and order, and without what writers allow.
    fn settled(&self, found: Vec<Vec<Diagnostic>>) -> Vec<Diagnostic> {
        let elsewhere = self.diagnostics.iter().cloned().filter_map(|diagnostic| self.linter.settle(diagnostic));
        let mut diagnostics: Vec<Diagnostic> = elsewhere.chain(found.into_iter().flatten()).collect();
        for diagnostic in &mut diagnostics {
            self.settle(diagnostic);
        }
        diagnostic::sort(&mut diagnostics);
        // A template that fails on one page fails on hundreds; one finding is enough to mend it.
        let mut templates = BTreeSet::new();
        diagnostics.retain(|found| found.rule != "template-error" || templates.insert(found.path.clone()));
        self.without_allowed(diagnostics)
    }

    fn without_allowed(&self, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let mut by_path: BTreeMap<Arc<str>, Vec<Diagnostic>> = BTreeMap::new();
        for diagnostic in diagnostics {
            by_path.entry(diagnostic.path.clone()).or_default().push(diagnostic);
        }
        for (_, document) in self.documents.iter().filter(|(_, document)| !document.allowances.is_empty()) {
            let found = by_path.remove(&document.path).unwrap_or_default();
            let mut kept = lint::allow(document, found, &self.linter);
            diagnostic::sort(&mut kept);
            by_path.insert(document.path.clone(), kept);
        }
        by_path.into_values().flatten().collect()
    }

    /// The paths of the pages and records that have a text, from the site's folder.
    pub fn documents(&self) -> impl Iterator<Item = &str> {
        self.documents.iter().map(|(_, document)| &*document.path)
    }

    /// How many steps `render` takes.
    pub fn length(&self) -> usize {
        self.site.ids().filter(|id| !self.site.page(*id).shadowed).count()
    }

    /// How many problems there are in the data folder.
    pub fn data_errors(&self) -> usize {
        let folder = format!("{}/", self.site.config.build.data.trim_matches('/'));
        let errors = self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        errors.filter(|diagnostic| diagnostic.path.starts_with(&folder)).count()
    }

    /// How many pages a reader can open: authored ones and lists.
    pub fn pages(&self) -> usize {
        self.site.pages.iter().filter(|page| page.is_for_readers() && !page.shadowed).count()
    }

    /// The texts that findings point into.
    pub fn texts(&self, diagnostics: &[Diagnostic]) -> BTreeMap<Arc<str>, Arc<str>> {
        let texts = diagnostics.iter().filter_map(|diagnostic| {
            let text = self.texts.get(&diagnostic.path).or_else(|| Some(&self.document_of(&diagnostic.path)?.text));
            Some((diagnostic.path.clone(), text?.clone()))
        });
        texts.collect()
    }

    fn page(&self, id: PageId) -> Arc<Page> {
        struct Args<'a> {
            workspace: &'a Workspace,
            document: Option<&'a Document>,
            view: &'a View,
            theme: &'a Theme,
            linter: &'a Linter,
        }
        let view = site::view(&self.site, id, &self.audit);
        let source = self.documents.get(id.0 as usize);
        // Highlighting is left out of the key: it follows from the document.
        let key = match self.workspace.pages.remembers() {
            true => {
                let source = source.map(|(fingerprint, _)| fingerprint);
                fingerprint_of(&(source, &view, self.theme.fingerprint, self.linter.fingerprint))
            }
            false => Fingerprint::of(b""),
        };
        let document = source.map(|(_, document)| &**document);
        let args = Args { workspace: self.workspace, document, view: &view, theme: &self.theme, linter: &self.linter };
        self.workspace.pages.get(key, &args, |args| {
            let highlighted = args.document.map_or_else(Vec::new, |document| args.workspace.highlight(document));
            let findings =
                args.document.map_or_else(Vec::new, |document| lint::check(document, args.view, args.linter));
            let rendered = render::render(args.document, args.view, args.theme, &highlighted);
            Arc::new(Page { rendered, findings })
        })
    }

    fn document_of(&self, path: &str) -> Option<&Document> {
        self.by_path.get(path).map(|index| &*self.documents[*index].1)
    }
}

/// What pages name as a label and no record declares, with the label that was probably meant.
fn undeclared_labels(site: &Site) -> BTreeMap<String, Option<String>> {
    let undeclared = site::community::undeclared_labels(site).into_iter();
    undeclared.map(|(label, near)| (label.to_owned(), near.map(str::to_owned))).collect()
}

/// The words and names of the data, as rules need them.
fn terms(community: &community::Community) -> Vec<lint::Term> {
    let terms = community.terms.iter().map(|record| lint::Term {
        right: record.fields.term.clone(),
        wrong: record.fields.not.clone(),
        expansion: record.fields.expansion.clone(),
    });
    terms.collect()
}

/// The settings with what the command line says over them.
fn with_options(mut config: Config, options: &Options) -> Config {
    if let Some(base_url) = &options.base_url {
        config.site.base_url = Some(crate::data::Spanned { value: base_url.clone(), span: Default::default() });
    }
    config
}
