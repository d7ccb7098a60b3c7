//! The results of the stages that are kept: in memory for as long as they are asked for, some of them on the disk for the
//! next run. Owns [`Memos`].

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use super::included::SiteFiles;
use super::inventories;
use super::linked::Linked;
use super::memo::Memo;
use super::parsed::{Outside, Parsed, Text};
use super::searching::Made;
use super::snapshot::Page;
use super::stored::Stored;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{CodeBlock, Dialect, Document};
use crate::lint::Linter;
use crate::render::{DIAGRAM, Highlighted, Highlighter, KnownLines, Theme};
use crate::search::Entry;
use crate::source::{Fingerprint, Source, fingerprint_of};

/// The results of the stages.
pub(super) struct Memos {
    pub(super) themes: Memo<Arc<(Arc<Theme>, Vec<Diagnostic>)>>,
    pub(super) inventories: Memo<inventories::Read>,
    pub(super) documents: Memo<Arc<Parsed>>,
    pub(super) sites: Memo<Arc<Linked>>,
    pub(super) linters: Memo<Arc<Linter>>,
    pub(super) highlights: Memo<Highlighted>,
    pub(super) pages: Memo<Arc<Page>>,
    pub(super) checks: Memo<Vec<Diagnostic>>,
    /// Of pages that are rendered to see whether they can be: what the rules find, and what rendering does.
    pub(super) trials: Memo<(Vec<Diagnostic>, Vec<Diagnostic>)>,
    /// Pages as the search reads them, and what they are known by.
    pub(super) entries: Memo<Arc<Entry>>,
    pub(super) texts: Memo<Fingerprint>,
    /// What earlier runs knew them by.
    pub(super) read_before: Stored<Fingerprint>,
    pub(super) indexes: Memo<Made>,
    highlighter: OnceLock<Highlighter>,
    /// What earlier runs saw of pages from outside.
    seen: Stored<Outside>,
    /// How many texts this run understood.
    parsed: Arc<AtomicUsize>,
    /// The files that texts take parts from, by the texts' fingerprints without them.
    included: Mutex<BTreeMap<Fingerprint, Vec<Arc<str>>>>,
    /// Blocks of code that earlier runs highlighted.
    coloured: Stored<Arc<str>>,
    /// How many this run did.
    highlighted: AtomicUsize,
}

impl Memos {
    pub(super) fn new(remembers: bool) -> Memos {
        Memos {
            themes: Memo::new(remembers),
            inventories: Memo::new(remembers),
            documents: Memo::new(remembers),
            sites: Memo::new(remembers),
            linters: Memo::new(remembers),
            // The same few lines stand on many pages.
            highlights: Memo::new(true),
            pages: Memo::new(remembers),
            checks: Memo::new(remembers),
            trials: Memo::new(remembers),
            // First all pages are met, then all indexes are made.
            entries: Memo::new(true),
            texts: Memo::new(true),
            read_before: Stored::new("search"),
            indexes: Memo::new(remembers),
            highlighter: OnceLock::new(),
            seen: Stored::new("pages"),
            parsed: Arc::default(),
            included: Mutex::default(),
            coloured: Stored::new("highlights"),
            highlighted: AtomicUsize::new(0),
        }
    }

    /// A new snapshot begins. What no snapshot asked for in a while is forgotten: else an afternoon of typing would fill
    /// the memory.
    pub(super) fn begin(&self) {
        self.themes.begin(2);
        // Only what is read anew asks for them.
        self.inventories.begin(64);
        self.documents.begin(2);
        self.sites.begin(2);
        self.linters.begin(2);
        // A page is asked for when somebody looks at it or the whole site is checked, which not every snapshot lives to see.
        self.highlights.begin(64);
        self.pages.begin(64);
        self.checks.begin(64);
        self.trials.begin(64);
        self.entries.begin(64);
        self.texts.begin(64);
        self.indexes.begin(64);
    }

    /// Made when it is first needed: its grammars take their time.
    pub(super) fn highlighter(&self) -> &Highlighter {
        self.highlighter.get_or_init(Highlighter::new)
    }

    /// Pages or the texts of records, understood as far as is needed now.
    pub(super) fn read(
        &self,
        source: &Source,
        of_record: bool,
        dialect: &(Fingerprint, Arc<Dialect>),
        files: &Arc<SiteFiles>,
    ) -> Arc<Parsed> {
        let (of_dialect, dialect) = dialect.clone();
        let (source, files, count) = (source.clone(), files.clone(), self.parsed.clone());
        let text = Text { source, of_record, dialect, of_dialect, files, count };
        let base = text.fingerprint();
        // What a text includes is known once it was understood; from then on it is understood again when a file is another.
        let included = self.included.lock().expect("no holder of the lock panics").get(&base).cloned();
        let key = included.map_or(base, |paths| {
            let now: Vec<_> = paths.iter().map(|path| (path.clone(), text.files.fingerprint(path))).collect();
            fingerprint_of(&(base, now))
        });
        let parsed = self.documents.get(key, &(&self.seen, key, text), |(seen, key, text)| {
            Arc::new(match seen.get(*key) {
                Some(outside) => Parsed::known(*key, text.clone(), outside),
                None => Parsed::read(*key, text.clone()),
            })
        });
        if !parsed.included.is_empty() {
            let mut included = self.included.lock().expect("no holder of the lock panics");
            included.insert(base, parsed.included.clone());
        }
        parsed
    }

    /// Some text takes a part from this file, or from one in this folder.
    pub(super) fn includes(&self, path: &str) -> bool {
        let included = self.included.lock().expect("no holder of the lock panics");
        let is_it =
            |file: &Arc<str>| file.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        included.values().flatten().any(is_it)
    }

    /// The folders of the files that texts take parts from.
    pub(super) fn folders_of_included(&self) -> BTreeSet<String> {
        let included = self.included.lock().expect("no holder of the lock panics");
        included
            .values()
            .flatten()
            .map(|file| file.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned())
            .collect()
    }

    /// How many texts were understood, not remembered.
    pub(super) fn parsed(&self) -> usize {
        self.parsed.load(Ordering::Relaxed)
    }

    /// The code blocks of a document in colour.
    pub(super) fn highlight(&self, document: &Document) -> Vec<Highlighted> {
        document.code_blocks.iter().map(|block| self.coloured(block)).collect()
    }

    fn coloured(&self, block: &CodeBlock) -> Highlighted {
        let (language, code) = (block.options.language.as_str(), &*block.shown);
        let key = fingerprint_of(&(language, code));
        self.highlights.get(key, &(self, key, language, code), |(memos, key, language, code)| {
            memos.coloured.get(*key).map(|html| Highlighted { html }).unwrap_or_else(|| {
                memos.highlighted.fetch_add(1, Ordering::Relaxed);
                KNOWN.with_borrow_mut(|known| memos.highlighter().highlight(language, code, known))
            })
        })
    }

    /// The diagrams of a document that cannot be drawn.
    pub(super) fn broken_diagrams(&self, document: &Document) -> Vec<Diagnostic> {
        let diagrams = document.code_blocks.iter().filter(|block| block.options.language == DIAGRAM);
        let broken = diagrams.filter_map(|block| {
            let why = self.highlighter().problem(DIAGRAM, &block.shown, &self.coloured(block))?;
            let message = format!("this diagram cannot be drawn: {why}");
            let help = "mend it; until then, the page shows its source";
            let place = block.language_span;
            Some(Diagnostic::new("broken-diagram", Severity::Warning, &document.path, place, message).help(help))
        });
        broken.collect()
    }

    /// How many blocks were highlighted, not remembered.
    pub(super) fn highlighted(&self) -> usize {
        self.highlighted.load(Ordering::Relaxed)
    }

    /// Where earlier runs left their results.
    pub(super) fn remember(&mut self, folder: &Path) {
        self.seen.remember(folder);
        self.coloured.remember(folder);
        self.read_before.remember(folder);
    }

    /// Leaves what this run computed to the next. The error is a sentence.
    pub(super) fn keep(&self, folder: &Path, pages: &[Arc<Parsed>]) -> Result<(), String> {
        let seen = self.keep_seen(folder, pages);
        let texts = self.texts.results();
        let is_known = self.read_before.all().is_some_and(|before| *before == texts);
        let read = if is_known { Ok(()) } else { self.read_before.write(folder, &texts) };
        self.keep_coloured(folder).and(seen).and(read)
    }

    /// What the site's pages look like from outside. What a page has to say for itself is told by each run.
    fn keep_seen(&self, folder: &Path, pages: &[Arc<Parsed>]) -> Result<(), String> {
        // What others may see of a page with parts of other files follows from those too.
        let silent = pages.iter().filter(|page| !page.has_remarks && page.included.is_empty());
        let kept: BTreeMap<_, _> = silent.map(|page| (page.fingerprint, page.outside.clone())).collect();
        let is_known = self.seen.all().is_some_and(|seen| seen.keys().eq(kept.keys()));
        if is_known { Ok(()) } else { self.seen.write(folder, &kept) }
    }

    fn keep_coloured(&self, folder: &Path) -> Result<(), String> {
        if self.highlighted() == 0 {
            return Ok(());
        }
        let results = self.highlights.results().into_iter();
        let mut kept: BTreeMap<Fingerprint, Arc<str>> =
            results.map(|(key, highlighted)| (key, highlighted.html)).collect();
        let size = |blocks: &BTreeMap<Fingerprint, Arc<str>>| blocks.values().map(|html| html.len()).sum::<usize>();
        // Old ones pile up as texts change; when there are too many, those of today are enough to go on with.
        if let Some(stored) = self.coloured.all().filter(|stored| size(&kept) + size(stored) <= MOST_STORED) {
            kept.extend(stored.iter().map(|(key, html)| (*key, html.clone())));
        }
        self.coloured.write(folder, &kept)
    }
}

thread_local! {
    /// Lines of code that this thread has highlighted: what it knows changes no result, and cannot be handed on.
    static KNOWN: RefCell<KnownLines> = RefCell::default();
}

/// The largest that the stored blocks may grow, in bytes.
const MOST_STORED: usize = 128 * 1024 * 1024;
