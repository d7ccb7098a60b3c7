//! `themeConfig`: header, footer, announcement, images. Entry points: [`read`] for what stands alone, [`links`] for what
//! leads to pages.

use std::collections::BTreeMap;

use super::super::settings::{Link, Settings};
use super::super::tree::{at, entries, get, items, text_at};
use super::docs::{Docs, join, stem};
use super::instances::{Instance, Kind};
use super::{Report, file_name, html, is_off};
use crate::data::Located;

/// Keys that need nothing: the theme of Waypost does it, or it is about Docusaurus alone.
const NEEDLESS: &[&str] = &[
    "colorMode",
    "prism",
    "tableOfContents",
    "docs",
    "blog",
    "zoom",
    "autoCollapseSidebarCategories",
    "mermaid",
    "algolia",
];

/// Keys that come along.
const TAKEN: &[&str] = &["navbar", "footer", "announcementBar", "image"];

pub(super) fn read(config: &Located, settings: &mut Settings, report: &mut Report) {
    let Some(theme) = get(config, "themeConfig") else { return };
    settings.social_image = text_at(theme, &["image"]).map(file_name);
    settings.announcement = text_at(theme, &["announcementBar", "content"]).map(html::markdown);
    settings.footer = text_at(theme, &["footer", "copyright"]).map(html::plain).filter(|text| !text.is_empty());
    let logo = text_at(theme, &["navbar", "logo", "src"]).filter(|logo| !logo.contains("://"));
    settings.logo = logo.map(file_name);
    // A title stands beside the logo, unless the bar has none: then the logo says it.
    if text_at(theme, &["navbar", "title"]).is_none() && settings.logo.is_some() {
        settings.logo_alt = text_at(theme, &["navbar", "logo", "alt"]).map(str::to_owned);
    }
    if let Some(dark) = at(theme, &["navbar", "logo", "srcDark"]) {
        let help = "draw one that is seen on light and on dark";
        report.tell(dark.span, "a second logo for dark screens does not come along", help);
    }
    for entry in entries(theme) {
        let key = entry.key.as_str();
        if NEEDLESS.contains(&key) {
            report.told.push(entry.value.span);
        } else if !TAKEN.contains(&key) && !is_off(&entry.value) {
            let help = match key {
                "metadata" => "write it as HTML in `head` under `[theme]`",
                _ => "look for what it did in the pages",
            };
            report.tell_entry(entry, format!("`themeConfig.{key}` does not come along"), help);
        }
    }
}

/// The links of header and footer.
pub(super) fn links(
    config: &Located,
    instances: &[Instance],
    main: Option<&str>,
    docs: &BTreeMap<String, Docs>,
    settings: &mut Settings,
    report: &mut Report,
) {
    let Some(theme) = get(config, "themeConfig") else { return };
    let mut reading = Links { instances, main, docs, report };
    let header = at(theme, &["navbar", "items"]).map_or(&[][..], items);
    settings.links = header.iter().flat_map(|item| reading.item(item)).collect();
    let columns = at(theme, &["footer", "links"]).map_or(&[][..], items);
    settings.footer_links = columns
        .iter()
        .flat_map(|column| match get(column, "items") {
            Some(list) => items(list).iter().flat_map(|item| reading.item(item)).collect(),
            None => reading.item(column),
        })
        .collect();
    // The address of the repository has a place of its own in the header.
    let repository = text_at(config, &["organizationName"]).zip(text_at(config, &["projectName"]));
    if let Some((organization, project)) = repository {
        let host = text_at(config, &["githubHost"]).unwrap_or("github.com");
        let address = format!("https://{host}/{organization}/{project}");
        settings.links.retain(|link| link.url.trim_end_matches('/') != address);
        settings.repository = Some(address);
    }
}

struct Links<'a, 'r> {
    instances: &'a [Instance],
    main: Option<&'a str>,
    docs: &'a BTreeMap<String, Docs>,
    report: &'a mut Report<'r>,
}

impl Links<'_, '_> {
    /// The link of an item; a menu gives those of its items.
    fn item(&mut self, item: &Located) -> Vec<Link> {
        let label = text_at(item, &["label"]).or(text_at(item, &["aria-label"])).map(str::to_owned);
        let own = text_at(item, &["docsPluginId"]).or(self.main);
        let instance =
            self.instances.iter().find(|instance| instance.kind == Kind::Docs && Some(instance.id.as_str()) == own);
        let is_link = |kind: &&str| *kind == "default" || (*kind == "doc" && get(item, "docId").is_none());
        match text_at(item, &["type"]).filter(|kind| !is_link(kind)) {
            None | Some("dropdown") if get(item, "items").is_some() => {
                get(item, "items").map_or(&[][..], items).iter().flat_map(|item| self.item(item)).collect()
            }
            None => {
                let url = ["to", "href"].iter().find_map(|key| text_at(item, &[key]));
                let Some(url) = url.zip(label).map(|(url, label)| Link { label, url: rooted(url) }) else {
                    return self.left(item, "this entry has no literal label and address");
                };
                vec![url]
            }
            Some("doc") => {
                let id = text_at(item, &["docId"]).unwrap_or("");
                let page = instance.and_then(|instance| {
                    let path = self.docs.get(&instance.id)?.by_id(id)?;
                    Some(format!("/{}", join(&instance.place, stem(path))))
                });
                match page {
                    Some(url) => vec![Link { label: label.unwrap_or_else(|| id.to_owned()), url }],
                    None => self.left(item, &format!("there is no page with the id `{id}`")),
                }
            }
            // All sidebars are one navigation, which is in sight already.
            Some("docSidebar") => match instance.zip(label) {
                Some((instance, label)) => {
                    vec![Link { label, url: format!("/{}/", instance.place).replace("//", "/") }]
                }
                None => Vec::new(),
            },
            // The search has its own place.
            Some("search") => Vec::new(),
            Some(other) => self.left(item, &format!("an entry of the type `{other}` does not come along")),
        }
    }

    fn left(&mut self, item: &Located, what: &str) -> Vec<Link> {
        self.report.tell(item.span, what, "write a link under `[theme]`, in `links` or `footer_links`");
        Vec::new()
    }
}

/// `docs/intro` starts from the root of the site.
fn rooted(url: &str) -> String {
    let is_whole = url.starts_with(['/', '#'])
        || url.contains("://")
        || url.starts_with("mailto:")
        || url.starts_with("pathname:");
    let url = url.strip_prefix("pathname://").unwrap_or(url);
    if is_whole { url.to_owned() } else { format!("/{url}") }
}
