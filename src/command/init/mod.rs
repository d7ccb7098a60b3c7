//! `waypost init`: a small site to begin with, in files of its own beside this one.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use clap::Args;

use super::ask::on_terminal;
use super::{CLEAN, fail, plural, prefix};
use crate::community::MARK;
use crate::config;
use crate::data::quoted;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The folder of the new site; made if it is not there
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// The name of the project [default: asked for, else the name of the folder]
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// Where the project lives, as a URL [default: asked for, else left open]
    #[arg(long, value_name = "URL", value_parser = super::absolute_url)]
    repository: Option<String>,
    /// Ask nothing
    #[arg(long)]
    yes: bool,
}

/// The site: path from its folder → text, with words between `@@` to fill in.
const SITE: &[(&str, &str)] = &[
    ("waypost.toml", include_str!("site/waypost.toml")),
    ("content/index.md", include_str!("site/content/index.md")),
    ("content/tutorials/index.md", include_str!("site/content/tutorials/index.md")),
    ("content/tutorials/first-steps.md", include_str!("site/content/tutorials/first-steps.md")),
    ("content/how-tos/index.md", include_str!("site/content/how-tos/index.md")),
    ("content/how-tos/install.md", include_str!("site/content/how-tos/install.md")),
    ("content/reference/index.md", include_str!("site/content/reference/index.md")),
    ("content/reference/settings.md", include_str!("site/content/reference/settings.md")),
    ("content/concepts/index.md", include_str!("site/content/concepts/index.md")),
    ("content/concepts/why.md", include_str!("site/content/concepts/why.md")),
    ("content/community/index.md", include_str!("site/content/community/index.md")),
    ("content/community/contribute.md", include_str!("site/content/community/contribute.md")),
    ("content/community/code-of-conduct.md", include_str!("site/content/community/code-of-conduct.md")),
    ("content/community/governance.md", include_str!("site/content/community/governance.md")),
    ("content/maintainers/index.md", include_str!("site/content/maintainers/index.md")),
    ("content/maintainers/triage.md", include_str!("site/content/maintainers/triage.md")),
    ("data/channels.toml", include_str!("site/data/channels.toml")),
    ("data/conduct.toml", include_str!("site/data/conduct.toml")),
    ("data/governance.toml", include_str!("site/data/governance.toml")),
    ("data/ladder.toml", include_str!("site/data/ladder.toml")),
    ("data/pathways.toml", include_str!("site/data/pathways.toml")),
    ("data/personas.toml", include_str!("site/data/personas.toml")),
    ("data/project.toml", include_str!("site/data/project.toml")),
    ("data/roadmap.toml", include_str!("site/data/roadmap.toml")),
    ("data/teams.toml", include_str!("site/data/teams.toml")),
];
/// Git itself would heed it beside this file.
const IGNORED: &str = include_str!("site/gitignore");
/// The workflows of the manual, for the top of the repository. They name the site's folder `docs`.
const WORKFLOWS: &[(&str, &str)] =
    &[("publish.yml", include_str!("github/publish.yml")), ("docs.yml", include_str!("github/docs.yml"))];

pub(super) fn run(arguments: &Arguments) -> u8 {
    let dir = &arguments.dir;
    let taken = [config::FILE, "content", "data"].into_iter().find(|name| dir.join(name).exists());
    if let Some(name) = taken {
        let message = format!("there is `{name}` in `{}` already", dir.display());
        return fail(&message, "name a folder for the new site, such as `docs`");
    }
    if dir.is_file() {
        return fail(&format!("`{}` is a file, not a folder", dir.display()), "name another folder");
    }
    let (title, repository) = answers(arguments);
    let files = files(dir, &title, repository.as_deref());
    match write(&files) {
        Ok(kept) => sum_up(dir, &files, &kept),
        Err(error) => return fail(&format!("the site cannot be written: {error}"), "make the folder writable"),
    }
    CLEAN
}

/// The project's name, and where it lives.
fn answers(arguments: &Arguments) -> (String, Option<String>) {
    let real = std::path::absolute(&arguments.dir).unwrap_or_else(|_| arguments.dir.clone());
    // The documentation of Harbor often lies in `harbor/docs`.
    let names = real.components().rev().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
        _ => None,
    });
    let usual = names.into_iter().find(|name| !["docs", "doc", "documentation"].contains(&name.as_str()));
    let usual = usual.unwrap_or_else(|| "Documentation".to_owned());
    let mut title = arguments.title.clone();
    let mut repository = arguments.repository.clone();
    if !arguments.yes && (title.is_none() || repository.is_none()) {
        on_terminal(|dialog| {
            if title.is_none() {
                title = Some(dialog.text("What is the project called?", Some(&usual))?);
            }
            while repository.is_none() {
                let answer = dialog.text("Where does it live? A URL", Some("nowhere yet"))?;
                match super::absolute_url(&answer) {
                    Ok(url) => repository = Some(url),
                    Err(_) if answer == "nowhere yet" => break,
                    Err(_) => {}
                }
            }
            Some(())
        });
    }
    (title.unwrap_or(usual), repository)
}

/// Every file with its text.
fn files(dir: &Path, title: &str, repository: Option<&str>) -> BTreeMap<PathBuf, String> {
    let (top, docs) = place(dir);
    let repository = repository.map(|url| url.trim_end_matches('/').trim_end_matches(".git"));
    let open = format!("https://example.org/{MARK}");
    let words = [
        ("@@title@@", quoted(title)),
        ("@@repository@@", repository_settings(repository, &docs)),
        ("@@repo@@", quoted(repository.unwrap_or(&open))),
        ("@@issues@@", quoted(&repository.map_or(open.clone(), |url| format!("{url}/issues")))),
    ];
    let filled = |text: &str| words.iter().fold(text.to_owned(), |text, (word, value)| text.replace(word, value));
    let site = SITE.iter().map(|(path, text)| (dir.join(path), filled(text)));
    let workflows = WORKFLOWS.iter().map(|(name, text)| {
        let folder = if docs.is_empty() { "." } else { &docs };
        let text = text.replace(" docs ", &format!(" {folder} ")).replace("OWNER/", &format!("{MARK}/"));
        (top.join(".github/workflows").join(name), text)
    });
    site.chain(workflows).chain([(dir.join(".gitignore"), IGNORED.to_owned())]).collect()
}

/// The top of the repository around a folder, and the folder's path from there.
fn place(dir: &Path) -> (PathBuf, String) {
    let real = std::path::absolute(dir).unwrap_or_else(|_| dir.to_owned());
    let top = real.ancestors().find(|folder| folder.join(".git").exists());
    let Some(inside) = top.and_then(|top| real.strip_prefix(top).ok()) else { return (dir.to_owned(), String::new()) };
    // Written as the folder was, so that messages can be followed from here.
    let depth = inside.components().count();
    let above = (0..depth).fold(dir.to_owned(), |folder, _| match folder.file_name() {
        Some(_) => folder.parent().map_or_else(PathBuf::new, Path::to_owned),
        None => folder.join(".."),
    });
    (above, inside.to_string_lossy().replace('\\', "/"))
}

fn repository_settings(repository: Option<&str>, docs: &str) -> String {
    let Some(url) = repository else {
        return "# Where the project lives, and where a page can be edited.\n\
                # repository = \"https://github.com/OWNER/PROJECT\"\n\
                # edit_url = \"https://github.com/OWNER/PROJECT/edit/main/{path}\""
            .to_owned();
    };
    let edit = [("https://github.com/", "edit"), ("https://gitlab.com/", "-/edit"), ("https://codeberg.org/", "_edit")];
    let edit = edit.iter().find(|(host, _)| url.starts_with(host));
    let folder = if docs.is_empty() { String::new() } else { format!("{docs}/") };
    let edit = edit.map(|(_, edit)| {
        let edit_url = quoted(&format!("{url}/{edit}/main/{folder}{{path}}"));
        format!("\n# The link \"Edit this page\"; {{path}} becomes the file of the page.\nedit_url = {edit_url}")
    });
    format!("repository = {}{}", quoted(url), edit.unwrap_or_default())
}

/// Writes what is not there yet, and returns what is.
fn write(files: &BTreeMap<PathBuf, String>) -> io::Result<Vec<&Path>> {
    let mut kept = Vec::new();
    for (file, text) in files {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        match OpenOptions::new().write(true).create_new(true).open(file) {
            Ok(mut new) => new.write_all(text.as_bytes())?,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => kept.push(file.as_path()),
            Err(error) => return Err(error),
        }
    }
    Ok(kept)
}

fn sum_up(dir: &Path, files: &BTreeMap<PathBuf, String>, kept: &[&Path]) {
    let shown = |file: &Path| prefix(file).trim_end_matches('/').to_owned();
    for file in files.keys() {
        let note = if kept.contains(&file.as_path()) { " (is there already, left as it is)" } else { "" };
        println!("{}{note}", shown(file));
    }
    let open = files.iter().filter(|(file, text)| !kept.contains(&file.as_path()) && text.contains(MARK)).count();
    let folder = match prefix(dir).trim_end_matches('/') {
        "" => String::new(),
        folder => format!(" {folder}"),
    };
    println!(
        "\nWhat you still have to write is marked with {MARK}, in {}. Next:\n\n  waypost serve{folder} --open\n  waypost audit{folder}",
        plural(open, "file")
    );
}
