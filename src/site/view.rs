//! Exactly what one page may see of the site. Entry point: [`view`].
//!
//! A view is what templates get (it is serialized as it stands; the book's template page describes it), what `check`
//! compares links with, and what decides whether a page must be rendered again. So it must stay small and bounded.

use serde::Serialize;

use super::generated::LIST_LENGTH;
use super::nav::{nav, way_to};
use super::resolve::resolve;
use super::urls::Linker;
use super::{Content, PageId, Site, Summary, Target};
use crate::config::{Kind, RedirectMap};
use crate::data::Date;
use crate::document::Toc;

/// What one page sees.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct View {
    /// The template that shows it, from the theme's `templates` folder.
    pub template: String,
    /// The file in the output folder.
    #[serde(skip)]
    pub output: String,
    /// The file of the Markdown twin in the output folder.
    #[serde(skip)]
    pub twin_output: Option<String>,
    /// The site, as far as every page shows it.
    pub site: SiteView,
    /// The theme's settings.
    pub theme: ThemeView,
    /// The way to the root: `../../`, or nothing on the home page.
    pub root: String,
    /// The page itself.
    pub page: PageView,
    /// The navigation: sections first.
    pub nav: Vec<NavEntry>,
    /// From the home page to the page above.
    pub breadcrumbs: Vec<Crumb>,
    /// The page before it in reading order.
    pub prev: Option<PageLink>,
    /// The page after it in reading order.
    pub next: Option<PageLink>,
    /// The pages that a list shows.
    pub listing: Option<Listing>,
    /// The sections with their pages, for `llms.txt`.
    pub outline: Vec<Outline>,
    /// Every page, for `sitemap.xml`.
    pub sitemap: Vec<SitemapEntry>,
    /// Where a redirect leads.
    pub target: Option<RedirectView>,
    /// Every redirect, for lists of them.
    pub redirects: Vec<RedirectEntry>,
    /// The levels of the contents list.
    #[serde(skip)]
    pub toc_levels: Toc,
    /// What each of the document's destinations leads to, in its order.
    #[serde(skip)]
    pub targets: Vec<Target>,
    /// What the prerequisites of the front matter lead to, in their order.
    #[serde(skip)]
    pub prerequisite_targets: Vec<Target>,
    /// Typographic quotes and dashes.
    #[serde(skip)]
    pub smart_punctuation: bool,
}

/// The site, as far as every page shows it.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct SiteView {
    /// Its name.
    pub title: String,
    /// One sentence about it.
    pub description: Option<String>,
    /// As in HTML's `lang`.
    pub language: String,
    /// `ltr` or `rtl`, after the language.
    pub dir: &'static str,
    /// The link to the home page.
    pub home: String,
    /// Where the project lives.
    pub repository: Option<String>,
    /// Where the site is published; ends in `/`.
    pub base_url: Option<String>,
}

/// The theme's settings, with links resolved for this page.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct ThemeView {
    /// The logo.
    pub logo: Option<Image>,
    /// The link to the icon.
    pub favicon: Option<String>,
    /// The absolute URL of the image for shared links.
    pub social_image: Option<String>,
    /// A CSS colour.
    pub accent: Option<String>,
    /// Links in the header.
    pub links: Vec<LabelledLink>,
    /// A line at the foot.
    pub footer: Option<String>,
    /// Links at the foot.
    pub footer_links: Vec<LabelledLink>,
    /// More style sheets.
    pub extra_styles: Vec<String>,
    /// More scripts.
    pub extra_scripts: Vec<String>,
    /// HTML for the head.
    pub head: Option<String>,
}

/// An image.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Image {
    /// The link to it.
    pub src: String,
    /// What it says to those who do not see it.
    pub alt: String,
    /// In CSS pixels.
    pub width: Option<u32>,
    /// In CSS pixels.
    pub height: Option<u32>,
}

/// A link with its text.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct LabelledLink {
    /// The text.
    pub label: String,
    /// The link.
    pub href: String,
}

/// The page itself.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PageView {
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub description: Option<String>,
    /// Its path from the site's root.
    pub url: String,
    /// Its absolute URL, where the site knows its own.
    pub canonical: Option<String>,
    /// What it is for.
    pub kind: Option<Kind>,
    /// Its section.
    pub section: Option<Crumb>,
    /// Ids of personas.
    pub personas: Vec<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// Last known to be right.
    pub updated: Option<Date>,
    /// It should have been looked at again by now.
    pub review_due: bool,
    /// Who looks after it.
    pub owner: Option<String>,
    /// Where it can be edited.
    pub edit_url: Option<String>,
    /// It is a draft.
    pub draft: bool,
    /// Its text begins with a heading of level 1 of its own.
    pub own_heading: bool,
    /// What a tutorial's reader has at its end.
    pub outcome: Option<String>,
    /// What a how-to's reader wants.
    pub goal: Option<String>,
    /// Pages to read first.
    pub prerequisites: Vec<Crumb>,
    /// The link to its Markdown twin.
    pub twin: Option<String>,
    /// Search engines are asked to pass it over.
    pub noindex: bool,
    /// It is the home page.
    pub is_home: bool,
}

/// Where a redirect leads.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct RedirectView {
    /// The page's title, or nothing for what is not a page.
    pub title: Option<String>,
    /// The link.
    pub href: String,
    /// The absolute URL, where the site knows its own.
    pub canonical: Option<String>,
}

/// One line of a list of redirects.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct RedirectEntry {
    /// The old path, from the root of the host, encoded.
    pub from: String,
    /// The new one, or an absolute URL.
    pub to: String,
}

/// A title and a link.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Crumb {
    /// The text.
    pub title: String,
    /// The link.
    pub href: String,
}

/// A link to a page, with its kind.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PageLink {
    /// Its title in navigation.
    pub title: String,
    /// The link.
    pub href: String,
    /// What it is for.
    pub kind: Option<Kind>,
}

/// One entry of the navigation, with what is shown below it.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct NavEntry {
    /// Its title in navigation.
    pub title: String,
    /// The link.
    pub href: String,
    /// What it is for.
    pub kind: Option<Kind>,
    /// It is this page.
    pub current: bool,
    /// It is this page or above it.
    pub active: bool,
    /// What is below it, as far as it is shown.
    pub children: Vec<NavEntry>,
    /// There is more below it than is shown.
    pub more: Option<More>,
}

/// A level that is longer than what is shown of it.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct More {
    /// The link to its list.
    pub href: String,
    /// Its pages in all.
    pub count: usize,
}

/// One page of a list.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Listing {
    /// The pages on it.
    pub entries: Vec<ListEntry>,
    /// Its number, from 1.
    pub page: usize,
    /// How many pages the list has.
    pub pages: usize,
    /// The link to the page before it.
    pub prev: Option<String>,
    /// The link to the page after it.
    pub next: Option<String>,
    /// How many entries the list has.
    pub total: usize,
}

/// One entry of a list.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct ListEntry {
    /// The page's title.
    pub title: String,
    /// The link.
    pub href: String,
    /// What it is for.
    pub kind: Option<Kind>,
    /// One sentence about it.
    pub description: Option<String>,
}

/// A section with all its pages.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct Outline {
    /// The section's name; nothing for pages outside sections.
    pub title: Option<String>,
    /// Its pages in reading order; links lead to the Markdown twins.
    pub entries: Vec<ListEntry>,
}

/// One line of the sitemap.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct SitemapEntry {
    /// The page's absolute URL.
    pub loc: String,
    /// Last known to be right.
    pub lastmod: Option<Date>,
}

/// Makes the view of a page.
pub fn view(site: &Site, id: PageId) -> View {
    let page = site.page(id);
    let summary = site.summary(id);
    let linker = linker(site, id);
    let resolved = |destination: &str| resolve(site, id, &linker, destination);
    let targets = summary.map_or(Vec::new(), |summary| summary.destinations.iter().map(|to| resolved(to)).collect());
    let prerequisites = summary.map_or(&[][..], |summary| &summary.prerequisites);
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
    let template = match (&page.content, summary.and_then(|summary| summary.template.as_deref())) {
        (Content::Authored, Some(template)) => template,
        (Content::Authored, None) => "page.html",
        (Content::Listing { .. }, _) => "landing.html",
        (Content::Home, _) => "home.html",
        (Content::NotFound, _) => "404.html",
        (Content::Sitemap, _) => "sitemap.xml",
        (Content::Robots, _) => "robots.txt",
        (Content::Llms, _) => "llms.txt",
        (Content::Redirect(_), _) => "redirect.html",
        (Content::RedirectMap(RedirectMap::Netlify), _) => "redirects.netlify",
        (Content::RedirectMap(RedirectMap::Nginx), _) => "redirects.nginx",
    };
    let is_tree_page = matches!(page.content, Content::Authored | Content::Listing { .. } | Content::Home);
    let shows_nav = is_tree_page || page.content == Content::NotFound;
    View {
        template: template.to_owned(),
        output: page.output.clone(),
        twin_output: twin_output(site, id),
        site: site_view(site, &linker),
        theme: theme_view(site, &linker),
        root: linker.root(),
        page: page_view(site, id, &linker, &prerequisite_targets),
        nav: if shows_nav { nav(site, id, &linker) } else { Vec::new() },
        breadcrumbs: if is_tree_page { above.iter().map(crumb).collect() } else { Vec::new() },
        prev: page.prev.map(link_to),
        next: page.next.map(link_to),
        listing: listing(site, id, &linker),
        outline: if page.content == Content::Llms { outline(site, &linker) } else { Vec::new() },
        sitemap: if page.content == Content::Sitemap { sitemap(site) } else { Vec::new() },
        target: redirect(site, id, &linker),
        redirects: if matches!(page.content, Content::RedirectMap(_)) { redirects(site, &linker) } else { Vec::new() },
        toc_levels: summary.map_or(Toc::Off, |summary| summary.toc),
        targets,
        prerequisite_targets,
        smart_punctuation: site.config.markdown.smart_punctuation,
    }
}

/// Pages link relatively, so that the site works under any path; what is served at any depth cannot.
fn linker(site: &Site, id: PageId) -> Linker {
    match site.page(id).content {
        Content::NotFound | Content::RedirectMap(_) => Linker::Absolute(base_path(site)),
        Content::Llms => Linker::Absolute(base_url(site).unwrap_or_else(|| "/".to_owned())),
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

fn site_view(site: &Site, linker: &Linker) -> SiteView {
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
    }
}

fn theme_view(site: &Site, linker: &Linker) -> ThemeView {
    let theme = &site.config.theme;
    let file = |path: &str| linker.href(&format!("/{}", path.trim_start_matches('/')));
    let link = |link: &crate::config::LinkSettings| LabelledLink {
        label: link.label.clone(),
        href: resolve(site, site.home, linker, &link.url.value).href().unwrap_or(&link.url.value).to_owned(),
    };
    ThemeView {
        logo: theme.logo.as_ref().map(|logo| {
            let size = site.assets.get(logo.value.trim_start_matches('/')).copied().flatten();
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
    }
}

fn page_view(site: &Site, id: PageId, linker: &Linker, prerequisites: &[Target]) -> PageView {
    let page = site.page(id);
    let summary = site.summary(id);
    let text = |field: fn(&Summary) -> &Option<String>| summary.and_then(|summary| field(summary).clone());
    let due = summary.and_then(|summary| summary.updated?.plus(summary.review_every.as_ref()?));
    let prerequisites = prerequisites.iter().filter_map(|target| match target {
        Target::Page { href, title } => Some(Crumb { title: title.clone(), href: href.clone() }),
        _ => None,
    });
    let edit_url = summary.zip(site.config.site.edit_url.as_ref());
    let own_page = matches!(page.content, Content::Authored | Content::Listing { part: 0, .. } | Content::Home);
    PageView {
        title: page.title.clone(),
        description: page.description.clone(),
        url: page.url.clone(),
        canonical: if own_page { absolute(site, &page.url) } else { None },
        kind: page.kind,
        section: page.section.filter(|section| site.sections[*section].page != id).map(|section| Crumb {
            title: site.sections[section].title.clone(),
            href: linker.href(&site.page(site.sections[section].page).url),
        }),
        personas: summary.map_or(Vec::new(), |summary| summary.personas.clone()),
        tags: summary.map_or(Vec::new(), |summary| summary.tags.clone()),
        updated: summary.and_then(|summary| summary.updated),
        review_due: due.zip(site.as_of).is_some_and(|(due, today)| due < today),
        owner: text(|summary| &summary.owner),
        edit_url: edit_url.map(|(summary, url)| url.replace("{path}", &super::urls::encode(&summary.path))),
        draft: summary.is_some_and(|summary| summary.draft),
        own_heading: summary.is_some_and(|summary| summary.own_heading),
        outcome: text(|summary| &summary.outcome),
        goal: text(|summary| &summary.goal),
        prerequisites: prerequisites.collect(),
        twin: twin_output(site, id).map(|twin| linker.href(&format!("/{twin}"))),
        noindex: !own_page || !page.listed || summary.is_some_and(|summary| summary.draft),
        is_home: id == site.home,
    }
}

/// `index.md` beside `index.html`, `use-gpus.md` beside `use-gpus.html`.
fn twin_output(site: &Site, id: PageId) -> Option<String> {
    let page = site.page(id);
    let stem = page.output.strip_suffix(".html")?;
    let twin = format!("{stem}.md");
    // A file of that name in the static folder is the writer's own.
    (page.content == Content::Authored && !site.assets.contains_key(&twin)).then_some(twin)
}

fn list_entry(site: &Site, id: PageId, href: String) -> ListEntry {
    let page = site.page(id);
    ListEntry { title: page.title.clone(), href, kind: page.kind, description: page.description.clone() }
}

fn listing(site: &Site, id: PageId, linker: &Linker) -> Option<Listing> {
    let (of, part, parts) = match &site.page(id).content {
        Content::Listing { of, part, parts } => (*of, *part, parts.as_slice()),
        Content::Home => (id, 0, &[][..]),
        _ => return None,
    };
    let children = &site.page(of).children;
    let shown = children.iter().skip(part * LIST_LENGTH).take(LIST_LENGTH);
    let neighbour =
        |part: Option<usize>| part.and_then(|part| parts.get(part)).map(|id| linker.href(&site.page(*id).url));
    Some(Listing {
        entries: shown.map(|child| list_entry(site, *child, linker.href(&site.page(*child).url))).collect(),
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
        let Some(twin) = twin_output(site, id) else { continue };
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
        .filter_map(|id| {
            let lastmod = site.summary(id).and_then(|summary| summary.updated);
            Some(SitemapEntry { loc: absolute(site, &site.page(id).url)?, lastmod })
        })
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
    let target = |linker: &Linker| match redirect.page {
        Some(page) => Target::page(site, page, linker),
        None => resolve(site, site.home, linker, &redirect.to),
    };
    let absolute = base_url(site).map(|base| target(&Linker::Absolute(base)));
    let canonical = absolute.and_then(|target| target.href().map(str::to_owned));
    Some(match target(linker) {
        Target::Page { title, href } => RedirectView { title: Some(title), href, canonical },
        Target::External => {
            RedirectView { title: None, href: redirect.to.clone(), canonical: Some(redirect.to.clone()) }
        }
        // Another redirect answers there.
        target => RedirectView {
            title: None,
            href: target.href().map_or_else(|| linker.href(&redirect.to), str::to_owned),
            canonical,
        },
    })
}
