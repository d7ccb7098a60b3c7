//! A site at one moment: what is checked and rendered. Entry points: [`Snapshot::render`], [`Snapshot::check`],
//! [`Snapshot::output`].

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::linked::Linked;
use super::memos::Memos;
use super::parsed::Parsed;
use crate::diagnostic::{self, Diagnostic, Severity};
use crate::document::Document;
use crate::lint::{self, Linter};
use crate::render::{self, Body, DIAGRAM, Output, Rendered, Theme};
use crate::search;
use crate::site::{self, Content, Page as SitePage, PageId, Site, View};
use crate::source::{Asset, Fingerprint, fingerprint_of};

/// What checking and rendering one page gave.
#[derive(Clone)]
pub(super) struct Page {
    rendered: Rendered,
    findings: Vec<Diagnostic>,
}

/// Where rendered files go.
pub trait Press: Sync {
    /// The files that were made from this, and nothing else, are where they belong: they need not be made again.
    fn has(&self, key: &mut Key) -> bool;

    /// Takes the files of a page, or one that is copied. Without a key they are not to be known again: there is something
    /// to say of them each time.
    fn put(&self, key: Option<Key>, outputs: Vec<Output>);

    /// Is told why files cannot be made at all: a sentence.
    fn fail(&self, why: &str);
}

/// What files are made from, as two fingerprints.
pub struct Key<'a> {
    /// Of more than that, and found at once: of a page's text and of everything that the whole site is put together from.
    pub near: Fingerprint,
    exact: Option<Fingerprint>,
    make: &'a dyn Fn() -> Fingerprint,
}

impl Key<'_> {
    /// Of just that. It takes a while, for the page's view has to be made.
    pub fn exact(&mut self) -> Fingerprint {
        *self.exact.get_or_insert_with(self.make)
    }

    /// It need not be made: an earlier run knew it.
    pub fn know(&mut self, exact: Fingerprint) {
        self.exact = Some(exact);
    }
}

/// The key of what depends on nothing but this.
pub(super) fn simple(near: Fingerprint) -> Key<'static> {
    Key { near, exact: Some(near), make: &|| Fingerprint::of(b"") }
}

/// A site at one moment. It stays what it is while its workspace goes on.
pub struct Snapshot {
    /// The site.
    pub site: Arc<Site>,
    pub(super) linked: Arc<Linked>,
    pub(super) memos: Arc<Memos>,
    /// The site's folder.
    pub(super) root: PathBuf,
    /// Pages as the site counts them, then the texts of records.
    pub(super) pages: Vec<Arc<Parsed>>,
    /// Path → index into `pages`.
    pub(super) by_path: BTreeMap<Arc<str>, usize>,
    pub(super) assets: Arc<Vec<Asset>>,
    pub(super) theme: Arc<Theme>,
    pub(super) linter: Arc<Linter>,
    pub(super) texts: Arc<BTreeMap<Arc<str>, Arc<str>>>,
    /// What was found before any page was rendered.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Snapshot {
    /// View, check and render every page, in parallel, and hand its files to the press as they are ready. Returns all
    /// findings of the site, sorted. `done` is called after each page.
    pub fn render(&self, press: &dyn Press, done: &(dyn Fn() + Sync)) -> Vec<Diagnostic> {
        let pages: Vec<PageId> = self.site.ids().filter(|id| !self.site.page(*id).shadowed).collect();
        let (found, exact): (Vec<Vec<Diagnostic>>, Vec<(PageId, Fingerprint)>) = pages
            .par_iter()
            .map(|id| {
                let view = OnceCell::new();
                let view_of = || view.get_or_init(|| self.view(*id));
                let make = || self.key(*id, view_of());
                let mut key = Key { near: self.near_key(*id), exact: None, make: &make };
                let has = press.has(&mut key);
                let exact = key.exact();
                let found = match has {
                    true => Vec::new(),
                    false => {
                        if self.linked.is_searched(*id) {
                            // Now, while its view is at hand.
                            self.entry(*id, exact, Some(view_of()));
                        }
                        // A page that no memo keeps is handed on without a copy.
                        let page = self.page(*id, view_of(), exact);
                        let Page { rendered, findings } = Arc::unwrap_or_clone(page);
                        let Rendered { outputs, diagnostics } = rendered;
                        let is_clean = findings.is_empty() && diagnostics.is_empty();
                        press.put(is_clean.then_some(key), outputs);
                        self.findings(findings, diagnostics)
                    }
                };
                done();
                (found, (*id, exact))
            })
            .unzip();
        let exact: BTreeMap<PageId, Fingerprint> = exact.into_iter().collect();
        self.index(press, &|id| exact[&id]);
        for output in self.theme.outputs() {
            // Its name tells its bytes, so it is known by it.
            let mut key = simple(fingerprint_of(&("theme", &output.path)));
            if !press.has(&mut key) {
                press.put(Some(key), vec![output.clone()]);
            }
        }
        self.assets.par_iter().filter(|asset| self.site.assets.contains_key(&*asset.path)).for_each(|asset| {
            let mut key = simple(fingerprint_of(&("copied", &asset.path, asset.fingerprint)));
            if !press.has(&mut key) {
                let body = Body::Copy(asset.file.clone());
                press.put(Some(key), vec![Output { path: asset.path.to_string(), body }]);
            }
        });
        self.settled(found)
    }

    /// View and check every page, in parallel, and render what may fail at that, without a trace. Returns all findings of
    /// the site, sorted.
    pub fn check(&self) -> Vec<Diagnostic> {
        self.check_while(&|| true).unwrap_or_default()
    }

    /// The same as long as somebody wants it; else nothing.
    pub fn check_while(&self, is_wanted: &(dyn Fn() -> bool + Sync)) -> Option<Vec<Diagnostic>> {
        let pages: Vec<PageId> = self.site.ids().filter(|id| !self.site.page(*id).shadowed).collect();
        let found: Option<Vec<Vec<Diagnostic>>> =
            pages.par_iter().map(|id| is_wanted().then(|| self.check_page(*id))).collect();
        Some(self.settled(found?))
    }

    /// The findings of one page, given by one of its files, and of what is no page: settings, data, the site as a whole.
    pub fn check_one(&self, path: &str) -> Vec<Diagnostic> {
        let found = self.linked.outputs().get(path).map(|id| self.check_page(*id));
        self.settled(found.into_iter().collect())
    }

    fn check_page(&self, id: PageId) -> Vec<Diagnostic> {
        let view = self.view(id);
        if self.theme.may_fail(&view) {
            // Only what is wrong is kept, not the page: there may be thousands.
            let key = fingerprint_of(&("rendered", self.key(id, &view)));
            let (findings, rendering) = self.memos.trials.get(key, &self.args(id, &view), |args| {
                let Page { rendered, findings } = render_page(args);
                (findings, rendered.diagnostics)
            });
            return self.findings(findings, rendering);
        }
        let Some(page) = self.pages.get(id.0 as usize) else { return Vec::new() };
        let key = match self.memos.checks.remembers() {
            true => fingerprint_of(&(page.fingerprint, &view, self.linter.fingerprint)),
            false => Fingerprint::of(b""),
        };
        let args = (&**page, &view, &*self.linter);
        let findings =
            self.memos.checks.get(key, &args, |(page, view, linter)| lint::check(page.document(), view, linter));
        let has_diagrams = page.outside.languages.contains(DIAGRAM);
        let drawing = if has_diagrams { self.memos.broken_diagrams(page.document()) } else { Vec::new() };
        self.findings(findings, drawing)
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
        let documents = self.pages.iter().filter(|page| page.has_remarks).map(|page| page.document());
        for document in documents.filter(|document| !document.allowances.is_empty()) {
            let found = by_path.remove(&document.path).unwrap_or_default();
            let mut kept = lint::allow(document, found, &self.linter);
            diagnostic::sort(&mut kept);
            by_path.insert(document.path.clone(), kept);
        }
        by_path.into_values().flatten().collect()
    }

    /// The paths of the pages and records that have a text, from the site's folder.
    pub fn documents(&self) -> impl Iterator<Item = &str> {
        self.pages.iter().map(|page| &**page.path())
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

    /// How many pages there are for readers: authored ones, those made of data, and lists of folders.
    pub fn pages(&self) -> usize {
        let is_content = |page: &&SitePage| page.is_for_readers() && !matches!(page.content, Content::AllPages { .. });
        self.site.pages.iter().filter(is_content).filter(|page| !page.shadowed).count()
    }

    /// The texts that findings point into.
    pub fn texts(&self, diagnostics: &[Diagnostic]) -> BTreeMap<Arc<str>, Arc<str>> {
        let texts = diagnostics.iter().filter_map(|diagnostic| {
            let text = self.texts.get(&diagnostic.path).or_else(|| Some(&self.document_of(&diagnostic.path)?.text));
            let text = text.or_else(|| self.included(&diagnostic.path))?;
            Some((diagnostic.path.clone(), text.clone()))
        });
        texts.collect()
    }

    /// The text of a file that a page takes a part from.
    fn included(&self, path: &str) -> Option<&Arc<str>> {
        let page = self.pages.iter().find(|page| page.included.iter().any(|file| **file == *path))?;
        page.document().included.iter().find(|file| *file.path == *path)?.text.as_ref()
    }

    /// Some page takes a part from another file, which may change while no page does.
    pub fn includes(&self) -> bool {
        self.pages.iter().any(|page| !page.included.is_empty())
    }

    /// One file of the site, rendered when it is asked for, with the findings of its page. `path` is from the output folder.
    pub fn output(&self, path: &str) -> Option<Output> {
        if let Some(id) = self.linked.outputs().get(path) {
            let view = self.view(*id);
            let page = self.page(*id, &view, self.key(*id, &view));
            return page.rendered.outputs.iter().find(|output| output.path == path).cloned();
        }
        if let Some(output) = self.search_output(path) {
            return Some(output);
        }
        let of_theme = self.theme.outputs().into_iter().find(|output| output.path == path).cloned();
        of_theme.or_else(|| {
            let asset = self.asset(path)?;
            Some(Output { path: path.to_owned(), body: Body::Copy(asset.file.clone()) })
        })
    }

    /// There is a file of this path.
    pub fn has_output(&self, path: &str) -> bool {
        let is_search = search::part_of(path).is_some_and(|part| part < self.linked.searched().len());
        self.linked.outputs().contains_key(path) || is_search || self.asset(path).is_some()
    }

    /// The style sheet of the theme.
    pub fn style(&self) -> &Output {
        self.theme.outputs()[0]
    }

    /// A file that is copied, by its path in the site.
    pub fn asset(&self, path: &str) -> Option<&Asset> {
        let at = self.assets.binary_search_by(|asset| (*asset.path).cmp(path)).ok()?;
        self.site.assets.contains_key(path).then(|| &self.assets[at])
    }

    /// A file lies in the site's folder. Its path is one without links.
    pub fn holds(&self, real: &Path) -> bool {
        self.root.canonicalize().is_ok_and(|root| real.starts_with(root))
    }

    /// The file that a page is written in, from the site's folder, by one of its files in the site.
    pub fn source_of(&self, path: &str) -> Option<&str> {
        let id = self.linked.outputs().get(path)?;
        self.site.summary(*id).map(|summary| &*summary.path)
    }

    /// The page of a file of the site's folder.
    pub fn url_of(&self, path: &str) -> Option<String> {
        let id = PageId(*self.by_path.get(path)? as u32);
        let page = self.site.page(id);
        (!page.shadowed).then(|| site::encode(&page.url))
    }

    /// A link that opens a file in the writer's editor, where the settings name one. Lines and columns count from 1.
    pub fn editor_link(&self, path: &str, line: Option<u64>, column: Option<u64>) -> Option<String> {
        let editor = self.site.config.serve.editor.as_ref()?;
        let file = self.root.join(path).canonicalize().ok()?;
        let file = file.to_string_lossy().replace('\\', "/");
        let (line, column) = (line.unwrap_or(1).to_string(), column.unwrap_or(1).to_string());
        let link = editor.template().replace("{path}", &site::encode(&file));
        Some(link.replace("{line}", &line).replace("{column}", &column))
    }

    /// The text of a page or a record, understood.
    pub fn document(&self, path: &str) -> Option<&Document> {
        self.document_of(path)
    }

    /// Of more than a page's files and findings follow from: of the whole site, where the page may see a part of it.
    fn near_key(&self, id: PageId) -> Fingerprint {
        let source = self.pages.get(id.0 as usize).map(|page| page.fingerprint);
        fingerprint_of(&(id, source, self.linked.fingerprint, self.theme.fingerprint, self.linter.fingerprint))
    }

    /// What a page sees of the site.
    pub(super) fn view(&self, id: PageId) -> View {
        site::view(&self.site, id, &self.linked.audit)
    }

    /// Of all that a page's files and findings follow from. Highlighting is left out: it follows from the document.
    pub(super) fn key(&self, id: PageId, view: &View) -> Fingerprint {
        let source = self.pages.get(id.0 as usize).map(|page| page.fingerprint);
        fingerprint_of(&(source, view, self.theme.fingerprint, self.linter.fingerprint))
    }

    fn page(&self, id: PageId, view: &View, key: Fingerprint) -> Arc<Page> {
        self.memos.pages.get(key, &self.args(id, view), |args| Arc::new(render_page(args)))
    }

    fn args<'a>(&'a self, id: PageId, view: &'a View) -> Args<'a> {
        let page = self.pages.get(id.0 as usize).map(|page| &**page);
        Args { memos: &self.memos, page, view, theme: &self.theme, linter: &self.linter }
    }

    pub(super) fn document_of(&self, path: &str) -> Option<&Document> {
        self.by_path.get(path).map(|index| self.pages[*index].document())
    }
}

/// What a page is rendered from.
struct Args<'a> {
    memos: &'a Memos,
    page: Option<&'a Parsed>,
    view: &'a View,
    theme: &'a Theme,
    linter: &'a Linter,
}

fn render_page(args: &Args) -> Page {
    let document = args.page.map(Parsed::document);
    let highlighted = document.map_or_else(Vec::new, |document| args.memos.highlight(document));
    let findings = document.map_or_else(Vec::new, |document| lint::check(document, args.view, args.linter));
    let mut rendered = render::render(document, args.view, args.theme, &highlighted);
    rendered.diagnostics.extend(document.into_iter().flat_map(|document| args.memos.broken_diagrams(document)));
    Page { rendered, findings }
}
