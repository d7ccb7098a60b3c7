//! What a reader's search goes through: pages as the engine reads them, and the files that it makes of them. The doors to
//! `pagefind` and `tokio`.
//!
//! Entry points: [`Entry::new`], [`index`]. It must not know which pages there are, nor where the files go.
//!
//! The engine's index is made for readers of static sites: it lies in many small files, of which a search loads the few
//! that it needs. Making it takes memory in proportion to the pages, so a large site has several, and the browser puts
//! their results together.

use std::path::Path;
use std::sync::Arc;

use pagefind::api::PagefindIndex;
use pagefind::options::PagefindServiceConfig;

use crate::render::{Body, Output, Theme, escaped};
use crate::site::View;
use crate::source::{Fingerprint, fingerprint_of};

/// Where the first index lies in the site, with the engine itself; each further one is in a folder there.
pub const FOLDER: &str = "waypost-assets/search";

/// A page, as the engine reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Of everything in it.
    pub fingerprint: Fingerprint,
    url: String,
    html: String,
}

impl Entry {
    /// Of a page and its text as HTML. `url` is its path from the site's root, as links write it.
    pub fn new(url: String, view: &View, text: &str, theme: &Theme) -> Entry {
        let page = &view.page;
        let mut html = format!("<html lang=\"{}\"><body>\n", escaped(&view.site.language));
        let mut add = |kind: &str, name: &str, value: &str| {
            html.push_str(&format!("<i data-pagefind-{kind}=\"{name}[title]\" title=\"{}\"></i>\n", escaped(value)));
        };
        add("meta", "title", &page.title);
        if let Some(section) = &page.section {
            add("meta", "section", &section.title);
            add("filter", "section", &section.title);
        }
        if let Some(kind) = page.kind {
            let name = format!("kind_{}", kind.word());
            add("meta", "kind", kind.word());
            add("filter", "kind", theme.texts().get(&name).map_or(kind.word(), String::as_str));
        }
        for persona in &page.personas {
            add("filter", "persona", &persona.title);
        }
        for tag in &page.tags {
            add("filter", "tag", tag);
        }
        if !page.own_heading {
            html.push_str(&format!("<h1>{}</h1>\n", escaped(&page.title)));
        }
        // The page of a record shows it.
        if let Some(description) = page.description.as_ref().filter(|_| view.record.is_none()) {
            html.push_str(&format!("<p>{}</p>\n", escaped(description)));
        }
        // What stands side by side on the page stands in a line among the results.
        html.push_str(&text.replace("</dt>", ": </dt>").replace("</span><", "</span> <"));
        html.push_str("</body></html>\n");
        Entry { fingerprint: fingerprint_of(&(&url, &html)), url, html }
    }
}

/// What stands in a page's text and is none of its words.
const NO_TEXT: &[&str] =
    &[".anchor", ".back", ".visually-hidden", ".filters", "nav", "form", "button", "svg", "math", "[hidden]"];

/// Makes the index of some pages, in the language of the site. `part` is its number among the site's: the first comes with
/// the engine that the browser loads. The error is a sentence.
pub fn index(part: usize, entries: &[Arc<Entry>], language: &str) -> Result<Vec<Output>, String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    let made = runtime.block_on(async {
        let options = PagefindServiceConfig::builder()
            .force_language(language.to_lowercase())
            .keep_index_url(true)
            .exclude_selectors(NO_TEXT.iter().map(|selector| (*selector).to_owned()).collect())
            .build();
        let mut index = PagefindIndex::new(Some(options))?;
        for entry in entries {
            index.add_html_file(None, Some(entry.url.clone()), entry.html.clone()).await?;
        }
        index.get_files().await
    });
    let files = made.map_err(|error| format!("{error:#}"))?;
    let folder = folder_of(part);
    let wanted = files.into_iter().filter(|file| is_wanted(&file.filename, part));
    let mut outputs: Vec<Output> = wanted
        .map(|file| {
            let name = file.filename.to_string_lossy().replace('\\', "/");
            Output { path: format!("{folder}/{name}"), body: Body::Bytes(file.contents) }
        })
        .collect();
    outputs.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(outputs)
}

/// Where an index lies in the site.
fn folder_of(part: usize) -> String {
    if part == 0 { FOLDER.to_owned() } else { format!("{FOLDER}/{part}") }
}

/// The index that a file of the site belongs to.
pub fn part_of(path: &str) -> Option<usize> {
    let rest = path.strip_prefix(FOLDER)?.strip_prefix('/')?;
    let first = rest.split_once('/').and_then(|(first, _)| first.parse().ok());
    Some(first.unwrap_or(0))
}

/// The engine brings interfaces of its own, which nobody loads; and itself with every index, which is needed once.
fn is_wanted(file: &Path, part: usize) -> bool {
    let name = file.to_string_lossy();
    let is_of_index = name.ends_with(".json") || name.rsplit('.').next().is_some_and(|end| end.starts_with("pf_"));
    let is_engine = matches!(&*name, "pagefind.js" | "pagefind-worker.js") || name.starts_with("wasm.");
    is_of_index || (part == 0 && is_engine)
}
