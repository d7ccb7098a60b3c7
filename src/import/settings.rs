//! The settings that an import writes, and their text. Entry point: [`Settings::text`].

use std::collections::BTreeMap;
use std::fmt::Write;

/// What an import sets. What is empty is not written.
#[derive(Debug, Default)]
pub(super) struct Settings {
    pub(super) generator: &'static str,
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    pub(super) base_url: Option<String>,
    pub(super) language: Option<String>,
    pub(super) repository: Option<String>,
    pub(super) edit_url: Option<String>,
    /// Place in the site → folders.
    pub(super) content: BTreeMap<String, Vec<String>>,
    pub(super) r#static: Option<Vec<String>>,
    /// The folder of that name holds something else than records.
    pub(super) no_data: bool,
    pub(super) html_urls: bool,
    pub(super) strip_number_prefixes: bool,
    pub(super) ignore: Vec<String>,
    pub(super) smart_punctuation: Option<bool>,
    /// Files in Markdown hold JSX.
    pub(super) mdx: bool,
    /// mdBook's calls are in texts and code.
    pub(super) includes: bool,
    /// Language → what hidden lines of code begin with.
    pub(super) hidden_lines: BTreeMap<String, String>,
    pub(super) sections: Vec<Section>,
    /// Folder → entries.
    pub(super) nav: BTreeMap<String, Vec<Entry>>,
    pub(super) redirects: BTreeMap<String, String>,
    pub(super) logo: Option<String>,
    pub(super) logo_alt: Option<String>,
    pub(super) favicon: Option<String>,
    pub(super) social_image: Option<String>,
    pub(super) announcement: Option<String>,
    pub(super) footer: Option<String>,
    pub(super) links: Vec<Link>,
    pub(super) footer_links: Vec<Link>,
}

#[derive(Debug)]
pub(super) struct Section {
    pub(super) path: String,
    pub(super) title: Option<String>,
    pub(super) dated: bool,
}

/// An entry of the navigation.
#[derive(Debug, Default, Clone, PartialEq)]
pub(super) struct Entry {
    pub(super) page: Option<String>,
    pub(super) title: Option<String>,
    pub(super) url: Option<String>,
    pub(super) path: Option<String>,
    pub(super) items: Vec<Entry>,
}

#[derive(Debug)]
pub(super) struct Link {
    pub(super) label: String,
    pub(super) url: String,
}

impl Settings {
    /// The text of `waypost.toml`: the same settings, the same bytes.
    pub(super) fn text(&self) -> String {
        let mut out = format!("# Made by `waypost import {}`. It is yours: change what you like.\n", self.generator);
        // The default sections would give folders of their names kinds that nobody meant.
        if self.sections.is_empty() {
            out += "\n# The folders have no kinds of documentation of their own.\nsection = []\n";
        }
        let site = [
            ("title", &self.title),
            ("description", &self.description),
            ("base_url", &self.base_url),
            ("language", &self.language),
            ("repository", &self.repository),
            ("edit_url", &self.edit_url),
        ];
        table(&mut out, "site", &site.map(|(key, value)| (key, value.as_deref().map(quoted))));
        self.build(&mut out);
        let hidden =
            self.hidden_lines.iter().map(|(language, mark)| format!("{} = {}", quoted(language), quoted(mark)));
        let hidden = hidden.collect::<Vec<_>>().join(", ");
        let markdown = [
            ("smart_punctuation", self.smart_punctuation.map(|on| on.to_string())),
            ("mdx", self.mdx.then(|| "true".to_owned())),
            ("includes", self.includes.then(|| "true".to_owned())),
            ("hidden_lines", (!hidden.is_empty()).then(|| format!("{{ {hidden} }}"))),
        ];
        table(&mut out, "markdown", &markdown);
        for section in &self.sections {
            let _ = write!(out, "\n[[section]]\npath = {}\n", quoted(&section.path));
            if let Some(title) = &section.title {
                let _ = writeln!(out, "title = {}", quoted(title));
            }
            if section.dated {
                out += "dated = true\n";
            }
        }
        if !self.nav.is_empty() {
            out += "\n[nav]\n";
        }
        for (folder, entries) in &self.nav {
            let _ = writeln!(out, "{} = [", quoted(folder));
            write_entries(&mut out, entries, 1);
            out += "]\n";
        }
        let redirects: Vec<(String, Option<String>)> =
            self.redirects.iter().map(|(from, to)| (quoted(from), Some(quoted(to)))).collect();
        let redirects: Vec<(&str, Option<String>)> =
            redirects.iter().map(|(from, to)| (from.as_str(), to.clone())).collect();
        table(&mut out, "redirects", &redirects);
        let theme = [
            ("logo", self.logo.as_deref().map(quoted)),
            ("logo_alt", self.logo_alt.as_deref().map(quoted)),
            ("favicon", self.favicon.as_deref().map(quoted)),
            ("social_image", self.social_image.as_deref().map(quoted)),
            ("announcement", self.announcement.as_deref().map(quoted)),
            ("footer", self.footer.as_deref().map(quoted)),
            ("links", links(&self.links)),
            ("footer_links", links(&self.footer_links)),
        ];
        table(&mut out, "theme", &theme);
        out
    }

    fn build(&self, out: &mut String) {
        let several = self.content.len() > 1 || self.content.iter().any(|(at, all)| !at.is_empty() || all.len() > 1);
        let single = self.content.values().flatten().next().filter(|_| !several);
        let keys = [
            ("content", single.map(|folder| quoted(folder))),
            ("static", self.r#static.as_deref().map(quoted_list)),
            ("data", self.no_data.then(|| quoted(""))),
            ("url_style", self.html_urls.then(|| quoted("html"))),
            ("strip_number_prefixes", self.strip_number_prefixes.then(|| "true".to_owned())),
            ("ignore", Some(lines(&self.ignore)).filter(|_| !self.ignore.is_empty())),
        ];
        table(out, "build", &keys);
        if several {
            out.push_str("\n# Where in the site the pages of each folder begin.\n[build.content]\n");
            for (at, folders) in &self.content {
                let folders = if let [folder] = &folders[..] { quoted(folder) } else { quoted_list(folders) };
                let _ = writeln!(out, "{} = {folders}", quoted(at));
            }
        }
    }
}

/// A path as a glob that means it and nothing else.
pub(super) fn literally(path: &str) -> String {
    let is_special = |c: char| matches!(c, '*' | '?' | '[' | ']' | '{' | '}');
    path.chars().map(|c| if is_special(c) { format!("[{c}]") } else { c.to_string() }).collect()
}

/// A table with the keys that have a value; nothing where none has.
fn table(out: &mut String, name: &str, keys: &[(&str, Option<String>)]) {
    if keys.iter().any(|(_, value)| value.is_some()) {
        let _ = write!(out, "\n[{name}]\n");
    }
    for (key, value) in keys {
        if let Some(value) = value {
            let _ = writeln!(out, "{key} = {value}");
        }
    }
}

fn write_entries(out: &mut String, entries: &[Entry], depth: usize) {
    let indent = "  ".repeat(depth);
    for entry in entries {
        let keys = [("page", &entry.page), ("title", &entry.title), ("url", &entry.url), ("path", &entry.path)];
        let keys: Vec<String> =
            keys.iter().filter_map(|(key, value)| Some(format!("{key} = {}", quoted(value.as_ref()?)))).collect();
        let is_name = entry.items.is_empty() && keys.len() == 1;
        match &entry.page {
            Some(page) if is_name => {
                let _ = writeln!(out, "{indent}{},", quoted(page));
            }
            _ if entry.items.is_empty() => {
                let _ = writeln!(out, "{indent}{{ {} }},", keys.join(", "));
            }
            _ => {
                let _ = writeln!(out, "{indent}{{ {}, items = [", keys.join(", "));
                write_entries(out, &entry.items, depth + 1);
                let _ = writeln!(out, "{indent}] }},");
            }
        }
    }
}

fn links(links: &[Link]) -> Option<String> {
    let lines =
        links.iter().map(|link| format!("  {{ label = {}, url = {} }},\n", quoted(&link.label), quoted(&link.url)));
    let lines: String = lines.collect();
    (!lines.is_empty()).then(|| format!("[\n{lines}]"))
}

fn quoted_list(items: &[String]) -> String {
    format!("[{}]", items.iter().map(|item| quoted(item)).collect::<Vec<_>>().join(", "))
}

/// A list with an item a line.
fn lines(items: &[String]) -> String {
    let lines: String = items.iter().map(|item| format!("  {},\n", quoted(item))).collect();
    format!("[\n{lines}]")
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out += "\\\"",
            '\\' => out += "\\\\",
            '\n' => out += "\\n",
            '\t' => out += "\\t",
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out + "\""
}
