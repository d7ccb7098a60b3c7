//! Where a page lives, and how one page points to another.
//!
//! A URL here is a path from the site's root that begins with `/` and is not encoded: `/how-tos/use gpus/`. Encoding
//! happens once, in [`Linker::href`].

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use super::Summary;
use crate::config::{Config, UrlStyle};

/// What must be encoded in a part of a path. `:` is among them: at the start of a relative link it would end a scheme.
const SEGMENT: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'[')
    .add(b']')
    .add(b'|')
    .add(b'\\')
    .add(b'^')
    .add(b':')
    .add(b'\'')
    .add(b'&');

/// The parts of a content path that make its URL: folders, then the page's own part unless it is its folder's page.
pub(super) fn route(summary: &Summary, is_folder_page: bool, config: &Config) -> Vec<String> {
    let settings = &config.build;
    let strip = |name: &str| match settings.strip_number_prefixes {
        true => without_number(name).to_owned(),
        false => name.to_owned(),
    };
    let mut parts: Vec<String> = summary.content_path.split('/').map(strip).collect();
    let file = parts.pop().unwrap_or_default();
    let own = match &summary.front.id {
        Some(id) => id.clone(),
        None => stem(&file).to_owned(),
    };
    let news = news_folder(&summary.content_path, config).filter(|news| *news != stem(&summary.content_path));
    match (&summary.front.slug, news) {
        // An absolute one starts where the pages of its content folder do.
        (Some(slug), _) if slug.starts_with('/') => {
            parts = vec![settings.content.place_of(&summary.content_path).to_owned(), slug.clone()];
        }
        (Some(slug), Some(news)) => parts = vec![news.to_owned(), slug.clone()],
        (Some(slug), None) => parts.push(slug.clone()),
        (None, Some(news)) if dated(&summary.content_path[news.len()..]).is_some() => {
            parts = vec![news.to_owned(), dated(&summary.content_path[news.len()..]).unwrap_or_default()];
        }
        (None, _) if is_folder_page => {}
        (None, _) => parts.push(own),
    }
    let names = parts.iter().flat_map(|part| part.split('/'));
    names.filter(|name| !matches!(*name, "" | "." | "..")).map(str::to_owned).collect()
}

/// The folder of news that a page lies in.
pub(super) fn news_folder<'a>(content_path: &str, config: &'a Config) -> Option<&'a str> {
    let sections = config.section.iter().filter(|section| section.dated).map(|section| section.path.as_str());
    sections.into_iter().find(|news| content_path.strip_prefix(news).is_some_and(|rest| rest.starts_with('/')))
}

/// The address of news, from their folder: `2026-11-20-release.md` becomes `2026/11/20/release`. Folders around the date
/// come after it. Nothing where there is no date.
fn dated(path: &str) -> Option<String> {
    let path = stem(path.trim_start_matches('/'));
    let digits = |text: &str, most: usize| text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    let sign = |text: &str| text.starts_with(['-', '/']);
    let date_at = |start: usize| -> Option<(usize, String)> {
        let rest = path.get(start..)?;
        let year = rest.get(4..).filter(|after| digits(rest, 4) == 4 && sign(after))?;
        let month = digits(&year[1..], 2);
        let day = year.get(1 + month..).filter(|after| month > 0 && sign(after))?;
        let length = digits(&day[1..], 2);
        let end = start + 4 + 1 + month + 1 + length;
        (length > 0).then(|| (end, path[start..end].replace('-', "/")))
    };
    let (start, (end, date)) = (0..path.len()).rev().find_map(|start| Some((start, date_at(start)?)))?;
    let text = path[end..].strip_prefix(['-', '/']).unwrap_or(&path[end..]);
    let text = text.strip_suffix("index").filter(|rest| rest.is_empty() || rest.ends_with('/')).unwrap_or(text);
    Some(format!("{date}/{}{text}", &path[..start]))
}

/// The URL and the file of a route. Folder pages end in `/` in both styles.
pub(super) fn place(route: &[String], is_folder_page: bool, style: UrlStyle) -> (String, String) {
    let path = route.join("/");
    if path.is_empty() {
        return ("/".to_owned(), "index.html".to_owned());
    }
    match style {
        UrlStyle::Html if !is_folder_page => (format!("/{path}.html"), format!("{path}.html")),
        UrlStyle::Html | UrlStyle::Folder => (format!("/{path}/"), format!("{path}/index.html")),
    }
}

/// A file's name without `.md` or `.mdx`.
pub(super) fn stem(file: &str) -> &str {
    file.strip_suffix(".md").or_else(|| file.strip_suffix(".mdx")).unwrap_or(file)
}

/// `2-install` → `install`; a name that is nothing but a number stays.
pub fn without_number(name: &str) -> &str {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let stripped = rest.trim_start_matches(['-', '_', '.', ' ']);
    let had_both = rest.len() < name.len() && stripped.len() < rest.len();
    // `1.0.md` and `2024-01-05-news.md` begin with a version and a date.
    let is_name = stripped.starts_with(|c: char| !c.is_ascii_digit()) && stripped != "md" && stripped != "mdx";
    if had_both && is_name { stripped } else { name }
}

/// How the links of one page are written.
#[derive(Debug, Clone)]
pub enum Linker {
    /// Relative to the page's URL, so that the site works under any path. True: `index.html` is written out.
    Relative(String, bool),
    /// From the root of the host: `404.html` is served at any depth. The prefix ends in `/`.
    Absolute(String),
}

impl Linker {
    /// The link to a URL of the site, encoded for an attribute's value, without a fragment.
    pub fn href(&self, url: &str) -> String {
        match self {
            Linker::Relative(from, offline) => relative(from, url, *offline),
            Linker::Absolute(prefix) => prefix.clone() + &encode(url.trim_start_matches('/')),
        }
    }

    /// The way to the root: what templates put before the paths of files.
    pub fn root(&self) -> String {
        match self {
            Linker::Relative(from, _) => "../".repeat(from.matches('/').count().saturating_sub(1)),
            Linker::Absolute(prefix) => prefix.clone(),
        }
    }
}

/// The shortest relative link between two URLs.
fn relative(from: &str, to: &str, offline: bool) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to: Vec<&str> = to.split('/').collect();
    // The last part is the file (or nothing after the final slash), so it is no folder to leave or enter.
    let (from_folders, to_folders) = (&from[..from.len() - 1], &to[..to.len() - 1]);
    let shared = from_folders.iter().zip(to_folders).take_while(|(a, b)| a == b).count();
    let mut href = "../".repeat(from_folders.len() - shared);
    for folder in &to_folders[shared..] {
        href.push_str(&encode(folder));
        href.push('/');
    }
    let file = to[to.len() - 1];
    href.push_str(&encode(if file.is_empty() && offline { "index.html" } else { file }));
    if href.is_empty() { "./".to_owned() } else { href }
}

/// Encodes a path; its slashes stay.
pub fn encode(path: &str) -> String {
    utf8_percent_encode(path, SEGMENT).to_string()
}

/// Encodes a value of a query.
pub fn encode_query(text: &str) -> String {
    const VALUE: &AsciiSet = &SEGMENT.add(b'+').add(b'=').add(b'/').add(b'@').add(b'$').add(b',').add(b';');
    utf8_percent_encode(text, VALUE).to_string()
}

/// Encodes what cannot stand in any URL, and nothing that could be meant: links that leave the site are the writer's.
pub fn encode_foreign(url: &str) -> String {
    const NEVER: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`').add(b'\\').add(b'{').add(b'}');
    utf8_percent_encode(url, NEVER).to_string()
}

/// Decodes what a writer or a browser encoded.
pub fn decode(path: &str) -> Cow<'_, str> {
    percent_decode_str(path).decode_utf8().unwrap_or(Cow::Borrowed(path))
}

/// Decodes a path once; nothing where it is no text.
pub fn decode_strictly(path: &str) -> Option<String> {
    percent_decode_str(path).decode_utf8().ok().map(Cow::into_owned)
}

/// Joins a relative path to a folder (`""` is the root) and resolves its dots. Nothing when it leaves the root.
pub fn join(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The folder of a path: everything before its last slash.
pub fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_encoded_and_short() {
        let href = |from: &str, to: &str| Linker::Relative(from.to_owned(), false).href(to);
        assert_eq!(href("/how-tos/use-gpus/", "/how-tos/install/"), "../install/");
        assert_eq!(href("/how-tos/use-gpus/", "/"), "../../");
        assert_eq!(href("/", "/how-tos/"), "how-tos/");
        assert_eq!(href("/a/", "/a/"), "./");
        assert_eq!(href("/a/b.html", "/a/c d%.png"), "c%20d%25.png");
        assert_eq!(Linker::Relative("/a/".to_owned(), true).href("/b/"), "../b/index.html");
        assert_eq!(Linker::Absolute("/docs/".to_owned()).href("/b/"), "/docs/b/");
        assert_eq!(Linker::Relative("/a/b/".to_owned(), false).root(), "../../");
    }

    #[test]
    fn numbers_before_names_are_order_not_name() {
        assert_eq!(without_number("02-install"), "install");
        assert_eq!(without_number("2. install.md"), "install.md");
        assert_eq!(without_number("2026"), "2026");
        assert_eq!(without_number("3d-plots"), "3d-plots");
        assert_eq!(without_number("1.0.0.md"), "1.0.0.md");
        assert_eq!(without_number("2024-01-05-news.md"), "2024-01-05-news.md");
    }

    #[test]
    fn the_date_of_news_comes_first_in_their_address() {
        for (path, address) in [
            ("2026-11-20-release.md", "2026/11/20/release"),
            ("2026-11-20-release/index.md", "2026/11/20/release/"),
            ("2026/11-20-release.md", "2026/11/20/release"),
            ("2026/11/20/release.mdx", "2026/11/20/release"),
            ("teams/2026-1-2-release.md", "2026/1/2/teams/release"),
            ("2026-11-20.md", "2026/11/20/"),
        ] {
            assert_eq!(dated(path).as_deref(), Some(address), "{path}");
        }
        assert_eq!(dated("welcome.md"), None);
        assert_eq!(dated("größe-2026.md"), None);
    }

    #[test]
    fn a_path_that_climbs_out_of_the_root_leads_nowhere() {
        assert_eq!(join("how-tos/admin", "../use-gpus.md"), Some("how-tos/use-gpus.md".to_owned()));
        assert_eq!(join("how-tos", "../../secret.md"), None);
    }
}
