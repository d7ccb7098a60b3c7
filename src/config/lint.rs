//! `[lint]`: which rules look at which pages, and how bad their findings are.

use std::collections::BTreeMap;

use globset::{Glob, GlobSet, GlobSetBuilder};
use serde::Deserialize;

use crate::data::Spanned;
use crate::diagnostic::Severity;

/// `[lint]`
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(default)]
pub struct LintSettings {
    /// How bad findings are: the name of a rule, of a group of rules, or `all` → `error`, `warning`, `suggestion` or `off`.
    pub rules: BTreeMap<Spanned<String>, Level>,
    /// The same for some files only. What stands further down wins.
    pub path: Vec<PathLevels>,
    /// From which severity on `lint` exits with 1.
    pub fail_on: Severity,
    /// The file with the findings that are old and do not count, from the site's folder.
    pub baseline: String,
    /// A `.vale.ini` whose styles are applied too, from the site's folder.
    pub vale: Option<Spanned<String>>,
    /// Words are looked up in a dictionary: `en_US`, or the path of a Hunspell dictionary without its ending.
    pub dictionary: Option<Spanned<String>>,
    /// Words and names that are right, beside those of `data/terms.toml` and of the site itself.
    pub words: Vec<String>,
    /// The most words that a sentence may have.
    pub sentence_words: u32,
}

/// `[[lint.path]]`
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
pub struct PathLevels {
    /// Globs of files, from the site's folder: `content/blog/**`.
    pub files: Vec<Spanned<String>>,
    /// As `lint.rules`.
    pub rules: BTreeMap<Spanned<String>, Level>,
}

/// How bad a rule's findings are, or that it is not applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// The rule is not applied.
    Off,
    /// As [`Severity::Suggestion`].
    Suggestion,
    /// As [`Severity::Warning`].
    Warning,
    /// As [`Severity::Error`].
    Error,
}

impl Level {
    /// The severity, unless it is off.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Level::Off => None,
            Level::Suggestion => Some(Severity::Suggestion),
            Level::Warning => Some(Severity::Warning),
            Level::Error => Some(Severity::Error),
        }
    }
}

impl Default for LintSettings {
    fn default() -> LintSettings {
        LintSettings {
            rules: BTreeMap::new(),
            path: Vec::new(),
            fail_on: Severity::Error,
            baseline: "waypost-baseline.json".to_owned(),
            vale: None,
            dictionary: None,
            words: Vec::new(),
            sentence_words: 40,
        }
    }
}

impl PathLevels {
    /// Its files. Globs that do not compile were reported when the settings were read.
    pub fn matcher(&self) -> GlobSet {
        let mut set = GlobSetBuilder::new();
        for glob in self.files.iter().filter_map(|pattern| Glob::new(&pattern.value).ok()) {
            set.add(glob);
        }
        set.build().unwrap_or_default()
    }
}
