//! What the settings say: which styles, which rules, at which level, for which files.
//!
//! Entry point: [`read`]. It must not know where the files lie: paths are joined, never opened.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::glob::Glob;
use super::ini::{self, Ini, Key, Place, Setting};
use crate::diagnostic::{Diagnostic, Severity, nearest};
use crate::source::Source;

/// The rule id of what is wrong with the settings.
const RULE: &str = "vale-settings";

/// A settings file and the folder that its relative paths start from.
#[derive(Debug, Clone)]
pub struct File {
    /// Its text, with the path that findings show.
    pub source: Source,
    /// Its folder.
    pub folder: Arc<str>,
}

/// All settings, those of several files put together.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where styles lie, in the order in which they are searched. Later ones are the project's.
    pub styles_paths: Vec<Setting>,
    /// Findings below it are not made.
    pub min_level: Severity,
    /// The pattern that lists of words are put into, in place of `%s`.
    pub word_template: Option<String>,
    /// The chosen vocabularies.
    pub vocabularies: Vec<Setting>,
    /// The packages that are asked for.
    pub packages: Vec<Setting>,
    /// Tags whose text is masked, in place of `tt`, `code` and `kbd`.
    pub ignored_scopes: Vec<String>,
    /// Tags that are passed over, in place of the usual ones.
    pub skipped_scopes: Vec<String>,
    /// Classes that are passed over, beside the usual ones.
    pub ignored_classes: Vec<String>,
    /// Extension → extension that stands for it.
    pub formats: BTreeMap<String, String>,
    /// Every style that some file asks for, in order.
    pub styles: Vec<Setting>,
    /// Every rule that is switched by its own name, in order.
    pub rules: Vec<Key>,
    /// Levels that replace those of the rules. They hold for all files, whatever section they stand in.
    pub levels: BTreeMap<String, Severity>,
    /// What is cut out before reading, by the globs that say where.
    pub block_ignores: Vec<(Glob, Vec<Setting>)>,
    /// What is masked before reading.
    pub token_ignores: Vec<(Glob, Vec<Setting>)>,
    /// What begins and ends a comment beside `<!--` and `-->`.
    pub comment_delimiters: Vec<(Glob, (String, String))>,
    /// What `[*]` says.
    pub everywhere: Choice,
    /// What the other sections say, in order.
    pub sections: Vec<Section>,
}

/// A section for some files.
#[derive(Debug, Clone)]
pub struct Section {
    /// The glob, as written.
    pub name: String,
    /// For which files.
    pub glob: Glob,
    /// What it says.
    pub choice: Choice,
}

/// Which rules a section chooses.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// Whole styles, where the section names any.
    pub styles: Option<Vec<String>>,
    /// Rules by their own names.
    pub toggles: BTreeMap<String, bool>,
}

/// The rules that hold for one file.
#[derive(Debug, Clone)]
pub struct Chosen<'a> {
    styles: &'a [String],
    toggles: BTreeMap<&'a str, bool>,
}

impl<'a> Chosen<'a> {
    /// Does this rule read the file?
    pub fn has(&self, rule: &str) -> bool {
        let style = rule.split('.').next().unwrap_or("");
        self.toggles.get(rule).copied().unwrap_or_else(|| self.styles.iter().any(|chosen| chosen == style))
    }

    /// The styles of the file.
    pub fn styles(&self) -> &'a [String] {
        self.styles
    }
}

impl Settings {
    /// What holds for a file: the last section with styles wins, switches add up.
    pub fn chosen(&self, path: &str) -> Chosen<'_> {
        let matching =
            || self.sections.iter().filter(|section| section.glob.matches(path)).map(|section| &section.choice);
        let styles = matching().filter_map(|choice| choice.styles.as_deref()).next_back();
        let all = std::iter::once(&self.everywhere).chain(matching());
        let toggles = all.flat_map(|choice| choice.toggles.iter().map(|(rule, on)| (rule.as_str(), *on)));
        Chosen { styles: styles.or(self.everywhere.styles.as_deref()).unwrap_or_default(), toggles: toggles.collect() }
    }

    /// Is there a section for one of these spellings of a path? With rules in `[*]`, every file has one.
    pub fn covers(&self, spellings: [&str; 2]) -> bool {
        let everywhere = self.everywhere.styles.as_ref().is_some_and(|styles| !styles.is_empty())
            || !self.everywhere.toggles.is_empty();
        everywhere || self.sections.iter().any(|section| spellings.iter().any(|path| section.glob.matches(path)))
    }

    /// Does any section ask for a style, or for a rule whose id begins like this?
    pub fn mentions(&self, style: &str) -> bool {
        let choices = std::iter::once(&self.everywhere).chain(self.sections.iter().map(|section| &section.choice));
        choices.into_iter().any(|choice| {
            choice.styles.iter().flatten().any(|name| name == style)
                || choice.toggles.keys().any(|rule| rule.starts_with(style))
        })
    }
}

/// Reads settings files, the ones that are to give way first. `min_level` stands in for `MinAlertLevel`.
pub fn read(files: &[File], min_level: Option<Severity>) -> (Settings, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut merged = Ini::default();
    for File { source, folder } in files {
        let (ini, errors) = ini::read(&source.path, folder, &source.text);
        diagnostics.extend(
            errors.iter().map(|error| Diagnostic::new(RULE, Severity::Error, &source.path, error.span, &error.message)),
        );
        merged.merge(ini);
    }
    let mut reader = Reader { diagnostics, settings: Settings::empty(min_level) };
    reader.read(&merged, min_level.is_some());
    (reader.settings, reader.diagnostics)
}

impl Settings {
    fn empty(min_level: Option<Severity>) -> Settings {
        Settings {
            styles_paths: Vec::new(),
            min_level: min_level.unwrap_or(Severity::Suggestion),
            word_template: None,
            vocabularies: Vec::new(),
            packages: Vec::new(),
            ignored_scopes: Vec::new(),
            skipped_scopes: Vec::new(),
            ignored_classes: Vec::new(),
            formats: BTreeMap::new(),
            styles: Vec::new(),
            rules: Vec::new(),
            levels: BTreeMap::new(),
            block_ignores: Vec::new(),
            token_ignores: Vec::new(),
            comment_delimiters: Vec::new(),
            everywhere: Choice::default(),
            sections: Vec::new(),
        }
    }
}

/// The keys that stand above all sections.
const CORE: &[&str] = &[
    "StylesPath",
    "MinAlertLevel",
    "IgnoredScopes",
    "WordTemplate",
    "SkippedScopes",
    "IgnoredClasses",
    "Vocab",
    "NLPEndpoint",
    "Packages",
];

/// The keys that stand in sections.
const SYNTAX: &[&str] = &[
    "BasedOnStyles",
    "IgnorePatterns",
    "BlockIgnores",
    "TokenIgnores",
    "CommentDelimiters",
    "Transform",
    "Lang",
    "View",
];

/// Keys that are read by Vale and have no meaning here.
const WITHOUT_MEANING: &[&str] = &["NLPEndpoint", "Transform", "Lang", "View"];

struct Reader {
    diagnostics: Vec<Diagnostic>,
    settings: Settings,
}

impl Reader {
    fn read(&mut self, ini: &Ini, level_is_given: bool) {
        for section in &ini.sections {
            match section.name.as_str() {
                "" | "DEFAULT" => section.keys.iter().for_each(|key| self.core(key, level_is_given)),
                "formats" => {
                    let formats = section.keys.iter().map(|key| (key.name.clone(), first(key).text.clone()));
                    self.settings.formats.extend(formats);
                }
                "asciidoctor" => {}
                name => match Glob::new(name) {
                    Ok(glob) => self.section(&glob, name, &section.keys),
                    Err(why) => {
                        let message = format!("`{name}` is not a glob: {why}");
                        self.error(&section.place, message, "write a glob such as `*.md` or `docs/**/*.{md,mdx}`");
                    }
                },
            }
        }
    }

    fn core(&mut self, key: &Key, level_is_given: bool) {
        let settings = &mut self.settings;
        match key.name.as_str() {
            "StylesPath" => settings.styles_paths.extend(key.values.iter().cloned()),
            "MinAlertLevel" if level_is_given => {}
            "MinAlertLevel" => {
                let Some(value) = key.parts().pop() else { return };
                match severity(&value.text) {
                    Some(level) => settings.min_level = level,
                    None => {
                        let message = format!("`{}` is not a level", value.text);
                        self.error(&value.place, message, "write `suggestion`, `warning` or `error`");
                    }
                }
            }
            "IgnoredScopes" => settings.ignored_scopes = texts(key),
            "SkippedScopes" => settings.skipped_scopes = texts(key),
            "IgnoredClasses" => settings.ignored_classes = texts(key),
            "WordTemplate" => settings.word_template = Some(first(key).text.clone()),
            "Vocab" => settings.vocabularies = key.parts(),
            "Packages" => settings.packages = key.parts(),
            name if WITHOUT_MEANING.contains(&name) => self.without_meaning(key),
            name if SYNTAX.contains(&name) => {
                let message = format!("`{name}` stands above all sections, where it has no meaning");
                self.error(&key.place, message, "put it below a section such as `[*.md]`");
            }
            name => {
                let message = format!("`{name}` is not a setting, or not one that stands above all sections");
                let near = nearest(name, CORE.iter().copied());
                let help = near.map_or("put rules below a section such as `[*.md]`".to_owned(), |near| {
                    format!("did you mean `{near}`?")
                });
                self.warning(&key.place, message, help);
            }
        }
    }

    fn section(&mut self, glob: &Glob, name: &str, keys: &[Key]) {
        let mut choice = Choice::default();
        for key in keys {
            match key.name.as_str() {
                core if CORE.contains(&core) => {
                    let message = format!("`{core}` is a core setting: it holds for all files");
                    self.error(&key.place, message, "put it above the first section (`[…]`)");
                }
                "BasedOnStyles" => {
                    choice.styles = Some(texts(key));
                    self.settings.styles.extend(key.parts());
                }
                "BlockIgnores" | "IgnorePatterns" => self.settings.block_ignores.push((glob.clone(), key.parts())),
                "TokenIgnores" => self.settings.token_ignores.push((glob.clone(), key.parts())),
                "CommentDelimiters" => match key.parts().as_slice() {
                    [begin, end] => {
                        let pair = (begin.text.clone(), end.text.clone());
                        self.settings.comment_delimiters.push((glob.clone(), pair));
                    }
                    other => {
                        let message = format!("comments need two delimiters, and here are {}", other.len());
                        self.error(&first(key).place, message, "write `CommentDelimiters = {/*, */}`");
                    }
                },
                other if WITHOUT_MEANING.contains(&other) => self.without_meaning(key),
                _ => {
                    let on = self.toggle(key);
                    choice.toggles.insert(key.name.clone(), on);
                    self.settings.rules.push(key.clone());
                }
            }
        }
        match name {
            "*" => self.settings.everywhere = choice,
            _ => self.settings.sections.push(Section { name: name.to_owned(), glob: glob.clone(), choice }),
        }
    }

    /// `Style.Rule = YES | NO | suggestion | warning | error`. Anything else switches the rule off, as Vale does; but
    /// nobody means that, so it is said.
    fn toggle(&mut self, key: &Key) -> bool {
        let value = first(key);
        match value.text.as_str() {
            "YES" => true,
            "NO" => false,
            other => {
                let level = severity(other);
                match level {
                    Some(level) => drop(self.settings.levels.insert(key.name.clone(), level)),
                    None if !key.name.contains('.') => {
                        let message = format!("`{}` is neither a setting nor a rule", key.name);
                        let near = nearest(&key.name, SYNTAX.iter().copied());
                        let help = near.map_or("a rule's name has a stop: `Style.Rule`".to_owned(), |near| {
                            format!("did you mean `{near}`?")
                        });
                        self.warning(&key.place, message, help);
                    }
                    None => {
                        let message = format!("`{other}` is no value of a rule, so `{}` is off", key.name);
                        let help = "write `YES`, `NO`, `suggestion`, `warning` or `error`";
                        self.warning(&value.place, message, help);
                    }
                }
                level.is_some()
            }
        }
    }

    fn without_meaning(&mut self, key: &Key) {
        let message = format!("`{}` is not supported and changes nothing", key.name);
        self.warning(&key.place, message, "remove it, or use Vale itself where it matters");
    }

    fn error(&mut self, place: &Place, message: String, help: impl Into<String>) {
        let error = Diagnostic::new(RULE, Severity::Error, &place.path, place.span, message);
        self.diagnostics.push(error.help(help));
    }

    fn warning(&mut self, place: &Place, message: String, help: impl Into<String>) {
        let warning = Diagnostic::new(RULE, Severity::Warning, &place.path, place.span, message);
        self.diagnostics.push(warning.help(help));
    }
}

/// The level of a word.
pub fn severity(word: &str) -> Option<Severity> {
    [Severity::Suggestion, Severity::Warning, Severity::Error].into_iter().find(|level| level.word() == word)
}

/// A key has a value at least.
fn first(key: &Key) -> &Setting {
    &key.values[0]
}

fn texts(key: &Key) -> Vec<String> {
    key.parts().into_iter().map(|part| part.text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(text: &str) -> (Settings, Vec<String>) {
        let source = Source::from_text(".vale.ini", ".vale.ini", text);
        let (settings, diagnostics) = read(&[File { source, folder: "".into() }], None);
        let said = diagnostics.iter().map(|said| format!("{}: {}", said.severity.word(), said.message)).collect();
        (settings, said)
    }

    #[test]
    fn the_last_styles_win_and_switches_add_up() {
        let text = "MinAlertLevel = error\n[*]\nBasedOnStyles = A, B\nA.x = NO\n[*.md]\nBasedOnStyles = C\nC.y = warning\n\
                    [docs/*]\nC.y = NO\nA.x = YES\n";
        let (settings, said) = settings(text);
        assert_eq!(said, [""; 0]);
        let has = |path, rule| settings.chosen(path).has(rule);
        assert!(has("a.txt", "A.z") && !has("a.txt", "A.x") && !has("a.txt", "C.y"));
        assert!(has("a.md", "C.y") && !has("a.md", "A.z"));
        assert!(!has("docs/a.md", "C.y") && has("docs/a.md", "A.x") && has("docs/a.md", "C.z"));
        assert_eq!(settings.levels["C.y"], Severity::Warning);
        assert_eq!(settings.min_level, Severity::Error);
    }

    #[test]
    fn values_that_mean_nothing_are_named() {
        let (settings, said) = settings("BasedOnStyles = A\nVocab=x\n[*.md]\nVocab = a\nA.x = OFF\nBasedOnStyle = A\n");
        let expected = [
            "error: `BasedOnStyles` stands above all sections, where it has no meaning",
            "error: `Vocab` is a core setting: it holds for all files",
            "warning: `OFF` is no value of a rule, so `A.x` is off",
            "warning: `BasedOnStyle` is neither a setting nor a rule",
        ];
        assert_eq!(said, expected);
        assert!(!settings.chosen("a.md").has("A.x"));
    }
}
