//! Records as templates see them: every reference and every link resolved for one page.

use serde_json::{Value, json};

use super::{BLOCKS, Block, Fields, Key, anchor, facets, is_shown};
use crate::community::common::Effort;
use crate::community::{Community, IndexEntry, LINK, REFERENCE};
use crate::document::inline;
use crate::site::generated::LIST_LENGTH;
use crate::site::resolve::resolve_from_root;
use crate::site::urls::Linker;
use crate::site::{PageId, Site, Target};

/// Shows records on one page.
pub(in crate::site) struct Show<'a> {
    /// The site.
    pub(in crate::site) site: &'a Site,
    /// How the page links.
    pub(in crate::site) linker: &'a Linker,
    /// What the directive says: fields and the values that are wanted.
    pub(in crate::site) properties: &'a [(Box<str>, Box<str>)],
    /// What the audit found.
    pub(in crate::site) audit: &'a Value,
    /// The same block stands further up on the page: this one is a part, or ids would be there twice.
    pub(in crate::site) again: bool,
}

/// What a block shows on a page. `part` counts from 0.
pub(in crate::site) fn block_data(show: &Show, number: usize, part: usize) -> Value {
    let block = &BLOCKS[number];
    let wanted = show.wanted(block);
    let total = wanted.len();
    let limit = show.property("limit").and_then(|limit| limit.parse().ok()).unwrap_or(LIST_LENGTH).min(LIST_LENGTH);
    let shown = wanted.iter().skip(part * LIST_LENGTH).take(limit);
    let mut entries: Vec<Value> = shown.map(|key| show.record(key)).collect();
    let facets = facets::number(&mut entries, block.facets);
    let pages = show.site.places.blocks.get(&number).map_or(&[][..], Vec::as_slice);
    let neighbour = |at: Option<usize>| at.and_then(|at| pages.get(at)).map(|id| show.href(*id));
    let mut fields = Fields::new();
    fields.insert("name".to_owned(), json!(block.name));
    fields.insert("view".to_owned(), json!(show.property("view")));
    fields.insert("filtered".to_owned(), json!(show.is_filtered()));
    fields.insert("total".to_owned(), json!(total));
    fields.insert("home".to_owned(), json!(pages.first().map(|id| show.href(*id))));
    fields.insert("page".to_owned(), json!(part + 1));
    fields.insert("pages".to_owned(), json!(if !show.is_filtered() { total.div_ceil(LIST_LENGTH).max(1) } else { 1 }));
    fields.insert("prev".to_owned(), json!(neighbour(part.checked_sub(1))));
    fields.insert("next".to_owned(), json!(neighbour(Some(part + 1))));
    fields.insert("facets".to_owned(), json!(facets));
    fields.insert("entries".to_owned(), Value::Array(entries));
    (block.more)(show, &mut fields);
    Value::Object(fields)
}

/// What the page of a record shows.
pub(in crate::site) fn record_data(show: &Show, entry: &IndexEntry) -> Value {
    let key = (entry.entity, entry.id.clone());
    let mut data = show.record(&key);
    let block = BLOCKS.iter().find(|block| block.pages.is_some() && block.entity == entry.entity);
    if let (Some(Block { name, pages: Some(more), .. }), Value::Object(fields)) = (block, &mut data) {
        fields.insert("home".to_owned(), json!(show.home(name)));
        more(show, entry, fields);
    }
    data
}

impl<'a> Show<'a> {
    /// Shows records where no directive asks for them.
    pub(in crate::site) fn plain(site: &'a Site, linker: &'a Linker) -> Show<'a> {
        Show { site, linker, properties: &[], audit: &Value::Null, again: false }
    }

    /// Does the directive ask for some of the records only?
    fn is_filtered(&self) -> bool {
        self.again || self.properties.iter().any(|(name, _)| &**name != "view")
    }

    /// The community.
    pub(super) fn community(&self) -> &Community {
        &self.site.community
    }

    /// What the directive says of a field.
    pub(super) fn property(&self, name: &str) -> Option<&str> {
        self.properties.iter().find(|(key, _)| &**key == name).map(|(_, value)| &**value)
    }

    /// The link to a page.
    pub(super) fn href(&self, id: PageId) -> String {
        self.linker.href(&self.site.page(id).url)
    }

    /// The home of a block: its title and link.
    pub(in crate::site) fn home(&self, block: &str) -> Option<Value> {
        let number = BLOCKS.iter().position(|known| known.name == block)?;
        let home = *self.site.places.blocks.get(&number)?.first()?;
        Some(json!({"title": self.site.page(home).nav_title, "href": self.href(home)}))
    }

    /// A record with everything in it resolved, and its own link.
    pub(in crate::site) fn record(&self, key: &Key) -> Value {
        let Some(entry) = self.community().index.find(key.0, &key.1) else { return Value::Null };
        let mut data = self.data(&entry.data);
        if let Value::Object(fields) = &mut data {
            // A length falls under one of a few times that a reader can spare.
            let effort = ["effort", "time_to_first"].iter().find_map(|name| fields.get(*name));
            let effort = effort.and_then(|effort| serde_json::from_value::<Effort>(effort.clone()).ok());
            if let Some(time) = effort.and_then(|effort| effort.time()) {
                fields.insert("time".to_owned(), json!(time));
            }
            fields.insert("entity".to_owned(), json!(entry.entity));
            let listed_at = self.site.places.anchor_of(key).map(|(_, anchor)| anchor.to_owned());
            let listed_at = listed_at.unwrap_or_else(|| anchor(entry.entity, &entry.id));
            fields.insert("anchor".to_owned(), json!(listed_at));
            fields.insert("href".to_owned(), json!(self.link_to(entry)));
        }
        data
    }

    /// A record in a few words: its title and its link.
    pub(in crate::site) fn brief(&self, entry: &IndexEntry) -> Value {
        if !is_shown(self.community(), entry) {
            return json!({"unlisted": true, "entity": entry.entity, "title": self.site.text("unlisted"), "href": null});
        }
        json!({"id": entry.id, "entity": entry.entity, "title": self.title(entry), "href": self.link_to(entry)})
    }

    /// What a record is called. Some are called as what they point at.
    fn title<'b>(&'b self, entry: &'b IndexEntry) -> &'b str {
        let of = match entry.entity {
            "sponsor" => ("organisation", &entry.data["org"]),
            "credit" => ("person", &entry.data["person"]),
            _ => return &entry.title,
        };
        let pointed_at = of.1["to"].as_str().and_then(|id| self.community().index.find(of.0, id));
        pointed_at.map_or(&entry.title, |other| &other.title)
    }

    /// Records that refer to this one by a field, in a few words, with the fields that are asked for.
    pub(super) fn referring(&self, to: &IndexEntry, entity: &str, field: &str, with: &[&str]) -> Vec<Value> {
        let entries = self.site.backlinks.to(to.entity, &to.id, entity, field);
        let entries =
            entries.map(|at| &self.community().index.all[at]).filter(|entry| is_shown(self.community(), entry));
        entries.map(|entry| self.brief_with(entry, with)).collect()
    }

    /// A record in a few words, and some of its fields.
    pub(super) fn brief_with(&self, entry: &IndexEntry, with: &[&str]) -> Value {
        let mut brief = self.brief(entry);
        if let Value::Object(fields) = &mut brief {
            for name in with {
                fields.insert((*name).to_owned(), self.data(&entry.data[*name]));
            }
        }
        brief
    }

    /// Data with every reference and link in it resolved.
    pub(in crate::site) fn data(&self, data: &Value) -> Value {
        match data {
            Value::String(text) if text.contains("](") => {
                let resolved = |destination: &str| {
                    if is_unsafe(destination) {
                        return Some(("#".to_owned(), destination.to_owned()));
                    }
                    let target = resolve_from_root(self.site, self.linker, destination);
                    let title = match target.end() {
                        Target::Page { title, .. } => title.clone(),
                        _ => destination.to_owned(),
                    };
                    Some((target.href()?.to_owned(), title))
                };
                Value::String(inline::with_links(text, resolved))
            }
            Value::Array(items) => items.iter().map(|item| self.data(item)).collect(),
            Value::Object(fields) => {
                match (fields.get(REFERENCE).and_then(Value::as_str), fields.get("to").and_then(Value::as_str)) {
                    (Some(LINK), Some(to)) => self.destination(to),
                    (Some(names), Some(to)) => match self.community().index.find(names, to) {
                        Some(entry) => self.brief(entry),
                        // A reference of the wrong sort must not tell the id of somebody who is not listed.
                        None => match self.community().index.find("person", to) {
                            Some(person) => self.brief(person),
                            None => json!({"id": to, "entity": null, "title": to, "href": null}),
                        },
                    },
                    _ => Value::Object(fields.iter().map(|(name, value)| (name.clone(), self.data(value))).collect()),
                }
            }
            data => data.clone(),
        }
    }

    /// A page of the site or a place outside of it.
    fn destination(&self, to: &str) -> Value {
        let page = self.site.page_at(to).map(|id| self.site.page(id));
        match resolve_from_root(self.site, self.linker, to).end() {
            Target::Page { title, href } if title != href => {
                let (kind, about) = page.map_or((None, None), |page| (page.kind, page.description.as_ref()));
                json!({"title": title, "href": href, "kind": kind, "description": about})
            }
            Target::External if is_unsafe(to) => json!({"title": to, "href": null}),
            Target::External => json!({"title": without_scheme(to), "href": to, "external": true}),
            target => json!({"title": to, "href": target.href()}),
        }
    }

    /// Where a record is shown.
    fn link_to(&self, entry: &IndexEntry) -> Option<String> {
        let key = (entry.entity, entry.id.clone());
        if let Some(page) = self.site.places.pages.get(&key) {
            return Some(self.href(*page));
        }
        let (page, anchor) = self.site.places.anchors.get(&key)?;
        Some(format!("{}#{}", self.href(*page), crate::site::urls::encode(anchor)))
    }

    /// The records of a block that the directive asks for, all parts of the list together.
    pub(super) fn wanted(&self, block: &Block) -> Vec<Key> {
        (block.list)(self.community()).into_iter().filter(|key| self.is_wanted(key)).collect()
    }

    /// Does a record have what the directive asks for?
    pub(super) fn is_wanted(&self, (entity, id): &Key) -> bool {
        let Some(entry) = self.community().index.find(entity, id) else { return false };
        let fields = self.properties.iter().filter(|(name, _)| !PROPERTIES.contains(&&**name));
        fields.into_iter().all(|(name, value)| has_value(&entry.data[&**name], value))
    }
}

/// Properties of directives that are no fields of records.
pub const PROPERTIES: &[&str] = &["limit", "view"];

/// Is it this value, a reference to it, or a list that holds it?
fn has_value(data: &Value, wanted: &str) -> bool {
    match data {
        Value::String(text) => text == wanted,
        Value::Bool(flag) => wanted.is_empty() && *flag || flag.to_string() == wanted,
        Value::Number(number) => number.to_string() == wanted,
        Value::Array(items) => items.iter().any(|item| has_value(item, wanted)),
        Value::Object(fields) => fields.get("to").and_then(Value::as_str) == Some(wanted),
        Value::Null => false,
    }
}

/// Would a link run something? Data often comes from people whom nobody knows.
pub fn is_unsafe(url: &str) -> bool {
    let scheme = url.split(':').next().unwrap_or("");
    let scheme: String = scheme.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    ["javascript", "vbscript", "data"].contains(&scheme.to_ascii_lowercase().as_str()) && url.contains(':')
}

fn without_scheme(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.strip_prefix("mailto:").unwrap_or(rest);
    rest.trim_end_matches('/')
}
