//! Moves a page, a folder or an image of the content folder, and everything that leads there. Entry points: [`plan`],
//! [`carry_out`].
//!
//! The site is put together as it will be, and each link is written so that it leads there where it led before. What would
//! be worse than now is not done at all.

mod edits;
mod links;
mod redirects;
mod settings;

use std::path::Path;
use std::sync::Arc;

use self::edits::Edits;
use super::fix::{self, Fixed};
use super::load::Inputs;
use super::{Unusable, Workspace};
use crate::config::{self, ContentFolders};
use crate::diagnostic::{Diagnostic, Severity};
use crate::site::Moves;
use crate::source::Source;

/// What a move comes to.
#[derive(Debug, Clone)]
pub struct Move {
    /// The file or folder, from the site's folder.
    pub from: String,
    /// Where it will be, from the site's folder.
    pub to: String,
    /// The texts that change, by where they will be.
    pub edits: Vec<Fixed>,
}

/// Works out a move; `from` and `to` are from the site's folder. Nothing is written. With `redirect`, old addresses lead to
/// the new ones.
pub fn plan(workspace: &Workspace, from: &str, to: &str, redirect: bool) -> Result<Move, Unusable> {
    let inputs = workspace.load()?;
    let content = match workspace.folders.bare {
        true => ContentFolders::one(""),
        false => inputs.config.build.content.clone(),
    };
    let inside = |path: &str| {
        let inside = content.path_in_site(path).filter(|path| !path.is_empty());
        inside.ok_or_else(|| Unusable {
            message: format!("`{path}` is not below the content folder `{}/`", content.main()),
            help: "pages, folders and images of the content can be moved, and stay there".to_owned(),
        })
    };
    let moves = Moves { from: inside(from)?, to: inside(to)? };
    check(workspace, &inputs, &moves, (from, to))?;
    let moved = with_moved(&inputs, &moves, &content);
    let mut edits = Edits::default();
    // First of all: what a relative link leads to follows from the sections too.
    settings::mend(&inputs, &moves, &mut edits);
    let settled = edits.clone().put_into(|path| text_of(&moved, path))?;
    let (before, after) = (workspace.assemble(&inputs), workspace.assemble(&with_edits(moved.clone(), &settled)));
    links::mend(&before, &after, &moves, &mut edits);
    if redirect {
        redirects::leave(&before, &after, &moves, &mut edits);
    }
    let edits = edits.put_into(|path| text_of(&moved, path))?;
    let last = workspace.assemble(&with_edits(moved, &edits));
    let (found, will_be) = (before.check(), last.check());
    let errors = |found: &[Diagnostic]| found.iter().filter(|found| found.severity == Severity::Error).count();
    if errors(&will_be) > errors(&found) {
        let is_known =
            |new: &Diagnostic| found.iter().any(|old| (&old.rule, &old.message) == (&new.rule, &new.message));
        let new = will_be.iter().find(|found| found.severity == Severity::Error && !is_known(found));
        let what = new.map_or_else(String::new, |new| format!(": {} in `{}`", new.message, new.path));
        return Err(Unusable {
            message: format!("after this move something would be wrong that is not now{what}"),
            help: "mend that first, or choose another place; nothing was changed".to_owned(),
        });
    }
    Ok(Move { from: from.to_owned(), to: to.to_owned(), edits })
}

/// Moves the file or folder and writes all texts, or leaves everything as it was. The error is a sentence.
pub fn carry_out(root: &Path, plan: &Move) -> Result<(), String> {
    let (from, to) = (root.join(&plan.from), root.join(&plan.to));
    if let Some(folder) = to.parent() {
        std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    }
    std::fs::rename(&from, &to).map_err(|error| format!("`{}` cannot be moved: {error}", plan.from))?;
    let failed = plan.edits.iter().enumerate().find_map(|(number, edit)| Some((number, fix::write(root, edit).err()?)));
    let Some((number, why)) = failed else { return Ok(()) };
    for written in &plan.edits[..number] {
        let back =
            Fixed { before: written.after.as_str().into(), after: written.before.to_string(), ..written.clone() };
        fix::write(root, &back).map_err(|error| format!("`{}` cannot be put back: {error}", back.path))?;
    }
    std::fs::rename(&to, &from).map_err(|error| format!("`{}` cannot be moved back: {error}", plan.to))?;
    Err(format!("`{}` cannot be written: {why}; nothing was changed", plan.edits[number].path))
}

/// There is something to move, and a place for it.
fn check(workspace: &Workspace, inputs: &Inputs, moves: &Moves, (from, to): (&str, &str)) -> Result<(), Unusable> {
    let sources = inputs.sources.iter().map(|source| &*source.content_path);
    let mut paths = sources.chain(inputs.assets.iter().map(|asset| &*asset.path));
    if !paths.any(|path| moves.of(path) != path || path == moves.from) {
        return Err(Unusable {
            message: format!("there is no page, folder or file `{from}` that the site reads"),
            help: "name one as it stands on the disk, with its ending".to_owned(),
        });
    }
    if moves.to == moves.from || moves.to.starts_with(&format!("{}/", moves.from)) {
        return Err(Unusable {
            message: format!("`{from}` cannot be moved to `{to}`"),
            help: "name another place, outside of what is moved".to_owned(),
        });
    }
    let is_hidden = |name: &str| name.is_empty() || name.starts_with(['.', '_']);
    if moves.to.split('/').any(is_hidden) {
        return Err(Unusable {
            message: format!("`{to}` would not be read: a name in it is empty, or begins with `.` or `_`"),
            help: "name another place".to_owned(),
        });
    }
    if workspace.folders.root.join(to).symlink_metadata().is_ok() {
        return Err(Unusable {
            message: format!("`{to}` is there already"),
            help: "name another place, or remove it first".to_owned(),
        });
    }
    Ok(())
}

/// What would be read if the file or folder lay in its new place.
fn with_moved(inputs: &Inputs, moves: &Moves, content: &ContentFolders) -> Inputs {
    let mut moved = inputs.clone();
    for source in &mut moved.sources {
        let content_path = moves.of(&source.content_path);
        source.path = content.folder_of(&content_path).into();
        source.content_path = content_path.into();
    }
    moved.sources.sort_by(|a, b| a.path.cmp(&b.path));
    let mut assets = (*moved.assets).clone();
    for asset in &mut assets {
        // A static file of the same path stays.
        if *asset.source == *content.folder_of(&asset.path) {
            asset.path = moves.of(&asset.path).into();
            asset.source = content.folder_of(&asset.path).into();
        }
    }
    assets.sort_by(|a, b| a.path.cmp(&b.path));
    moved.assets = Arc::new(assets);
    moved
}

/// The text of a file, by where it will be.
fn text_of(moved: &Inputs, path: &str) -> Option<Arc<str>> {
    let source = moved.sources.iter().chain(&moved.data_files).find(|source| *source.path == *path);
    source.map(|source| source.text.clone()).or_else(|| moved.texts.get(path).cloned())
}

/// What would be read with the new texts.
fn with_edits(mut inputs: Inputs, edits: &[Fixed]) -> Inputs {
    for edit in edits {
        let texts = inputs.sources.iter_mut().chain(&mut inputs.data_files);
        for source in texts.filter(|source| *source.path == *edit.path) {
            *source = Source::from_text(&source.path, &source.content_path, &edit.after);
        }
        if edit.path == config::FILE {
            let source = Source::from_text(config::FILE, config::FILE, &edit.after);
            inputs.config_fingerprint = source.fingerprint;
            inputs.config = Arc::new(config::read(&source).0);
        }
        if inputs.texts.contains_key(&*edit.path) {
            Arc::make_mut(&mut inputs.texts).insert(edit.path.as_str().into(), edit.after.as_str().into());
        }
    }
    inputs
}
