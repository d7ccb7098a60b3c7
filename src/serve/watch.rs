//! Sees what changes in the folders, and reads that again. The door to `notify`.
//!
//! An event only says which files to look at. What follows from them is not guessed: the pipeline runs, and finds its old
//! results where nothing changed.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Event, EventKind, RecursiveMode, Watcher};

use super::News;
use super::live::{Live, Moment};
use crate::workspace::{Again, Inputs, Unusable, Workspace};

/// A file that was saved is read at once; what comes within this time of it belongs to the same change.
const QUIET: Duration = Duration::from_millis(4);
/// A change that goes on for longer is shown in between.
const LONGEST: Duration = Duration::from_millis(100);
/// Files that are read one by one; from more of them on, everything is.
const MOST_SINGLE: usize = 64;
/// An editor that replaces a file has it gone, or empty, for a moment.
const GONE: Duration = Duration::from_millis(15);
/// How long after folders came and went all files are looked at once more.
const SETTLED: Duration = Duration::from_millis(100);
/// The whole site is checked when nothing has changed for this long: it takes the processor from those who type.
const IDLE: Duration = Duration::from_millis(400);

/// Reads the site, and goes on to keep it as the folders are, in a thread of its own.
pub(super) fn start(workspace: Workspace, live: Arc<Live>, news: fn(&News)) {
    std::thread::spawn(move || {
        let (sender, events) = channel();
        let mut watcher = notify::recommended_watcher(move |event| {
            // The other end is gone only when the process ends.
            let _ = sender.send(event);
        })
        .map_err(|error| news(&News::Blind(error.to_string())))
        .ok();
        let mut blind = BTreeSet::new();
        let mut state = State { workspace, inputs: None, is_lost: true, is_settled: true, live, news };
        // What is saved while the site is read is an event already.
        watch(watcher.as_mut(), &mut blind, &state);
        if catch_unwind(AssertUnwindSafe(|| state.read_all())).is_err() {
            state.fail();
        }
        watch(watcher.as_mut(), &mut blind, &state);
        while let Some(changed) = state.next(&events) {
            let start = Instant::now();
            let taken = catch_unwind(AssertUnwindSafe(|| state.take(&changed))).unwrap_or_else(|_| state.fail());
            if matches!(taken, Taken::All | Taken::Lost) {
                watch(watcher.as_mut(), &mut blind, &state);
                state.is_settled = false;
            }
            if matches!(taken, Taken::Some | Taken::All) {
                state.tell(&changed, start);
            }
        }
    });
}

struct State {
    workspace: Workspace,
    /// What was read last.
    inputs: Option<Inputs>,
    /// The site cannot be shown now, or not yet.
    is_lost: bool,
    /// Nothing can have been missed.
    is_settled: bool,
    live: Arc<Live>,
    news: fn(&News),
}

/// What events say.
#[derive(Default)]
struct Changed {
    files: BTreeSet<PathBuf>,
    /// More than single files: folders moved, or events were lost.
    everything: bool,
    /// The last file was written to its end.
    is_complete: bool,
    /// Nothing was told, but something may have been missed.
    perhaps: bool,
}

/// How much was read again.
enum Taken {
    Nothing,
    Some,
    All,
    /// All, and the site cannot be shown.
    Lost,
}

impl State {
    /// Waits for a change. Nothing when there will be none. Meanwhile, the whole site is checked.
    fn next(&mut self, events: &Receiver<notify::Result<Event>>) -> Option<Changed> {
        let mut changed = Changed::default();
        if !self.is_settled {
            self.is_settled = true;
            match events.recv_timeout(SETTLED) {
                Ok(first) => {
                    self.is_settled = false;
                    self.note(&mut changed, first);
                    return Some(self.gather(changed, events));
                }
                Err(_) => return Some(Changed { perhaps: true, ..Changed::default() }),
            }
        }
        let first = match events.recv_timeout(IDLE) {
            Ok(event) => event,
            Err(RecvTimeoutError::Timeout) => {
                self.check_all();
                events.recv().ok()?
            }
            Err(RecvTimeoutError::Disconnected) => return None,
        };
        self.note(&mut changed, first);
        Some(self.gather(changed, events))
    }

    /// Adds what belongs to the same change: all that is known by now, and where a file is still being written, what comes
    /// within a moment.
    fn gather(&self, mut changed: Changed, events: &Receiver<notify::Result<Event>>) -> Changed {
        let until = Instant::now() + LONGEST;
        while Instant::now() < until && !changed.is_empty() {
            let wait = if changed.is_complete { Duration::ZERO } else { QUIET };
            match events.recv_timeout(wait) {
                Ok(event) => self.note(&mut changed, event),
                Err(_) => break,
            }
        }
        changed
    }

    fn note(&self, changed: &mut Changed, event: notify::Result<Event>) {
        match event {
            Ok(event) if event.need_rescan() => changed.everything = true,
            // Reading is no change, and the end of writing says that there is no more to come. Not all systems tell it.
            Ok(event) if matches!(event.kind, EventKind::Access(_)) => {
                changed.is_complete |= event.kind == EventKind::Access(AccessKind::Close(AccessMode::Write));
            }
            // Nor is a folder whose times change with what is in it.
            Ok(event) if is_of_metadata(&event) && event.paths.iter().all(|path| path.is_dir()) => {}
            Ok(event) => {
                let files = event.paths.into_iter().filter(|path| {
                    // Where the site cannot be shown, anything may be what is missing.
                    self.workspace.concerns(self.inputs.as_ref().filter(|_| !self.is_lost), path)
                });
                changed.files.extend(files);
                changed.is_complete = false;
            }
            Err(_) => changed.everything = true,
        }
    }

    /// Reads what changed.
    fn take(&mut self, changed: &Changed) -> Taken {
        if changed.perhaps {
            return self.look_again();
        }
        if changed.is_empty() {
            return Taken::Nothing;
        }
        let single = !changed.everything && changed.files.len() <= MOST_SINGLE;
        let Some(inputs) = self.inputs.as_mut().filter(|_| single && !self.is_lost) else {
            return self.read_all();
        };
        let mut is_read = false;
        for file in &changed.files {
            // An editor may be about to put it back, or to write what it has emptied.
            if std::fs::metadata(file).map_or(true, |metadata| metadata.len() == 0) {
                std::thread::sleep(GONE);
            }
            match self.workspace.read_again(inputs, file) {
                Again::Read => is_read = true,
                Again::Nothing => {}
                Again::Everything => {
                    return self.read_all();
                }
            }
        }
        if !is_read {
            return Taken::Nothing;
        }
        self.live.show(Moment::Site(Box::new(self.workspace.assemble(inputs))));
        Taken::Some
    }

    /// Files that came into a new folder before it was watched have told nothing.
    fn look_again(&mut self) -> Taken {
        if self.is_lost {
            return if self.workspace.load().is_ok() { self.read_all() } else { Taken::Nothing };
        }
        let (Some(known), Ok(inputs)) = (&self.inputs, self.workspace.load()) else { return Taken::Nothing };
        if self.workspace.fingerprint(&inputs) == self.workspace.fingerprint(known) {
            return Taken::Nothing;
        }
        self.live.show(Moment::Site(Box::new(self.workspace.assemble(&inputs))));
        self.inputs = Some(inputs);
        Taken::All
    }

    fn read_all(&mut self) -> Taken {
        match self.workspace.find_again().and_then(|()| self.workspace.load()) {
            Ok(inputs) => {
                let snapshot = self.workspace.assemble(&inputs);
                if self.is_lost {
                    (self.news)(&News::Ready { pages: snapshot.pages() });
                }
                self.is_lost = false;
                self.inputs = Some(inputs);
                self.live.show(Moment::Site(Box::new(snapshot)));
                Taken::All
            }
            Err(unusable) => self.lose(unusable),
        }
    }

    /// Content that the program cannot bear must not end the preview.
    fn fail(&mut self) -> Taken {
        self.lose(Unusable {
            message: "what was saved last ended in a fault of Waypost".to_owned(),
            help: "undo it to go on, and tell those who work on Waypost what it was".to_owned(),
        })
    }

    fn lose(&mut self, unusable: Unusable) -> Taken {
        self.is_lost = true;
        let (message, help) = (unusable.message.clone(), unusable.help.clone());
        (self.news)(&News::Unusable { message, help });
        self.live.show(Moment::Unusable(unusable));
        Taken::Lost
    }

    /// Looks for the findings of the whole site, until something changes.
    fn check_all(&self) {
        let now = self.live.now();
        let (Moment::Site(_), None) = (&*now.moment, &now.findings) else { return };
        let live = self.live.clone();
        std::thread::spawn(move || {
            let Moment::Site(snapshot) = &*now.moment else { return };
            if let Some(found) = snapshot.check_while(&|| live.is_at(now.revision)) {
                live.add_findings(now.revision, found);
            }
        });
    }

    fn tell(&self, changed: &Changed, start: Instant) {
        let root = &self.workspace.folders().root;
        let real = root.canonicalize().unwrap_or_else(|_| root.clone());
        let shown = |file: &PathBuf| {
            let inside = file.strip_prefix(&real).or_else(|_| file.strip_prefix(root)).unwrap_or(file);
            inside.to_string_lossy().replace('\\', "/")
        };
        (self.news)(&News::Changed {
            files: changed.files.iter().take(3).map(shown).collect(),
            count: changed.files.len(),
            milliseconds: start.elapsed().as_millis() as u64,
        });
    }
}

fn is_of_metadata(event: &Event) -> bool {
    matches!(event.kind, EventKind::Modify(ModifyKind::Metadata(_)))
}

impl Changed {
    fn is_empty(&self) -> bool {
        self.files.is_empty() && !self.everything
    }
}

/// Watches the folders that matter now, those that came into being included.
fn watch(watcher: Option<&mut notify::RecommendedWatcher>, blind: &mut BTreeSet<PathBuf>, state: &State) {
    let Some(watcher) = watcher else { return };
    let wanted = state.workspace.watched(state.inputs.as_ref()).into_iter();
    for (folder, deep) in wanted.filter(|(folder, _)| folder.is_dir()) {
        // A folder that was removed and made again has to be watched anew: to ask twice does no harm.
        let mode = if deep { RecursiveMode::Recursive } else { RecursiveMode::NonRecursive };
        if let Err(error) = watcher.watch(&folder, mode)
            && blind.insert(folder.clone())
        {
            (state.news)(&News::Blind(format!("`{}` cannot be watched: {error}", folder.display())));
        }
    }
}
