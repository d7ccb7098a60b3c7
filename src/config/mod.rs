//! The settings of a site, `waypost.toml`, as plain data with every default filled in.
//!
//! Entry point: [`read`]. It must not know what the settings do: `site` and `render` ask for them. Every field here is a
//! setting, and every setting is described in the book's settings page (a test compares the two).

mod folders;
mod git;
mod inventory;
mod kind;
mod lint;
mod nav;
mod search;
mod serve;

use std::collections::BTreeMap;
use std::sync::Arc;

use globset::{Glob, GlobSet, GlobSetBuilder};
use serde::{Deserialize, Serialize};

use crate::data::{self, Date, Notation, Spanned};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Source;
pub use folders::{ContentFolder, ContentFolders, Folders};
pub use git::GitSettings;
pub use inventory::InventorySettings;
pub use kind::Kind;
pub use lint::{Level, LintSettings, PathLevels};
pub use nav::{NavEntry, NavItem};
pub use search::SearchSettings;
pub use serve::{Editor, ServeSettings};

/// The name of the settings file, in the site's folder.
pub const FILE: &str = "waypost.toml";

/// All settings.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(default)]
pub struct Config {
    /// What the site is.
    pub site: SiteSettings,
    /// How it is built.
    pub build: BuildSettings,
    /// How Markdown is read.
    pub markdown: MarkdownSettings,
    /// The sections, in the order of the navigation. Given at all, they replace the six default ones.
    pub section: Vec<SectionSettings>,
    /// The order of a folder's entries: folder → names, without `.md`, or tables that hang pages elsewhere. What is not
    /// named follows in its usual order.
    pub nav: BTreeMap<String, Vec<Spanned<NavItem>>>,
    /// Old path → new path or URL.
    pub redirects: BTreeMap<String, Spanned<String>>,
    /// Other projects' documentation: the prefix of links → where its names are.
    pub inventories: BTreeMap<String, InventorySettings>,
    /// How the roadmap presents itself.
    pub roadmap: RoadmapSettings,
    /// How the community is audited.
    pub audit: AuditSettings,
    /// Which rules look at which pages.
    pub lint: LintSettings,
    /// What pages tell of their history.
    pub git: GitSettings,
    /// What a reader's search finds.
    pub search: SearchSettings,
    /// How the live preview works.
    pub serve: ServeSettings,
    /// How the site looks.
    pub theme: ThemeSettings,
}

/// `[site]`
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(default)]
pub struct SiteSettings {
    /// The site's name. Default: the first heading of the home page, else the name of the folder.
    pub title: Option<String>,
    /// One sentence about the site.
    pub description: Option<String>,
    /// The absolute URL that the site is published at. Without it there is no sitemap, canonical link or OpenGraph URL.
    pub base_url: Option<Spanned<String>>,
    /// The language of the content, as in HTML's `lang`. Default: `en`.
    pub language: Option<String>,
    /// Where the project lives; linked from the header.
    pub repository: Option<String>,
    /// Where a page can be edited; `{path}` stands for its path from the site's folder.
    pub edit_url: Option<String>,
    /// Where a page can be begun: `{folder}` stands for its folder from the site's folder, `{name}` for its file's name,
    /// `{text}` for what it begins with. Default: made from `edit_url` where that is GitHub's, GitLab's or Codeberg's.
    pub new_url: Option<String>,
    /// Where readers can say what they think of a page: `{title}`, `{url}` and `{path}` stand for those of the page.
    pub feedback_url: Option<String>,
    /// What this version of the documentation is called, where there are several.
    pub version: Option<String>,
    /// The site's versions, this one among them.
    pub versions: Vec<EditionSettings>,
    /// The site's languages, this one among them.
    pub languages: Vec<EditionSettings>,
}

/// One entry of `site.versions` or `site.languages`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
pub struct EditionSettings {
    /// Its name, as readers know it.
    pub label: String,
    /// The absolute URL of its home page.
    pub url: Spanned<String>,
    /// For a language, its code as in HTML's `lang`.
    #[serde(default)]
    pub language: Option<String>,
    /// For a version, whether readers should be there.
    #[serde(default)]
    pub status: Option<VersionStatus>,
}

/// Whether readers should be on a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum VersionStatus {
    /// The one that most readers want.
    Current,
    /// There is a newer one.
    Old,
    /// It is still being made.
    Unreleased,
}

/// `[build]`
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(default)]
pub struct BuildSettings {
    /// The folder of the Markdown files, or several by where in the site their pages begin.
    pub content: ContentFolders,
    /// The folder of files that are copied as they are, or several.
    pub r#static: Folders,
    /// The folder of the community's records; empty for none.
    pub data: String,
    /// `folder` gives `use-gpus/`, `html` gives `use-gpus.html`.
    pub url_style: UrlStyle,
    /// Links say `index.html`, so that the site can be read from `file://`.
    pub offline: bool,
    /// `2-install.md` becomes `/install/`.
    pub strip_number_prefixes: bool,
    /// Globs of files in the content folder that are not read.
    pub ignore: Vec<Spanned<String>>,
    /// Lists of all redirects for hosts that can answer with them at once.
    pub redirect_maps: Vec<RedirectMap>,
}

/// A notation for a list of redirects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RedirectMap {
    /// The file `_redirects`, as Netlify, Cloudflare Pages and others read it.
    Netlify,
    /// The file `redirects.nginx.conf`, the body of an nginx `map`.
    Nginx,
}

/// How a page's URL ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UrlStyle {
    /// `use-gpus/`
    Folder,
    /// `use-gpus.html`
    Html,
}

/// `[roadmap]`
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(default)]
pub struct RoadmapSettings {
    /// What the page is called: a roadmap, a wish list, directions.
    pub title: Option<String>,
    /// The line below the title. Default: that the order is intent and no schedule.
    pub note: Option<String>,
}

/// `[audit]`
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(default)]
pub struct AuditSettings {
    /// Checks that need not pass.
    pub waive: Vec<Waiver>,
}

/// `[[audit.waive]]`
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
pub struct Waiver {
    /// The id of the check: `K02`.
    pub check: Spanned<String>,
    /// Why it need not pass.
    pub reason: String,
    /// The last day on which that holds.
    #[serde(default)]
    pub until: Option<Date>,
}

/// `[markdown]`
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(default)]
pub struct MarkdownSettings {
    /// Straight quotes, `--` and `...` are shown as typographic ones.
    pub smart_punctuation: bool,
    /// `^text^` is superscript, at the start of a word.
    pub superscript: bool,
    /// `~text~` is subscript, at the start of a word; strikethrough then needs two tildes.
    pub subscript: bool,
    /// A term of the data is told where a page uses it first.
    pub terms: bool,
    /// Files that end in `.md` may hold JSX too, as those that end in `.mdx` do.
    pub mdx: bool,
    /// Lines such as `{{#include main.rs:3:10}}` stand for parts of files, as in mdBook.
    pub includes: bool,
    /// `$…$` and `$$…$$` are formulas.
    pub math: bool,
    /// `:rocket:` is an emoji.
    pub emoji: bool,
    /// Language of a block of code → what its hidden lines begin with.
    pub hidden_lines: BTreeMap<String, String>,
}

/// `[[section]]`
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
pub struct SectionSettings {
    /// The folder, from the content folder.
    pub path: String,
    /// Its name in the navigation. Default: the title of its page, else made from the folder's name.
    #[serde(default)]
    pub title: Option<String>,
    /// What it holds, for the home page.
    #[serde(default)]
    pub description: Option<String>,
    /// The kind of its pages that name none.
    #[serde(default)]
    pub kind: Option<Kind>,
    /// Its pages are news: the date in a file's name stands in its address, and the newest comes first.
    #[serde(default)]
    pub dated: bool,
}

/// `[theme]`
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(default)]
pub struct ThemeSettings {
    /// An image in the static folder, shown in the header.
    pub logo: Option<Spanned<String>>,
    /// What the logo says to those who do not see it. Default: nothing, for the title stands beside it.
    pub logo_alt: Option<String>,
    /// An image in the static folder for the browser's tab.
    pub favicon: Option<Spanned<String>>,
    /// An image in the static folder that is shown where the site is shared.
    pub social_image: Option<Spanned<String>>,
    /// A CSS colour for links and marks.
    pub accent: Option<String>,
    /// Links in the header.
    pub links: Vec<LinkSettings>,
    /// A line at the foot of every page.
    pub footer: Option<String>,
    /// Links at the foot of every page.
    pub footer_links: Vec<LinkSettings>,
    /// More style sheets, files in the static folder.
    pub css: Vec<Spanned<String>>,
    /// More scripts, files in the static folder.
    pub scripts: Vec<Spanned<String>>,
    /// HTML that is put into the head of every page.
    pub head: Option<String>,
    /// News on top of every page, with Markdown inside a line. A reader who closes it does not see it again.
    pub announcement: Option<String>,
}

/// One entry of `theme.links` or `theme.footer_links`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
pub struct LinkSettings {
    /// The text.
    pub label: String,
    /// A path in the site, which is checked, or an absolute URL.
    pub url: Spanned<String>,
}

impl Default for Config {
    fn default() -> Config {
        let section = |path: &str, title: &str, kind| SectionSettings {
            path: path.to_owned(),
            title: Some(title.to_owned()),
            description: None,
            kind,
            dated: false,
        };
        Config {
            site: SiteSettings::default(),
            build: BuildSettings::default(),
            markdown: MarkdownSettings::default(),
            section: vec![
                section("tutorials", "Tutorials", Some(Kind::Tutorial)),
                section("how-tos", "How-tos", Some(Kind::HowTo)),
                section("reference", "Reference", Some(Kind::Reference)),
                section("concepts", "Concepts", Some(Kind::Explanation)),
                section("community", "Community", None),
                section("maintainers", "Maintainers", None),
            ],
            nav: BTreeMap::new(),
            redirects: BTreeMap::new(),
            inventories: BTreeMap::new(),
            roadmap: RoadmapSettings::default(),
            audit: AuditSettings::default(),
            lint: LintSettings::default(),
            git: GitSettings::default(),
            search: SearchSettings::default(),
            serve: ServeSettings::default(),
            theme: ThemeSettings::default(),
        }
    }
}

impl Default for BuildSettings {
    fn default() -> BuildSettings {
        BuildSettings {
            content: ContentFolders::one("content"),
            r#static: Folders(vec!["static".to_owned()]),
            data: "data".to_owned(),
            url_style: UrlStyle::Folder,
            offline: false,
            strip_number_prefixes: false,
            ignore: Vec::new(),
            redirect_maps: Vec::new(),
        }
    }
}

impl Default for MarkdownSettings {
    fn default() -> MarkdownSettings {
        MarkdownSettings {
            smart_punctuation: true,
            superscript: false,
            subscript: false,
            terms: true,
            mdx: false,
            includes: false,
            math: false,
            emoji: true,
            hidden_lines: BTreeMap::new(),
        }
    }
}

/// Reads `waypost.toml`. What cannot be read is reported and keeps its default.
pub fn read(source: &Source) -> (Config, Vec<Diagnostic>) {
    let (tree, syntax) = data::read(Notation::Toml, &source.text, 0);
    let decoded = data::decode::<Config>(tree);
    let error = |problem: &data::SyntaxError| {
        Diagnostic::new("invalid-settings", Severity::Error, &source.path, problem.span, &problem.message)
            .meant(problem.meant)
    };
    let mut diagnostics: Vec<Diagnostic> = syntax.iter().chain(&decoded.errors).map(error).collect();
    diagnostics.extend(decoded.unknown.iter().map(|unknown| {
        let message = format!("`{}` is not a setting", unknown.key);
        Diagnostic::new("unknown-setting", Severity::Warning, &source.path, unknown.span, message)
            .did_you_mean(unknown.nearest)
            .meant(unknown.nearest.filter(|_| unknown.nearest_is_free))
    }));
    let mut config = decoded.value.unwrap_or_default();
    check_values(&mut config, &source.path, &mut diagnostics);
    (config, diagnostics)
}

/// The globs of `build.ignore`; those that do not compile were reported when the settings were read.
pub fn ignored(config: &Config) -> GlobSet {
    let mut set = GlobSetBuilder::new();
    for glob in config.build.ignore.iter().filter_map(|pattern| Glob::new(&pattern.value).ok()) {
        set.add(glob);
    }
    set.build().unwrap_or_default()
}

fn is_absolute(url: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| url.starts_with(scheme)) && !url.contains(['?', '#'])
}

/// Rules that a type cannot say.
fn check_values(config: &mut Config, path: &Arc<str>, diagnostics: &mut Vec<Diagnostic>) {
    let mut error = |span, message: String, help: String| {
        diagnostics.push(Diagnostic::new("invalid-settings", Severity::Error, path, span, message).help(help));
    };
    if let Some(base) = &config.site.base_url
        && !is_absolute(&base.value)
    {
        let help = "write an absolute URL such as `https://docs.example.org/`".to_owned();
        error(base.span, format!("`{}` is not an absolute URL", base.value), help);
        config.site.base_url = None;
    }
    for (list, name) in [(&mut config.site.versions, "versions"), (&mut config.site.languages, "languages")] {
        list.retain(|edition| {
            let is_absolute = is_absolute(&edition.url.value);
            if !is_absolute {
                let help = format!(
                    "write an absolute URL such as `https://docs.example.org/2.0/`; the entry of `{name}` is left out"
                );
                error(edition.url.span, format!("`{}` is not an absolute URL", edition.url.value), help);
            }
            is_absolute
        });
    }
    config.inventories.retain(|name, settings| {
        let can_be_called = inventory::can_be_called(name);
        if !can_be_called {
            let help =
                "take letters, digits, `-`, `_`, `.` and `+`, and no word that means something else before a colon";
            error(settings.file.span, format!("no inventory can be called `{name}`"), help.to_owned());
        }
        let is_absolute = is_absolute(&settings.url.value);
        if !is_absolute {
            let help = "write the absolute URL of its documentation, such as `https://numpy.org/doc/stable/`";
            error(settings.url.span, format!("`{}` is not an absolute URL", settings.url.value), help.to_owned());
        }
        can_be_called && is_absolute
    });
    let files = config.lint.path.iter().flat_map(|path| &path.files);
    for pattern in config.build.ignore.iter().chain(files) {
        if let Err(problem) = Glob::new(&pattern.value) {
            let help = "write a glob such as `drafts/**` or `**/*.bak`".to_owned();
            error(pattern.span, format!("`{}` is not a glob: {}", pattern.value, problem.kind()), help);
        }
    }
    for section in &mut config.section {
        section.path = section.path.trim_matches('/').to_owned();
    }
}
