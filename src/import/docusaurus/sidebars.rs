//! Sidebars: what they list becomes `[nav]`. Entry point: [`read`].

use super::super::settings::{Entry, Settings};
use super::super::tree::{entries, get, text, text_at};
use super::super::{Home, Text};
use super::Report;
use super::docs::{Docs, join, stem};
use super::instances::Instance;
use crate::data::{Located, Value, javascript};

/// Reads the sidebars of an instance. Without any, folders and categories say the order.
pub(super) fn read(home: &Home, instance: &Instance, docs: &Docs, settings: &mut Settings, report: &mut Report) {
    let file = instance.sidebars.as_ref().and_then(|path| {
        let read = Text::read(&home.dir, path.trim_start_matches("./"));
        if read.is_none() && !path.contains("versioned_sidebars") {
            report.tell(instance.span, format!("there is no file `{path}`"), "write it, or take `sidebarPath` out");
        }
        read
    });
    let Some(file) = file else { return by_folders(instance, docs, settings) };
    let (value, problems) = match file.path.ends_with(".json") {
        true => match javascript::literal(&file.text, 0) {
            Ok(value) => (Some(value), Vec::new()),
            Err(error) => (None, vec![error]),
        },
        false => {
            let module = javascript::exported(&file.text);
            (module.value, module.problems.into_iter().map(|problem| problem.error).collect())
        }
    };
    let help = "write it as a literal and import again, or order the pages in `[nav]`";
    for problem in problems {
        report.left.push(file.left(problem.span.start as usize, problem.message, help));
    }
    let Some(value) = value else {
        if !report.left.iter().any(|left| left.path == file.path) {
            report.left.push(file.left(0, "the sidebars are a program, so folders say the order", help));
        }
        return by_folders(instance, docs, settings);
    };
    let mut reading = Reading { file: &file, docs, instance, report };
    let mut sidebars: Vec<(String, Vec<Entry>)> =
        entries(&value).iter().map(|entry| (entry.key.clone(), reading.entries(&entry.value))).collect();
    sidebars.retain(|(_, found)| !found.is_empty());
    // One sidebar that is made of the folders says nothing that they do not say.
    let whole = docs.listed("", "");
    let nav = match sidebars.len() {
        0 => return,
        1 if sidebars[0].1 == whole => return by_folders(instance, docs, settings),
        1 => sidebars.remove(0).1,
        _ => sidebars
            .into_iter()
            .map(|(name, items)| Entry { title: Some(titled(&name)), items, ..Entry::default() })
            .collect(),
    };
    settings.nav.insert(instance.place.clone(), nav);
    by_folders(instance, docs, settings);
}

/// The order and the names that categories give to folders, where no sidebar says them.
fn by_folders(instance: &Instance, docs: &Docs, settings: &mut Settings) {
    for folder in docs.named_folders() {
        let entries = docs.listed(&folder, "");
        if !entries.is_empty() {
            settings.nav.entry(join(&instance.place, &folder)).or_insert(entries);
        }
    }
}

/// `tutorialSidebar` → `Tutorial`.
fn titled(name: &str) -> String {
    let name = name.strip_suffix("Sidebar").filter(|rest| !rest.is_empty()).unwrap_or(name);
    let mut title = String::new();
    for (at, c) in name.chars().enumerate() {
        match c {
            '-' | '_' => title.push(' '),
            c if at == 0 => title.extend(c.to_uppercase()),
            c if c.is_uppercase() => {
                title.push(' ');
                title.extend(c.to_lowercase());
            }
            c => title.push(c),
        }
    }
    title
}

struct Reading<'a, 'r> {
    file: &'a Text,
    docs: &'a Docs,
    instance: &'a Instance,
    report: &'a mut Report<'r>,
}

impl Reading<'_, '_> {
    /// A list of items, or the short form `{ Label: [ … ] }`.
    fn entries(&mut self, value: &Located) -> Vec<Entry> {
        match &value.value {
            Value::List(list) => list.iter().flat_map(|item| self.item(item)).collect(),
            Value::Table(_) if text_at(value, &["type"]).is_some() => self.item(value),
            Value::Table(table) => table.iter().map(|entry| self.group(&entry.key, &entry.value)).collect(),
            _ => Vec::new(),
        }
    }

    fn group(&mut self, label: &str, value: &Located) -> Entry {
        Entry { title: Some(label.to_owned()), items: self.entries(value), ..Entry::default() }
    }

    fn item(&mut self, item: &Located) -> Vec<Entry> {
        if let Some(id) = text(item) {
            return self.page(id, None, item).into_iter().collect();
        }
        let label = text_at(item, &["label"]).map(str::to_owned);
        match text_at(item, &["type"]) {
            Some("doc" | "ref") => {
                let id = text_at(item, &["id"]).unwrap_or("");
                self.page(id, label, item).into_iter().collect()
            }
            Some("link") => {
                let url = text_at(item, &["href"]).map(str::to_owned);
                vec![Entry { title: label.or(url.clone()), url, ..Entry::default() }]
            }
            Some("autogenerated") => {
                let folder = text_at(item, &["dirName"]).unwrap_or(".");
                let folder = if folder == "." { "" } else { folder.trim_start_matches("./").trim_matches('/') };
                let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
                self.docs.listed(folder, &prefix)
            }
            Some("category") => self.category(item, label),
            Some(other) => {
                let what = format!("an item of the type `{other}` does not come along");
                self.left(item, what, "navigation holds pages, groups and links");
                Vec::new()
            }
            None => self.entries(item),
        }
    }

    /// A category: the page that it links to, with what is below it, or a group.
    fn category(&mut self, item: &Located, label: Option<String>) -> Vec<Entry> {
        let items = get(item, "items").map_or(Vec::new(), |items| self.entries(items));
        let link = get(item, "link");
        let id = link.filter(|link| text_at(link, &["type"]) == Some("doc")).and_then(|link| text_at(link, &["id"]));
        if let Some(page) = id.and_then(|id| self.page(id, label.clone(), item)) {
            return vec![Entry { items, ..page }];
        }
        let path = link.filter(|link| text_at(link, &["type"]) == Some("generated-index")).map(|link| {
            let slug = text_at(link, &["slug"]).map(|slug| slug.trim_matches('/').to_owned());
            let slug = slug.unwrap_or_else(|| format!("category/{}", words(label.as_deref().unwrap_or(""))));
            format!("/{}", join(&self.instance.place, &slug))
        });
        // A group of nothing is no group.
        if items.is_empty() { Vec::new() } else { vec![Entry { title: label, path, items, ..Entry::default() }] }
    }

    fn page(&mut self, id: &str, title: Option<String>, item: &Located) -> Option<Entry> {
        match self.docs.by_id(id) {
            Some(path) => Some(Entry { page: Some(stem(path).to_owned()), title, ..Entry::default() }),
            None if self.docs.drafts.iter().any(|draft| draft == id) => None,
            None => {
                let what = format!("there is no page with the id `{id}` in `{}`", self.instance.folder);
                self.left(item, what, "mend the id, or take the entry out");
                None
            }
        }
    }

    fn left(&mut self, item: &Located, what: String, help: &str) {
        self.report.left.push(self.file.left(item.span.start as usize, what, help));
    }
}

/// `API reference` → `api-reference`.
fn words(label: &str) -> String {
    let lower = label.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}
