//! Sees what changes in the folders, and reads that again. The door to `notify`.
//!
//! An event only says which files to look at. What follows from them is not guessed: the pipeline runs, and finds its old
//! results where nothing changed.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::ModifyKind;
use notify::{Event, EventKind, RecursiveMode, Watcher};

use super::News;
use super::live::{Live, Moment};
use crate::workspace::{Again, Inputs, Workspace};

/// A file that was saved is read at once; what comes within this time of it belongs to the same change.
const QUIET: Duration = Duration::from_millis(4);
/// A change that goes on for longer is shown in between.
const LONGEST: Duration = Duration::from_millis(100);
/// Files that are read one by one; from more of them on, everything is.
const MOST_SINGLE: usize = 64;
/// An editor that replaces a file has it gone for a moment.
const GONE: Duration = Duration::from_millis(15);
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
        let mut state = State { workspace, inputs: None, live, news };
        // What is saved while the site is read is an event already.
        watch(watcher.as_mut(), &mut blind, &state);
        state.read_all();
        watch(watcher.as_mut(), &mut blind, &state);
        while let Some(changed) = state.next(&events) {
            let start = Instant::now();
            match state.take(&changed) {
                Taken::Nothing => continue,
                Taken::Some => {}
                Taken::All => watch(watcher.as_mut(), &mut blind, &state),
            }
            state.tell(&changed, start);
        }
    });
}

struct State {
    workspace: Workspace,
    /// What was read; nothing where the site could not be.
    inputs: Option<Inputs>,
    live: Arc<Live>,
    news: fn(&News),
}

/// What events say.
#[derive(Default)]
struct Changed {
    files: BTreeSet<PathBuf>,
    /// More than single files: folders moved, or events were lost.
    everything: bool,
}

/// How much was read again.
enum Taken {
    Nothing,
    Some,
    All,
}

impl State {
    /// Waits for a change. Nothing when there will be none. Meanwhile, the whole site is checked.
    fn next(&self, events: &Receiver<notify::Result<Event>>) -> Option<Changed> {
        let mut changed = Changed::default();
        let first = match events.recv_timeout(IDLE) {
            Ok(event) => event,
            Err(RecvTimeoutError::Timeout) => {
                self.check_all();
                events.recv().ok()?
            }
            Err(RecvTimeoutError::Disconnected) => return None,
        };
        self.note(&mut changed, first);
        let until = Instant::now() + LONGEST;
        while Instant::now() < until && !changed.is_empty() {
            match events.recv_timeout(QUIET) {
                Ok(event) => self.note(&mut changed, event),
                Err(_) => break,
            }
        }
        Some(changed)
    }

    fn note(&self, changed: &mut Changed, event: notify::Result<Event>) {
        match event {
            Ok(event) if event.need_rescan() => changed.everything = true,
            // Reading is no change.
            Ok(event) if matches!(event.kind, EventKind::Access(_)) => {}
            // Nor is a folder whose times change with what is in it.
            Ok(event) if is_of_metadata(&event) && event.paths.iter().all(|path| path.is_dir()) => {}
            Ok(event) => {
                let files = event.paths.into_iter().filter(|path| self.workspace.concerns(self.inputs.as_ref(), path));
                changed.files.extend(files);
            }
            Err(_) => changed.everything = true,
        }
    }

    /// Reads what changed.
    fn take(&mut self, changed: &Changed) -> Taken {
        if changed.is_empty() {
            return Taken::Nothing;
        }
        let single = !changed.everything && changed.files.len() <= MOST_SINGLE;
        let Some(inputs) = self.inputs.as_mut().filter(|_| single) else {
            self.read_all();
            return Taken::All;
        };
        let mut is_read = false;
        for file in &changed.files {
            let mut again = self.workspace.read_again(inputs, file);
            if again == Again::Everything && !file.exists() {
                // An editor may be about to put it back.
                std::thread::sleep(GONE);
                again = self.workspace.read_again(inputs, file);
            }
            match again {
                Again::Read => is_read = true,
                Again::Nothing => {}
                Again::Everything => {
                    self.read_all();
                    return Taken::All;
                }
            }
        }
        if !is_read {
            return Taken::Nothing;
        }
        self.live.show(Moment::Site(Box::new(self.workspace.assemble(inputs))));
        Taken::Some
    }

    fn read_all(&mut self) {
        let moment = match self.workspace.find_again().and_then(|()| self.workspace.load()) {
            Ok(inputs) => {
                let snapshot = self.workspace.assemble(&inputs);
                if self.inputs.is_none() {
                    (self.news)(&News::Ready { pages: snapshot.pages() });
                }
                self.inputs = Some(inputs);
                Moment::Site(Box::new(snapshot))
            }
            Err(unusable) => {
                self.inputs = None;
                let (message, help) = (unusable.message.clone(), unusable.help.clone());
                (self.news)(&News::Unusable { message, help });
                Moment::Unusable(unusable)
            }
        };
        self.live.show(moment);
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
