//! From a site to the view of one page.

use super::{
    Crumb, EditionLink, FileView, Image, LabelledLink, ListEntry, Listing, Outline, PageLink, PageView, PersonaLink,
    ReadingPlace, RecordView, RedirectEntry, RedirectView, SiteView, SitemapEntry, ThemeView, View, WhoLink,
};
use crate::community::{Data, IndexEntry, Reading};
use crate::config::{EditionSettings, LinkSettings, RedirectMap, SiteSettings, VersionStatus};
use crate::data::Date;
use crate::document::Toc;
use crate::site::community::{Show, block_data, record_data};
use crate::site::generated::LIST_LENGTH;
use crate::site::nav::{href, nav, way_to};
use crate::site::related::related;
use crate::site::resolve::{redirect_target, resolve, resolve_from_root};
use crate::site::urls::Linker;
use crate::site::{Content, PageId, Site, Summary, Target, community, files, objects, search, terms};

/// Makes the view of a page. `audit` is what the audit found, for the page that shows it.
pub fn view(site: &Site, id: PageId, audit: &Data) -> View {
    let page = site.page(id);
    let summary = site.summary(id);
    let linker = linker(site, id);
    let resolved = |destination: &str| resolve(site, id, &linker, destination);
    let targets = summary.map_or(Vec::new(), |summary| summary.destinations.iter().map(|to| resolved(to)).collect());
    let prerequisites = summary.map_or(&[][..], |summary| &summary.front.prerequisites);
    let prerequisite_targets: Vec<Target> = prerequisites.iter().map(|to| resolved(to)).collect();
    let link_to = |other: PageId| PageLink {
        title: site.page(other).nav_title.clone(),
        href: linker.href(&site.page(other).url),
        kind: site.page(other).kind,
    };
    let way = way_to(site, id);
    let above = &way[..way.len() - 1];
    let crumb = |other: &PageId| Crumb {
        title: if *other == site.home { site.title.clone() } else { site.page(*other).nav_title.clone() },
        href: linker.href(&site.page(*other).url),
    };
    let template = match (&page.content, summary.and_then(|summary| summary.front.template.as_deref())) {
        (Content::Authored, Some(template)) => template,
        (Content::Authored, None) => "page.html",
        (Content::Listing { .. }, _) => "landing.html",
        (Content::Home, _) => "home.html",
        (Content::AllPages { .. }, _) => "all-pages.html",
        (Content::Block { .. } | Content::Record(_), _) => "page.html",
        (Content::File(_) | Content::Objects, _) => "feed.xml",
        // It is not written, and so has no template of its own.
        (Content::Elsewhere(_), _) => "page.html",
        (Content::NotFound, _) => "404.html",
        (Content::Sitemap, _) => "sitemap.xml",
        (Content::Robots, _) => "robots.txt",
        (Content::Llms, _) => "llms.txt",
        (Content::Redirect(_), _) => "redirect.html",
        (Content::RedirectMap(RedirectMap::Netlify), _) => "redirects.netlify",
        (Content::RedirectMap(RedirectMap::Nginx), _) => "redirects.nginx",
    };
    let is_tree_page = page.is_for_readers();
    let shows_nav = is_tree_page || page.content == Content::NotFound;
    let (nav, nav_more) = if shows_nav { nav(site, id, &linker) } else { (Vec::new(), None) };
    let (listing, outline) = match page.content {
        Content::AllPages { .. } => search::list(site, id, &linker).unzip(),
        Content::Llms => (None, Some(outline(site, &linker))),
        _ => (listing(site, id, &linker), None),
    };
    View {
        template: template.to_owned(),
        output: page.output.clone(),
        twin_output: page.twin.clone(),
        site: site_view(site, id, &linker),
        theme: theme_view(site, &linker),
        root: linker.root(),
        page: page_view(site, id, &linker, &prerequisite_targets),
        nav,
        nav_more,
        breadcrumbs: if is_tree_page { above.iter().map(crumb).collect() } else { Vec::new() },
        prev: page.prev.map(link_to),
        next: page.next.map(link_to),
        related: related(site, id).into_iter().map(link_to).collect(),
        listing,
        search: search::view(site, &linker).filter(|_| shows_nav),
        outline: outline.unwrap_or_default(),
        sitemap: if page.content == Content::Sitemap { sitemap(site) } else { Vec::new() },
        record: record(site, id, &linker),
        blocks: blocks(site, id, &linker, audit),
        file: file(site, id, &linker),
        feeds: feeds(site, &linker),
        readings: reading_places(site, id, &linker),
        target: redirect(site, id, &linker),
        redirects: if matches!(page.content, Content::RedirectMap(_)) { redirects(site, &linker) } else { Vec::new() },
        toc_levels: summary.map_or(Toc::Off, |summary| summary.front.toc),
        targets,
        prerequisite_targets,
        smart_punctuation: site.config.markdown.smart_punctuation,
        terms: terms::terms_on(site, id),
    }
}

/// Pages link relatively, so that the site works under any path; what is served at any depth cannot.
fn linker(site: &Site, id: PageId) -> Linker {
    match site.page(id).content {
        Content::NotFound | Content::RedirectMap(_) => Linker::Absolute(base_path(site)),
        Content::Llms | Content::File(_) => Linker::Absolute(base_url(site).unwrap_or_else(|| "/".to_owned())),
        _ => Linker::Relative(site.page(id).url.clone(), site.config.build.offline),
    }
}

/// The site's own URL, with a slash at its end.
fn base_url(site: &Site) -> Option<String> {
    site.config.site.base_url.as_ref().map(|base| format!("{}/", base.value.trim_end_matches('/')))
}

fn base_path(site: &Site) -> String {
    let base = base_url(site).unwrap_or_default();
    let after_host = base.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    format!("/{after_host}")
}

fn absolute(site: &Site, url: &str) -> Option<String> {
    base_url(site).map(|base| Linker::Absolute(base).href(url))
}

/// Where search engines shall lead to: of an old version, to the same page in the current one.
fn canonical(site: &Site, id: PageId) -> Option<String> {
    let SiteSettings { version, versions, .. } = &site.config.site;
    let is_old = |edition: &EditionSettings| {
        version.as_ref() == Some(&edition.label) && edition.status == Some(VersionStatus::Old)
    };
    match versions.iter().find(|edition| edition.status == Some(VersionStatus::Current)) {
        Some(current) if versions.iter().any(is_old) => Some(site.in_edition(id, &current.url.value)),
        _ => absolute(site, &site.page(id).url),
    }
}

fn site_view(site: &Site, id: PageId, linker: &Linker) -> SiteView {
    let editions = |editions: &[EditionSettings], is_current: &dyn Fn(&EditionSettings) -> bool| {
        let links = editions.iter().map(|edition| EditionLink {
            label: edition.label.clone(),
            href: site.in_edition(id, &edition.url.value),
            language: edition.language.clone(),
            status: edition.status,
            current: is_current(edition),
        });
        links.collect()
    };
    let settings = &site.config.site;
    let language = site.config.site.language.clone().unwrap_or_else(|| "en".to_owned());
    let right_to_left = ["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"];
    let dir = if right_to_left.contains(&language.split('-').next().unwrap_or("")) { "rtl" } else { "ltr" };
    SiteView {
        title: site.title.clone(),
        description: site.config.site.description.clone(),
        language,
        dir,
        home: linker.href("/"),
        repository: site.config.site.repository.clone(),
        base_url: base_url(site),
        personas: site
            .community
            .personas
            .iter()
            .take(MOST_PERSONAS)
            .map(|persona| persona_link(site, linker, &persona.id))
            .collect(),
        version: settings.version.clone(),
        versions: editions(&settings.versions, &|edition| settings.version.as_ref() == Some(&edition.label)),
        languages: editions(&settings.languages, &|edition| edition.language == settings.language),
        conduct: Show::plain(site, linker).home("conduct").and_then(|home| home["href"].as_str().map(str::to_owned)),
    }
}

/// Personas that the choice in the header offers at most: all pages show it.
const MOST_PERSONAS: usize = 24;

fn persona_link(site: &Site, linker: &Linker, id: &str) -> PersonaLink {
    let brief = site.community.index.find("persona", id).map(|entry| Show::plain(site, linker).brief(entry));
    let field = |name: &str| brief.as_ref().and_then(|brief| brief[name].as_str()).map(str::to_owned);
    PersonaLink { id: id.to_owned(), title: field("title").unwrap_or_else(|| id.to_owned()), href: field("href") }
}

/// The team or person that a page names as its owner. Who is not listed is not named.
fn owner_link(site: &Site, linker: &Linker, owner: &str) -> WhoLink {
    match site.community.index.find("team|person", owner) {
        Some(entry) => who_link(site, linker, entry),
        None => WhoLink { title: owner.to_owned(), href: None },
    }
}

fn who_link(site: &Site, linker: &Linker, entry: &IndexEntry) -> WhoLink {
    let brief = Show::plain(site, linker).brief(entry);
    let title = brief["title"].as_str().unwrap_or("").to_owned();
    WhoLink { title, href: brief["href"].as_str().map(str::to_owned) }
}

/// Those who wrote a page, as far as they agreed to be named.
fn contributors(site: &Site, linker: &Linker, id: PageId) -> Vec<WhoLink> {
    let written = site.written.get(id.0 as usize).map_or(&[][..], |written| &written.contributors);
    let entries = written.iter().filter_map(|person| site.community.index.find("person", person));
    entries.map(|entry| who_link(site, linker, entry)).collect()
}

/// The blocks of a page: those that its text holds, or the one that it was made for.
fn blocks(site: &Site, id: PageId, linker: &Linker, audit: &Data) -> Vec<Data> {
    if let Content::Block { block, part } = site.page(id).content {
        return vec![block_data(&Show::plain(site, linker), block, part)];
    }
    let held = site.summary(id).map_or(&[][..], |summary| &summary.blocks);
    let shown = held.iter().enumerate().filter_map(|(number, block)| {
        let again = held[..number].iter().any(|earlier| earlier.name == block.name);
        let show = Show { site, linker, properties: &block.properties, audit, again };
        Some(block_data(&show, community::block_index(&block.name)?, 0))
    });
    shown.collect()
}

fn record(site: &Site, id: PageId, linker: &Linker) -> Option<RecordView> {
    let Content::Record(at) = site.page(id).content else { return None };
    let entry = site.community.index.all.get(at)?;
    Some(RecordView { entity: entry.entity, data: record_data(&Show::plain(site, linker), entry) })
}

fn file(site: &Site, id: PageId, linker: &Linker) -> Option<FileView> {
    match site.page(id).content {
        Content::File(file) => Some(files::view(site, file, linker)),
        Content::Objects => Some(objects::view(site, linker)),
        _ => None,
    }
}

fn feeds(site: &Site, linker: &Linker) -> Vec<Crumb> {
    let feeds = ["roadmap", "decisions"].into_iter().flat_map(|block| {
        let title = site.block_home(block).map_or(String::new(), |home| site.page(home).title.clone());
        let feeds = site.community_files(block).filter(|(word, _)| word == "feed");
        feeds.map(move |(_, page)| Crumb { title: title.clone(), href: linker.href(&site.page(page).url) })
    });
    feeds.collect()
}

fn reading_places(site: &Site, id: PageId, linker: &Linker) -> Vec<ReadingPlace> {
    let places = site.readings.get(&id).map_or(&[][..], Vec::as_slice).iter().filter_map(|(at, place)| {
        let entry = site.community.index.all.get(*at)?;
        let reading = site.community.get::<Reading>(&entry.id)?;
        let show = Show::plain(site, linker);
        let neighbour = |at: Option<usize>| {
            let page = site.page_at(&reading.fields.pages.get(at?)?.destination)?;
            Some(Crumb { title: site.page(page).title.clone(), href: linker.href(&site.page(page).url) })
        };
        Some(ReadingPlace {
            title: entry.title.clone(),
            href: show.brief(entry)["href"].as_str()?.to_owned(),
            place: place + 1,
            places: reading.fields.pages.len(),
            prev: neighbour(place.checked_sub(1)),
            next: neighbour(Some(place + 1)),
        })
    });
    places.collect()
}

fn theme_view(site: &Site, linker: &Linker) -> ThemeView {
    let theme = &site.config.theme;
    let file = |path: &str| linker.href(&format!("/{}", path.trim_start_matches('/')));
    let link = |link: &LinkSettings| LabelledLink {
        label: link.label.clone(),
        href: resolve_from_root(site, linker, &link.url.value).href().unwrap_or(&link.url.value).to_owned(),
    };
    ThemeView {
        logo: theme.logo.as_ref().map(|logo| {
            let size = site.assets.get(logo.value.trim_start_matches('/')).and_then(|file| file.dimensions);
            Image {
                src: file(&logo.value),
                alt: theme.logo_alt.clone().unwrap_or_default(),
                width: size.map(|(width, _)| width),
                height: size.map(|(_, height)| height),
            }
        }),
        favicon: theme.favicon.as_ref().map(|favicon| file(&favicon.value)),
        social_image: theme
            .social_image
            .as_ref()
            .and_then(|image| absolute(site, &format!("/{}", image.value.trim_start_matches('/')))),
        accent: theme.accent.clone(),
        links: theme.links.iter().map(link).collect(),
        footer: theme.footer.clone(),
        footer_links: theme.footer_links.iter().map(link).collect(),
        extra_styles: theme.css.iter().map(|path| file(&path.value)).collect(),
        extra_scripts: theme.scripts.iter().map(|path| file(&path.value)).collect(),
        head: theme.head.clone(),
        announcement: theme.announcement.clone(),
    }
}

fn page_view(site: &Site, id: PageId, linker: &Linker, prerequisites: &[Target]) -> PageView {
    let page = site.page(id);
    let summary = site.summary(id);
    let text = |field: fn(&Summary) -> &Option<String>| summary.and_then(|summary| field(summary).clone());
    // The page of a record is as old as the record, and kept by whom the record names.
    let entry = match page.content {
        Content::Record(at) => site.community.index.all.get(at),
        _ => None,
    };
    let of_record = |name: &str| entry.and_then(|entry| entry.data[name].as_str()).map(str::to_owned);
    let updated_record = of_record("updated").and_then(|day| day.parse::<Date>().ok());
    let due_record = updated_record.zip(of_record("review_every").and_then(|period| period.parse().ok()));
    let due_record = due_record.and_then(|(updated, period)| updated.plus(&period));
    let due = summary.and_then(Summary::review_due).or(due_record);
    let written = summary.map_or(&[][..], |summary| &summary.front.prerequisites);
    let prerequisites = written.iter().zip(prerequisites).filter_map(|(written, target)| match target.end() {
        Target::Page { href, title } => Some(Crumb { title: title.clone(), href: href.clone() }),
        Target::External => Some(Crumb { title: written.clone(), href: written.clone() }),
        target => Some(Crumb { title: written.clone(), href: target.href()?.to_owned() }),
    });
    // A record without a text of its own has a file all the same.
    let record = entry.map(|entry| &*entry.path);
    let source = summary.map(|summary| &*summary.path).or(record);
    let further_part = matches!(page.content, Content::Listing { part: 1.., .. } | Content::Block { part: 1.., .. });
    let own_page = page.is_for_readers() && !further_part;
    PageView {
        title: page.title.clone(),
        description: page.description.clone(),
        url: page.url.clone(),
        canonical: if own_page { canonical(site, id) } else { None },
        kind: page.kind,
        section: page.section.filter(|section| site.sections[*section].page != id).map(|section| Crumb {
            title: site.sections[section].title.clone(),
            href: linker.href(&site.page(site.sections[section].page).url),
        }),
        personas: summary.map_or(Vec::new(), |summary| {
            summary.front.personas.iter().map(|id| persona_link(site, linker, id)).collect()
        }),
        tags: summary.map_or(Vec::new(), |summary| summary.front.tags.clone()),
        updated: updated_record.or_else(|| site.updated(id)),
        review_due: due.zip(site.as_of).is_some_and(|(due, today)| due < today),
        owner: text(|summary| &summary.front.owner)
            .or(entry.and_then(|entry| entry.data["owner"]["to"].as_str()).map(str::to_owned))
            .map(|owner| owner_link(site, linker, &owner)),
        contributors: contributors(site, linker, id),
        edit_url: source.and_then(|path| site.edit_url(path)),
        feedback_url: source.and_then(|path| site.feedback_url(page, path)),
        draft: summary.is_some_and(|summary| summary.front.draft),
        own_heading: summary.is_some_and(|summary| summary.own_heading),
        outcome: text(|summary| &summary.front.outcome),
        goal: text(|summary| &summary.front.goal),
        prerequisites: prerequisites.collect(),
        twin: page.twin.as_ref().map(|twin| linker.href(&format!("/{twin}"))),
        noindex: !own_page || !page.listed || summary.is_some_and(|summary| summary.front.draft),
        is_home: id == site.home,
    }
}

pub(in crate::site) fn list_entry(site: &Site, id: PageId, href: String) -> ListEntry {
    let page = site.page(id);
    ListEntry {
        title: page.title.clone(),
        href,
        kind: page.kind,
        description: page.description.clone(),
        personas: site.personas_of(id),
    }
}

fn listing(site: &Site, id: PageId, linker: &Linker) -> Option<Listing> {
    let (of, part, parts) = match &site.page(id).content {
        Content::Listing { of, part, parts } => (*of, *part, parts.as_slice()),
        Content::Home => (id, 0, &[][..]),
        _ => return None,
    };
    // The title of a page to come leads nowhere.
    let is_to_come = |id: &PageId| site.page(*id).content == Content::Elsewhere(None);
    let children: Vec<PageId> = site.page(of).children.iter().copied().filter(|id| !is_to_come(id)).collect();
    let shown = children.iter().skip(part * LIST_LENGTH).take(LIST_LENGTH);
    let neighbour =
        |part: Option<usize>| part.and_then(|part| parts.get(part)).map(|id| linker.href(&site.page(*id).url));
    Some(Listing {
        entries: shown.map(|child| list_entry(site, *child, href(site, *child, linker))).collect(),
        page: part + 1,
        pages: parts.len().max(1),
        prev: neighbour(part.checked_sub(1)),
        next: neighbour(Some(part + 1)),
        total: children.len(),
    })
}

/// The listed authored pages, by section, in reading order.
fn outline(site: &Site, linker: &Linker) -> Vec<Outline> {
    let mut outlines: Vec<Outline> = Vec::new();
    let mut waiting = vec![site.home];
    let mut sections: Vec<Option<usize>> = Vec::new();
    while let Some(id) = waiting.pop() {
        waiting.extend(site.page(id).children.iter().rev());
        let Some(twin) = &site.page(id).twin else { continue };
        let section = site.page(id).section;
        let at = sections.iter().position(|known| *known == section).unwrap_or_else(|| {
            sections.push(section);
            let title = section.map(|section| site.sections[section].title.clone());
            outlines.push(Outline { title, entries: Vec::new() });
            outlines.len() - 1
        });
        outlines[at].entries.push(list_entry(site, id, linker.href(&format!("/{twin}"))));
    }
    outlines
}

fn sitemap(site: &Site) -> Vec<SitemapEntry> {
    let mut entries: Vec<SitemapEntry> = site
        .ids()
        .filter(|id| site.page(*id).listed && !site.page(*id).shadowed)
        .filter_map(|id| Some(SitemapEntry { loc: absolute(site, &site.page(id).url)?, lastmod: site.updated(id) }))
        .collect();
    entries.sort_by(|a, b| a.loc.cmp(&b.loc));
    entries
}

fn redirects(site: &Site, linker: &Linker) -> Vec<RedirectEntry> {
    let written = site.ids().filter_map(|id| {
        let to = redirect(site, id, linker)?.href;
        Some(RedirectEntry { from: linker.href(&site.page(id).url), to })
    });
    written.collect()
}

fn redirect(site: &Site, id: PageId, linker: &Linker) -> Option<RedirectView> {
    let Content::Redirect(number) = site.page(id).content else { return None };
    let redirect = &site.redirects[number];
    let target = |linker: &Linker| redirect_target(site, number, linker);
    let absolute = base_url(site).map(|base| target(&Linker::Absolute(base)));
    let canonical = absolute.and_then(|target| target.href().map(str::to_owned));
    Some(match target(linker) {
        Target::Page { title, href } => RedirectView { title: Some(title), href, canonical },
        target => RedirectView { title: None, href: target.href().unwrap_or(&redirect.to).to_owned(), canonical },
    })
}
