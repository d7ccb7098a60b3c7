//! From files to [`Community`]: which file holds what, one record after the other, references looked up at the end.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::record::{COMMON_FIELDS, Entity, Freshness, REFERENCE, Record};
use super::{Community, Data, ENTITIES, Findings, Index, IndexEntry, LINK};
use crate::data::{self, Entry, Located, Notation, SyntaxError, Value};
use crate::diagnostic::{Diagnostic, Severity, nearest};
use crate::document;
use crate::source::{Source, Span};

/// Reads everything in the data folder. The paths of `sources` start from there: `personas/taylor.md`.
pub fn read(sources: &[Source]) -> Community {
    let mut reader = Reader {
        files: sources.iter().filter_map(Input::of).collect(),
        used: BTreeSet::new(),
        index: Index::default(),
        unreadable: BTreeSet::new(),
        diagnostics: Vec::new(),
    };
    let mut community = Community {
        project: reader.one(),
        personas: reader.many(),
        values: reader.many(),
        vision: reader.one(),
        people: reader.many(),
        organisations: reader.many(),
        teams: reader.many(),
        ladder: reader.many(),
        contributions: reader.many(),
        pathways: reader.many(),
        readings: reader.many(),
        channels: reader.many(),
        meetings: reader.many(),
        notes: reader.many(),
        governance: reader.one(),
        decisions: reader.many(),
        roadmap: reader.many(),
        themes: reader.many(),
        releases: reader.one(),
        labels: reader.many(),
        replies: reader.many(),
        conduct: reader.one(),
        credits: reader.many(),
        ecosystem: reader.many(),
        funding: reader.many(),
        sponsors: reader.many(),
        templates: reader.many(),
        terms: reader.many(),
        events: reader.many(),
        index: Index::default(),
        diagnostics: Vec::new(),
    };
    reader.report_unused();
    reader.report_unknown_references();
    community.index = reader.index;
    let mut findings = Findings::default();
    for check in CHECKS {
        check(&community, &mut findings);
    }
    reader.diagnostics.extend(findings.0);
    community.diagnostics = reader.diagnostics;
    community
}

/// Is this a file that records are read from?
pub(super) fn notation_of(path: &str) -> Option<Notation> {
    match path.rsplit_once('.')?.1 {
        "toml" => Some(Notation::Toml),
        "yaml" | "yml" => Some(Notation::Yaml),
        _ => None,
    }
}

struct Input<'a> {
    source: &'a Source,
    /// Its path from the data folder, without its extension: `personas/taylor`.
    stem: &'a str,
    is_markdown: bool,
}

impl Input<'_> {
    fn of(source: &Source) -> Option<Input<'_>> {
        let (stem, extension) = source.content_path.rsplit_once('.')?;
        Some(Input { source, stem, is_markdown: extension == "md" })
    }
}

struct Reader<'a> {
    files: Vec<Input<'a>>,
    /// Indices into `files`.
    used: BTreeSet<usize>,
    index: Index,
    /// Where a file is no TOML or YAML.
    unreadable: BTreeSet<(Arc<str>, Span)>,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn one<E: Entity>(&mut self) -> Option<Record<E>> {
        let mut records = Vec::new();
        for number in 0..self.files.len() {
            if self.files[number].stem == E::FILES {
                self.used.insert(number);
                let (tree, source) = (self.tree(number), self.files[number].source);
                let start = Span { start: 0, end: first_line(&source.text) };
                records.extend(self.record(number, E::NAME, start, tree));
            }
        }
        records.into_iter().next()
    }

    fn many<E: Entity>(&mut self) -> Vec<Record<E>> {
        let mut records = Vec::new();
        for number in 0..self.files.len() {
            let Input { stem, is_markdown, source } = self.files[number];
            let own_name = stem.strip_prefix(E::FILES).and_then(|rest| rest.strip_prefix('/'));
            if let Some(name) = own_name.filter(|name| !name.contains('/')) {
                self.used.insert(number);
                let start = Span { start: 0, end: first_line(&source.text) };
                let tree = self.tree(number);
                records.extend(self.record(number, name, start, tree));
            } else if stem == E::FILES && !is_markdown {
                self.used.insert(number);
                let Value::Table(entries) = self.tree(number).value else { continue };
                for Entry { key, key_span, value } in entries {
                    records.extend(self.record(number, &key, key_span, value));
                }
            }
        }
        records
    }

    /// The tree of a file; its syntax errors are reported here, once.
    fn tree(&mut self, number: usize) -> Located {
        let Input { source, is_markdown, .. } = &self.files[number];
        let (tree, errors) = if *is_markdown {
            document::front_matter_tree(source)
        } else {
            let notation = notation_of(&source.content_path).unwrap_or(Notation::Toml);
            let (tree, errors) = data::read(notation, &source.text, 0);
            let named = |error: SyntaxError| SyntaxError {
                message: format!("the file is not {}: {}", notation.name(), error.message),
                ..error
            };
            (tree, errors.into_iter().map(named).collect())
        };
        self.unreadable.extend(errors.iter().map(|error| (source.path.clone(), error.span)));
        let finding = |error: SyntaxError| {
            Diagnostic::new("invalid-data", Severity::Error, &source.path, error.span, error.message)
        };
        self.diagnostics.extend(errors.into_iter().map(finding));
        tree
    }

    fn record<E: Entity>(&mut self, number: usize, name: &str, span: Span, mut tree: Located) -> Option<Record<E>> {
        let Input { source, is_markdown, .. } = self.files[number];
        let path = source.path.clone();
        let id = E::key(name);
        if matches!(id.as_str(), "" | "." | "..") || id.contains(|c: char| matches!(c, '/' | '\\') || c.is_control()) {
            let message = format!("`{name}` cannot be an id: it becomes a part of an address");
            let finding = Diagnostic::new("invalid-data", Severity::Error, &path, span, message);
            self.diagnostics.push(finding.help("use letters, digits and `-`"));
            return None;
        }
        if !matches!(tree.value, Value::Table(_)) {
            let message = format!("`{name}` is not a table of fields");
            let help = format!("write `[{name}]` and the fields of the {} below it", E::NAME);
            self.diagnostics.push(Diagnostic::new("invalid-data", Severity::Error, &path, span, message).help(help));
            return None;
        }
        if is_markdown && matches!(&tree.value, Value::Table(fields) if fields.is_empty()) {
            // An unclosed or unreadable front matter was reported as such.
            if !self.unreadable.iter().any(|(broken, _)| *broken == path) {
                let message = format!("this {} has no fields", E::NAME);
                let finding = Diagnostic::new("invalid-data", Severity::Error, &path, span, message);
                self.diagnostics.push(finding.help("write them at the top of the file, between two lines of `+++`"));
            }
            return None;
        }
        let mut links = Vec::new();
        find_links(&tree, &source.text, &mut links);
        let common = take_common(&mut tree);
        let own_keys: Vec<Span> = keys(&tree).map(|entry| entry.key_span).collect();
        let common_keys: Vec<String> = keys(&common).map(|entry| entry.key.clone()).collect();
        let unknown_span = tree.span;
        let (common, decoded) = (data::decode::<Freshness>(common), data::decode::<E>(tree));
        // What is no TOML at all was said already, and reads as nothing.
        let mut errors: Vec<SyntaxError> = common.errors.into_iter().chain(decoded.errors).collect();
        errors.retain(|error| !self.unreadable.contains(&(path.clone(), error.span)));
        // Of a file that is broken, nobody can say what is missing in it.
        if self.unreadable.iter().any(|(broken, _)| *broken == path) {
            errors.retain(|error| error.span != unknown_span);
        }
        self.diagnostics.extend(errors.into_iter().map(|error| {
            // A field that is missing has no place; the record's name has one.
            let at = if error.span == unknown_span { span } else { error.span };
            Diagnostic::new("invalid-data", Severity::Error, &path, at, error.message).meant(error.meant)
        }));
        self.diagnostics.extend(decoded.unknown.into_iter().map(|unknown| {
            let message = format!("`{}` is not a field of a {}", unknown.key, E::NAME);
            // Tables within a record do not have what every record has.
            let common_fields = if own_keys.contains(&unknown.span) { COMMON_FIELDS } else { &[] };
            let near = nearest(&unknown.key, unknown.nearest.iter().chain(common_fields).copied());
            let is_free = match near == unknown.nearest {
                true => unknown.nearest_is_free,
                false => near.is_some_and(|near| !common_keys.iter().any(|key| key == near)),
            };
            Diagnostic::new("unknown-field", Severity::Warning, &path, unknown.span, message)
                .did_you_mean(near)
                .meant(near.filter(|_| is_free))
        }));
        let freshness = common.value.unwrap_or_default();
        let mut fields = decoded.value;
        if let Some(fields) = &mut fields {
            fields.settle(name);
        }
        let mut data = match &fields {
            Some(fields) => together(&id, fields, &freshness),
            None => Data::Null,
        };
        if let (true, true, Data::Object(fields)) = (E::KEEPS_TEXT, is_markdown, &mut data) {
            fields.insert("text".to_owned(), document::body(source).trim().into());
        }
        let title = fields.as_ref().map(|fields| fields.title()).filter(|title| !title.is_empty());
        let entry = IndexEntry {
            entity: E::NAME,
            id: id.clone(),
            title: title.unwrap_or(name).to_owned(),
            path: path.clone(),
            span,
            data,
            links,
            is_broken: fields.is_none(),
        };
        let others = fields.as_ref().map_or(Vec::new(), |fields| fields.other_names());
        let names = others.into_iter().chain(freshness.aliases.iter().map(String::as_str)).map(E::key);
        if !self.enter(entry, names.collect()) {
            return None;
        }
        Some(Record { id, path, span, freshness, has_text: is_markdown, fields: fields? })
    }

    /// Puts a record into the index. False when its id is taken.
    fn enter(&mut self, entry: IndexEntry, other_names: Vec<String>) -> bool {
        let keys = self.index.entries.entry(entry.entity).or_default();
        let at = self.index.all.len();
        if let Some(first) =
            keys.get(&entry.id).map(|first| &self.index.all[*first]).filter(|first| first.id == entry.id)
        {
            let message = format!("there is a {} `{}` in `{}` already", entry.entity, entry.id, first.path);
            let finding = Diagnostic::new("duplicate-record", Severity::Error, &entry.path, entry.span, message);
            self.diagnostics.push(finding.help("give one of them another id, or take it out"));
            return false;
        }
        // A record's own id wins over a name that another one had before.
        keys.insert(entry.id.clone(), at);
        for name in other_names {
            keys.entry(name).or_insert(at);
        }
        self.index.all.push(entry);
        true
    }

    fn report_unused(&mut self) {
        for (number, file) in self.files.iter().enumerate() {
            if self.used.contains(&number) || (!file.is_markdown && notation_of(&file.source.content_path).is_none()) {
                continue;
            }
            let name = file.stem.split('/').next().unwrap_or(file.stem);
            let known = ENTITIES.iter().find(|entity| entity.files == name);
            let help = match known {
                Some(entity) if entity.single => format!("write the {} into `{name}.toml` or `{name}.md`", entity.name),
                Some(_) if file.is_markdown => format!("put it into the folder `{name}/`, one file a record"),
                Some(_) => format!("put it right into the folder `{name}/`"),
                None => {
                    let near = nearest(name, ENTITIES.iter().map(|entity| entity.files));
                    near.map_or_else(
                        || "`waypost schema` lists what there can be".to_owned(),
                        |near| format!("did you mean `{near}`?"),
                    )
                }
            };
            let message = "nothing is read from this file: no record belongs here";
            let finding = Diagnostic::of_file("unknown-data-file", Severity::Warning, &file.source.path, message);
            self.diagnostics.push(finding.help(help));
        }
    }

    fn report_unknown_references(&mut self) {
        for entry in &self.index.all {
            let mut references = Vec::new();
            find_references(&entry.data, &mut references);
            for (names, to, span) in references {
                if names == LINK || self.index.find(names, to).is_some() {
                    continue;
                }
                let what = names.replace('|', " or ");
                let near = nearest(to, self.index.names(names));
                let message = format!("there is no {what} `{to}`");
                let finding = Diagnostic::new("unknown-reference", Severity::Error, &entry.path, span, message);
                let help = format!("describe the {what} in the data folder, or take the reference out");
                self.diagnostics.push(finding.help(help).did_you_mean(near));
            }
        }
    }
}

type Check = fn(&Community, &mut Findings);

const CHECKS: &[Check] = &[
    check::<super::Decision>,
    check::<super::Event>,
    check::<super::Meeting>,
    check::<super::Pathway>,
    check::<super::Person>,
    check::<super::Reading>,
    check::<super::RoadmapItem>,
    check::<super::Team>,
];

fn check<E: Entity>(community: &Community, findings: &mut Findings) {
    for record in E::records(community) {
        E::check(record, community, findings);
    }
}

/// Takes the fields that every record may have out of a table.
fn take_common(tree: &mut Located) -> Located {
    let mut common = Located { value: Value::Table(Vec::new()), span: tree.span, plain: None };
    if let (Value::Table(own), Value::Table(taken)) = (&mut tree.value, &mut common.value) {
        taken.extend(own.extract_if(.., |entry| COMMON_FIELDS.contains(&entry.key.as_str())));
    }
    common
}

fn keys(tree: &Located) -> impl Iterator<Item = &Entry> {
    let entries = if let Value::Table(entries) = &tree.value { entries.as_slice() } else { &[] };
    entries.iter()
}

fn together<E: Entity>(id: &str, fields: &E, freshness: &Freshness) -> Data {
    let mut data = serde_json::to_value(fields).unwrap_or_default();
    if let (Data::Object(data), Ok(Data::Object(common))) = (&mut data, serde_json::to_value(freshness)) {
        data.extend(common);
        data.insert("id".to_owned(), id.into());
    }
    data
}

/// The marks that references leave in serialized records: names of entities, the id, its place.
fn find_references<'a>(data: &'a Data, found: &mut Vec<(&'a str, &'a str, Span)>) {
    match data {
        Data::Array(items) => items.iter().for_each(|item| find_references(item, found)),
        Data::Object(fields) => match (fields.get(REFERENCE).and_then(Data::as_str), fields.get("to")) {
            (Some(names), Some(to)) => {
                let place = |key: &str| fields.get(key).and_then(Data::as_u64).unwrap_or(0) as u32;
                found.push((names, to.as_str().unwrap_or(""), Span { start: place("start"), end: place("end") }));
            }
            _ => fields.values().for_each(|value| find_references(value, found)),
        },
        _ => {}
    }
}

/// Links in texts. Escapes can make a text differ from its source; then the whole value is the link's place.
fn find_links(tree: &Located, source: &str, found: &mut Vec<(String, Span)>) {
    match &tree.value {
        Value::List(items) => items.iter().for_each(|item| find_links(item, source, found)),
        Value::Table(entries) => entries.iter().for_each(|entry| find_links(&entry.value, source, found)),
        Value::Text(text) if text.contains("](") => {
            let written = tree.span.of(source);
            for (destination, place) in document::inline::links(text) {
                let at = written.find(text.as_str()).map(|at| tree.span.start + at as u32);
                let span = at.map_or(tree.span, |at| Span { start: at + place.start, end: at + place.end });
                found.push((destination, span));
            }
        }
        _ => {}
    }
}

fn first_line(text: &str) -> u32 {
    text.lines().next().map_or(0, str::len) as u32
}
