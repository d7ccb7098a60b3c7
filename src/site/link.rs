//! From summaries to a site: who lives where, in which order, below whom. Entry point: [`link`].

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::claims::{Claims, Clash};
use super::urls::{self, folder_of, stem};
use super::{
    Collision, Content, File, Page, PageId, Section, Site, Summary, Terms, community, files, generated, related,
    search, terms, tree, written,
};
use crate::community::Community;
use crate::config::{BuildSettings, Config, SectionSettings};
use crate::data::Date;
use crate::document::Weight;
use crate::inventory::Inventory;
use crate::source::history::History;

/// What a site is made of.
pub struct Input {
    /// The settings.
    pub config: Arc<Config>,
    /// What each page declares, sorted by content path: the first page ids are theirs, in this order.
    pub summaries: Vec<Arc<Summary>>,
    /// What the texts of records declare, in the order of their documents.
    pub records: Vec<Arc<Summary>>,
    /// The community.
    pub community: Arc<Community>,
    /// Interface texts, for the titles of generated pages.
    pub texts: BTreeMap<String, String>,
    /// Files that are copied, by where they land.
    pub assets: BTreeMap<String, File>,
    /// What other projects' documentation holds, by the prefix of links.
    pub inventories: BTreeMap<String, Arc<Inventory>>,
    /// Names of files and folders at the top of the repository that holds the site.
    pub repository_files: Vec<String>,
    /// Content paths of pages that are left out as drafts.
    pub drafts: Vec<String>,
    /// "Today".
    pub as_of: Option<Date>,
    /// The name of the site's folder: the last resort for a title.
    pub folder_name: String,
    /// What the repository tells of its files.
    pub history: Arc<History>,
}

/// Links everything that the site holds.
pub fn link(input: Input) -> Site {
    let Input {
        config,
        mut summaries,
        records,
        community,
        texts,
        assets,
        inventories,
        repository_files,
        drafts,
        as_of,
        folder_name,
        history,
    } = input;
    debug_assert!(summaries.is_sorted_by(|a, b| a.content_path < b.content_path), "page ids follow this order");
    let authored = summaries.len();
    summaries.extend(records);
    let mut site = Site {
        config,
        title: String::new(),
        as_of,
        backlinks: community::Backlinks::of(&community),
        community,
        summaries,
        authored,
        search_indexes: 0,
        all_pages: None,
        texts,
        files: Vec::new(),
        places: community::Places::default(),
        persona_pages: BTreeMap::new(),
        tags: related::Tags::default(),
        readings: BTreeMap::new(),
        pages: Vec::new(),
        home: PageId(0),
        sections: Vec::new(),
        assets,
        inventories,
        repository_files,
        collisions: Vec::new(),
        redirects: Vec::new(),
        folders: BTreeMap::new(),
        by_content_path: BTreeMap::new(),
        by_url: BTreeMap::new(),
        by_old_path: BTreeMap::new(),
        any_case: BTreeMap::new(),
        by_file_name: BTreeMap::new(),
        drafts,
        written: Vec::new(),
        terms: Terms::default(),
    };
    site.written = written::written(&site, &history);
    authored_pages(&mut site);
    community::text_pages(&mut site, authored);
    community::default_pages(&mut site, authored);
    folder_pages(&mut site);
    hang(&mut site);
    let planted = tree::plant(&mut site);
    sections(&mut site);
    site.title = title_of(&site, &folder_name);
    kinds(&mut site);
    order(&mut site, &planted);
    let in_order = in_order(&site);
    community::settle(&mut site, authored, &in_order);
    persona_pages(&mut site, &in_order);
    site.tags = related::Tags::of(&site, &in_order);
    reading_order(&mut site);
    generated::listings(&mut site, &planted);
    search::add(&mut site);
    generated::beside_the_pages(&mut site);
    files::add(&mut site);
    let claims = collisions(&mut site);
    lookups(&mut site);
    generated::redirects(&mut site, claims);
    readings(&mut site);
    site.terms = terms::terms(&site);
    site
}

/// A page for each summary, in the same order, and the page of each folder that has one.
fn authored_pages(site: &mut Site) {
    let folder_pages = choose_folder_pages(&site.summaries[..site.authored], &site.config);
    site.folders = folder_pages.iter().map(|(folder, id)| (folder.clone(), *id)).collect();
    let folder_of_page: BTreeMap<PageId, &str> =
        folder_pages.iter().map(|(folder, id)| (*id, folder.as_str())).collect();
    for (number, summary) in site.summaries[..site.authored].iter().enumerate() {
        let id = PageId(number as u32);
        let folder = folder_of_page.get(&id).copied();
        // `zulip.md` beside `zulip/` keeps a URL of its own where pages are files.
        let is_folder_page =
            folder.is_some_and(|folder| folder == folder_of(&summary.content_path) || summary.front.slug.is_some());
        let route = urls::route(summary, is_folder_page, &site.config);
        let (url, output) = urls::place(&route, is_folder_page, site.config.build.url_style);
        let title = summary.title.clone().unwrap_or_else(|| {
            let path = folder.unwrap_or(&summary.content_path);
            humanized(stem(path.rsplit('/').next().unwrap_or(path)))
        });
        site.pages.push(Page {
            content: Content::Authored,
            url,
            output,
            nav_title: summary.front.nav_title.clone().unwrap_or_else(|| title.clone()),
            title,
            description: summary.front.description.clone(),
            kind: summary.front.kind,
            section: None,
            parent: None,
            children: Vec::new(),
            index: None,
            listed: !summary.front.unlisted,
            shadowed: false,
            twin: None,
            prev: None,
            next: None,
        });
        site.by_content_path.insert(summary.content_path.clone(), id);
    }
}

/// Which page is the page of which folder: `index.md`, `_index.md`, `README.md`, the one whose `slug` says so, a page of
/// the folder's own name inside it, or one beside it. A page that `slug` puts elsewhere is not.
fn choose_folder_pages(summaries: &[Arc<Summary>], config: &Config) -> BTreeMap<String, PageId> {
    let settings = &config.build;
    let folders: BTreeSet<&str> = summaries
        .iter()
        .flat_map(|summary| {
            std::iter::successors(Some(folder_of(&summary.content_path)), |folder| {
                Some(folder_of(folder)).filter(|_| !folder.is_empty())
            })
        })
        .chain([""])
        .collect();
    let by_route: BTreeMap<String, &str> =
        folders.iter().map(|folder| (folder_route(folder, settings).join("/"), *folder)).collect();
    let mut best: BTreeMap<&str, (usize, u32)> = BTreeMap::new();
    for (number, summary) in summaries.iter().enumerate() {
        let path = summary.content_path.as_str();
        let inside = folder_of(path);
        let name = stem(path.rsplit('/').next().unwrap_or(path)).to_ascii_lowercase();
        let own_name = inside.rsplit('/').next().is_some_and(|folder| folder.eq_ignore_ascii_case(&name));
        let moved =
            summary.front.slug.as_deref().filter(|slug| !slug.trim_matches(['/', '.']).is_empty() || *slug == "/");
        let (folder, rank) = match (moved, name.as_str()) {
            (Some(slug), _) if slug.starts_with('/') => match by_route.get(rooted(slug, path, settings).as_str()) {
                Some(folder) => (*folder, 3),
                None => continue,
            },
            // Of a post with images in a folder of its own, the slug is that of the folder.
            (Some(_), "index") if urls::news_folder(path, config).is_some_and(|news| news != inside) => (inside, 0),
            (Some(_), _) => continue,
            (None, "index") => (inside, 0),
            (None, "_index") => (inside, 1),
            (None, "readme") => (inside, 2),
            (None, _) if own_name => (inside, 4),
            (None, _) => (stem(path), 5),
        };
        if let Some(folder) = folders.get(folder) {
            let choice = best.entry(folder).or_insert((rank, number as u32));
            *choice = (*choice).min((rank, number as u32));
        }
    }
    best.into_iter().map(|(folder, (_, number))| (folder.to_owned(), PageId(number))).collect()
}

/// The address that an absolute `slug` gives: it starts where the pages of its content folder do.
fn rooted(slug: &str, content_path: &str, settings: &BuildSettings) -> String {
    format!("{}/{}", settings.content.place_of(content_path), slug.trim_matches('/')).trim_matches('/').to_owned()
}

/// A generated page for each folder that holds pages and has none of its own.
fn folder_pages(site: &mut Site) {
    let mut missing = BTreeSet::from([String::new()]);
    for (path, id) in &site.by_content_path {
        let mut folder = folder_of(path);
        // What lies below a block hangs below the block's page.
        if matches!(site.page(*id).content, Content::Block { .. }) && community::BLOCKS.iter().any(|b| b.at == folder) {
            folder = folder_of(folder);
        }
        while !folder.is_empty() {
            missing.insert(folder.to_owned());
            folder = folder_of(folder);
        }
    }
    missing.retain(|folder| !site.folders.contains_key(folder));
    for folder in missing {
        // A page that was made for a block has the address: it is the folder's page too.
        let block = site.by_content_path.get(&format!("{folder}.md")).copied();
        if let Some(id) = block.filter(|id| matches!(site.page(*id).content, Content::Block { .. })) {
            site.folders.insert(folder, id);
            continue;
        }
        let name = folder.rsplit('/').next().unwrap_or("");
        let parts = folder_route(&folder, &site.config.build);
        let (url, output) = urls::place(&parts, true, site.config.build.url_style);
        let id = PageId(site.pages.len() as u32);
        let content = match folder.as_str() {
            "" => Content::Home,
            _ => Content::Listing { of: id, part: 0, parts: vec![id] },
        };
        site.pages.push(generated::page(content, url, output, humanized(name)));
        site.folders.insert(folder, id);
    }
    site.home = site.folders[""];
}

/// The parts of a folder's URL.
fn folder_route(folder: &str, settings: &BuildSettings) -> Vec<String> {
    let names = folder.split('/').filter(|name| !name.is_empty());
    let stripped = names.map(|name| if settings.strip_number_prefixes { urls::without_number(name) } else { name });
    stripped.map(str::to_owned).collect()
}

/// Who is whose parent.
fn hang(site: &mut Site) {
    let mut parents: BTreeMap<PageId, PageId> = BTreeMap::new();
    let folder_pages: BTreeSet<PageId> = site.folders.values().copied().collect();
    for (folder, id) in site.folders.iter().filter(|(folder, _)| !folder.is_empty()) {
        parents.insert(*id, site.folders[folder_of(folder)]);
    }
    // Pages that are made for blocks hang in the folder at whose path they lie.
    for (path, id) in &site.by_content_path {
        if matches!(site.page(*id).content, Content::Block { .. }) && !folder_pages.contains(id) {
            let folder = folder_of(path);
            let above = community::page_above(site, folder).filter(|above| above != id);
            let above = above.or_else(|| site.folders.get(folder).copied());
            parents.insert(*id, above.unwrap_or_else(|| site.folders[folder_of(folder)]));
        }
    }
    for (number, summary) in site.summaries[..site.authored].iter().enumerate() {
        // The page of a folder hangs where its folder hangs, wherever its file lies: all else could go round in a circle.
        let id = PageId(number as u32);
        if !folder_pages.contains(&id) {
            parents.insert(id, site.folders[folder_of(&summary.content_path)]);
        }
    }
    for (id, parent) in parents {
        site.pages[id.0 as usize].parent = Some(parent);
        if site.page(id).listed {
            site.pages[parent.0 as usize].children.push(id);
        }
    }
}

/// The sections that exist, and which one each page belongs to: the innermost.
fn sections(site: &mut Site) {
    let config = site.config.clone();
    let known = config.section.iter().filter_map(|settings| Some((settings, *site.folders.get(&settings.path)?)));
    let mut found: Vec<(&SectionSettings, PageId)> = known.collect();
    // A top-level folder that the settings do not name is a section too, after those that they do.
    let unnamed: Vec<SectionSettings> = site
        .folders
        .keys()
        .filter(|folder| !folder.is_empty() && !folder.contains('/'))
        .filter(|folder| !config.section.iter().any(|section| &section.path == *folder))
        .map(|folder| SectionSettings {
            path: folder.clone(),
            title: None,
            description: None,
            kind: None,
            dated: false,
        })
        .collect();
    found.extend(unnamed.iter().map(|settings| (settings, site.folders[&settings.path])));
    for (number, (settings, id)) in found.into_iter().enumerate() {
        let page = &mut site.pages[id.0 as usize];
        if let Some(title) = &settings.title {
            page.nav_title = title.clone();
            if page.content != Content::Authored {
                page.title = title.clone();
            }
        }
        page.description = page.description.take().or_else(|| settings.description.clone());
        page.section = Some(number);
        site.sections.push(Section {
            path: settings.path.clone(),
            title: page.nav_title.clone(),
            kind: settings.kind,
            page: id,
        });
    }
    for id in site.ids() {
        let mut above = Some(id);
        while let Some(page) = above {
            if let Some(section) = site.page(page).section {
                site.pages[id.0 as usize].section = Some(section);
                break;
            }
            above = site.page(page).parent;
        }
    }
}

fn title_of(site: &Site, folder_name: &str) -> String {
    let home = site.summary(site.home).and_then(|summary| summary.title.clone());
    let title = site.config.site.title.clone().or(home);
    title.unwrap_or_else(|| humanized(folder_name))
}

/// A page has the kind that it names, else its section's. Folder pages lead to pages, so they have none by default.
fn kinds(site: &mut Site) {
    let folder_pages: BTreeSet<PageId> = site.folders.values().copied().collect();
    for id in site.ids() {
        let page = &mut site.pages[id.0 as usize];
        if page.kind.is_none() && !folder_pages.contains(&id) {
            page.kind = page.section.and_then(|section| site.sections[section].kind);
        }
    }
    let home = site.home.0 as usize;
    if site.pages[home].content == Content::Home {
        site.pages[home].title = site.title.clone();
        site.pages[home].nav_title = site.title.clone();
        site.pages[home].description = site.config.site.description.clone();
    }
}

/// Orders children: as `nav` says, then sections in their order, then by weight, then by name as people count.
fn order(site: &mut Site, planted: &tree::Planted) {
    let folder_paths: BTreeMap<PageId, String> =
        site.folders.iter().map(|(folder, id)| (*id, folder.clone())).collect();
    let section_numbers: BTreeMap<PageId, usize> =
        site.sections.iter().enumerate().map(|(number, section)| (section.page, number)).collect();
    let parents: BTreeSet<PageId> = site.folders.values().chain(&planted.parents).copied().collect();
    for id in parents {
        let mut are_news = false;
        let mut key = |child: PageId| {
            let path = folder_paths.get(&child).map_or_else(
                || match site.page(child).content {
                    Content::Block { block, .. } => community::BLOCKS[block].at.to_owned(),
                    _ => site.summary(child).map_or("", |summary| stem(&summary.content_path)).to_owned(),
                },
                String::clone,
            );
            let name = path.rsplit('/').next().unwrap_or("").to_owned();
            are_news |= urls::news_folder(&path, &site.config).is_some();
            let in_nav = planted.order.get(&child).copied();
            let section = section_numbers.get(&child).copied();
            let weight = site.summary(child).and_then(|summary| summary.front.weight);
            let rank =
                (in_nav.unwrap_or(usize::MAX), section.unwrap_or(usize::MAX), weight.unwrap_or(Weight(i64::MAX)));
            (rank, name)
        };
        let mut keyed: Vec<_> = site.page(id).children.iter().map(|child| (key(*child), *child)).collect();
        keyed.sort_by(|((rank_a, name_a), a), ((rank_b, name_b), b)| {
            let by_name = alphanumeric_sort::compare_str(name_a, name_b);
            rank_a.cmp(rank_b).then(if are_news { by_name.reverse() } else { by_name }).then_with(|| a.cmp(b))
        });
        site.pages[id.0 as usize].children = keyed.into_iter().map(|(_, child)| child).collect();
    }
}

/// All pages of the tree: depth first, folder pages first.
fn in_order(site: &Site) -> Vec<PageId> {
    let mut sequence = Vec::new();
    let mut waiting = vec![site.home];
    while let Some(id) = waiting.pop() {
        sequence.push(id);
        waiting.extend(site.page(id).children.iter().rev());
    }
    sequence
}

/// Previous and next: inside a section, and through all of a site that names none, as in a book.
fn reading_order(site: &mut Site) {
    let pages: Vec<PageId> = in_order(site).into_iter().filter(|id| site.page(*id).is_for_readers()).collect();
    let is_one_book = site.config.section.is_empty();
    for pair in pages.windows(2) {
        if is_one_book || site.page(pair[0]).section == site.page(pair[1]).section {
            site.pages[pair[0].0 as usize].next = Some(pair[1]);
            site.pages[pair[1].0 as usize].prev = Some(pair[0]);
        }
    }
}

/// Which pages serve which persona.
fn persona_pages(site: &mut Site, in_order: &[PageId]) {
    let mut pages: BTreeMap<String, BTreeMap<_, Vec<PageId>>> = BTreeMap::new();
    for id in in_order {
        let Some(summary) = site.summary(*id) else { continue };
        for name in &summary.front.personas {
            // A persona may be called by an id that it had before.
            let Some(persona) = site.community.index.find("persona", name) else { continue };
            pages.entry(persona.id.clone()).or_default().entry(site.page(*id).kind).or_default().push(*id);
        }
    }
    site.persona_pages = pages;
}

/// Which pages stand in which reading paths.
fn readings(site: &mut Site) {
    let community = site.community.clone();
    for reading in &community.readings {
        let Some(at) = community.index.all.iter().position(|entry| entry.entity == "reading" && entry.id == reading.id)
        else {
            continue;
        };
        for (place, page) in reading.fields.pages.iter().enumerate() {
            if let Some(id) = site.page_at(&page.destination) {
                site.readings.entry(id).or_default().push((at, place));
            }
        }
    }
}

/// Finds what would be written twice, or cannot be written. Pages win over files, and the first by content path wins.
fn collisions(site: &mut Site) -> Claims {
    let mut claims = Claims::default();
    for id in site.ids() {
        // The text of a record that could not be read.
        if site.page(id).shadowed {
            continue;
        }
        let (output, source) = (site.page(id).output.clone(), source_name(site, id));
        if let Some((clash, kept)) = claims.claim(&output, &source) {
            site.pages[id.0 as usize].shadowed = clash != Clash::CaseOnly;
            site.collisions.push(Collision { output, kept, dropped: source, clash });
        }
    }
    for id in site.ids() {
        let page = site.page(id);
        if page.shadowed || page.content != Content::Authored {
            continue;
        }
        // `index.md` beside `index.html`, `use-gpus.md` beside `use-gpus.html`. A static file of that name is the writer's.
        let twin = page.output.strip_suffix(".html").map(|stem| format!("{stem}.md"));
        let twin = twin.filter(|twin| !site.assets.contains_key(twin));
        let twin = twin.filter(|twin| claims.claim(twin, &source_name(site, id)).is_none());
        site.pages[id.0 as usize].twin = twin;
    }
    let mut dropped = Vec::new();
    for path in site.assets.keys() {
        if let Some((clash, kept)) = claims.claim(path, path) {
            if clash != Clash::CaseOnly {
                dropped.push(path.clone());
            }
            site.collisions.push(Collision { output: path.clone(), kept, dropped: path.clone(), clash });
        }
    }
    for path in dropped {
        site.assets.remove(&path);
    }
    claims
}

/// What a finding calls a page: its source, or the file that is generated.
pub(super) fn source_name(site: &Site, id: PageId) -> String {
    let record = match site.page(id).content {
        Content::Record(at) => site.community.index.all.get(at).map(|entry| entry.path.to_string()),
        _ => None,
    };
    let authored = site.summary(id).map(|summary| summary.path.to_string());
    record.or(authored).unwrap_or_else(|| site.page(id).output.clone())
}

fn lookups(site: &mut Site) {
    let shown = site.ids().filter(|id| !site.page(*id).shadowed);
    site.by_url = shown.map(|id| (site.page(id).url.clone(), id)).collect();
    let files = site.by_content_path.keys().chain(site.assets.keys()).cloned();
    for file in files {
        let name = file.rsplit('/').next().unwrap_or(&file).to_lowercase();
        site.by_file_name.entry(name).or_default().push(file.clone());
        site.any_case.entry(file.to_lowercase()).or_insert(file);
    }
}

/// `use-gpus` → `Use gpus`, `01-install` → `Install`; the number in `2024-roadmap` is part of the name.
fn humanized(name: &str) -> String {
    let name = if name.starts_with('0') { urls::without_number(name) } else { name };
    let words = name.replace(['-', '_'], " ");
    let mut letters = words.trim().chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => name.to_owned(),
    }
}
