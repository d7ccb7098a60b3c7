//! When the files of a site were written, and by whom, as the repository tells. Entry point: [`read`].
//!
//! One pass over the commits that touch the site's folders, kept in the cache by the last of them: later runs read what
//! came after it. What a file's own commits are does not depend on their order, so both ways give the same.
//! It must not know which files are pages, or who the authors are.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Fingerprint, cache, git};

/// What the repository tells of some files.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct History {
    /// The clone holds the last commits alone, so nothing is told: the oldest of them seems to have written everything.
    pub is_shallow: bool,
    /// From the folder that was asked for; files without a commit are not in it.
    pub files: BTreeMap<String, Written>,
}

/// When a text was written, and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Written {
    /// The day of the last commit that changed it, where that was made, as `YYYY-MM-DD`.
    pub day: String,
    /// All who wrote it under any name that it had.
    pub authors: BTreeSet<Arc<Author>>,
}

/// Who wrote a commit, after the repository's `.mailmap`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Author {
    /// As they call themselves.
    pub name: String,
    /// As it stands in the commit.
    pub email: String,
}

/// The file of the cache.
const CACHE: &str = "history";

/// What the commits up to one of them did to the files of some folders.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Log {
    /// The last commit.
    head: String,
    /// The folders.
    below: Vec<String>,
    /// Of the file that gives authors other names.
    mailmap: Option<Fingerprint>,
    authors: Vec<Arc<Author>>,
    commits: Vec<Commit>,
    /// Path → the commits that changed its text.
    changes: BTreeMap<String, Vec<u32>>,
    /// New path → the old ones, each with the commit that moved it.
    moves: BTreeMap<String, Vec<(u32, String)>>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Commit {
    /// Seconds since 1970.
    time: i64,
    day: String,
    authors: Vec<u32>,
}

/// Reads the history of files below `folder`, all of which lie in the folders `below` it. `cache` is where earlier runs
/// left what they read. Nothing where there is no repository, no commit or no `git`.
pub fn read<'a>(
    folder: &Path,
    below: &[&str],
    files: impl Iterator<Item = &'a str>,
    cache: Option<&Path>,
) -> Option<History> {
    let about = git::git(folder, &["rev-parse", "--show-toplevel", "--is-shallow-repository", "HEAD"]).ok()?;
    let mut about = about.lines();
    let (top, is_shallow, head) = (about.next()?, about.next()? == "true", about.next()?);
    if is_shallow {
        return Some(History { is_shallow, files: BTreeMap::new() });
    }
    let mailmap = std::fs::read(Path::new(top).join(".mailmap")).ok().map(|bytes| Fingerprint::of(&bytes));
    let below: Vec<String> = below.iter().map(|folder| (*folder).to_owned()).collect();
    // A cache that cannot be read, or that is of other folders, is made anew.
    let known = cache.and_then(|cache| cache::read::<Log>(cache, CACHE).ok().flatten());
    let known = known.filter(|log| log.below == below && log.mailmap == mailmap);
    let log = match known {
        Some(log) if log.head == head => log,
        known => {
            let known = known.filter(|log| git::git(folder, &["merge-base", "--is-ancestor", &log.head, head]).is_ok());
            let since = known.as_ref().map(|log| log.head.clone());
            let mut log = known.unwrap_or_else(|| Log { below, mailmap, ..Log::default() });
            log.head = head.to_owned();
            add(&mut log, folder, since.as_deref())?;
            if let Some(cache) = cache {
                // What could not be kept is read again.
                let _ = cache::write(cache, CACHE, &log);
            }
            log
        }
    };
    let written = files.filter_map(|file| Some((file.to_owned(), log.written(file)?)));
    Some(History { is_shallow, files: written.collect() })
}

/// Fields of a commit are separated by one of these, which no name or address holds.
const FORMAT: &str =
    "--format=%x01%ct%x02%cs%x02%aN%x02%aE%x02%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x02)";

/// Adds the commits after one of them, or all of them.
fn add(log: &mut Log, folder: &Path, since: Option<&str>) -> Option<()> {
    let commits = since.map_or_else(|| log.head.clone(), |since| format!("{since}..{}", log.head));
    // What merges bring was written before. Without `--full-history`, which commits are told would depend on where the
    // reading began.
    let options = ["log", "-z", "--name-status", "--relative", "--no-merges", "--full-history", "--no-color"];
    // How much alike two files are is for the clones that hold all texts; in the others nothing is fetched, and only
    // texts that moved as they were are found.
    let read = ["-M", "-M100%"].into_iter().find_map(|alike| {
        let mut arguments = options.to_vec();
        arguments.extend([alike, "-l1000", FORMAT, &commits, "--"]);
        arguments.extend(log.below.iter().map(String::as_str));
        let mut read = Reading::default();
        git::read_fields(folder, &arguments, &mut |field| read.take(field)).ok()?;
        Some(read)
    })?;
    read.put_into(log);
    Some(())
}

/// What `git log` prints, field by field.
#[derive(Default)]
struct Reading {
    commits: Vec<(Commit, Vec<Author>)>,
    changes: Vec<(String, u32)>,
    moves: Vec<(String, u32, String)>,
    /// How the file changed whose path comes next.
    status: Option<String>,
    /// The old path of a file that was moved.
    from: Option<String>,
}

impl Reading {
    fn take(&mut self, field: &str) {
        let Some(status) = self.status.take() else {
            match field.strip_prefix('\u{1}') {
                Some(commit) => self.commits.extend(commit_of(commit)),
                // A line feed stands before the first file of a commit.
                None => self.status = Some(field.trim_start_matches('\n').to_owned()),
            }
            return;
        };
        let Some(commit) = (self.commits.len() as u32).checked_sub(1) else { return };
        let is_moved = status.starts_with('R');
        if is_moved && self.from.is_none() {
            (self.from, self.status) = (Some(field.to_owned()), Some(status));
            return;
        }
        if let Some(from) = self.from.take() {
            self.moves.push((field.to_owned(), commit, from));
        }
        // A text that moved as it was reads as before.
        if !status.starts_with('D') && status != "R100" {
            self.changes.push((field.to_owned(), commit));
        }
    }

    fn put_into(self, log: &mut Log) {
        let mut numbers: HashMap<Arc<Author>, u32> =
            log.authors.iter().enumerate().map(|(number, author)| (author.clone(), number as u32)).collect();
        let first = log.commits.len() as u32;
        for (mut commit, authors) in self.commits {
            for author in authors.into_iter().map(Arc::new) {
                let number = *numbers.entry(author.clone()).or_insert(log.authors.len() as u32);
                if number as usize == log.authors.len() {
                    log.authors.push(author);
                }
                commit.authors.push(number);
            }
            log.commits.push(commit);
        }
        for (path, commit) in self.changes {
            log.changes.entry(path).or_default().push(first + commit);
        }
        for (to, commit, from) in self.moves {
            log.moves.entry(to).or_default().push((first + commit, from));
        }
    }
}

fn commit_of(text: &str) -> Option<(Commit, Vec<Author>)> {
    let mut fields = text.split('\u{2}');
    let (time, day) = (fields.next()?.parse().ok()?, fields.next()?.to_owned());
    let author = Author { name: fields.next()?.to_owned(), email: fields.next()?.to_owned() };
    // `Taylor <taylor@example.org>`
    let others = fields.filter_map(|other| {
        let (name, email) = other.trim().strip_suffix('>')?.rsplit_once('<')?;
        Some(Author { name: name.trim().to_owned(), email: email.to_owned() })
    });
    let authors = [author].into_iter().chain(others).collect();
    Some((Commit { time, day, authors: Vec::new() }, authors))
}

impl Log {
    /// What is known of a file: its own commits, and under each name that it had, those from before it was moved.
    fn written(&self, file: &str) -> Option<Written> {
        let mut commits = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut waiting = vec![(file, i64::MAX)];
        while let Some((path, until)) = waiting.pop() {
            if !seen.insert((path, until)) {
                continue;
            }
            let before = |commit: u32| self.commits.get(commit as usize).filter(|commit| commit.time <= until);
            let own = self.changes.get(path).map_or(&[][..], Vec::as_slice);
            commits.extend(own.iter().copied().filter(|commit| before(*commit).is_some()));
            let moves = self.moves.get(path).map_or(&[][..], Vec::as_slice);
            waiting.extend(moves.iter().filter_map(|(commit, from)| Some((from.as_str(), before(*commit)?.time))));
        }
        let commits: Vec<&Commit> =
            commits.into_iter().filter_map(|commit| self.commits.get(commit as usize)).collect();
        let newest = commits.iter().max_by_key(|commit| (commit.time, &commit.day))?;
        let authors = commits.iter().flat_map(|commit| &commit.authors);
        Some(Written {
            day: newest.day.clone(),
            authors: authors.filter_map(|author| self.authors.get(*author as usize).cloned()).collect(),
        })
    }
}
