//! `book.toml`: what it sets, and what of it has no place here. Entry point: [`read`].

use super::super::settings::Settings;
use super::super::tree::{at, entries, items, switch_at, text, text_at};
use super::super::{Home, Left, Text};
use crate::data::{self, Entry, Located, Notation, Value};

/// Where the parts of a book are, from its folder.
pub(super) struct Book {
    pub(super) source: String,
    pub(super) built: String,
}

/// Keys that need nothing: Waypost does it in its own way, or it is about mdBook alone. The book's page on what comes along
/// says which way.
const NEEDLESS: &[&str] = &[
    "book.text-direction",
    "book.multilingual",
    "build.create-missing",
    "build.extra-watch-dirs",
    "build.use-default-preprocessors",
    "rust",
    "preprocessor.index",
    "preprocessor.links",
    "output.html.no-section-label",
    "output.html.fold",
    "output.html.search",
    "output.html.print",
    "output.html.copy-fonts",
    "output.html.hash-files",
    "output.html.default-theme",
    "output.html.preferred-dark-theme",
    "output.html.git-repository-icon",
    "output.html.admonitions",
    "output.html.definition-lists",
    "output.html.sidebar-header-nav",
    "output.html.code",
    "output.html.playground.copyable",
    "output.html.playground.copy-js",
    "output.html.playground.line-numbers",
    "output.linkcheck",
    "output.linkcheck2",
];

/// Keys that come along.
const TAKEN: &[&str] = &[
    "book.title",
    "book.description",
    "book.language",
    "book.src",
    "build.build-dir",
    "output.html.git-repository-url",
    "output.html.edit-url-template",
    "output.html.redirect",
    "output.html.site-url",
    "output.html.cname",
    "output.html.smart-punctuation",
    "output.html.curly-quotes",
];

/// Reads the settings of a book; one without a file has mdBook's defaults.
pub(super) fn read(file: Option<&Text>, home: &Home, settings: &mut Settings, left: &mut Vec<Left>) -> Book {
    let Some(file) = file else { return Book { source: "src".to_owned(), built: "book".to_owned() } };
    let (tree, errors) = data::read(Notation::Toml, &file.text, 0);
    for error in errors {
        left.push(file.left(error.span.start as usize, error.message, "mend `book.toml`, and import again"));
    }
    let owned = |keys: &[&str]| text_at(&tree, keys).map(str::to_owned);
    settings.title = owned(&["book", "title"]);
    settings.description = owned(&["book", "description"]);
    settings.language = owned(&["book", "language"]);
    settings.repository = owned(&["output", "html", "git-repository-url"]);
    let edit_url = text_at(&tree, &["output", "html", "edit-url-template"]);
    settings.edit_url = edit_url.map(|url| home.edit_url(url));
    settings.smart_punctuation = switch_at(&tree, &["output", "html", "smart-punctuation"])
        .or_else(|| switch_at(&tree, &["output", "html", "curly-quotes"]));
    if let Some(Value::Table(languages)) = at(&tree, &["output", "html", "code", "hidelines"]).map(|found| &found.value)
    {
        let marks = languages.iter().filter_map(|entry| Some((entry.key.clone(), text(&entry.value)?.to_owned())));
        settings.hidden_lines.extend(marks);
    }
    base_url(&tree, file, settings, left);
    redirects(&tree, file, settings, left);
    tell(&tree, "", file, left);
    let folder = |keys: &[&str], default: &str| {
        let folder = text_at(&tree, keys).unwrap_or(default).trim_start_matches("./").trim_matches('/');
        if folder == "." { String::new() } else { folder.to_owned() }
    };
    Book { source: folder(&["book", "src"], "src"), built: folder(&["build", "build-dir"], "book") }
}

/// mdBook knows the path of the site, and its host only where it writes a `CNAME`.
fn base_url(tree: &Located, file: &Text, settings: &mut Settings, left: &mut Vec<Left>) {
    let path = at(tree, &["output", "html", "site-url"]);
    let written = path.and_then(text).unwrap_or("/");
    if let Some(host) = text_at(tree, &["output", "html", "cname"]) {
        settings.base_url = Some(format!("https://{host}/{}", written.trim_start_matches('/')));
    } else if written.contains("://") {
        settings.base_url = Some(written.to_owned());
    } else if let Some(path) = path {
        let help = "write the whole address as `base_url` under `[site]`, for the sitemap and `404.html`";
        left.push(file.left(path.span.start as usize, format!("`{written}` has no host"), help));
    }
}

fn redirects(tree: &Located, file: &Text, settings: &mut Settings, left: &mut Vec<Left>) {
    let Some(table) = at(tree, &["output", "html", "redirect"]) else { return };
    for Entry { key, key_span, value } in entries(table) {
        let mut told = |what: String, help: &str| left.push(file.left(key_span.start as usize, what, help));
        let Some(to) = text(value) else {
            told(format!("`{key}` leads to no text"), "write a path or an address");
            continue;
        };
        let from = format!("/{}", key.trim_start_matches('/'));
        if from.contains('#') {
            let help = "a redirect leads from a page: put an anchor such as `<a id=\"old\"></a>` at the new place";
            told(format!("`{key}` leads from a part of a page"), help);
            continue;
        }
        let is_whole = to.starts_with('/') || to.contains("://");
        let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
        // What is relative starts from the old page.
        let target =
            if is_whole { Some(to.to_owned()) } else { crate::site::join(folder, to).map(|path| format!("/{path}")) };
        match target {
            Some(target) => {
                settings.redirects.insert(from, target);
            }
            None => told(format!("`{to}` leads out of the site"), "write a path of the site or an address"),
        }
    }
}

/// Tells every key that neither comes along nor needs to.
fn tell(table: &Located, above: &str, file: &Text, left: &mut Vec<Left>) {
    for Entry { key, key_span, value } in entries(table) {
        let name = if above.is_empty() { key.clone() } else { format!("{above}.{key}") };
        if NEEDLESS.contains(&name.as_str()) || TAKEN.contains(&name.as_str()) || is_off(value) {
            continue;
        }
        let is_outer = matches!(
            name.as_str(),
            "book" | "build" | "output" | "output.html" | "output.html.playground" | "preprocessor"
        );
        if is_outer && matches!(value.value, Value::Table(_)) {
            tell(value, &name, file, left);
            continue;
        }
        let (what, help) = reason(&name, value);
        left.push(file.left(key_span.start as usize, what, help));
    }
}

/// `false` and an empty list ask for nothing; a table asks by being there.
fn is_off(value: &Located) -> bool {
    match &value.value {
        Value::Bool(on) => !on,
        Value::List(items) => items.is_empty(),
        _ => false,
    }
}

fn reason(name: &str, value: &Located) -> (String, &'static str) {
    if let Some(program) = name.strip_prefix("preprocessor.") {
        let help =
            "Waypost runs no programs: look for what it did in the pages, and write it as Markdown or as a directive";
        return (format!("the preprocessor `{program}` is a program"), help);
    }
    if let Some(output) = name.strip_prefix("output.").filter(|output| !output.starts_with("html")) {
        return (format!("the output `{output}` is not made"), "Waypost makes a site and a Markdown twin of each page");
    }
    let files = || {
        let names: Vec<&str> = items(value).iter().filter_map(text).collect();
        names.join("`, `")
    };
    match name {
        "book.authors" => (
            "`authors` have no place in the settings".to_owned(),
            "describe them in `data/people.toml`, or name them in `footer` under `[theme]`",
        ),
        "output.html.additional-css" => (
            format!("the style sheets `{}` are made for the theme of mdBook", files()),
            "to use them, move them to `static/` and name them in `css` under `[theme]`",
        ),
        "output.html.additional-js" => (
            format!("the scripts `{}` are made for the pages of mdBook", files()),
            "to use them, move them to `static/` and name them in `scripts` under `[theme]`",
        ),
        "output.html.mathjax-support" => {
            ("MathJax is not loaded".to_owned(), "name its script in `head` under `[theme]` if the pages need it")
        }
        "output.html.theme" => (
            "the theme is mdBook's".to_owned(),
            "set colours and links under `[theme]`, or write templates of your own",
        ),
        "output.html.input-404" => {
            ("the page for missing pages is Waypost's own".to_owned(), "a file `404.html` in `static/` takes its place")
        }
        "output.html.google-analytics" => {
            ("no visits are counted".to_owned(), "name a script in `head` under `[theme]` if you want that")
        }
        _ if name.starts_with("output.html.playground") => {
            (format!("`{name}` has no place here"), "examples are shown and can be copied, and are not run")
        }
        _ => (format!("`{name}` has no place here"), "look for what it did in the pages"),
    }
}
