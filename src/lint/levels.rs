//! How bad the findings of each rule are, on each path.

use std::borrow::Cow;

use globset::GlobSet;

use super::{Group, RULES, Rule, Scope};
use crate::config::{self, Level, LintSettings};
use crate::data::Spanned;
use crate::diagnostic::{Diagnostic, Severity, nearest};

/// The level of each rule, in the order of [`RULES`], in general and by path.
pub(super) struct Levels {
    general: Vec<Option<Severity>>,
    /// What the settings say in general, by rule: for findings of other stages, whose severities differ.
    set: Vec<(String, Level)>,
    paths: Vec<(GlobSet, Vec<(String, Level)>)>,
    scope: Scope,
    only: Vec<String>,
}

impl Levels {
    pub(super) fn new(settings: &LintSettings, scope: Scope, only: &[String]) -> (Levels, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let set = ordered(settings.rules.iter(), &mut diagnostics);
        let paths = settings.path.iter().map(|path| (path.matcher(), ordered(path.rules.iter(), &mut diagnostics)));
        let paths = paths.collect();
        let is_on = |rule: &Rule| if scope == Scope::Audit { rule.audit } else { rule.on };
        let default = RULES.iter().map(|rule| is_on(rule).then_some(rule.severity)).collect();
        let mut levels = Levels { general: default, set: Vec::new(), paths, scope, only: only.to_vec() };
        levels.general = levels.with(&levels.general, &set);
        levels.set = set;
        (levels, diagnostics)
    }

    /// The severity of each rule on a path; nothing where it is not applied.
    pub(super) fn of(&self, path: &str) -> Cow<'_, [Option<Severity>]> {
        let mut levels = Cow::Borrowed(self.general.as_slice());
        for (files, set) in &self.paths {
            if files.is_match(path) {
                levels = Cow::Owned(self.with(&levels, set));
            }
        }
        levels
    }

    /// What the settings say of a rule on a path, if they say anything.
    pub(super) fn set(&self, rule: &str, path: &str) -> Option<Level> {
        let said =
            |set: &[(String, Level)]| set.iter().rev().find(|(name, _)| means(name, rule)).map(|(_, level)| *level);
        let here = self.paths.iter().rev().filter(|(files, _)| files.is_match(path));
        here.map(|(_, set)| set).find_map(|set| said(set)).or_else(|| said(&self.set))
    }

    /// Nobody asked for other rules only.
    pub(super) fn may(&self, rule: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|name| means(name, rule))
    }

    /// A finding of another stage is reported where no setting speaks of its rule.
    pub(super) fn reports(&self, rule: &str) -> bool {
        let Some(rule) = super::find(rule) else { return self.scope != Scope::Audit };
        match self.scope {
            Scope::Audit => rule.audit,
            _ => rule.on || self.only_some(),
        }
    }

    /// The settings let a rule be applied on some path.
    pub(super) fn is_applied_anywhere(&self, rule: &str) -> bool {
        let in_general = RULES.iter().zip(&self.general).any(|(other, level)| other.id == rule && level.is_some());
        let mut sets = self.paths.iter().flat_map(|(_, set)| set);
        in_general || sets.any(|(name, level)| means(name, rule) && level.severity().is_some())
    }

    /// Somebody asked for some rules only.
    pub(super) fn only_some(&self) -> bool {
        !self.only.is_empty()
    }

    fn with(&self, levels: &[Option<Severity>], set: &[(String, Level)]) -> Vec<Option<Severity>> {
        let levels = RULES.iter().zip(levels).map(|(rule, before)| {
            let is_in_scope = match self.scope {
                Scope::Build => rule.build,
                Scope::Lint => true,
                Scope::Alone => !rule.group.needs_a_site(),
                Scope::Audit => rule.audit,
            };
            let said = set.iter().rev().find(|(name, _)| means(name, rule.id));
            let level = said.map_or(*before, |(_, level)| level.severity());
            // Who names a rule wants to see it.
            let level = if self.only.is_empty() { level } else { level.or(Some(rule.severity)) };
            level.filter(|_| is_in_scope && self.may(rule.id))
        });
        levels.collect()
    }
}

/// Groups first, then rules, so that a rule's own level wins over its group's.
fn ordered<'a>(
    rules: impl Iterator<Item = (&'a Spanned<String>, &'a Level)>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(String, Level)> {
    let mut known = Vec::new();
    for (name, level) in rules {
        // Rules of prose styles are known to their style alone.
        let Spanned { value: name, span } = name;
        let is_known = name.contains('.') || rank(name) < 2 || super::find(name).is_some();
        if is_known {
            known.push((name.clone(), *level));
            continue;
        }
        let names = RULES.iter().map(|rule| rule.id).chain(Group::ALL.iter().map(|group| group.word()));
        let message = format!("there is no rule `{name}`");
        let path = std::sync::Arc::from(config::FILE);
        let finding = Diagnostic::new("unknown-rule", Severity::Warning, &path, *span, message);
        diagnostics.push(finding.help("`waypost rules` lists them").did_you_mean(nearest(name, names)));
    }
    known.sort_by_key(|(name, _)| rank(name));
    known
}

/// `all`, then groups, then rules.
fn rank(name: &str) -> u8 {
    match name {
        "all" => 0,
        _ if Group::ALL.iter().any(|group| group.word() == name) => 1,
        _ => 2,
    }
}

/// A name in the settings stands for a rule.
fn means(name: &str, id: &str) -> bool {
    // `all = "off"` must leave the styles that the writer chose, so it speaks of our own rules alone.
    let Some(rule) = RULES.iter().find(|rule| rule.id == id) else { return name == id };
    name == "all" || rule.group.word() == name || rule.is_called(name)
}
