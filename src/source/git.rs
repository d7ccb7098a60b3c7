//! What the history of the repository tells. Runs the `git` program; a folder without history is no error.

use std::path::Path;
use std::process::Command;

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
