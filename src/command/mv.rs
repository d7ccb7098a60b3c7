//! `waypost mv`

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use super::{CLEAN, fail, patch, plural, prefix};
use crate::workspace::moving::{self, Move};
use crate::workspace::{Options, Unusable, Workspace};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The page, folder or image to move, below the content folder
    from: PathBuf,
    /// Its new path, or a folder that is there to move it into
    to: PathBuf,
    /// The site's folder
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// Show what would change as a diff, and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Let no old address lead to the new one
    #[arg(long)]
    no_redirect: bool,
}

pub(super) fn run(arguments: &Arguments) -> u8 {
    let plan = match plan(arguments) {
        Ok(plan) => plan,
        Err(unusable) => return fail(&unusable.message, &unusable.help),
    };
    let prefix = prefix(&arguments.dir);
    let moved = format!("{prefix}{} → {prefix}{}", plan.from, plan.to);
    if arguments.dry_run {
        let diffs = plan.edits.iter().map(|file| patch(&format!("{prefix}{}", file.path), &file.before, &file.after));
        // A reader that goes away is no failure.
        let _ = std::io::stdout().lock().write_all(diffs.collect::<String>().as_bytes());
        eprintln!("would move {moved} and change {}", plural(plan.edits.len(), "file"));
        return CLEAN;
    }
    if let Err(why) = moving::carry_out(&arguments.dir, &plan) {
        return fail(&why, "mend that, and move again");
    }
    for file in &plan.edits {
        println!("{prefix}{}: {}", file.path, plural(file.fixes, "change"));
    }
    eprintln!("moved {moved}");
    CLEAN
}

fn plan(arguments: &Arguments) -> Result<Move, Unusable> {
    // Links from and to drafts count too.
    let options = Options { drafts: true, ..Options::default() };
    let workspace = Workspace::open(&arguments.dir, options, true)?;
    let root = &workspace.folders().root;
    // Shells complete paths from the working folder, and findings name them from the site's.
    let is_from_here = arguments.from.symlink_metadata().is_ok();
    let inside = |path: &Path| match is_from_here {
        true => from_root(root, path),
        false => Some(tidy(path)),
    };
    let outside = |path: &Path| Unusable {
        message: format!("`{}` lies outside of the site", path.display()),
        help: "name a path below the content folder".to_owned(),
    };
    let from = inside(&arguments.from).ok_or_else(|| outside(&arguments.from))?;
    let mut to = inside(&arguments.to).ok_or_else(|| outside(&arguments.to))?;
    let name = from.rsplit('/').next().unwrap_or(&from);
    let is_into = root.join(&to).is_dir() || arguments.to.to_string_lossy().ends_with(['/', '\\']);
    if is_into {
        to = format!("{to}/{name}");
    }
    // A page stays a page, also where its ending is left out.
    let is_page = |path: &str| path.ends_with(".md") || path.ends_with(".mdx");
    if is_page(&from) && !root.join(&from).is_dir() && !is_page(&to) {
        let ending = from.rsplit('.').next().unwrap_or("md");
        to = format!("{to}.{ending}");
    }
    moving::plan(&workspace, &from, &to, !arguments.no_redirect)
}

/// A path from the working folder as one from the site's folder, with `/` between names.
fn from_root(root: &Path, path: &Path) -> Option<String> {
    let absolute = |path: &Path| {
        let absolute = std::path::absolute(path).ok()?;
        Some(tidy(&absolute))
    };
    let (root, path) = (absolute(root)?, absolute(path)?);
    path.strip_prefix(&root)?.strip_prefix('/').map(str::to_owned)
}

/// Without `.` and `..`, and with `/` between names.
fn tidy(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    let mut parts: Vec<&str> = Vec::new();
    for part in text.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}
