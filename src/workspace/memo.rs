//! What was computed before is not computed again. Owns [`Memo`].

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use crate::source::Fingerprint;

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
    pub(super) fn begin(&self, kept: u64) {
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
    pub(super) fn results(&self) -> BTreeMap<Fingerprint, V> {
        let Some(entries) = &self.entries else { return BTreeMap::new() };
        let entries = entries.lock().expect("no holder of the lock panics");
        entries.iter().filter_map(|(key, entry)| Some((*key, entry.value.get()?.clone()))).collect()
    }

    /// How many results were computed, for tests.
    pub(super) fn computed(&self) -> usize {
        self.computed.load(Ordering::Relaxed)
    }
}
