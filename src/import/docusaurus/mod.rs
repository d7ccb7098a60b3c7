//! Docusaurus: `docusaurus.config.js`, sidebars, categories, redirects. Entry point: [`import`].
//!
//! Nothing is run: settings are read as literals, and what is a program is told with its place. The pages stay where they
//! are. Each docs instance, each version of it, the blog and `src/pages` become content folders, each at its address.

mod docs;
mod html;
mod instances;
mod redirects;
mod sidebars;
mod theme;

use std::collections::BTreeMap;

use super::settings::{Section, Settings};
use super::tree::{at, entries, get, items, switch_at, text, text_at};
use super::{Home, Import, Left, Text, Unusable, left_file};
use crate::data::{Entry, Located, Value, javascript};
use crate::source::Span;
use docs::Docs;
use instances::{Instance, Kind};

/// The names that Docusaurus looks for, in its order.
const CONFIGS: &[&str] = &["js", "cjs", "mjs", "ts", "cts", "mts"];

/// Keys of the configuration that need nothing here.
const NEEDLESS: &[&str] = &[
    "onBrokenLinks",
    "onBrokenAnchors",
    "onBrokenMarkdownLinks",
    "onDuplicateRoutes",
    "titleDelimiter",
    "future",
    "baseUrlIssueBanner",
    "deploymentBranch",
    "githubHost",
    "githubPort",
    "organizationName",
    "projectName",
    "trailingSlash",
    "storage",
    "ssrTemplate",
];

/// Keys that are read elsewhere.
const TAKEN: &[&str] = &[
    "title",
    "tagline",
    "url",
    "baseUrl",
    "favicon",
    "i18n",
    "presets",
    "plugins",
    "themeConfig",
    "staticDirectories",
];

/// Reads a site. Its folder holds `docusaurus.config.js`, or one of the names beside it.
pub fn import(home: &Home) -> Result<Import, Unusable> {
    let names = CONFIGS.iter().map(|ending| format!("docusaurus.config.{ending}"));
    let Some(file) = names.into_iter().find_map(|name| Text::read(&home.dir, &name)) else {
        let message = format!("there is no `docusaurus.config.js` in `{}`", home.dir.display());
        let help =
            "name the folder of the site: the one with `docusaurus.config.js` or `docusaurus.config.ts`".to_owned();
        return Err(Unusable { message, help });
    };
    let module = javascript::exported(&file.text);
    let nothing = Located { value: Value::Table(Vec::new()), span: Span::default(), plain: None };
    let mut report = Report { file: &file, left: Vec::new(), told: Vec::new() };
    if module.value.is_none() {
        let what = "the configuration is a program, so all defaults stand";
        let help = "write the object out: `module.exports = { title: \"…\", url: \"…\" }`, and import again";
        report.left.push(file.left(0, what, help));
    }
    let config = module.value.unwrap_or(nothing);
    let mut settings = Settings { generator: "docusaurus", ..Settings::default() };
    site(&config, &mut settings, &mut report);
    settings.mdx = !matches!(text_at(&config, &["markdown", "format"]), Some("md" | "detect"));
    statics(&config, home, &mut settings, &mut report);
    let instances = instances::read(&config, home, &mut report);
    let pages = content(&config, &instances, home, &mut settings, &mut report);
    if settings.content.is_empty() {
        return Err(no_pages(&instances, home));
    }
    redirects::read(&config, home, &mut settings, &mut report);
    settings.no_data = home.dir.join("data").is_dir() && home.prefix.is_empty();
    let help = "write it as a literal and import again, or set it in `waypost.toml`";
    for problem in module.problems {
        let used_at = problem.used_at;
        if !report.told.iter().any(|told| told.start <= used_at.start && used_at.end <= told.end) {
            report.left.push(file.left(problem.error.span.start as usize, problem.error.message, help));
        }
    }
    report.left.sort();
    report.left.dedup();
    let redirects = settings.redirects.len();
    Ok(Import { settings: settings.text(), pages, redirects, left: report.left })
}

fn no_pages(instances: &[Instance], home: &Home) -> Unusable {
    match instances.first() {
        Some(instance) => Unusable {
            message: format!("`{}` lies outside of the folder that gets the settings", instance.folder),
            help: "import with `--out` and the name of a folder around both".to_owned(),
        },
        None => Unusable {
            message: format!("no folder of pages was found in `{}`", home.dir.display()),
            help: "write the `path` of the docs as a literal, or create the folder `docs`".to_owned(),
        },
    }
}

/// What does not come along of the configuration.
struct Report<'a> {
    file: &'a Text,
    left: Vec<Left>,
    /// What was told as a whole, or needs nothing: no part of it is told again.
    told: Vec<Span>,
}

impl Report<'_> {
    /// Tells a value of the configuration.
    fn tell(&mut self, span: Span, what: impl Into<String>, help: impl Into<String>) {
        self.left.push(self.file.left(span.start as usize, what, help));
        self.told.push(span);
    }

    /// Tells an entry by its key.
    fn tell_entry(&mut self, entry: &Entry, what: impl Into<String>, help: impl Into<String>) {
        self.left.push(self.file.left(entry.key_span.start as usize, what, help));
        self.told.push(entry.value.span);
    }
}

/// What the site is.
fn site(config: &Located, settings: &mut Settings, report: &mut Report) {
    settings.title = text_at(config, &["title"]).map(str::to_owned);
    settings.description = text_at(config, &["tagline"]).filter(|tagline| !tagline.is_empty()).map(str::to_owned);
    let base = text_at(config, &["baseUrl"]).unwrap_or("/").trim_matches('/');
    settings.base_url = text_at(config, &["url"]).map(|url| {
        let url = url.trim_end_matches('/');
        if base.is_empty() { format!("{url}/") } else { format!("{url}/{base}/") }
    });
    settings.favicon = text_at(config, &["favicon"]).map(file_name);
    settings.language = text_at(config, &["i18n", "defaultLocale"]).map(str::to_owned);
    if let Some(locales) = at(config, &["i18n", "locales"]) {
        let others: Vec<&str> = items(locales)
            .iter()
            .filter_map(text)
            .filter(|locale| settings.language.as_deref() != Some(*locale))
            .collect();
        if !others.is_empty() {
            let what = format!("the translations `{}` do not come along", others.join("`, `"));
            report.tell(
                locales.span,
                what,
                "build each from a folder of its own, and name them in `languages` under `[site]`",
            );
        }
    }
    for entry in entries(config) {
        let key = entry.key.as_str();
        if NEEDLESS.contains(&key) {
            report.told.push(entry.value.span);
        } else if !TAKEN.contains(&key) && !is_off(&entry.value) {
            let help = match key {
                "scripts" | "stylesheets" | "headTags" => "write it as HTML in `head` under `[theme]`",
                "markdown" => "Waypost reads Markdown in its own way",
                "themes" | "clientModules" => "Waypost runs no programs: look for what it did in the pages",
                _ => "look for what it did in the pages",
            };
            report.tell_entry(entry, format!("`{key}` does not come along"), help);
        }
    }
    theme::read(config, settings, report);
}

/// The folders of files that are copied.
fn statics(config: &Located, home: &Home, settings: &mut Settings, report: &mut Report) {
    let named = get(config, "staticDirectories");
    let names: Vec<&str> = named.map_or(vec!["static"], |list| items(list).iter().filter_map(text).collect());
    let mut folders = Vec::new();
    for name in names {
        match home.path(name).filter(|_| home.dir.join(name).is_dir()) {
            Some(folder) => folders.push(folder),
            None => {
                if let Some(list) = named {
                    report.tell(list.span, format!("there is no folder `{name}`"), "create it, or take it out");
                }
            }
        }
    }
    let is_default = matches!(&folders[..], [folder] if folder == "static");
    settings.r#static = (!is_default).then_some(folders);
}

/// The pages of all instances, and their navigation.
fn content(
    config: &Located,
    instances: &[Instance],
    home: &Home,
    settings: &mut Settings,
    report: &mut Report,
) -> usize {
    let (mut pages, mut all) = (0, BTreeMap::new());
    let main = instances.iter().find(|instance| instance.kind == Kind::Docs);
    settings.strip_number_prefixes = main.is_some_and(|main| main.strips_numbers);
    for instance in instances {
        let Some(folder) = home.path(&instance.folder) else {
            let help = "import with `--out` and the name of a folder around both";
            report.tell(
                instance.span,
                format!("`{}` lies outside of the folder that gets the settings", instance.folder),
                help,
            );
            continue;
        };
        settings.content.entry(instance.place.clone()).or_default().push(folder);
        let docs = Docs::read(home, instance);
        pages += docs.pages.len();
        settings.ignore.extend(docs.ignored(instance));
        if instance.kind == Kind::Docs && instance.strips_numbers != settings.strip_number_prefixes {
            let what = format!("the number prefixes in `{}` are read as in the other folders", instance.folder);
            report.tell(instance.span, what, "rename its files, or give them a `slug`");
        }
        match instance.kind {
            Kind::Docs => {
                sidebars::read(home, instance, &docs, settings, report);
                if settings.edit_url.is_none() {
                    let ups = instance.folder.split('/').filter(|part| *part == "..").count();
                    settings.edit_url = instance.edit_url.as_ref().map(|url| home.edit_url(&edit_url(url, ups)));
                }
            }
            Kind::Blog => {
                settings.sections.push(Section {
                    path: instance.place.clone(),
                    title: instance.title.clone(),
                    dated: true,
                });
                let help = "the folder lists its posts, the newest first; write other lists by hand";
                report.left.push(left_file(
                    &instance.folder,
                    "lists by tag, author and month, and the feeds of the blog are not made",
                    help,
                ));
            }
            Kind::Pages => {
                for program in docs.programs(instance) {
                    let help = "write it as a Markdown page, or take the links to it out";
                    report.left.push(left_file(&program, "this page is a program", help));
                }
            }
        }
        all.insert(instance.id.clone(), docs);
    }
    theme::links(config, instances, main.map(|main| main.id.as_str()), &all, settings, report);
    settings.ignore.sort();
    settings.ignore.dedup();
    pages
}

/// The address at which files are edited. Docusaurus puts the path of the folder behind it, `../` and all.
fn edit_url(url: &str, ups: usize) -> String {
    let mut base = url.trim_end_matches('/');
    for _ in 0..ups {
        base = base.rsplit_once('/').map_or(base, |(above, _)| above);
    }
    format!("{base}/{{path}}")
}

/// The path of a file from the static folder.
fn file_name(path: &str) -> String {
    path.trim_start_matches("./").trim_start_matches('/').to_owned()
}

/// `false` and an empty list ask for nothing.
fn is_off(value: &Located) -> bool {
    match &value.value {
        Value::Bool(on) => !on,
        Value::Null => true,
        Value::List(items) => items.is_empty(),
        _ => false,
    }
}

/// Whether a plugin or preset is switched on: only `false` switches it off.
fn is_on(options: &Located, key: &str) -> bool {
    switch_at(options, &[key]) != Some(false)
}
