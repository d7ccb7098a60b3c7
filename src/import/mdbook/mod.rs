//! mdBook: `book.toml` and `SUMMARY.md`. Entry point: [`import`].
//!
//! The chapters stay where they are. The order of the summary becomes the navigation, the addresses stay those of mdBook,
//! and what the summary does not list is not published, as before.

mod book;
mod summary;

use std::collections::BTreeSet;

use super::settings::{Entry, Settings, literally};
use super::{Home, Import, Left, Text, Unusable, left_file};
use crate::source::walk::{Hidden, walk};
use summary::Listed;

/// Reads a book. Its folder holds `book.toml`, or at least a summary.
pub fn import(home: &Home) -> Result<Import, Unusable> {
    let mut settings = Settings { generator: "mdbook", html_urls: true, includes: true, ..Settings::default() };
    // In Rust they are hidden in every book.
    settings.hidden_lines.insert("rust".to_owned(), "#".to_owned());
    let mut left = Vec::new();
    let text = Text::read(&home.dir, "book.toml");
    let book = book::read(text.as_ref(), home, &mut settings, &mut left);
    let folder = home.path(&book.source);
    let summary = Text::read(&home.dir, &join(&book.source, "SUMMARY.md"));
    let (Some(folder), Some(summary)) = (folder, summary) else {
        let message = format!("there is no `{}` in `{}`", join(&book.source, "SUMMARY.md"), home.dir.display());
        let help = "name the folder of a book: the one with `book.toml`, whose `src` has a `SUMMARY.md`".to_owned();
        return Err(Unusable { message, help });
    };
    settings.content.insert(String::new(), vec![folder]);
    let read = summary::read(&summary);
    left.extend(read.left);

    let files = walk(&home.dir.join(&book.source), &home.out, Hidden::DotsAndUnderscores).files;
    let there: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let mut chapters = Chapters { summary: &summary, there: &there, listed: BTreeSet::new(), left: &mut left };
    let entries = chapters.entries(&read.entries);
    let listed = chapters.listed;
    settings.nav.insert(String::new(), entries);
    let built = format!("{}/", book.built);
    if book.source.is_empty() {
        // What lies around the content of such a book lies in it.
        settings.ignore.extend(["book.toml".to_owned(), "waypost.toml".to_owned(), format!("{built}**")]);
    }
    let pages = files.iter().map(|file| file.path.as_str()).filter(|path| is_page(path));
    let pages = pages.filter(|path| !(book.source.is_empty() && path.starts_with(&built)));
    settings.ignore.extend(pages.filter(|path| !listed.contains(*path)).map(literally));
    for path in &listed {
        if let Some((from, to)) = moved(path, &there) {
            settings.redirects.entry(from).or_insert(to);
        }
    }
    // These folders are not of the book, whatever they are called.
    settings.r#static = home.dir.join("static").is_dir().then(Vec::new);
    settings.no_data = home.dir.join("data").is_dir();
    left.extend(around(home));
    left.sort();
    left.dedup();
    Ok(Import { settings: settings.text(), pages: listed.len(), redirects: settings.redirects.len(), left })
}

/// What other files of a book say that has no place here.
fn around(home: &Home) -> Option<Left> {
    let theme = ["index.hbs", "head.hbs", "header.hbs", "css", "highlight.js", "book.js"];
    let own = theme.iter().find(|name| home.dir.join("theme").join(name).exists())?;
    let what = format!("the theme of the book (`{own}` and what is beside it) is mdBook's");
    Some(left_file("theme", what, "Waypost takes no notice of it; set colours and links under `[theme]`"))
}

fn is_page(path: &str) -> bool {
    path.ends_with(".md") || path.ends_with(".mdx")
}

/// The address of a chapter that it does not keep, and its new one: in mdBook only `README.md` and `index.md` are the page
/// of a folder.
fn moved(path: &str, there: &BTreeSet<&str>) -> Option<(String, String)> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = name.strip_suffix(".md")?;
    let is_folder_page = |name: &str| {
        let path = join(folder, name);
        there.iter().any(|other| other.eq_ignore_ascii_case(&path))
    };
    let own_name = folder.rsplit('/').next().is_some_and(|own| !own.is_empty() && own.eq_ignore_ascii_case(stem));
    let becomes_folder_page = (own_name && !is_folder_page("index.md") && !is_folder_page("README.md"))
        || (stem.eq_ignore_ascii_case("index") && stem != "index");
    let to = if folder.is_empty() { "/".to_owned() } else { format!("/{folder}/") };
    becomes_folder_page.then(|| (format!("/{folder}/{stem}.html").replace("//", "/"), to))
}

struct Chapters<'a> {
    summary: &'a Text,
    there: &'a BTreeSet<&'a str>,
    listed: BTreeSet<String>,
    left: &'a mut Vec<Left>,
}

impl Chapters<'_> {
    fn entries(&mut self, listed: &[Listed]) -> Vec<Entry> {
        listed.iter().filter_map(|chapter| self.entry(chapter)).collect()
    }

    /// The entry of a chapter. One whose file is not there stays as a title, with what is below it.
    fn entry(&mut self, chapter: &Listed) -> Option<Entry> {
        let page = chapter.file.as_ref().and_then(|file| self.page(chapter, file));
        let title = Some(chapter.title.clone()).filter(|title| !title.is_empty()).or_else(|| page.clone());
        let items = self.entries(&chapter.items);
        let stem = |page: String| page.strip_suffix(".md").map_or(page.clone(), str::to_owned);
        title.as_ref()?;
        Some(Entry { page: page.map(stem), title, items, ..Entry::default() })
    }

    fn page(&mut self, chapter: &Listed, file: &str) -> Option<String> {
        let path = file.split(['#', '?']).next().unwrap_or(file);
        let mut told = |what: String, help: &str| {
            self.left.push(self.summary.left(chapter.at, what, help));
            None
        };
        let normal = crate::site::join("", path).unwrap_or_default();
        if !self.there.contains(normal.as_str()) {
            let is_hidden = path.split('/').any(|name| name.starts_with(['_', '.']) && name != ".." && name != ".");
            let help = match (is_hidden, path.starts_with("..")) {
                (true, _) => "names that begin with `_` or `.` are not read: rename the file",
                (_, true) => "move the file into the source folder of the book",
                _ => "write the file, or take the chapter out of the summary",
            };
            let what = match is_hidden {
                true => format!("the chapter `{path}` is not read"),
                false => format!("there is no file `{path}`"),
            };
            return told(what, help);
        }
        if !is_page(&normal) {
            return told(format!("`{path}` is no Markdown file"), "rename it so that it ends in `.md`");
        }
        if !self.listed.insert(normal.clone()) {
            return told(
                format!("the chapter `{path}` is listed twice"),
                "it stands at its first place; take the other out",
            );
        }
        Some(normal)
    }
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}
