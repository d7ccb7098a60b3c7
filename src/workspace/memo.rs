//! What was computed before is not computed again.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use crate::source::Fingerprint;

/// Results by the fingerprint of their arguments.
pub(super) struct Memo<V> {
    entries: Option<Mutex<HashMap<Fingerprint, Arc<OnceLock<V>>>>>,
    computed: AtomicUsize,
}

impl<V: Clone> Memo<V> {
    /// One that remembers, or one that only counts: a single build meets each page once.
    pub(super) fn new(remembers: bool) -> Memo<V> {
        Memo { entries: remembers.then(Mutex::default), computed: AtomicUsize::new(0) }
    }

    /// The result for these arguments, computed once however many threads ask. `compute` is a plain `fn`, so it cannot see
    /// anything but them; `key` must be the fingerprint of all that it looks at.
    pub(super) fn get<A>(&self, key: Fingerprint, args: &A, compute: fn(&A) -> V) -> V {
        let counted = || {
            self.computed.fetch_add(1, Ordering::Relaxed);
            compute(args)
        };
        let Some(entries) = &self.entries else { return counted() };
        let entry = entries.lock().expect("no holder of the lock panics").entry(key).or_default().clone();
        entry.get_or_init(counted).clone()
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
