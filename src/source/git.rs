//! What the history of the repository tells. Runs the `git` program; a folder without history is no error.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::ops::Range;
use std::path::Path;
use std::process::{Command, Stdio};

/// The date of the last commit of the repository around `folder`, as `YYYY-MM-DD`.
/// Nothing where there is no repository, no commit or no `git`.
pub fn last_commit_date(folder: &Path) -> Option<String> {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(["log", "-1", "--format=%cs"])
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    let date = String::from_utf8(output.stdout).ok()?.trim().to_owned();
    (!date.is_empty()).then_some(date)
}

/// The lines below `folder` that differ from a revision: path from the folder → ranges of line numbers, from 1. Files that
/// git does not know yet are new from end to end. The error is git's own sentence.
pub fn changed_lines(folder: &Path, revision: &str) -> Result<BTreeMap<String, Vec<Range<usize>>>, String> {
    if git(folder, &["rev-parse", "--is-inside-work-tree"]).is_err() {
        return Err("the folder is in no Git repository".to_owned());
    }
    // What others changed on `main` since the branch began is not this branch's; without a common past, all differences are.
    // The revision stands behind `--end-of-options`, so it cannot be read as an option.
    let prefixes = ["--src-prefix=a/", "--dst-prefix=b/"];
    let options =
        ["diff", prefixes[0], prefixes[1], "--unified=0", "--no-color", "--no-ext-diff", "--no-renames", "--relative"];
    let since = |more: &[&str]| git(folder, &[&options[..], more, &["--end-of-options", revision, "--", "."]].concat());
    let diff = since(&["--merge-base"]).or_else(|_| since(&[]))?;
    let mut changed = hunks(&diff);
    let untracked = git(folder, &["ls-files", "--others", "--exclude-standard", "-z", "--", "."])?;
    for path in untracked.split('\0').filter(|path| !path.is_empty()) {
        changed.insert(path.to_owned(), Vec::from([Range { start: 1, end: usize::MAX }]));
    }
    Ok(changed)
}

/// Runs git in a folder. Returns what it prints; the error is its own sentence.
pub(super) fn git(folder: &Path, arguments: &[&str]) -> Result<String, String> {
    // Names are shown as they are, not with escapes.
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(["-c", "core.quotePath=false"]).args(arguments);
    let output = command.output().map_err(|error| format!("git cannot be run: {error}"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(said.lines().next().unwrap_or("git failed").trim_start_matches("fatal: ").to_owned());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Hands on what git prints field by field, each ended by a NUL, as it comes: a history can be larger than memory. What a
/// user's own settings would print in between is off, and a clone without all objects fetches none.
pub(super) fn read_fields(folder: &Path, arguments: &[&str], take: &mut dyn FnMut(&str)) -> Result<(), String> {
    let settings = ["log.showSignature=false", "log.showRoot=true", "mailmap.file=", "mailmap.blob="];
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(settings.iter().flat_map(|setting| ["-c", setting]));
    command.args(["-c", "i18n.logOutputEncoding=UTF-8", "--literal-pathspecs"]).args(arguments);
    command.env("GIT_NO_LAZY_FETCH", "1").stdout(Stdio::piped()).stderr(Stdio::null()).stdin(Stdio::null());
    let mut child = command.spawn().map_err(|error| format!("git cannot be run: {error}"))?;
    let mut fields = BufReader::new(child.stdout.take().ok_or("git prints nothing")?);
    let mut field = Vec::new();
    while fields.read_until(0, &mut field).is_ok_and(|length| length > 0) {
        take(&String::from_utf8_lossy(field.strip_suffix(&[0]).unwrap_or(&field)));
        field.clear();
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    if status.success() { Ok(()) } else { Err("git failed".to_owned()) }
}

/// Reads what `git diff --unified=0` prints: `+++ b/path`, then `@@ -1,2 +3,4 @@` for each place.
fn hunks(diff: &str) -> BTreeMap<String, Vec<Range<usize>>> {
    let mut changed: BTreeMap<String, Vec<Range<usize>>> = BTreeMap::new();
    let mut path = None;
    // Lines of the files themselves begin with `+` or `-` too; the header says how many of them follow.
    let mut skipped = 0;
    for line in diff.lines() {
        if skipped > 0 && (line.starts_with('+') || line.starts_with('-')) {
            skipped -= 1;
        } else if let Some(name) = line.strip_prefix("+++ ") {
            path = name.trim_end_matches('\t').strip_prefix("b/").map(str::to_owned);
        } else if let Some(header) = line.strip_prefix("@@ -") {
            let mut sides = header.split(' ');
            let before = sides.next().and_then(lines).unwrap_or(0..0);
            let after = sides.next().and_then(|side| lines(side.strip_prefix('+')?)).unwrap_or(0..0);
            skipped = before.len() + after.len();
            if let Some(path) = &path {
                changed.entry(path.clone()).or_default().push(after);
            }
        }
    }
    changed
}

/// `12,3` is three lines from 12 on; `12` is one.
fn lines(side: &str) -> Option<Range<usize>> {
    let (start, count) = side.split_once(',').unwrap_or((side, "1"));
    let (start, count): (usize, usize) = (start.parse().ok()?, count.parse().ok()?);
    Some(start..start + count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_lines_are_read_from_a_diff() {
        let diff = "diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -1 +1,2 @@ x\n-old\n+new\n+++ b/no.md\n\
                    @@ -9,2 +10,0 @@\n-a\n-b\ndiff --git a/c d.md b/c d.md\n--- /dev/null\n+++ b/c d.md\t\n@@ -0,0 +1,3 @@\n\
                    +1\n+2\n+3\n--- a/gone.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n";
        let changed = hunks(diff);
        assert_eq!(changed["a.md"], [1..3, 10..10]);
        assert_eq!(changed["c d.md"], vec![Range { start: 1, end: 4 }]);
        assert_eq!(changed.len(), 2);
    }
}
