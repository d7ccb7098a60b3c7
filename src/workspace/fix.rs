//! Fixes of findings, put into the texts and, when asked, onto the disk. Entry points: [`fix`], [`write`].

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::{Snapshot, Unusable, Workspace};
use crate::diagnostic::{self, Diagnostic, Safety};

/// A file before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fixed {
    /// From the site's folder.
    pub path: String,
    /// As it was read.
    pub before: Arc<str>,
    /// With the fixes.
    pub after: String,
    /// How many fixes were applied.
    pub fixes: usize,
}

/// One fix may uncover the next; those that undo each other must end all the same.
const MOST_ROUNDS: usize = 10;

/// Applies fixes until none is left, and gives the files that changed. `chosen` takes out the findings that do not count;
/// it sees texts that no longer stand on the disk. Nothing is written; the workspace reads the new texts from now on.
pub fn fix(
    workspace: &mut Workspace,
    most: Safety,
    rounds: Option<usize>,
    chosen: &dyn Fn(&Snapshot, Vec<Diagnostic>) -> Vec<Diagnostic>,
) -> Result<Vec<Fixed>, Unusable> {
    let mut fixed: BTreeMap<String, Fixed> = BTreeMap::new();
    for _ in 0..rounds.unwrap_or(MOST_ROUNDS) {
        let mut round: Vec<(String, Arc<str>, String, usize)> = Vec::new();
        let snapshot = workspace.snapshot()?;
        let diagnostics = chosen(&snapshot, snapshot.check());
        let texts = snapshot.texts(&diagnostics);
        for (path, text) in &texts {
            let here: Vec<&Diagnostic> = diagnostics.iter().filter(|found| found.path == *path).collect();
            if let Some((after, fixes)) = diagnostic::apply(text, &here, most) {
                round.push((path.to_string(), text.clone(), after, fixes));
            }
        }
        drop(snapshot);
        if round.is_empty() {
            break;
        }
        for (path, before, after, fixes) in round {
            workspace.put(&path, after.clone());
            let entry = fixed.entry(path.clone()).or_insert(Fixed { path, before, after: String::new(), fixes: 0 });
            entry.after = after;
            entry.fixes += fixes;
        }
    }
    Ok(fixed.into_values().filter(|file| *file.before != *file.after).collect())
}

/// Writes a fixed file, whole or not at all. The error is a sentence without the path.
pub fn write(folder: &Path, fixed: &Fixed) -> Result<(), String> {
    // Through a symbolic link, the file behind it is meant.
    let file = folder.join(&fixed.path).canonicalize().map_err(|error| error.to_string())?;
    let permissions = std::fs::metadata(&file).map_err(|error| error.to_string())?.permissions();
    if permissions.readonly() {
        return Err("it is write-protected, and is left as it is".to_owned());
    }
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let beside = file.with_file_name(format!(".{name}.{}.waypost", std::process::id()));
    let put = std::fs::write(&beside, &fixed.after)
        .and_then(|()| std::fs::set_permissions(&beside, permissions))
        .map_err(|error| error.to_string())
        // Looked at last, so that next to nothing can come between.
        .and_then(|()| unchanged(&file, fixed))
        .and_then(|()| std::fs::rename(&beside, &file).map_err(|error| error.to_string()));
    if put.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    put
}

fn unchanged(file: &Path, fixed: &Fixed) -> Result<(), String> {
    let now = std::fs::read(file).map_err(|error| error.to_string())?;
    match std::str::from_utf8(&now) {
        Ok(now) if now == &*fixed.before => Ok(()),
        Ok(_) => Err("it changed meanwhile, and is left as it is".to_owned()),
        Err(_) => Err("it is not UTF-8, and is left as it is".to_owned()),
    }
}
