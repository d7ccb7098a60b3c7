//! From outputs to the disk: only what changed is written, what vanished is removed, and the old site stays whole until
//! the new one is complete.
//!
//! Entry points: [`Writer::open`], [`Press::put`], [`Writer::finish`]. It must not know what the files are.
//!
//! Files that differ from those on the disk are first written into a staging folder inside the output folder. A full disk
//! or a signal leaves the old site as it was. Only when every file is there are they moved into place, one rename each.

mod manifest;
mod record;

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;

use self::record::{Record, Stamp, Stamped};
use crate::render::{Body, Output};
use crate::source::walk::MANIFEST;
use crate::source::{Fingerprint, fingerprint_of};
use crate::workspace::{Key, Press};

/// Where new files wait.
const STAGING: &str = ".waypost-staging";

/// What came of a file.
enum Staged {
    /// It waits in the staging folder, or the old site has the same.
    Ours { stamp: Option<Stamp>, is_new: bool },
    /// It is there, and nobody knows who wrote it.
    Foreign,
}

/// Said of a file in the output folder that no manifest lists.
const FOREIGN: &str = "a file that Waypost did not write is there";

/// A site being written.
pub struct Writer {
    /// Without links and dots.
    folder: PathBuf,
    /// The files of the old site, sorted.
    old: Vec<String>,
    /// What the build before knew of them.
    record: Record,
    /// Where that is kept.
    cache: Option<PathBuf>,
    /// What is wrong there.
    warning: Option<String>,
    state: Mutex<State>,
    /// Held until the end: two builds into one folder would each move half of the other's files.
    _lock: Option<File>,
}

#[derive(Default)]
struct State {
    /// Every file of the new site.
    files: Vec<String>,
    /// Those that wait in the staging folder.
    staged: Vec<String>,
    /// What is known of the files now.
    record: Record,
    /// Some file of the site is somebody else's, who may change it.
    is_shared: bool,
    /// The first thing that went wrong.
    failure: Option<Failure>,
}

/// Why a site cannot be written, with what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// What writing did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Files in the site.
    pub files: usize,
    /// Files that were new or changed.
    pub changed: usize,
    /// Files of the old site that are gone.
    pub removed: usize,
    /// What is wrong with the cache, which is no fault of the site.
    pub warning: Option<String>,
}

impl Writer {
    /// Prepares a folder. `inputs` are folders that must not be overwritten: the output may not contain any of them. `cache`
    /// is the folder in which it is kept what was written from what.
    pub fn open(folder: &Path, inputs: &[PathBuf], cache: Option<&Path>) -> Result<Writer, Failure> {
        let shown = folder;
        let folder = &resolved(folder).map_err(|error| failure(shown, &error))?;
        refuse_inputs(shown, folder, inputs)?;
        let lock = lock(shown, folder)?;
        let mut old = match manifest::read(&folder.join(MANIFEST)) {
            Some(old) => old,
            None if holds_foreign_files(folder) => {
                return Err(Failure {
                    message: format!("the output folder `{}` holds files that Waypost did not write", shown.display()),
                    help: "empty it yourself, or choose another folder with `--out`; nothing was changed".to_owned(),
                });
            }
            None => Vec::new(),
        };
        let staging = folder.join(STAGING);
        // What an interrupted build left behind.
        let cleared = if staging.exists() { fs::remove_dir_all(&staging) } else { Ok(()) };
        cleared.and_then(|()| fs::create_dir_all(&staging)).map_err(|error| failure(&staging, &error))?;
        old.sort();
        let (record, warning) = match cache.map(|cache| Record::read(cache, folder)) {
            Some(Ok(record)) => (record, None),
            Some(Err(why)) => (Record::default(), Some(why)),
            None => (Record::default(), None),
        };
        let cache = cache.map(Path::to_owned);
        Ok(Writer { folder: folder.to_owned(), old, record, cache, warning, state: Mutex::default(), _lock: lock })
    }

    /// The whole site, made from these inputs without a finding, is there as it was written: nothing is to be done. Gives
    /// the number that was noted with it.
    pub fn whole(&self, inputs: Fingerprint) -> Option<usize> {
        let pages = self.record.whole.filter(|(of, _)| *of == inputs)?.1;
        let files = || self.record.groups.values().flatten();
        let is_all = files().count() == self.old.len() && files().all(|stamped| self.is_there(stamped));
        is_all.then_some(pages)
    }

    /// Notes that these inputs gave this site, and not one finding.
    pub fn note_whole(&self, inputs: Fingerprint, pages: usize) {
        self.state.lock().expect("no holder of the lock panics").record.whole = Some((inputs, pages));
    }

    /// A file is ours, and nobody has touched it since it was written.
    fn is_there(&self, stamped: &Stamped) -> bool {
        self.is_ours(&stamped.path) && Stamp::of(&self.folder.join(&stamped.path)) == Some(stamped.stamp)
    }

    /// Moves the new files into place and removes what is gone. After an error the old site is as it was.
    pub fn finish(self) -> Result<Written, Failure> {
        let State { mut files, mut staged, mut record, is_shared, failure: failed } =
            std::mem::take(&mut *self.state.lock().expect("no holder of the lock panics"));
        record.whole = record.whole.filter(|_| !is_shared);
        let staging = self.folder.join(STAGING);
        if let Some(failed) = failed {
            // The failure is what matters; leftovers are cleared by the next build.
            let _ = fs::remove_dir_all(&staging);
            return Err(failed);
        }
        files.sort();
        staged.sort();
        self.check_places(&staged)?;
        let place = self.folder.join(MANIFEST);
        // Until all is done the manifest lists old and new, so that whatever interrupts, the next build knows its own.
        let mut both: Vec<&String> = files.iter().chain(&self.old).collect();
        both.sort();
        both.dedup();
        manifest::write(&place, &both).map_err(|error| failure(&place, &error))?;
        let gone: Vec<&String> = self.old.iter().filter(|old| files.binary_search(old).is_err()).collect();
        for path in gone.iter().filter(|path| !leaves(&self.folder, path)) {
            remove(&self.folder, path);
        }
        let mut made = PathBuf::new();
        for path in &staged {
            let target = self.folder.join(path);
            let parent = target.parent().unwrap_or(&self.folder);
            if made != parent {
                fs::create_dir_all(parent).map_err(|error| failure(parent, &error))?;
                made = parent.to_owned();
            }
            fs::rename(staging.join(path), &target).map_err(|error| failure(&target, &error))?;
        }
        manifest::write(&place, &files.iter().collect::<Vec<_>>()).map_err(|error| failure(&place, &error))?;
        fs::remove_dir_all(&staging).map_err(|error| failure(&staging, &error))?;
        let kept = self.cache.as_ref().map_or(Ok(()), |cache| record.write(cache, &self.folder));
        let warning = self.warning.or(kept.err());
        Ok(Written { files: files.len(), changed: staged.len(), removed: gone.len(), warning })
    }

    /// Ends without a change: the site is as it was.
    pub fn leave(self) {
        // What is left there is cleared by the next build.
        let _ = fs::remove_dir_all(self.folder.join(STAGING));
    }

    /// Was this file written by the build before?
    fn is_ours(&self, path: &str) -> bool {
        self.old.binary_search_by(|old| old.as_str().cmp(path)).is_ok()
    }

    /// Is there something at a path that no build wrote? A folder of ours, where a file is to be, will be empty in time.
    fn holds_foreign(&self, path: &str) -> bool {
        let place = self.folder.join(path);
        match fs::read_dir(&place) {
            Ok(entries) => entries.flatten().any(|entry| {
                let below = format!("{path}/{}", entry.file_name().to_string_lossy());
                !self.is_ours(&below) && self.holds_foreign(&below)
            }),
            Err(_) => place.symlink_metadata().is_ok(),
        }
    }

    /// Makes sure, before anything is touched, that every file can go where it belongs.
    fn check_places(&self, staged: &[String]) -> Result<(), Failure> {
        let mut checked = "";
        for path in staged {
            let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
            if parent == checked {
                continue;
            }
            checked = parent;
            let above = path.match_indices('/').map(|(at, _)| &path[..at]);
            for folder in above {
                let place = self.folder.join(folder);
                let in_the_way = place.is_symlink() || (place.is_file() && !self.is_ours(folder));
                if in_the_way {
                    let error = io::Error::new(io::ErrorKind::AlreadyExists, "something else stands in its place");
                    let _ = fs::remove_dir_all(self.folder.join(STAGING));
                    return Err(failure(&place, &error));
                }
            }
        }
        Ok(())
    }

    /// Writes a file into the staging folder, if it must be written.
    fn stage(&self, output: &Output) -> Result<Staged, Failure> {
        let current = self.folder.join(&output.path);
        let staged = self.folder.join(STAGING).join(&output.path);
        let write = || -> io::Result<Staged> {
            let is_ours = self.is_ours(&output.path);
            if is_same(&current, &output.body)? {
                let same = Staged::Ours { stamp: Stamp::of(&current), is_new: false };
                return Ok(if is_ours { same } else { Staged::Foreign });
            }
            if !is_ours && self.holds_foreign(&output.path) {
                return Err(io::Error::new(io::ErrorKind::AlreadyExists, FOREIGN));
            }
            let attempt = || match &output.body {
                Body::Bytes(bytes) => fs::write(&staged, bytes),
                Body::Copy(from) => fs::copy(from, &staged).map(drop),
            };
            match attempt() {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    fs::create_dir_all(staged.parent().unwrap_or(&self.folder))?;
                    attempt()?;
                }
                result => result?,
            }
            // A file keeps its times when it is moved.
            Ok(Staged::Ours { stamp: Stamp::of(&staged), is_new: true })
        };
        write().map_err(|error| failure(&current, &error))
    }
}

impl Press for Writer {
    fn has(&self, key: &mut Key) -> bool {
        if let Some(exact) = self.record.near.get(&key.near) {
            key.know(*exact);
        }
        let exact = key.exact();
        let is_there = |files: &&Vec<Stamped>| files.iter().all(|file| self.is_there(file));
        let Some(files) = self.record.groups.get(&exact).filter(is_there) else { return false };
        let mut state = self.state.lock().expect("no holder of the lock panics");
        state.files.extend(files.iter().map(|file| file.path.clone()));
        state.record.add(key.near, exact, files.clone());
        true
    }

    /// What fails is told by `finish`.
    fn put(&self, key: Option<Key>, outputs: Vec<Output>) {
        let results: Vec<_> = outputs.into_iter().map(|output| (self.stage(&output), output.path)).collect();
        let mut group = Vec::new();
        let mut state = self.state.lock().expect("no holder of the lock panics");
        let mut is_known = key.is_some();
        for (result, path) in results {
            match result {
                Ok(Staged::Ours { stamp, is_new }) => {
                    if is_new {
                        state.staged.push(path.clone());
                    }
                    is_known &= stamp.is_some();
                    group.extend(stamp.map(|stamp| Stamped { path: path.clone(), stamp }));
                }
                // Somebody put the same file there. It stays theirs, and is not removed when the site no longer has it.
                Ok(Staged::Foreign) => {
                    is_known = false;
                    state.is_shared = true;
                    continue;
                }
                Err(failure) => drop(state.failure.get_or_insert(failure)),
            }
            state.files.push(path);
        }
        if let Some(mut key) = key.filter(|_| is_known) {
            state.record.add(key.near, key.exact(), group);
        }
    }

    fn fail(&self, why: &str) {
        let help = "the site that was there is as it was; build without a search (`enabled = false` under `[search]`), and \
                    tell us";
        let failure = Failure { message: format!("the search cannot be made: {why}"), help: help.to_owned() };
        self.state.lock().expect("no holder of the lock panics").failure.get_or_insert(failure);
    }
}

/// The folder that is written may not be, or contain, what is read.
fn refuse_inputs(shown: &Path, folder: &Path, inputs: &[PathBuf]) -> Result<(), Failure> {
    for input in inputs {
        let Ok(input) = resolved(input) else { continue };
        if input.starts_with(folder) {
            return Err(Failure {
                message: format!(
                    "the output folder `{}` contains `{}`, which is read",
                    shown.display(),
                    input.display()
                ),
                help: "choose another folder with `--out`; nothing was changed".to_owned(),
            });
        }
    }
    Ok(())
}

/// The real path of a folder that may not exist yet: links followed, dots gone.
fn resolved(folder: &Path) -> io::Result<PathBuf> {
    let mut real = PathBuf::new();
    for part in std::path::absolute(folder)?.components() {
        match part {
            Component::ParentDir => drop(real.pop()),
            part => real.push(part),
        }
        real = real.canonicalize().unwrap_or(real);
    }
    Ok(real)
}

/// Takes the right to write a folder, or says who has it. A system without locks does without.
fn lock(shown: &Path, folder: &Path) -> Result<Option<File>, Failure> {
    let name = format!("waypost-{}.lock", fingerprint_of(folder));
    // Nothing is written to it, and what is there already stays.
    let place = std::env::temp_dir().join(name);
    let open = OpenOptions::new().write(true).create(true).truncate(false).open(place);
    let Ok(file) = open else { return Ok(None) };
    // A program that this one starts holds a copy of what is open for a moment: a lock that was just given back, too.
    let mut tries = 0;
    let locked = loop {
        match file.try_lock() {
            Err(TryLockError::WouldBlock) if tries < 20 => {
                tries += 1;
                std::thread::sleep(Duration::from_millis(10));
            }
            locked => break locked,
        }
    };
    match locked {
        Err(TryLockError::WouldBlock) => Err(Failure {
            message: format!("another build is writing to `{}`", shown.display()),
            help: "wait until it is done, or choose another folder with `--out`".to_owned(),
        }),
        _ => Ok(Some(file)),
    }
}

/// Does a path below the folder go through a symbolic link? What lies behind one is not ours.
fn leaves(folder: &Path, path: &str) -> bool {
    let above = path.match_indices('/').map(|(at, _)| &path[..at]);
    above.into_iter().any(|parent| folder.join(parent).is_symlink())
}

fn holds_foreign_files(folder: &Path) -> bool {
    if folder.is_file() {
        return true;
    }
    let Ok(entries) = fs::read_dir(folder) else { return false };
    // A first build that was interrupted leaves these.
    entries.flatten().any(|entry| entry.file_name() != STAGING && entry.file_name() != manifest::BESIDE)
}

fn is_same(file: &Path, body: &Body) -> io::Result<bool> {
    let size = match body {
        Body::Bytes(bytes) => bytes.len() as u64,
        Body::Copy(from) => fs::metadata(from)?.len(),
    };
    match fs::metadata(file) {
        Ok(metadata) if metadata.is_file() && metadata.len() == size => {}
        _ => return Ok(false),
    }
    Ok(match body {
        Body::Bytes(bytes) => fs::read(file)? == *bytes,
        Body::Copy(from) => fs::read(file)? == fs::read(from)?,
    })
}

/// Removes a file of the old site, and the folders that it leaves empty. What cannot be removed is no harm to the new one.
fn remove(folder: &Path, path: &str) {
    let file = folder.join(path);
    if fs::remove_file(&file).is_err() {
        return;
    }
    let mut parent = file.parent();
    while let Some(empty) = parent.filter(|parent| *parent != folder) {
        if fs::remove_dir(empty).is_err() {
            return;
        }
        parent = empty.parent();
    }
}

fn failure(path: &Path, error: &io::Error) -> Failure {
    let help = match error.kind() {
        io::ErrorKind::StorageFull => "make room on the disk; the site that was there is as it was",
        io::ErrorKind::AlreadyExists => "move it away; nothing was changed",
        io::ErrorKind::PermissionDenied => "choose a folder that you can write to with `--out`",
        _ => "the site that was there is as it was, unless files were already being moved; build again",
    };
    Failure { message: format!("`{}` cannot be written: {error}", path.display()), help: help.to_owned() }
}
