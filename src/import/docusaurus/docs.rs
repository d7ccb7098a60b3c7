//! The files of an instance: its pages with their ids and places among others, and the categories of its folders.

use std::collections::BTreeMap;

use super::super::settings::{Entry, literally};
use super::super::tree::{get, switch_at, text_at};
use super::super::{Home, Text};
use super::instances::{Instance, Kind};
use crate::data::{self, Located, Notation, Value, javascript};
use crate::document::front_matter_tree;
use crate::site::without_number;
use crate::source::Source;
use crate::source::walk::{Hidden, walk};

/// The files of an instance, from its folder.
#[derive(Debug)]
pub(super) struct Docs {
    /// By path.
    pub(super) pages: BTreeMap<String, Page>,
    /// By folder.
    pub(super) categories: BTreeMap<String, Category>,
    /// The ids of pages that are not published.
    pub(super) drafts: Vec<String>,
    /// Files that are no pages.
    others: Vec<String>,
}

#[derive(Debug)]
pub(super) struct Page {
    /// What sidebars call it.
    pub(super) id: String,
    position: Option<f64>,
    /// It stands in no list.
    is_unlisted: bool,
    /// It is not published.
    is_draft: bool,
}

/// What `_category_.json` says.
#[derive(Debug, Default)]
pub(super) struct Category {
    pub(super) label: Option<String>,
    pub(super) position: Option<f64>,
}

impl Docs {
    pub(super) fn read(home: &Home, instance: &Instance) -> Docs {
        let root = home.dir.join(&instance.folder);
        let found = walk(&root, &home.out, Hidden::DotsAndUnderscores).files;
        let (pages, others): (Vec<String>, Vec<String>) =
            found.into_iter().map(|found| found.path).partition(|path| path.ends_with(".md") || path.ends_with(".mdx"));
        let folders: Vec<String> = pages.iter().flat_map(|path| folders_above(path)).collect();
        let categories = folders.into_iter().filter_map(|folder| {
            let file = ["json", "yml", "yaml"]
                .iter()
                .find_map(|ending| Text::read(&root, &join(&folder, &format!("_category_.{ending}"))))?;
            Some((folder, category(&file)))
        });
        let categories = categories.collect();
        let pages = pages.into_iter().map(|path| {
            let page = page(&root, &path, instance.strips_numbers);
            (path, page)
        });
        let (drafts, pages): (BTreeMap<_, _>, BTreeMap<_, _>) = pages.partition(|(_, page)| page.is_draft);
        Docs { pages, categories, drafts: drafts.into_values().map(|page| page.id).collect(), others }
    }

    /// The path of the page that a sidebar calls by this id.
    pub(super) fn by_id(&self, id: &str) -> Option<&str> {
        self.pages.iter().find(|(_, page)| page.id == id).map(|(path, _)| path.as_str())
    }

    /// Globs of files that are not published: programs, and what only Docusaurus reads.
    pub(super) fn ignored(&self, instance: &Instance) -> Vec<String> {
        let at = |path: &str| join(&instance.place, path);
        let is_unread = |path: &&String| {
            let name = path.rsplit('/').next().unwrap_or(path);
            match instance.kind {
                Kind::Docs => *path == "tags.yml",
                Kind::Blog => ["authors.yml", "authors.yaml", "authors.json", "tags.yml"].contains(&name),
                Kind::Pages => is_program(path),
            }
        };
        let files = self.others.iter().filter(is_unread).map(|path| at(&literally(path)));
        // Other files of such names may be examples that pages lead to.
        let has_components = self.others.iter().any(|path| path.ends_with(".jsx") || path.ends_with(".tsx"));
        let components = (has_components && instance.kind != Kind::Pages).then(|| at("**/*.{jsx,tsx}"));
        files.chain(components).chain(instance.exclude.iter().map(|glob| at(glob))).collect()
    }

    /// The pages that are programs, from the folder of the configuration.
    pub(super) fn programs(&self, instance: &Instance) -> Vec<String> {
        let is_page = |path: &&String| {
            is_program(path) && !path.contains(".module.") && !path.contains(".test.") && !path.contains("__")
        };
        let is_page = |path: &&String| {
            is_page(path) && !["css", "scss", "sass", "less"].iter().any(|ending| path.ends_with(&format!(".{ending}")))
        };
        self.others.iter().filter(is_page).map(|path| join(&instance.folder, path)).collect()
    }

    /// The entries of a folder, in the order of Docusaurus: by position, then by name. `prefix` stands before the names.
    pub(super) fn listed(&self, folder: &str, prefix: &str) -> Vec<Entry> {
        let mut found: BTreeMap<String, (Option<f64>, Entry)> = BTreeMap::new();
        for (path, page) in &self.pages {
            let Some(rest) = inside(path, folder) else { continue };
            match rest.split_once('/') {
                None if is_folder_page(path) || page.is_unlisted => {}
                None => {
                    let entry = Entry { page: Some(format!("{prefix}{}", stem(rest))), ..Entry::default() };
                    found.insert(rest.to_owned(), (page.position.or(number(rest)), entry));
                }
                Some((name, _)) => {
                    let inner = join(folder, name);
                    let category = self.categories.get(&inner);
                    let title = category.and_then(|category| category.label.clone());
                    let own = self.pages.iter().find(|(path, _)| {
                        inside(path, &inner).is_some_and(|rest| !rest.contains('/')) && is_folder_page(path)
                    });
                    let position = category
                        .and_then(|category| category.position)
                        .or(own.and_then(|(_, page)| page.position))
                        .or(number(name));
                    let entry = Entry { page: Some(format!("{prefix}{name}")), title, ..Entry::default() };
                    found.entry(name.to_owned()).or_insert((position, entry));
                }
            }
        }
        let mut entries: Vec<(Option<f64>, Entry)> = found.into_values().collect();
        let rank = |position: Option<f64>| position.unwrap_or(f64::INFINITY);
        entries.sort_by(|a, b| rank(a.0).total_cmp(&rank(b.0)));
        entries.into_iter().map(|(_, entry)| entry).collect()
    }

    /// The folders whose order or names only categories know.
    pub(super) fn named_folders(&self) -> Vec<String> {
        let mut folders: Vec<String> = self.categories.keys().map(|folder| folder_of(folder).to_owned()).collect();
        folders.sort();
        folders.dedup();
        folders
    }
}

fn page(root: &std::path::Path, path: &str, strips: bool) -> Page {
    let text =
        std::fs::read(root.join(path)).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    let front = front_matter_tree(&Source::from_text(path, path, &text)).0;
    let own = |name: &str| match strips {
        true => without_number(name).to_owned(),
        false => name.to_owned(),
    };
    let mut parts: Vec<String> = path.split('/').map(own).collect();
    let file = parts.pop().unwrap_or_default();
    parts.push(text_at(&front, &["id"]).map_or_else(|| stem(&file).to_owned(), str::to_owned));
    let is = |key: &str| switch_at(&front, &[key]) == Some(true);
    let (is_unlisted, is_draft) = (is("unlisted"), is("draft"));
    Page { id: parts.join("/"), position: get(&front, "sidebar_position").and_then(as_number), is_unlisted, is_draft }
}

fn category(file: &Text) -> Category {
    let read = match file.path.ends_with(".json") {
        true => javascript::literal(&file.text, 0).ok(),
        false => Some(data::read(Notation::Yaml, &file.text, 0).0),
    };
    let Some(read) = read else { return Category::default() };
    Category {
        label: text_at(&read, &["label"]).map(str::to_owned),
        position: get(&read, "position").and_then(as_number),
    }
}

fn as_number(value: &Located) -> Option<f64> {
    match value.value {
        Value::Integer(integer) => Some(integer as f64),
        Value::Float(float) => Some(float),
        _ => None,
    }
}

/// The number before a name, which is its position.
fn number(name: &str) -> Option<f64> {
    let rest = without_number(name);
    let digits: String = name.chars().take_while(char::is_ascii_digit).collect();
    if rest.len() < name.len() { digits.parse().ok() } else { None }
}

/// A page stands for its folder.
pub(super) fn is_folder_page(path: &str) -> bool {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let name = stem(file).to_lowercase();
    let own = without_number(folder.rsplit('/').next().unwrap_or("")).to_lowercase();
    name == "index" || name == "readme" || (!own.is_empty() && without_number(&name) == own)
}

fn is_program(path: &str) -> bool {
    let endings = ["js", "jsx", "ts", "tsx", "mjs", "css", "scss", "sass", "less"];
    path.rsplit_once('.').is_some_and(|(_, ending)| endings.contains(&ending))
}

fn folders_above(path: &str) -> Vec<String> {
    let folder = folder_of(path);
    let above = std::iter::successors(Some(folder), |folder| Some(folder_of(folder)).filter(|_| !folder.is_empty()));
    above.filter(|folder| !folder.is_empty()).map(str::to_owned).collect()
}

fn inside<'a>(path: &'a str, folder: &str) -> Option<&'a str> {
    if folder.is_empty() { Some(path) } else { path.strip_prefix(folder)?.strip_prefix('/') }
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

pub(super) fn stem(path: &str) -> &str {
    path.strip_suffix(".mdx").or_else(|| path.strip_suffix(".md")).unwrap_or(path)
}

pub(super) fn join(folder: &str, name: &str) -> String {
    let parts = [folder, name].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("/")
}
