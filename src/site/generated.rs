//! Pages that nobody writes: lists of long folders, the files beside the pages, redirects.
//!
//! They have a [`PageId`] and no document, and are otherwise pages like any other: one renderer, no second path.

use std::collections::{BTreeMap, BTreeSet};

use super::claims::{Claims, Clash};
use super::nav::WINDOW;
use super::resolve::redirect_target;
use super::tree::Planted;
use super::urls::{self, Linker};
use super::{Content, Page, PageId, Redirect, RedirectFault, Site, Target};
use crate::config::RedirectMap;

/// Entries on one page of a list.
pub const LIST_LENGTH: usize = 100;

/// A generated page outside the tree.
pub(super) fn page(content: Content, url: String, output: String, title: String) -> Page {
    Page {
        content,
        url,
        output,
        nav_title: title.clone(),
        title,
        description: None,
        kind: None,
        section: None,
        parent: None,
        children: Vec::new(),
        index: None,
        listed: true,
        shadowed: false,
        twin: None,
        prev: None,
        next: None,
    }
}

/// Splits long lists into parts, and gives folders with a page of their own a list when navigation cannot show them all.
pub(super) fn listings(site: &mut Site, planted: &Planted) {
    let parents: BTreeSet<PageId> = site.folders.values().chain(&planted.parents).copied().collect();
    for folder in parents {
        let count = site.page(folder).children.len();
        let first = match site.page(folder).content {
            Content::Listing { .. } => folder,
            _ if count <= WINDOW => continue,
            _ => {
                let title = format!("{} – {}", site.page(folder).nav_title, site.title);
                let id = add_below(site, folder, "all", title);
                site.pages[folder.0 as usize].index = Some(id);
                id
            }
        };
        if first == folder && count > WINDOW {
            site.pages[folder.0 as usize].index = Some(folder);
        }
        let mut parts = vec![first];
        for part in 1..count.div_ceil(LIST_LENGTH) {
            let title = site.page(first).title.clone();
            parts.push(add_below(site, first, &format!("page-{}", part + 1), title));
        }
        for (part, id) in parts.iter().enumerate() {
            site.pages[id.0 as usize].content = Content::Listing { of: folder, part, parts: parts.clone() };
        }
    }
}

/// A generated page at `name` below another page's URL.
pub(super) fn add_below(site: &mut Site, above: PageId, name: &str, title: String) -> PageId {
    let base = site.page(above).url.trim_matches('/').to_owned();
    let mut name = name.to_owned();
    let (url, output) = loop {
        let parts = base.split('/').filter(|part| !part.is_empty()).chain([name.as_str()]);
        let route: Vec<String> = parts.map(str::to_owned).collect();
        let (url, output) = urls::place(&route, true, site.config.build.url_style);
        // A page of the writer's own may have that address.
        if !site.pages.iter().any(|page| page.url == url) {
            break (url, output);
        }
        name.push_str("-list");
    };
    let id = PageId(site.pages.len() as u32);
    let mut page = page(Content::Listing { of: above, part: 0, parts: Vec::new() }, url, output, title);
    page.parent = Some(above);
    page.section = site.page(above).section;
    page.listed = false;
    site.pages.push(page);
    id
}

/// `404.html`, `sitemap.xml`, `robots.txt`, `llms.txt`, `objects.inv`.
pub(super) fn beside_the_pages(site: &mut Site) {
    let title = site.title.clone();
    let (pages, assets) = (&mut site.pages, &site.assets);
    let mut add = |content: Content, file: &str| {
        // A file of that name in the static folder is the writer's own.
        if assets.contains_key(file) {
            return;
        }
        let mut page = page(content, format!("/{file}"), file.to_owned(), title.clone());
        page.listed = false;
        pages.push(page);
    };
    add(Content::NotFound, "404.html");
    add(Content::Robots, "robots.txt");
    add(Content::Llms, "llms.txt");
    add(Content::Objects, "objects.inv");
    if site.config.site.base_url.is_some() {
        add(Content::Sitemap, "sitemap.xml");
    }
    for map in site.config.build.redirect_maps.clone() {
        let file = match map {
            RedirectMap::Netlify => "_redirects",
            RedirectMap::Nginx => "redirects.nginx.conf",
        };
        add(Content::RedirectMap(map), file);
    }
}

/// Aliases and the `[redirects]` table, each a page that sends the reader on.
pub(super) fn redirects(site: &mut Site, mut claims: Claims) {
    let settings = site.config.redirects.iter().map(|(from, to)| (from.clone(), to.value.clone(), None));
    let mut wanted: Vec<(String, String, Option<PageId>)> = settings.collect();
    for (number, summary) in site.summaries.iter().enumerate() {
        let id = PageId(number as u32);
        let to = site.page(id).url.clone();
        wanted.extend(summary.front.aliases.iter().map(|alias| (alias.clone(), to.clone(), Some(id))));
    }
    let targets: BTreeMap<String, String> = wanted.iter().map(|(from, to, _)| (old_output(from), to.clone())).collect();
    let mut seen = BTreeSet::new();
    for (from, to, page) in wanted {
        let output = old_output(&from);
        // `/x/` and `/x` on one page say the same twice.
        if !seen.insert((output.clone(), to.clone(), page)) {
            continue;
        }
        let fault = match claims.claim(&output, &from) {
            Some((Clash::Unwritable(why), _)) => Some(RedirectFault::Unwritable(why)),
            Some((Clash::Same | Clash::FileAndFolder | Clash::CaseOnly, by)) => Some(RedirectFault::Occupied(by)),
            None if leads_back(&output, &targets) => Some(RedirectFault::Loop),
            None => None,
        };
        if fault.is_none() {
            site.by_old_path.insert(output, site.redirects.len());
        }
        site.redirects.push(Redirect { from, to, page, target: Target::External, fault });
    }
    // A redirect may lead to another one's path, so all of them are known before any is followed.
    let linker = Linker::Absolute("/".to_owned());
    for number in 0..site.redirects.len() {
        let target = redirect_target(site, number, &linker);
        let redirect = &mut site.redirects[number];
        let written = redirect.fault.is_none() && !matches!(target, Target::Broken(_));
        redirect.target = target;
        if written {
            let output = old_output(&redirect.from);
            let url = format!("/{}", output.strip_suffix("index.html").unwrap_or(&output));
            let mut page = page(Content::Redirect(number), url, output, site.title.clone());
            page.listed = false;
            site.pages.push(page);
        }
    }
}

/// The file that answers for an old path.
pub(super) fn old_output(path: &str) -> String {
    let path = urls::decode(path.split(['#', '?']).next().unwrap_or(""));
    let path = urls::join("", &path).unwrap_or_default();
    match path.rsplit('/').next() {
        Some("") | None => "index.html".to_owned(),
        Some(name) if name.ends_with(".html") || name.ends_with(".htm") => path,
        Some(_) => format!("{path}/index.html"),
    }
}

fn leads_back(output: &str, targets: &BTreeMap<String, String>) -> bool {
    let mut at = output.to_owned();
    // As many steps as there are redirects: whoever has not come back by then is caught in someone else's loop.
    for _ in 0..=targets.len() {
        let Some(to) = targets.get(&at) else { return false };
        at = old_output(to);
    }
    true
}
