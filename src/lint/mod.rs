//! Rules that look at one page: its document and what its links lead to. One rule a file, one line in [`RULES`].
//!
//! Entry points: [`Linter::new`] makes the settings ready, [`check`] looks at a page, [`allow`] takes out what writers
//! allow, [`explain`] says what a rule is. Findings of other stages have a rule here too, so that they are explained,
//! switched and allowed in the same way. It must not know the site, templates or HTML output.

mod allow;
mod explain;
mod levels;
mod page;
mod restraint;
mod rule;
mod rules;
mod spelling;
mod styles;
mod text;
pub mod vale;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::config::{Config, Level};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Document, prose};
use crate::site::View;
use crate::source::{Fingerprint, fingerprint_of};

pub use self::allow::allow;
pub use self::explain::{explain, files, index};
use self::levels::Levels;
pub use self::page::Page;
pub use self::rule::{Check, Example, Group, Origin, Precision, Rule};
pub use self::rules::RULES;
pub use self::spelling::BUNDLED;
use self::spelling::{Corrections, Dictionary};
pub use self::styles::StyleFiles;
use self::styles::Styles;
pub use self::text::capitalized;
use self::words::Lists;

/// The rule of a name, its own or one from elsewhere.
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.is_called(name))
}

/// How much is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Scope {
    /// What a reader would meet: what `build` reports.
    #[default]
    Build,
    /// Everything.
    Lint,
    /// Everything that a page alone can tell: there is no site around it.
    Alone,
    /// What `audit` reports of pages.
    Audit,
}

/// What rules need that stands on no page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Facts {
    /// Languages of code blocks that no grammar is there for, with the nearest that there is.
    pub unknown_languages: BTreeMap<String, Option<String>>,
    /// What pages name as a label and no record declares, with the nearest label that there is.
    pub undeclared_labels: BTreeMap<String, Option<String>>,
    /// Words and names, as they are written here.
    pub terms: Vec<Term>,
    /// The files of the dictionary of the settings, where it does not come with the program.
    pub dictionary: Option<DictionaryFiles>,
    /// Words in small letters that are right because the site itself uses them for its names. Collected only where the
    /// settings name a dictionary.
    pub names: BTreeSet<String>,
}

/// A Hunspell dictionary, as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DictionaryFiles {
    /// The rules of endings.
    pub aff: Arc<str>,
    /// The words.
    pub dic: Arc<str>,
}

/// A word or name, as it is written here.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Term {
    /// The right way.
    pub right: String,
    /// Wrong ways.
    pub wrong: Vec<String>,
    /// What it stands for.
    pub expansion: Option<String>,
}

/// The settings, made ready for looking at many pages.
pub struct Linter {
    scope: Scope,
    levels: Levels,
    styles: Option<Styles>,
    /// Of everything that decides what is found.
    pub fingerprint: Fingerprint,
    /// The settings.
    pub config: Arc<Config>,
    /// What stands on no page.
    pub facts: Facts,
    lists: Lists,
    corrections: Corrections,
    dictionary: Option<Dictionary>,
    /// What is wrong with the settings.
    pub diagnostics: Vec<Diagnostic>,
}

/// Everything that decides what is found.
#[derive(Debug, Clone)]
pub struct Input {
    /// The settings.
    pub config: Arc<Config>,
    /// What stands on no page.
    pub facts: Facts,
    /// How much is looked at.
    pub scope: Scope,
    /// The only rules and groups that are applied, whatever the settings say; none for all.
    pub only: Vec<String>,
    /// Prose styles.
    pub styles: Option<StyleFiles>,
}

impl Input {
    /// Equal ones find the same.
    pub fn fingerprint(&self) -> Fingerprint {
        let styles = self.styles.as_ref().map(|styles| styles.fingerprint);
        fingerprint_of(&(&self.config.lint, &self.facts, self.scope, &self.only, styles))
    }
}

impl Linter {
    /// Makes the settings ready. What is wrong with them stands in its findings.
    pub fn new(input: &Input) -> Linter {
        let Input { config, facts, scope, only, styles } = input;
        let (levels, mut diagnostics) = Levels::new(&config.lint, *scope, only);
        let styles = styles.as_ref().and_then(|files| {
            let (styles, problems) = Styles::new(files.clone());
            // Rules that are half there would find half of it, and hide that.
            let usable = problems.iter().all(|problem| problem.severity != Severity::Error);
            diagnostics.extend(problems);
            usable.then_some(styles)
        });
        let (mut lists, mut corrections, mut dictionary) = Default::default();
        // What `build` looks for stands in no prose.
        if *scope != Scope::Build {
            lists = Lists::new(&config.lint, facts);
            // The list is long.
            if ["misspelling", "unknown-word"].iter().any(|rule| levels.is_applied_anywhere(rule)) {
                corrections = Corrections::new();
            }
            dictionary = Dictionary::new(&config.lint, facts, &mut diagnostics);
        }
        Linter {
            scope: *scope,
            levels,
            styles,
            fingerprint: input.fingerprint(),
            config: config.clone(),
            facts: facts.clone(),
            lists,
            corrections,
            dictionary,
            diagnostics,
        }
    }

    /// A finding of another stage with the severity that the settings give it; nothing where they switch it off.
    pub fn settle(&self, mut diagnostic: Diagnostic) -> Option<Diagnostic> {
        if !self.levels.may(&diagnostic.rule) || (self.scope == Scope::Alone && !can_stand_alone(&diagnostic.rule)) {
            return None;
        }
        match self.levels.set(&diagnostic.rule, &diagnostic.path).map(Level::severity) {
            Some(Some(severity)) => diagnostic.severity = severity,
            // Who names a rule wants to see it.
            Some(None) if self.levels.only_some() => {}
            Some(None) => return None,
            None if !self.levels.reports(&diagnostic.rule) => return None,
            None => {}
        }
        Some(diagnostic)
    }

    /// A rule is applied on a path.
    pub fn applies(&self, rule: &Rule, path: &str) -> bool {
        let levels = self.levels.of(path);
        RULES.iter().zip(levels.iter()).any(|(other, level)| other.id == rule.id && level.is_some())
    }

    /// How much is looked at.
    pub fn scope(&self) -> Scope {
        self.scope
    }
}

/// What the parser says of a file holds without a site around it.
fn can_stand_alone(rule: &str) -> bool {
    matches!(rule, "invalid-front-matter" | "invalid-utf8" | "unreadable")
        || !find(rule).is_some_and(|rule| rule.group.needs_a_site())
}

/// Looks at one page.
pub fn check(document: &Document, view: &View, linter: &Linter) -> Vec<Diagnostic> {
    let levels = linter.levels.of(&document.path);
    // What `build` looks for stands in no prose.
    let prose = if linter.scope == Scope::Build { Vec::new() } else { prose::blocks(document) };
    let is_english = page::is_english(view, &prose);
    let hits = linter.lists.find(&prose, is_english);
    let mut diagnostics = Vec::new();
    for (rule, level) in RULES.iter().zip(levels.iter()) {
        let (Check::Page(check), Some(severity)) = (&rule.check, *level) else { continue };
        if rule.kinds.is_empty() || view.page.kind.is_some_and(|kind| rule.kinds.contains(&kind)) {
            check(
                &Page { rule, severity, document, view, prose: &prose, hits: &hits, is_english, linter },
                &mut diagnostics,
            );
        }
    }
    if let Some(styles) = &linter.styles {
        styles.check(document, &linter.levels, &mut diagnostics);
    }
    restraint::restrain(document, &mut diagnostics);
    diagnostics
}
