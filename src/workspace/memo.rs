//! What was computed before is not computed again. Owns [`Memo`], and [`Memos`]: those of the pipeline.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use super::Parsed;
use super::linked::Linked;
use super::snapshot::Page;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::lint::Linter;
use crate::render::{Highlighted, Highlighter, Theme};
use crate::source::{Fingerprint, fingerprint_of};

/// The results of the stages.
pub(super) struct Memos {
    pub(super) themes: Memo<Arc<(Arc<Theme>, Vec<Diagnostic>)>>,
    pub(super) documents: Memo<Arc<Parsed>>,
    pub(super) sites: Memo<Arc<Linked>>,
    pub(super) linters: Memo<Arc<Linter>>,
    pub(super) highlights: Memo<Highlighted>,
    pub(super) pages: Memo<Arc<Page>>,
    pub(super) checks: Memo<Vec<Diagnostic>>,
    highlighter: OnceLock<Highlighter>,
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
            highlighter: OnceLock::new(),
        }
    }

    /// A new snapshot begins. What no snapshot asked for in a while is forgotten: else an afternoon of typing would fill
    /// the memory.
    pub(super) fn begin(&self) {
        self.themes.begin(2);
        self.documents.begin(2);
        self.sites.begin(2);
        self.linters.begin(2);
        // Only those pages that somebody looks at are asked for.
        self.highlights.begin(64);
        self.pages.begin(64);
        self.checks.begin(64);
    }

    /// Made when it is first needed: its grammars take their time.
    pub(super) fn highlighter(&self) -> &Highlighter {
        self.highlighter.get_or_init(Highlighter::new)
    }

    /// The code blocks of a document in colour.
    pub(super) fn highlight(&self, document: &Document) -> Vec<Highlighted> {
        let blocks = document.code_blocks.iter().map(|block| {
            let args = (self.highlighter(), block.options.language.as_str(), &*block.code);
            let key = fingerprint_of(&(args.1, args.2));
            self.highlights.get(key, &args, |(highlighter, language, code)| highlighter.highlight(language, code))
        });
        blocks.collect()
    }
}

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

    /// How many results were computed, for tests.
    pub(super) fn computed(&self) -> usize {
        self.computed.load(Ordering::Relaxed)
    }
}
