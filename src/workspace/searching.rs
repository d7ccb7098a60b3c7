//! The search of a snapshot: what its indexes are made from, and when one must be made again.
//!
//! An index follows from the texts of its pages, not from the pages: when a title changes, pages beside it show another
//! navigation, and say the same.

use std::sync::{Arc, Mutex};

use rayon::prelude::*;

use super::Snapshot;
use super::snapshot::{Press, simple};
use crate::render::{self, Output};
use crate::search::{self, Entry};
use crate::site::{PageId, View};
use crate::source::{Fingerprint, fingerprint_of};

/// The files of an index, or why there are none.
pub(super) type Made = Arc<Result<Vec<Output>, String>>;

impl Snapshot {
    /// Makes the indexes that are not there yet. `exact` knows pages by what they are made from.
    ///
    /// Each is made on a thread of its own, not on one of the pool: the engine waits for the pool, and a thread of it that
    /// waits takes up other work, which must not be another index.
    pub(super) fn index(&self, press: &dyn Press, exact: &(dyn Fn(PageId) -> Fingerprint + Sync)) {
        let waiting = Mutex::new(self.linked.searched().iter().enumerate());
        let next = || waiting.lock().expect("no holder of the lock panics").next();
        let work = || {
            while let Some((part, pages)) = next() {
                let exact: Vec<(PageId, Fingerprint)> = pages.iter().map(|id| (*id, exact(*id))).collect();
                let mut key = simple(self.index_key(part, &exact));
                if press.has(&mut key) {
                    continue;
                }
                match &*self.indexed(part, &exact, key.near) {
                    Ok(outputs) => press.put(Some(key), outputs.clone()),
                    Err(why) => press.fail(why),
                }
            }
        };
        let threads = rayon::current_num_threads().min(self.linked.searched().len());
        std::thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
    }

    /// A file of the search, made when it is asked for.
    pub(super) fn search_output(&self, path: &str) -> Option<Output> {
        let part = search::part_of(path)?;
        let pages = self.linked.searched().get(part)?;
        let exact: Vec<(PageId, Fingerprint)> =
            pages.par_iter().map(|id| (*id, self.key(*id, &self.view(*id)))).collect();
        let outputs = self.indexed(part, &exact, self.index_key(part, &exact));
        outputs.as_ref().as_ref().ok()?.iter().find(|output| output.path == path).cloned()
    }

    /// Of everything that an index follows from.
    fn index_key(&self, part: usize, pages: &[(PageId, Fingerprint)]) -> Fingerprint {
        let texts: Vec<Fingerprint> = pages
            .par_iter()
            .map(|(id, exact)| {
                let key = self.text_key(*exact);
                self.memos.texts.get(key, &(self, key, id, exact), |(snapshot, key, id, exact)| {
                    let known = snapshot.memos.read_before.get(*key);
                    known.unwrap_or_else(|| snapshot.entry(**id, **exact, None).fingerprint)
                })
            })
            .collect();
        fingerprint_of(&("index", part, texts))
    }

    /// Of everything that the search reads a page from, and of more: of the whole page.
    fn text_key(&self, exact: Fingerprint) -> Fingerprint {
        fingerprint_of(&(exact, self.site.config.search.code))
    }

    fn indexed(&self, part: usize, pages: &[(PageId, Fingerprint)], key: Fingerprint) -> Made {
        self.memos.indexes.get(key, &(self, part, pages), |(snapshot, part, pages)| {
            let entries = pages.par_iter().map(|(id, exact)| snapshot.entry(*id, *exact, None)).collect::<Vec<_>>();
            let language = snapshot.site.config.site.language.as_deref().unwrap_or("en");
            Arc::new(search::index(*part, &entries, language))
        })
    }

    /// What the search reads of a page.
    pub(super) fn entry(&self, id: PageId, exact: Fingerprint, view: Option<&View>) -> Arc<Entry> {
        self.memos.entries.get(self.text_key(exact), &(self, id, view), |(snapshot, id, view)| {
            let own;
            let view = match view {
                Some(view) => *view,
                None => {
                    own = snapshot.view(*id);
                    &own
                }
            };
            let document = snapshot.pages.get(id.0 as usize).map(|page| page.document());
            let code = snapshot.site.config.search.code;
            let text = render::text(document, view, &snapshot.theme, code);
            Arc::new(Entry::new(snapshot.site.path_of(*id), view, &text, &snapshot.theme))
        })
    }
}
