//! What a link leads to. Entry point: [`resolve`].
//!
//! A destination is looked for in the file's folder, the section's root and the content root, with or without `.md`; then
//! as a URL of the site. What is not found is broken, with the nearest real target as help: never a silent guess.

use super::generated::old_output;
use super::reference;
use super::urls::{self, Linker, folder_of};
use super::{PageId, Site};
use crate::diagnostic::nearest;

/// What a destination turned out to be.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// Outside the site: not looked at.
    External,
    /// A page, or a place in it, or an object of another project's documentation.
    Page {
        /// The link, encoded, with its fragment.
        href: String,
        /// The title of the page, the heading or the object: the text of a link that has none.
        title: String,
    },
    /// A file that is copied.
    Asset {
        /// The link, encoded.
        href: String,
        /// Width and height, for images.
        size: Option<(u32, u32)>,
    },
    /// A page or file whose name is written otherwise: it works where case does not matter, and only there.
    OtherCase {
        /// The name as it is.
        actual: String,
        /// What it would be.
        target: Box<Target>,
    },
    /// An old path of a page: the redirect leads on.
    Moved {
        /// The page's file as a link from here.
        to: String,
        /// What it leads to.
        target: Box<Target>,
    },
    /// Nothing.
    Broken(Broken),
}

/// A thing of the site that a destination names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lead {
    /// A page.
    Page(PageId),
    /// A file that is copied, by where it lands.
    File(String),
    /// An old path: index into [`Site::redirects`].
    Redirect(usize),
}

/// Why a link leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Broken {
    /// In which way.
    pub kind: BrokenKind,
    /// The nearest real target, or another hint.
    pub help: Option<String>,
    /// What was probably meant: a destination without its anchor, or an anchor.
    pub near: Option<String>,
    /// The page, where only the place in it is missing: a reader still gets there.
    pub href: Option<String>,
}

/// The ways in which a link can be broken.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum BrokenKind {
    /// There is no destination.
    Empty,
    /// There is no such page or file.
    Missing,
    /// The page is there, the place in it is not. Holds the anchor and the page's path.
    Anchor(String, String),
    /// It climbs out of the content folder.
    Outside,
    /// It leads to a draft, which is not published.
    Draft,
    /// There is no such object in another project's documentation. Holds what is said of it.
    Object(String),
}

impl Broken {
    /// What to write in place of a destination, if that is known.
    pub fn instead(&self, destination: &str) -> Option<String> {
        let (start, anchor) = destination.split_once('#').unwrap_or((destination, ""));
        let near = self.near.as_ref()?;
        Some(match self.kind {
            BrokenKind::Anchor(..) => format!("{start}#{near}"),
            BrokenKind::Object(_) => near.clone(),
            _ if anchor.is_empty() => near.clone(),
            _ => format!("{near}#{anchor}"),
        })
    }
}

impl Target {
    /// What a reader gets, however the link is written.
    pub fn end(&self) -> &Target {
        match self {
            Target::OtherCase { target, .. } | Target::Moved { target, .. } => target.end(),
            target => target,
        }
    }

    /// The link, where there is one.
    pub fn href(&self) -> Option<&str> {
        match self.end() {
            Target::Page { href, .. } | Target::Asset { href, .. } => Some(href),
            Target::Broken(broken) => broken.href.as_deref(),
            _ => None,
        }
    }
}

fn broken(kind: BrokenKind, help: Option<String>) -> Target {
    Target::Broken(Broken { kind, help, near: None, href: None })
}

/// Finds what a destination leads to that stands on no page: in the settings, say.
pub(super) fn resolve_from_root(site: &Site, linker: &Linker, destination: &str) -> Target {
    resolve(site, site.home, linker, &rooted(destination))
}

/// The page that a destination names which stands on no page, without its fragment.
pub(super) fn page_at(site: &Site, destination: &str) -> Option<PageId> {
    page_from(site, site.home, destination)
}

/// The page that a destination on a page names, without its fragment.
pub(super) fn page_from(site: &Site, from: PageId, destination: &str) -> Option<PageId> {
    match leads_to(site, from, destination)? {
        Lead::Page(id) => Some(id),
        Lead::File(_) | Lead::Redirect(_) => None,
    }
}

/// What a destination on a page names, without its fragment: nothing where that is outside of the site or not there.
pub(super) fn leads_to(site: &Site, from: PageId, destination: &str) -> Option<Lead> {
    if has_scheme(destination) || destination.starts_with("//") {
        return None;
    }
    let path = destination.split(['#', '?']).next().unwrap_or("");
    if path.is_empty() {
        return None;
    }
    Some(match find(site, from, &urls::decode(path))? {
        Found::Page(id) | Found::Entry(id, _) => Lead::Page(id),
        Found::Asset(path) => Lead::File(path),
        Found::Moved(number) => Lead::Redirect(number),
    })
}

/// Finds where a redirect leads in the end.
pub(super) fn redirect_target(site: &Site, number: usize, linker: &Linker) -> Target {
    // It is the first hop itself.
    moved(site, linker, number, (None, None), site.redirects.len() - 1)
}

/// Finds what a destination on a page leads to.
pub(super) fn resolve(site: &Site, from: PageId, linker: &Linker, destination: &str) -> Target {
    follow(site, from, linker, destination, site.redirects.len())
}

/// The same, over so many redirects at most: there are ways round in a circle that only following them shows.
fn follow(site: &Site, from: PageId, linker: &Linker, destination: &str, hops: usize) -> Target {
    if let Some(target) = reference::resolve(site, destination) {
        return target;
    }
    if has_scheme(destination) || destination.starts_with("//") {
        return Target::External;
    }
    let (rest, fragment) = match destination.split_once('#') {
        Some((rest, fragment)) => (rest, Some(fragment)),
        None => (destination, None),
    };
    let (path, query) = match rest.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (rest, None),
    };
    if path.is_empty() {
        return match fragment {
            Some(fragment) => {
                with_fragment(site, from, Target::Page { href: String::new(), title: String::new() }, fragment)
            }
            None if query.is_some() => Target::External,
            None => broken(BrokenKind::Empty, Some("write where it leads".to_owned())),
        };
    }
    let found = find(site, from, path).or_else(|| {
        let decoded = urls::decode(path);
        (decoded != path).then(|| find(site, from, &decoded)).flatten()
    });
    match found {
        Some(Found::Page(id)) => page_target(site, id, linker, query, fragment),
        Some(Found::Entry(id, anchor)) => {
            let href = with_rest(linker.href(&site.page(id).url), query, Some(&urls::encode(&anchor)));
            Target::Page { href, title: site.title_of_record(path.trim_start_matches('@')) }
        }
        Some(Found::Asset(asset)) => {
            let href = with_rest(linker.href(&format!("/{asset}")), query, fragment);
            Target::Asset { href, size: site.assets[&asset].dimensions }
        }
        Some(Found::Moved(number)) => match hops.checked_sub(1) {
            Some(left) => {
                let target = moved(site, linker, number, (query, fragment), left);
                let is_first = hops == site.redirects.len();
                match page_of_redirect(site, number).filter(|_| is_first && matches!(target, Target::Page { .. })) {
                    Some(page) => Target::Moved {
                        to: with_rest(link_to_source(site, from, page), query, fragment),
                        target: Box::new(target),
                    },
                    None => target,
                }
            }
            None => broken(BrokenKind::Missing, Some("the redirects on the way lead round in a circle".to_owned())),
        },
        None => missing(site, from, linker, path, destination),
    }
}

fn page_target(site: &Site, id: PageId, linker: &Linker, query: Option<&str>, fragment: Option<&str>) -> Target {
    let page = site.page(id);
    let target = Target::Page { href: with_rest(linker.href(&page.url), query, None), title: page.title.clone() };
    match fragment {
        Some(fragment) => with_fragment(site, id, target, fragment),
        None => target,
    }
}

/// Follows a redirect. What a link names beyond the old path, it means in the new place, unless that names its own.
fn moved(
    site: &Site,
    linker: &Linker,
    number: usize,
    (query, fragment): (Option<&str>, Option<&str>),
    hops: usize,
) -> Target {
    let redirect = &site.redirects[number];
    if let Some(page) = redirect.page {
        return page_target(site, page, linker, query, fragment);
    }
    let to = with_rest(
        redirect.to.clone(),
        query.filter(|_| !redirect.to.contains(['?', '#'])),
        fragment.filter(|_| !redirect.to.contains('#')),
    );
    match follow(site, site.home, linker, &rooted(&to), hops) {
        Target::External => Target::Page { href: to.clone(), title: to },
        target => target,
    }
}

/// The authored page that a redirect leads to.
fn page_of_redirect(site: &Site, number: usize) -> Option<PageId> {
    let redirect = &site.redirects[number];
    let page = redirect.page.or_else(|| page_at(site, &redirect.to))?;
    ((page.0 as usize) < site.authored).then_some(page)
}

/// A link from a page to the file of another.
fn link_to_source(site: &Site, from: PageId, to: PageId) -> String {
    relative(site, from, &site.summaries[to.0 as usize].content_path)
}

/// A path in the content folder as a link from a page.
fn relative(site: &Site, from: PageId, path: &str) -> String {
    let from_folder = bases(site, from)[0];
    let up = Linker::Relative(format!("/{from_folder}/").replace("//", "/"), false);
    urls::decode(&up.href(&format!("/{path}"))).into_owned()
}

fn with_rest(mut href: String, query: Option<&str>, fragment: Option<&str>) -> String {
    for (sign, rest) in [('?', query), ('#', fragment)] {
        if let Some(rest) = rest {
            href.push(sign);
            href.push_str(rest);
        }
    }
    href
}

/// What stands on no page has no page of its own to name a place in: `#part` is a place on the home page.
fn rooted(destination: &str) -> String {
    if destination.starts_with('#') { format!("/{destination}") } else { destination.to_owned() }
}

enum Found {
    Page(PageId),
    Asset(String),
    /// A record on a page that lists it, with its id there.
    Entry(PageId, String),
    /// An old path: index into the site's redirects.
    Moved(usize),
}

fn find(site: &Site, from: PageId, path: &str) -> Option<Found> {
    if let Some(rest) = path.strip_prefix('@') {
        let rest = rest.trim_matches('/');
        return find_at(site, rest)
            .or_else(|| find_record(site, rest))
            .or_else(|| find_source(site, rest.strip_prefix("site/")?));
    }
    if let Some(rest) = path.strip_prefix('/') {
        return find_url(site, path)
            .or_else(|| find_at(site, rest.trim_end_matches('/')))
            .or_else(|| find_url(site, &format!("/{}", rest.strip_prefix(&site.base_folder()?)?)))
            .or_else(|| find_at(site, &urls::join(content_place(site, from), rest)?))
            .or_else(|| find_source(site, rest));
    }
    let in_content = bases(site, from).into_iter().find_map(|base| find_at(site, &urls::join(base, path)?));
    // Where addresses end without a slash, a browser starts one folder further up.
    let url = site.page(from).url.trim_start_matches('/');
    let in_site = in_content.or_else(|| {
        [folder_of(url), folder_of(url.trim_end_matches('/'))]
            .iter()
            .find_map(|folder| find_url(site, &format!("/{}", urls::join(folder, path)?)))
    });
    in_site.or_else(|| find_source(site, path))
}

/// A page by the path of its file from the site's folder, or a file of a static folder.
fn find_source(site: &Site, path: &str) -> Option<Found> {
    let build = &site.config.build;
    let inside = |folder: &str| path.strip_prefix(folder)?.strip_prefix('/');
    let pages = build.content.0.iter().filter(|content| !content.folder.is_empty());
    let page = pages.into_iter().find_map(|content| find_at(site, &urls::join(&content.at, inside(&content.folder)?)?));
    page.or_else(|| build.r#static.0.iter().find_map(|folder| find_at(site, inside(folder)?)))
}

/// Where in the site the content folder of a page begins.
fn content_place(site: &Site, from: PageId) -> &str {
    let summary = site.summary(from).filter(|_| (from.0 as usize) < site.authored);
    summary.map_or("", |summary| site.config.build.content.place_of(&summary.content_path))
}

/// The folders that a relative link is looked for in, nearest first.
pub(super) fn bases(site: &Site, from: PageId) -> Vec<&str> {
    // The text of a record lies in the data folder, where no page is: its links start from the content folder.
    let Some(summary) = site.summary(from).filter(|_| (from.0 as usize) < site.authored) else { return vec![""] };
    let mut bases = vec![folder_of(&summary.content_path)];
    bases.extend(site.page(from).section.map(|section| site.sections[section].path.as_str()));
    bases.extend([content_place(site, from), ""]);
    bases.dedup();
    bases
}

/// A record by its files and its id, `teams/docs`: its page, or the place on the page that lists it.
fn find_record(site: &Site, path: &str) -> Option<Found> {
    let entry = site.record_at(path)?;
    let key = (entry.entity, entry.id.clone());
    match site.places.page_of(&key) {
        Some(id) => Some(Found::Page(id)),
        None => site.places.anchor_of(&key).map(|(id, anchor)| Found::Entry(id, anchor.to_owned())),
    }
}

/// A content path, with or without `.md`, a folder, or a file.
fn find_at(site: &Site, path: &str) -> Option<Found> {
    let page = |path: &str| site.by_content_path.get(path).copied();
    let bare = path.strip_suffix(".html").unwrap_or(path);
    let found = page(path)
        .or_else(|| page(&format!("{path}.md")))
        .or_else(|| page(&format!("{path}.mdx")))
        .or_else(|| site.folders.get(path).copied())
        .or_else(|| page(&format!("{bare}.md")))
        .or_else(|| site.folders.get(bare.strip_suffix("/index")?).copied());
    match found {
        Some(id) => Some(Found::Page(id)),
        None => site.assets.contains_key(path).then(|| Found::Asset(path.to_owned())),
    }
}

/// A URL of the site, with or without its last slash, or a file by its URL.
fn find_url(site: &Site, url: &str) -> Option<Found> {
    let trimmed = url.trim_end_matches('/');
    let spellings = [format!("{trimmed}/"), format!("{trimmed}.html"), trimmed.to_owned()];
    let page = |url: &str| site.by_url.get(url).copied();
    spellings
        .iter()
        .find_map(|url| page(url))
        .or_else(|| page(&format!("{}/", trimmed.strip_suffix("/index.html")?)))
        .map(Found::Page)
        .or_else(|| {
            let path = trimmed.trim_start_matches('/');
            site.assets.contains_key(path).then(|| Found::Asset(path.to_owned()))
        })
        .or_else(|| site.by_old_path.get(&old_output(url)).map(|number| Found::Moved(*number)))
}

fn with_fragment(site: &Site, id: PageId, target: Target, fragment: &str) -> Target {
    let Target::Page { href, title } = target else { return target };
    let wanted = urls::decode(fragment);
    // Browsers give these a meaning of their own.
    if wanted.is_empty() || wanted == "top" || wanted.starts_with(":~:") {
        return Target::Page { href: format!("{href}#{fragment}"), title };
    }
    // A block gives the records that it lists an id each.
    if site.places.has_anchor(id, &wanted) {
        return Target::Page { href: format!("{href}#{}", urls::encode(&wanted)), title };
    }
    let Some(summary) = site.summary(id) else {
        let path = site.page(id).url.clone();
        let near = nearest(&wanted, site.places.anchors_on(id));
        let near = near.map(str::to_owned);
        let help = near.as_ref().map_or("this page is generated and has no such anchor".to_owned(), |near| {
            format!("did you mean `#{near}`?")
        });
        let help = Some(help);
        return Target::Broken(Broken {
            kind: BrokenKind::Anchor(wanted.into_owned(), path),
            help,
            near,
            href: Some(href),
        });
    };
    match summary.anchors.binary_search_by(|anchor| (*anchor.id).cmp(&*wanted)) {
        Ok(found) => {
            let anchor = &summary.anchors[found];
            let title = if anchor.text.is_empty() { title } else { anchor.text.to_string() };
            Target::Page { href: format!("{href}#{}", urls::encode(&wanted)), title }
        }
        Err(_) => {
            // On a page with very many anchors, a look at all of them for each broken link would take minutes.
            let anchors = summary.anchors.iter().take(MOST_SUGGESTIONS).map(|anchor| &*anchor.id);
            let near = nearest(&wanted, anchors).map(str::to_owned);
            let help = near.as_ref().map(|near| format!("did you mean `#{near}`?"));
            let kind = BrokenKind::Anchor(wanted.into_owned(), summary.path.to_string());
            Target::Broken(Broken { kind, help, near, href: Some(href).filter(|href| !href.is_empty()) })
        }
    }
}

/// Anchors that are compared with a broken one.
const MOST_SUGGESTIONS: usize = 500;

fn missing(site: &Site, from: PageId, linker: &Linker, path: &str, destination: &str) -> Target {
    let decoded = urls::decode(path);
    let relative = decoded.trim_start_matches(['/', '@']);
    let is_rooted = relative.len() < decoded.len();
    let bases = if is_rooted { vec![""] } else { bases(site, from) };
    let joined: Vec<String> = bases.iter().filter_map(|base| urls::join(base, relative)).collect();
    for candidate in &joined {
        let names = [candidate.clone(), format!("{candidate}.md")].map(|name| name.to_lowercase());
        if let Some(actual) = names.iter().find_map(|name| site.any_case.get(name)) {
            let fragment = destination.split_once('#').map_or(String::new(), |(_, fragment)| format!("#{fragment}"));
            let target = Box::new(resolve(site, from, linker, &format!("/{}{fragment}", urls::encode(actual))));
            return Target::OtherCase { actual: actual.rsplit('/').next().unwrap_or(actual).to_owned(), target };
        }
        let draft = site.drafts.iter().any(|draft| draft == candidate || urls::stem(draft) == candidate);
        if draft {
            return broken(BrokenKind::Draft, Some("publish it, or take the link out until it is".to_owned()));
        }
    }
    let own_base = if is_rooted { "" } else { bases[0] };
    if joined.len() < bases.len() && urls::join(own_base, relative).is_none() {
        let help = "link to a file of the site, or use the full URL".to_owned();
        return broken(BrokenKind::Outside, Some(help));
    }
    let near = suggestion(site, from, relative, decoded.starts_with('@'));
    let help = near.as_ref().map(|near| format!("did you mean `{near}`?"));
    Target::Broken(Broken { kind: BrokenKind::Missing, help, near, href: None })
}

/// The file that was probably meant: one of the same name elsewhere, else one of a similar name.
fn suggestion(site: &Site, from: PageId, path: &str, is_rooted: bool) -> Option<String> {
    let name = path.trim_end_matches('/').rsplit('/').next()?.to_lowercase();
    let stem = name.strip_suffix(".html").unwrap_or(&name);
    let same_name = [name.clone(), format!("{stem}.md"), format!("{stem}.mdx")];
    let elsewhere = same_name.iter().find_map(|name| site.by_file_name.get(name));
    let near = match elsewhere {
        // A name that is everywhere says nothing.
        Some(files) if files.len() <= 20 => {
            nearest(path, files.iter().map(String::as_str)).or(files.first().map(String::as_str))
        }
        _ => {
            let with_extension = if stem.contains('.') { stem.to_owned() } else { format!("{stem}.md") };
            // Nobody who writes `chart.png` means a page, and a shared extension is no likeness.
            let (stem, extension) = with_extension.rsplit_once('.')?;
            let names = site.by_file_name.keys().filter_map(|name| name.rsplit_once('.'));
            let stems = names.filter(|(_, other)| *other == extension).map(|(name, _)| name);
            let file = format!("{}.{extension}", nearest(stem, stems)?);
            site.by_file_name.get(&file)?.first().map(String::as_str)
        }
    }?;
    if is_rooted {
        let near = near.strip_suffix(".md").unwrap_or(near);
        return Some(format!("@{near}"));
    }
    Some(relative(site, from, near))
}

/// `https:`, `mailto:`, and `numpy:` too, where that is no inventory. A single letter is a drive of Windows, which leads nowhere on the web.
fn has_scheme(destination: &str) -> bool {
    let Some((scheme, _)) = destination.split_once(':') else { return false };
    scheme.len() > 1
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}
