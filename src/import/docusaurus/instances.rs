//! What publishes pages: docs instances with their versions, blogs, and `src/pages`. Entry point: [`read`].

use super::super::tree::{entries, get, items, switch_at, text, text_at, texts};
use super::super::{Home, Text};
use super::{Report, is_off, is_on};
use crate::data::{Located, Value, javascript};
use crate::source::Span;

/// What publishes pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Docs,
    Blog,
    Pages,
}

/// A folder of pages.
#[derive(Debug, Clone)]
pub(super) struct Instance {
    pub(super) kind: Kind,
    /// Its id, with the version behind a slash where it is no current one.
    pub(super) id: String,
    /// From the folder of the configuration.
    pub(super) folder: String,
    /// Where in the site its pages begin, without slashes around it.
    pub(super) place: String,
    pub(super) title: Option<String>,
    /// The file of its sidebars.
    pub(super) sidebars: Option<String>,
    pub(super) edit_url: Option<String>,
    pub(super) strips_numbers: bool,
    /// Globs of files that are no pages, from its folder.
    pub(super) exclude: Vec<String>,
    /// Where it stands in the configuration.
    pub(super) span: Span,
}

/// Options of these three that come along or need nothing.
const KNOWN: &[&str] = &[
    "id",
    "path",
    "routeBasePath",
    "sidebarPath",
    "editUrl",
    "exclude",
    "include",
    "numberPrefixParser",
    "blogTitle",
    "blogDescription",
    "showLastUpdateTime",
    "showLastUpdateAuthor",
    "showReadingTime",
    "breadcrumbs",
    "editCurrentVersion",
    "editLocalizedFiles",
    "sidebarCollapsible",
    "sidebarCollapsed",
    "lastVersion",
    "versions",
    "includeCurrentVersion",
    "onlyIncludeVersions",
    "disableVersioning",
    "feedOptions",
    "postsPerPage",
    "blogSidebarCount",
    "blogSidebarTitle",
    "onInlineTags",
    "onInlineAuthors",
    "onUntruncatedBlogPosts",
    "tags",
    "admonitions",
    "blogListComponent",
    "authorsMapPath",
    "archiveBasePath",
    "tagsBasePath",
    "authorsBasePath",
    "readingTime",
    "sortPosts",
    "pageBasePath",
    "truncateMarker",
];

/// Plugins and keys of presets that need nothing: a sitemap comes by itself, and visits are nobody's business here.
const NEEDLESS: &[&str] = &["sitemap", "debug", "ideal-image", "svgr", "css-cascade-layers"];

/// Reads the presets and plugins.
pub(super) fn read(config: &Located, home: &Home, report: &mut Report) -> Vec<Instance> {
    let mut found = Vec::new();
    // Where they are no literals, the site has most likely what most sites have.
    let classic = Located { value: Value::Text("classic".to_owned()), span: config.span, plain: None };
    let presets = get(config, "presets").map_or(&[][..], items);
    for preset in if presets.is_empty() { std::slice::from_ref(&classic) } else { presets } {
        let (name, options) = named(preset);
        if !name.is_some_and(|name| name == "classic" || name.ends_with("preset-classic")) {
            report.tell(preset.span, format!("the preset `{}` is a program", name.unwrap_or("…")), PROGRAM);
            continue;
        }
        let nothing = Located { value: Value::Table(Vec::new()), span: preset.span, plain: None };
        let options = options.unwrap_or(&nothing);
        for (kind, key) in [(Kind::Docs, "docs"), (Kind::Blog, "blog"), (Kind::Pages, "pages")] {
            if is_on(options, key) {
                let own = get(options, key).filter(|own| matches!(own.value, Value::Table(_)));
                found.extend(instance(kind, own, preset.span, home, report));
            }
        }
        for entry in entries(options) {
            let key = entry.key.as_str();
            if ["docs", "blog", "pages"].contains(&key) || NEEDLESS.contains(&key) || is_off(&entry.value) {
                continue;
            }
            let (what, help) = match key {
                "theme" => {
                    ("the style sheets of the theme are made for Docusaurus", "set `accent` and `css` under `[theme]`")
                }
                _ => ("this counts visits", "name its script in `head` under `[theme]` if you want that"),
            };
            report.tell_entry(entry, format!("`{key}` does not come along: {what}"), help);
        }
    }
    for plugin in get(config, "plugins").map_or(&[][..], items).iter().filter(|plugin| !is_off(plugin)) {
        let (name, options) = named(plugin);
        let short = name.map(|name| name.rsplit("plugin-").next().unwrap_or(name));
        let kind = match short {
            Some("content-docs") => Kind::Docs,
            Some("content-blog") => Kind::Blog,
            Some("content-pages") => Kind::Pages,
            // Redirects are read with the others.
            Some("client-redirects") => continue,
            Some(name) if NEEDLESS.contains(&name) => continue,
            name => {
                report.tell(plugin.span, format!("the plugin `{}` is a program", name.unwrap_or("…")), PROGRAM);
                continue;
            }
        };
        found.extend(instance(kind, options, plugin.span, home, report));
    }
    found
}

const PROGRAM: &str =
    "Waypost runs no programs: look for what it did in the pages, and write it as Markdown or as a directive";

/// `"name"` or `["name", { … }]`.
pub(super) fn named(plugin: &Located) -> (Option<&str>, Option<&Located>) {
    match items(plugin) {
        [] => (text(plugin), None),
        [name, rest @ ..] => (text(name), rest.first()),
    }
}

/// An instance, and those of its versions.
fn instance(kind: Kind, options: Option<&Located>, span: Span, home: &Home, report: &mut Report) -> Vec<Instance> {
    let own = |key: &str| options.and_then(|options| text_at(options, &[key])).map(str::to_owned);
    let (folder, place) = match kind {
        Kind::Docs => ("docs", "docs"),
        Kind::Blog => ("blog", "blog"),
        Kind::Pages => ("src/pages", "/"),
    };
    let given = own("path");
    let folder = given.clone().unwrap_or_else(|| folder.to_owned());
    let folder = folder.trim_start_matches("./").trim_end_matches('/').to_owned();
    let id = own("id").unwrap_or_else(|| match kind {
        Kind::Docs => "default".to_owned(),
        Kind::Blog => "blog".to_owned(),
        Kind::Pages => "pages".to_owned(),
    });
    for entry in options.map_or(&[][..], entries) {
        if KNOWN.contains(&entry.key.as_str()) {
            if ["feedOptions", "versions", "readingTime"].contains(&entry.key.as_str()) {
                report.told.push(entry.value.span);
            }
        } else if !is_off(&entry.value) {
            let names = texts(&entry.value).join("`, `");
            let what = if names.is_empty() {
                format!("`{}` does not come along", entry.key)
            } else {
                format!("`{}` does not come along: `{names}`", entry.key)
            };
            report.tell_entry(entry, what, "look for what it did in the pages");
        }
    }
    let exclude = options.and_then(|options| get(options, "exclude")).map_or(Vec::new(), texts);
    let current = Instance {
        kind,
        id,
        place: own("routeBasePath").unwrap_or_else(|| place.to_owned()).trim_matches('/').to_owned(),
        title: own("blogTitle"),
        sidebars: own("sidebarPath"),
        edit_url: own("editUrl"),
        strips_numbers: options.and_then(|options| switch_at(options, &["numberPrefixParser"])) != Some(false),
        exclude: exclude.into_iter().map(str::to_owned).collect(),
        span,
        folder,
    };
    let instances = match kind {
        Kind::Docs => versions(current, options, home, report),
        Kind::Blog | Kind::Pages => vec![current],
    };
    let mut there = Vec::new();
    for instance in instances {
        if home.dir.join(&instance.folder).is_dir() {
            there.push(instance);
        } else if given.is_some() {
            let help = "create it, or take it out of the configuration";
            report.tell(span, format!("there is no folder `{}`", instance.folder), help);
        }
    }
    there
}

/// The current version and those beside it, each at its address: the last one at the root of the docs.
fn versions(current: Instance, options: Option<&Located>, home: &Home, report: &mut Report) -> Vec<Instance> {
    let prefix = if current.id == "default" { String::new() } else { format!("{}_", current.id) };
    let list = Text::read(&home.dir, &format!("{prefix}versions.json"));
    let is_off = options.and_then(|options| switch_at(options, &["disableVersioning"])) == Some(true);
    let Some(list) = list.filter(|_| !is_off) else { return vec![current] };
    let Ok(read) = javascript::literal(&list.text, 0) else {
        report.left.push(list.left(0, "the versions cannot be read", "write a list of texts, and import again"));
        return vec![current];
    };
    let only = options.and_then(|options| get(options, "onlyIncludeVersions")).map(texts);
    let is_wanted = |name: &str| only.as_ref().is_none_or(|only| only.contains(&name));
    let names: Vec<&str> = items(&read).iter().filter_map(text).collect();
    let last =
        options.and_then(|options| text_at(options, &["lastVersion"])).or(names.first().copied()).unwrap_or("current");
    let path_of = |name: &str, default: &str| {
        let given = options.and_then(|options| text_at(options, &["versions", name, "path"]));
        let path = given.unwrap_or(if name == last { "" } else { default });
        format!("{}/{}", current.place, path.trim_matches('/')).trim_matches('/').to_owned()
    };
    let mut all = Vec::new();
    for name in names.iter().filter(|name| is_wanted(name)) {
        all.push(Instance {
            id: format!("{}/{name}", current.id),
            folder: format!("{prefix}versioned_docs/version-{name}"),
            place: path_of(name, name),
            sidebars: Some(format!("{prefix}versioned_sidebars/version-{name}-sidebars.json")),
            ..current.clone()
        });
    }
    let includes_current = options.and_then(|options| switch_at(options, &["includeCurrentVersion"])) != Some(false);
    if includes_current && is_wanted("current") {
        all.push(Instance { place: path_of("current", "next"), ..current.clone() });
    }
    if all.len() > 1 {
        let what = format!("the menu of the versions `{}` does not come along", names.join("`, `"));
        let help = "each version has its addresses; for a menu, build each from its own branch and name them in `versions` under `[site]`";
        report.left.push(list.left(0, what, help));
    }
    all
}
