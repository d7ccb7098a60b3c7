//! `waypost vale ls-config`: the settings as JSON, in Vale's words

use std::collections::BTreeMap;
use std::path::Path;

use super::output::Json;
use crate::diagnostic::Severity;
use crate::lint::vale::settings::Settings;
use crate::workspace::styles::{Asked, clean};

/// What the settings came to.
pub(super) fn describe(settings: &Settings, asked: &Asked) -> String {
    let map =
        |entries: Vec<(String, Json)>| Json::Map(entries.into_iter().collect::<BTreeMap<_, _>>().into_iter().collect());
    let or_null = |list: &[String]| if list.is_empty() { Json::Null } else { Json::texts(list.iter().cloned()) };
    let toggles = |toggles: &BTreeMap<String, bool>| {
        map(toggles.iter().map(|(rule, on)| (rule.clone(), Json::Bool(*on))).collect())
    };
    let sections = || settings.sections.iter();
    let rules: Vec<String> = settings.rules.iter().map(|key| key.name.clone()).collect();
    let levels = settings.levels.iter().map(|(rule, level)| (rule.clone(), Json::Text(level.word().to_owned())));
    let formats = settings.formats.iter().map(|(from, to)| (from.clone(), Json::Text(to.clone())));
    let styles =
        sections().filter_map(|section| Some((section.name.clone(), Json::texts(section.choice.styles.clone()?))));
    let checks = sections().map(|section| (section.name.clone(), toggles(&section.choice.toggles)));
    let vocabularies: Vec<String> = settings.vocabularies.iter().map(|name| name.text.clone()).collect();
    let paths = settings.styles_paths.iter().map(|path| clean(&Path::new(&*path.folder).join(&path.text)));
    let level = match settings.min_level {
        Severity::Suggestion => 0,
        Severity::Warning => 1,
        Severity::Error => 2,
    };
    let entries = [
        ("Checks", or_null(&rules)),
        ("Formats", map(formats.collect())),
        ("GBaseStyles", or_null(settings.everywhere.styles.as_deref().unwrap_or_default())),
        ("GChecks", toggles(&settings.everywhere.toggles)),
        ("IgnoredClasses", or_null(&settings.ignored_classes)),
        ("IgnoredScopes", or_null(&settings.ignored_scopes)),
        ("MinAlertLevel", Json::Number(level)),
        ("Vocab", or_null(&vocabularies)),
        ("RuleToLevel", map(levels.collect())),
        ("SBaseStyles", map(styles.collect())),
        ("SChecks", map(checks.collect())),
        ("SkippedScopes", or_null(&settings.skipped_scopes)),
        ("Paths", Json::texts(paths)),
        ("ConfigFiles", Json::texts(asked.settings.iter().map(|file| clean(file)))),
    ];
    Json::Map(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()).print()
}
