//! What is served now, and who waits for the next.

use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use crate::diagnostic::Diagnostic;
use crate::workspace::{Snapshot, Unusable};

/// The site at one moment.
pub(super) enum Moment {
    /// It can be shown.
    Site(Box<Snapshot>),
    /// It cannot: its settings cannot be read, its content is gone.
    Unusable(Unusable),
}

/// The moment that is served, which others replace while requests are answered.
#[derive(Default)]
pub(super) struct Live {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    now: Option<Now>,
    /// Grows with everything that somebody may want to know of.
    revision: u64,
}

/// What is served at a time.
#[derive(Clone)]
pub(super) struct Now {
    /// Grows with each change.
    pub(super) revision: u64,
    /// The site.
    pub(super) moment: Arc<Moment>,
    /// The findings of the whole site, once somebody has looked for them.
    pub(super) findings: Option<Arc<Vec<Diagnostic>>>,
}

impl Live {
    /// Puts a new moment in place of the old one.
    pub(super) fn show(&self, moment: Moment) -> Now {
        let mut state = self.lock();
        state.revision += 1;
        let now = Now { revision: state.revision, moment: Arc::new(moment), findings: None };
        state.now = Some(now.clone());
        self.changed.notify_all();
        now
    }

    /// Adds the findings of the whole site, if it is still that of the revision.
    pub(super) fn add_findings(&self, revision: u64, findings: Vec<Diagnostic>) {
        let mut state = self.lock();
        let next = state.revision + 1;
        let Some(now) = state.now.as_mut().filter(|now| now.revision == revision) else { return };
        now.findings = Some(Arc::new(findings));
        now.revision = next;
        state.revision = next;
        self.changed.notify_all();
    }

    /// This is still what is served.
    pub(super) fn is_at(&self, revision: u64) -> bool {
        self.lock().revision == revision
    }

    /// What is served now. Waits until there is something for the first time.
    pub(super) fn now(&self) -> Now {
        let mut state = self.lock();
        loop {
            match &state.now {
                Some(now) => return now.clone(),
                None => state = self.changed.wait(state).expect("no holder of the lock panics"),
            }
        }
    }

    /// What is served after a revision; nothing where that takes longer than the time given.
    pub(super) fn after(&self, revision: u64, patience: Duration) -> Option<Now> {
        let until = Instant::now() + patience;
        let mut state = self.lock();
        loop {
            if let Some(now) = state.now.as_ref().filter(|now| now.revision > revision) {
                return Some(now.clone());
            }
            let left = until.checked_duration_since(Instant::now())?;
            state = self.changed.wait_timeout(state, left).expect("no holder of the lock panics").0;
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no holder of the lock panics")
    }
}
