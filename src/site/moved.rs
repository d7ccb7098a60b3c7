//! How a link is written when its page or its target has moved. Entry point: [`rewrite`].
//!
//! Nothing is guessed: what a link led to before is what it must lead to after, and each way of writing it is tried on the
//! site as it will be. The first that leads there is taken, those that are most like the old one first.

use super::resolve::{bases, leads_to};
use super::urls::{self, folder_of, stem};
use super::{Content, Lead, PageId, Site};

/// A file or a folder of the content folder that moves. Paths are from the content folder.
#[derive(Debug, Clone)]
pub struct Moves {
    /// Where it is.
    pub from: String,
    /// Where it will be.
    pub to: String,
}

impl Moves {
    /// Where a path will be.
    pub fn of(&self, path: &str) -> String {
        match path.strip_prefix(&self.from) {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => format!("{}{rest}", self.to),
            _ => path.to_owned(),
        }
    }
}

/// What becomes of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rewrite {
    /// It stays as it is.
    Same,
    /// It must be written so.
    Otherwise(String),
    /// It cannot lead where it did.
    Lost,
}

/// What a link leads to, whatever its place is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Thing {
    /// A page, by its file.
    Written(String),
    /// The list of a folder.
    Folder(String),
    /// A file that is copied.
    File(String),
    /// A record, by its sort and its id.
    Record(&'static str, String),
    /// An old path.
    Old(String),
    /// A page that is made of something else.
    Other(String),
}

/// How a destination on a page is to be written after a move. `before` and `after` are the site and the page then and now;
/// in `after`, files have moved and no text has changed.
pub fn rewrite(before: (&Site, PageId), after: (&Site, PageId), moves: &Moves, destination: &str) -> Rewrite {
    let Some(lead) = leads_to(before.0, before.1, destination) else { return Rewrite::Same };
    let old = thing(before.0, &lead);
    let wanted = moved(before.0, &old, moves);
    let leads =
        |destination: &str| leads_to(after.0, after.1, destination).is_some_and(|lead| thing(after.0, &lead) == wanted);
    if leads(destination) {
        return Rewrite::Same;
    }
    let at = destination.find(['#', '?']).unwrap_or(destination.len());
    let (path, rest) = destination.split_at(at);
    let decoded = urls::decode(path);
    let ways = ways(before, after, &decoded, &old, &wanted).into_iter().map(|way| {
        let way = if *decoded == *path { way } else { urls::encode(&way) };
        let is_plain = !way.contains(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>' | '"' | '\\'));
        let way = if is_plain { way } else { urls::encode(&way).replace('(', "%28").replace(')', "%29") };
        way + rest
    });
    ways.into_iter().find(|way| leads(way)).map_or(Rewrite::Lost, Rewrite::Otherwise)
}

fn thing(site: &Site, lead: &Lead) -> Thing {
    let id = match lead {
        Lead::Page(id) => *id,
        Lead::File(path) => return Thing::File(path.clone()),
        Lead::Redirect(number) => return Thing::Old(site.redirects[*number].from.clone()),
    };
    let page = site.page(id);
    match &page.content {
        Content::Authored => {
            Thing::Written(site.summary(id).map_or(String::new(), |summary| summary.content_path.clone()))
        }
        Content::Listing { part: 0, .. } | Content::Home => match folder_at(site, id) {
            Some(folder) => Thing::Folder(folder.to_owned()),
            None => Thing::Other(page.url.clone()),
        },
        Content::Record(at) => {
            let entry = &site.community.index.all[*at];
            Thing::Record(entry.entity, entry.id.clone())
        }
        Content::Block { block, part } => Thing::Other(format!("{block}:{part}")),
        _ => Thing::Other(page.url.clone()),
    }
}

fn moved(before: &Site, thing: &Thing, moves: &Moves) -> Thing {
    match thing {
        Thing::Written(path) => Thing::Written(moves.of(path)),
        Thing::Folder(path) => Thing::Folder(moves.of(path)),
        // A static file of the same path stays.
        Thing::File(path) if before.is_beside_pages(path) => Thing::File(moves.of(path)),
        thing => thing.clone(),
    }
}

fn folder_at(site: &Site, id: PageId) -> Option<&str> {
    site.folders.iter().find(|(_, page)| **page == id).map(|(folder, _)| folder.as_str())
}

/// All that a thing is called from the root of the content: its file, its name without ending, its folder, its address.
fn names(site: &Site, thing: &Thing) -> Names {
    let url = |id: PageId| site.page(id).url.trim_start_matches('/').to_owned();
    match thing {
        Thing::Written(path) => {
            let id = site.page_of(path);
            Names {
                file: path.clone(),
                stem: stem(path).to_owned(),
                folder: id.and_then(|id| folder_at(site, id)).map(str::to_owned),
                url: id.map(url),
            }
        }
        Thing::Folder(path) => {
            let url = site.folders.get(path).map(|id| url(*id));
            Names { file: path.clone(), stem: path.clone(), folder: Some(path.clone()), url }
        }
        Thing::File(path) | Thing::Old(path) | Thing::Other(path) => {
            let path = path.trim_start_matches('/').to_owned();
            Names { file: path.clone(), stem: path, folder: None, url: None }
        }
        Thing::Record(entity, id) => {
            let page = site.places.page_of(&(*entity, id.clone()));
            let path = page.map_or(String::new(), url);
            Names { file: path.clone(), stem: path, folder: None, url: None }
        }
    }
}

struct Names {
    file: String,
    stem: String,
    folder: Option<String>,
    url: Option<String>,
}

impl Names {
    /// Those that are most like a path come first.
    fn like(&self, path: &str) -> Vec<String> {
        let folder = self.folder.clone().filter(|folder| !folder.is_empty());
        let without_slash = self.url.as_deref().map(|url| url.trim_end_matches('/').to_owned());
        let last = path.rsplit('/').next().unwrap_or(path);
        let names: Vec<Option<String>> = match last {
            _ if last.ends_with(".md") || last.ends_with(".mdx") => vec![Some(self.file.clone())],
            _ if last.ends_with(".html") => vec![self.url.clone(), Some(format!("{}.html", self.stem))],
            "" => vec![folder.map(|folder| folder + "/"), Some(format!("{}/", self.stem)), self.url.clone()],
            "index" => vec![Some(self.stem.clone())],
            _ => vec![folder, Some(self.stem.clone()), without_slash],
        };
        let all = names.into_iter().chain([Some(self.file.clone()), self.url.clone()]).flatten();
        all.filter(|name| !name.is_empty()).collect()
    }

    fn have(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        let known = [Some(&self.file), Some(&self.stem), self.folder.as_ref(), self.url.as_ref()];
        known.into_iter().flatten().any(|name| name.trim_end_matches('/') == path)
    }
}

/// The ways of writing a link, those that are most like the old one first.
fn ways(before: (&Site, PageId), after: (&Site, PageId), path: &str, old: &Thing, wanted: &Thing) -> Vec<String> {
    let (old_names, names) = (names(before.0, old), names(after.0, wanted));
    let rooted = path.trim_start_matches(['@', '/']);
    let like = names.like(rooted);
    if path.starts_with('@') {
        return like.into_iter().map(|name| format!("@{name}")).collect();
    }
    if path.starts_with('/') {
        // Absolute links may begin with the place where the site is published.
        let published = before.0.base_folder().filter(|base| rooted.starts_with(base.as_str()));
        let prefixes = published.into_iter().map(|base| format!("/{base}")).chain(["/".to_owned()]);
        return prefixes.flat_map(|prefix| like.iter().map(move |name| format!("{prefix}{name}"))).collect();
    }
    let (own_before, own) = (bases(before.0, before.1)[0], bases(after.0, after.1)[0]);
    let is_from = |base: &str| urls::join(base, path).is_some_and(|joined| old_names.have(&joined));
    let is_from_root = !is_from(own_before) && is_from("");
    let folders = if is_from_root { ["", own] } else { [own, ""] };
    let mut ways: Vec<String> = folders.iter().flat_map(|base| like.iter().map(|name| between(base, name))).collect();
    // From address to address, as a browser reads it.
    let here = folder_of(after.0.page(after.1).url.trim_start_matches('/'));
    ways.extend(names.url.iter().map(|url| between(here, url)));
    let dotted = path.starts_with("./");
    let ways = ways.into_iter().filter(|way| !way.is_empty());
    ways.map(|way| if dotted && !way.starts_with("../") { format!("./{way}") } else { way }).collect()
}

/// The relative path from a folder.
fn between(folder: &str, path: &str) -> String {
    let from: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let to: Vec<&str> = path.split('/').collect();
    let shared = from.iter().zip(&to[..to.len() - 1]).take_while(|(a, b)| a == b).count();
    "../".repeat(from.len() - shared) + &to[shared..].join("/")
}
