//! What was computed before is not computed again. Owns [`Memo`], and [`Memos`]: those of the pipeline.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use super::linked::Linked;
use super::parsed::{Outside, Parsed, Text};
use super::snapshot::Page;
use super::stored::Stored;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::lint::Linter;
use crate::render::{Highlighted, Highlighter, KnownLines, Theme};
use crate::source::{Fingerprint, Source, fingerprint_of};

/// The results of the stages.
pub(super) struct Memos {
    pub(super) themes: Memo<Arc<(Arc<Theme>, Vec<Diagnostic>)>>,
    pub(super) documents: Memo<Arc<Parsed>>,
    pub(super) sites: Memo<Arc<Linked>>,
    pub(super) linters: Memo<Arc<Linter>>,
    pub(super) highlights: Memo<Highlighted>,
    pub(super) pages: Memo<Arc<Page>>,
    pub(super) checks: Memo<Vec<Diagnostic>>,
    /// Of pages that are rendered to see whether they can be: what the rules find, and what rendering does.
    pub(super) trials: Memo<(Vec<Diagnostic>, Vec<Diagnostic>)>,
    highlighter: OnceLock<Highlighter>,
    /// What earlier runs saw of pages from outside.
    seen: Stored<Outside>,
    /// How many texts this run understood.
    parsed: Arc<AtomicUsize>,
    /// Blocks of code that earlier runs highlighted.
    coloured: Stored<Arc<str>>,
    /// How many this run did.
    highlighted: AtomicUsize,
}

impl Memos {
    pub(super) fn new(remembers: bool) -> Memos {
        Memos {
            themes: Memo::new(remembers),
            documents: Memo::new(remembers),
            sites: Memo::new(remembers),
            linters: Memo::new(remembers),
            // The same few lines stand on many pages.
            highlights: Memo::new(true),
            pages: Memo::new(remembers),
            checks: Memo::new(remembers),
            trials: Memo::new(remembers),
            highlighter: OnceLock::new(),
            seen: Stored::new("pages"),
            parsed: Arc::default(),
            coloured: Stored::new("highlights"),
            highlighted: AtomicUsize::new(0),
        }
    }

    /// A new snapshot begins. What no snapshot asked for in a while is forgotten: else an afternoon of typing would fill
    /// the memory.
    pub(super) fn begin(&self) {
        self.themes.begin(2);
        self.documents.begin(2);
        self.sites.begin(2);
        self.linters.begin(2);
        // A page is asked for when somebody looks at it or the whole site is checked, which not every snapshot lives to see.
        self.highlights.begin(64);
        self.pages.begin(64);
        self.checks.begin(64);
        self.trials.begin(64);
    }

    /// Made when it is first needed: its grammars take their time.
    pub(super) fn highlighter(&self) -> &Highlighter {
        self.highlighter.get_or_init(Highlighter::new)
    }

    /// Pages or the texts of records, understood as far as is needed now.
    pub(super) fn read(&self, source: &Source, of_record: bool, config: &Arc<Config>) -> Arc<Parsed> {
        let text = Text { source: source.clone(), of_record, config: config.clone(), count: self.parsed.clone() };
        let key = text.fingerprint();
        self.documents.get(key, &(&self.seen, key, text), |(seen, key, text)| {
            Arc::new(match seen.get(*key) {
                Some(outside) => Parsed::known(*key, text.clone(), outside),
                None => Parsed::read(*key, text.clone()),
            })
        })
    }

    /// How many texts were understood, not remembered.
    pub(super) fn parsed(&self) -> usize {
        self.parsed.load(Ordering::Relaxed)
    }

    /// The code blocks of a document in colour.
    pub(super) fn highlight(&self, document: &Document) -> Vec<Highlighted> {
        let blocks = document.code_blocks.iter().map(|block| {
            let (language, code) = (block.options.language.as_str(), &*block.code);
            let key = fingerprint_of(&(language, code));
            self.highlights.get(key, &(self, key, language, code), |(memos, key, language, code)| {
                memos.coloured.get(*key).map(|html| Highlighted { html }).unwrap_or_else(|| {
                    memos.highlighted.fetch_add(1, Ordering::Relaxed);
                    KNOWN.with_borrow_mut(|known| memos.highlighter().highlight(language, code, known))
                })
            })
        });
        blocks.collect()
    }

    /// How many blocks were highlighted, not remembered.
    pub(super) fn highlighted(&self) -> usize {
        self.highlighted.load(Ordering::Relaxed)
    }

    /// Where earlier runs left their results.
    pub(super) fn remember(&mut self, folder: &Path) {
        self.seen.remember(folder);
        self.coloured.remember(folder);
    }

    /// Leaves what this run computed to the next. The error is a sentence.
    pub(super) fn keep(&self, folder: &Path, pages: &[Arc<Parsed>]) -> Result<(), String> {
        let seen = self.keep_seen(folder, pages);
        self.keep_coloured(folder).and(seen)
    }

    /// What the site's pages look like from outside. What a page has to say for itself is told by each run.
    fn keep_seen(&self, folder: &Path, pages: &[Arc<Parsed>]) -> Result<(), String> {
        let silent = pages.iter().filter(|page| !page.has_remarks);
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

/// Results by the fingerprint of their arguments.
pub(super) struct Memo<V> {
    entries: Option<Mutex<HashMap<Fingerprint, Entry<V>>>>,
    /// Counts snapshots.
    now: AtomicU64,
    computed: AtomicUsize,
}

struct Entry<V> {
    /// The snapshot that last asked for it.
    used: u64,
    value: Arc<OnceLock<V>>,
}

impl<V: Clone> Memo<V> {
    /// One that remembers, or one that only counts: a single build meets each page once.
    pub(super) fn new(remembers: bool) -> Memo<V> {
        Memo { entries: remembers.then(Mutex::default), now: AtomicU64::new(0), computed: AtomicUsize::new(0) }
    }

    /// The result for these arguments, computed once however many threads ask. `compute` is a plain `fn`, so it cannot see
    /// anything but them; `key` must be the fingerprint of all that it looks at.
    pub(super) fn get<A>(&self, key: Fingerprint, args: &A, compute: fn(&A) -> V) -> V {
        let counted = || {
            self.computed.fetch_add(1, Ordering::Relaxed);
            compute(args)
        };
        let Some(entries) = &self.entries else { return counted() };
        let now = self.now.load(Ordering::Relaxed);
        let value = {
            let mut entries = entries.lock().expect("no holder of the lock panics");
            let entry = entries.entry(key).or_insert_with(|| Entry { used: now, value: Arc::default() });
            entry.used = now;
            entry.value.clone()
        };
        value.get_or_init(counted).clone()
    }

    /// A new snapshot begins: what the last `kept` of them did not ask for is forgotten.
    fn begin(&self, kept: u64) {
        let now = self.now.fetch_add(1, Ordering::Relaxed) + 1;
        if let Some(entries) = &self.entries {
            entries.lock().expect("no holder of the lock panics").retain(|_, entry| entry.used + kept >= now);
        }
    }

    /// Is there any use in a key?
    pub(super) fn remembers(&self) -> bool {
        self.entries.is_some()
    }

    /// Every result, in order of the keys.
    fn results(&self) -> BTreeMap<Fingerprint, V> {
        let Some(entries) = &self.entries else { return BTreeMap::new() };
        let entries = entries.lock().expect("no holder of the lock panics");
        entries.iter().filter_map(|(key, entry)| Some((*key, entry.value.get()?.clone()))).collect()
    }

    /// How many results were computed, for tests.
    pub(super) fn computed(&self) -> usize {
        self.computed.load(Ordering::Relaxed)
    }
}
