//! From files to rules: which lie where, which the settings ask for, and what they share: vocabularies and word lists.
//!
//! Owns [`Library`] (files that were read) and [`Shelf`] (the rules made of them). Entry point: [`Shelf::new`]. It must not
//! open files: `workspace` reads them.

use std::collections::{BTreeMap, BTreeSet};

use super::ini::Setting;
use super::rule::{self, Files, LoadError, Rule, Vocabulary};
use super::scope::Scope;
use super::settings::Settings;
use crate::data::{self, Notation, Value};
use crate::diagnostic::{Diagnostic, Severity, nearest};
use crate::source::{Source, Span};

/// The files of all styles paths.
#[derive(Debug, Clone, Default)]
pub struct Library {
    /// One for each path, in the order in which they are searched.
    pub roots: Vec<Root>,
    /// Files that rules name and that lie beside the settings, by the name that a rule gives them.
    pub beside: BTreeMap<String, Source>,
}

/// The files of one styles path.
#[derive(Debug, Clone, Default)]
pub struct Root {
    /// From the styles path, with `/` between names: `Google/Passive.yml`.
    pub files: BTreeMap<String, Source>,
}

/// Folders below a styles path that hold what rules name, in the order in which they are searched.
const CONFIG_FOLDERS: &[&str] =
    &["vocabularies", "dictionaries", "templates", "ignore", "actions", "scripts", "filters", "views"];

impl Files for Library {
    fn text(&self, path: &str) -> Option<&str> {
        let path = path.trim_start_matches("./");
        let in_roots = |path: &str| self.roots.iter().find_map(|root| root.files.get(path));
        let found = in_roots(path).or_else(|| {
            self.roots.iter().find_map(|root| {
                CONFIG_FOLDERS.iter().find_map(|folder| root.files.get(&format!("config/{folder}/{path}")))
            })
        });
        found.or_else(|| self.beside.get(path)).map(|source| &*source.text)
    }

    fn below(&self, folder: &str) -> Vec<String> {
        let paths: BTreeSet<&str> = self.in_folder(folder).map(|(path, _)| path).collect();
        paths.into_iter().map(str::to_owned).collect()
    }
}

impl Library {
    /// Names of word lists that rules give and that are in no styles path: they may lie beside the settings.
    pub fn missing_word_lists(&self) -> Vec<String> {
        const KEYS: &[&str] = &["ignore", "dic", "aff"];
        let rules = self.roots.iter().flat_map(|root| root.files.iter());
        // Most rules name no files, and need no reading for that.
        let spelling = rules.filter(|(path, source)| path.ends_with(".yml") && source.text.contains("spelling"));
        let mut names = BTreeSet::new();
        for (_, source) in spelling {
            let Value::Table(entries) = data::read(Notation::Yaml, &source.text, 0).0.value else { continue };
            for entry in entries.into_iter().filter(|entry| KEYS.contains(&entry.key.as_str())) {
                match entry.value.value {
                    Value::Text(name) => drop(names.insert(name)),
                    Value::List(items) => names.extend(items.into_iter().filter_map(|item| match item.value {
                        Value::Text(name) => Some(name),
                        _ => None,
                    })),
                    _ => {}
                }
            }
        }
        names.into_iter().filter(|name| self.text(name).is_none()).collect()
    }

    fn in_folder<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a Source)> {
        self.roots.iter().flat_map(move |root| root.below(folder))
    }
}

impl Root {
    fn below<'a>(&'a self, folder: &str) -> impl Iterator<Item = (&'a str, &'a Source)> {
        let prefix = format!("{folder}/");
        self.files
            .range(prefix.clone()..)
            .map(|(path, source)| (path.as_str(), source))
            .take_while(move |(path, _)| path.starts_with(&prefix))
    }
}

/// A rule, ready to run.
pub(super) struct Entry {
    pub(super) rule: Rule,
    pub(super) scope: Scope,
}

/// A rule that cannot run here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsupported {
    /// Its id.
    pub rule: String,
    /// The extension point that it needs.
    pub point: String,
}

/// All rules that some file may need, by id.
pub(super) struct Shelf {
    pub(super) entries: Vec<Entry>,
    pub(super) unsupported: Vec<Unsupported>,
}

struct Loader<'a> {
    library: &'a Library,
    settings: &'a Settings,
    vocabulary: Vocabulary,
    rules: BTreeMap<String, Rule>,
    unsupported: BTreeMap<String, String>,
    diagnostics: Vec<Diagnostic>,
}

impl Shelf {
    /// Makes the rules that the settings ask for.
    pub(super) fn new(settings: &Settings, library: &Library) -> (Shelf, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let vocabulary = vocabulary(settings, library, &mut diagnostics);
        let (rules, unsupported) = (BTreeMap::new(), BTreeMap::new());
        let mut loader = Loader { library, settings, vocabulary, rules, unsupported, diagnostics };
        if settings.mentions(BUILT_IN) {
            loader.built_in();
        }
        loader.styles();
        loader.single_rules();
        let entries = loader.rules.into_values().map(|rule| Entry { scope: Scope::new(&rule.scopes), rule });
        let unsupported = loader.unsupported.into_iter().map(|(rule, point)| Unsupported { rule, point });
        (Shelf { entries: entries.collect(), unsupported: unsupported.collect() }, loader.diagnostics)
    }
}

/// The style that needs no files.
const BUILT_IN: &str = "Vale";

impl Loader<'_> {
    fn built_in(&mut self) {
        for name in ["Avoid", "Repetition", "Spelling", "Terms"] {
            if let Some(rule) = rule::built_in(name, &self.vocabulary, self.library) {
                self.add(rule);
            }
        }
    }

    fn styles(&mut self) {
        let mut seen = BTreeSet::new();
        for style in self.settings.styles.iter().filter(|style| style.text != BUILT_IN) {
            if !seen.insert(style.text.as_str()) {
                continue;
            }
            let library = self.library;
            let mut is_there = false;
            for (path, source) in library.in_folder(&style.text) {
                is_there = true;
                if let Some(id) = rule_id(path) {
                    self.load(&id, source);
                }
            }
            if !is_there {
                self.no_style(style);
            }
        }
    }

    fn no_style(&mut self, style: &Setting) {
        let folders: BTreeSet<&str> = self
            .library
            .roots
            .iter()
            .flat_map(|root| root.files.keys().filter_map(|path| path.split_once('/')))
            .map(|(folder, _)| folder)
            .filter(|folder| *folder != "config")
            .collect();
        let help = match nearest(&style.text, folders) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "put its folder below `StylesPath`, or name the folder or zip file that holds it in `Packages`"
                .to_owned(),
        };
        let message = format!("there is no style `{}`", style.text);
        let place = &style.place;
        self.diagnostics.push(Diagnostic::new(MISSING, Severity::Error, &place.path, place.span, message).help(help));
    }

    /// Rules that are switched on by their own names, of styles that are not there as a whole.
    fn single_rules(&mut self) {
        let settings = self.settings;
        for key in &settings.rules {
            let Some((style, name)) = key.name.split_once('.') else { continue };
            let name = name.split('.').next().unwrap_or(name);
            let whole = style == BUILT_IN || settings.styles.iter().any(|whole| whole.text == style);
            if !whole {
                let path = format!("{style}/{name}.yml");
                let source = self.library.roots.iter().find_map(|root| root.files.get(&path));
                if let Some(source) = source {
                    self.load(&format!("{style}.{name}"), source);
                }
            }
            let is_known = self.rules.contains_key(&key.name) || self.unsupported.contains_key(&key.name);
            if !is_known && style != BUILT_IN && key.values.iter().any(|value| value.text == "YES") {
                let message = format!("there is no rule `{}`", key.name);
                let near = nearest(&key.name, self.rules.keys().map(String::as_str));
                let warning =
                    Diagnostic::new("vale-missing-rule", Severity::Warning, &key.place.path, key.place.span, message);
                self.diagnostics.push(warning.maybe_help(near.map(|near| format!("did you mean `{near}`?"))));
            }
        }
    }

    fn load(&mut self, id: &str, source: &Source) {
        if self.rules.contains_key(id) || self.unsupported.contains_key(id) {
            return;
        }
        match rule::load(id, source, &self.vocabulary, self.library) {
            Ok(rule) => self.add(rule),
            Err(LoadError::Unsupported { point }) => drop(self.unsupported.insert(id.to_owned(), point)),
            Err(LoadError::Invalid(errors)) => self.diagnostics.extend(errors.into_iter().map(|error| {
                Diagnostic::new("vale-invalid-rule", Severity::Error, &source.path, error.span, error.message)
            })),
        }
    }

    fn add(&mut self, mut rule: Rule) {
        let id = rule.id.to_string();
        if let Some(level) = self.settings.levels.get(&id) {
            rule.level = *level;
        }
        self.rules.insert(id, rule);
    }
}

/// `Google/Passive.yml` is `Google.Passive`: the folder right above, and the name up to its first stop.
fn rule_id(path: &str) -> Option<String> {
    let (folders, name) = path.rsplit_once('/')?;
    let style = folders.rsplit('/').next().unwrap_or(folders);
    let stem = name.strip_suffix(".yml")?;
    Some(format!("{style}.{}", stem.split('.').next().unwrap_or(stem)))
}

/// The words of the chosen vocabularies. Of several of one name, the first on the styles paths counts.
fn vocabulary(settings: &Settings, library: &Library, diagnostics: &mut Vec<Diagnostic>) -> Vocabulary {
    let (mut accept, mut reject) = (Vec::new(), Vec::new());
    let mut places = BTreeMap::new();
    for chosen in &settings.vocabularies {
        let folder = format!("config/vocabularies/{}", chosen.text);
        let Some(root) = library.roots.iter().find(|root| root.below(&folder).next().is_some()) else {
            let message = format!("there is no vocabulary `{}`", chosen.text);
            let help = format!("put its `accept.txt` into `{folder}` below `StylesPath`");
            let error = Diagnostic::new(MISSING, Severity::Error, &chosen.place.path, chosen.place.span, message);
            diagnostics.push(error.help(help));
            continue;
        };
        for (path, source) in root.below(&folder) {
            let list = match path.rsplit('/').next() {
                Some("accept.txt") => &mut accept,
                Some("reject.txt") => &mut reject,
                _ => continue,
            };
            let mut at = 0;
            for line in source.text.split_inclusive('\n') {
                let word = line.trim();
                let start = at + line.len() - line.trim_start().len();
                at += line.len();
                if !word.is_empty() && !word.starts_with("# ") {
                    list.push(word.to_owned());
                    places.insert(word, (&source.path, Span::new(start, start + word.len())));
                }
            }
        }
    }
    let mut vocabulary = Vocabulary::new(accept, reject);
    vocabulary.template.clone_from(&settings.word_template);
    for (word, why) in vocabulary.problems() {
        if let Some((path, span)) = places.get(word) {
            let message = format!("`{word}` is no pattern, so it is left out: {why}");
            let warning = Diagnostic::new("vale-missing-style", Severity::Warning, path, *span, message);
            diagnostics.push(warning.help("put a `\\` before each mark that stands for itself"));
        }
    }
    vocabulary
}

/// The rule id of a style or vocabulary that is not there.
const MISSING: &str = "vale-missing-style";

#[cfg(test)]
mod tests {
    use super::rule_id;

    #[test]
    fn a_rule_is_named_after_its_folder_and_file() {
        assert_eq!(rule_id("Google/Passive.yml").as_deref(), Some("Google.Passive"));
        assert_eq!(rule_id("a/b/c.d.yml").as_deref(), Some("b.c"));
        assert_eq!(rule_id("Google/meta.json"), None);
    }
}
