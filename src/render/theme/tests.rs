//! What the built-in languages promise.

use std::collections::{BTreeMap, BTreeSet};

use super::plural::Plural;
use super::{builtin, table};

fn languages() -> BTreeMap<&'static str, BTreeMap<String, String>> {
    let files = builtin::FILES.iter().filter_map(|(path, text)| {
        let language = path.strip_prefix("i18n/")?.strip_suffix(".toml")?;
        Some((language, table(text, None, &mut Vec::new())))
    });
    files.collect()
}

/// Keys of texts that go with a number, without the form at their end.
fn counted(english: &BTreeMap<String, String>) -> BTreeSet<&str> {
    let ones = english.keys().filter_map(|key| key.strip_suffix("_one"));
    ones.filter(|base| english.contains_key(&format!("{base}_other"))).collect()
}

/// The names in braces.
fn places(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
}

#[test]
fn a_language_has_every_text_in_every_form_with_every_name_in_braces() {
    let languages = languages();
    assert_eq!(languages.keys().copied().collect::<Vec<_>>(), ["ar", "de", "en"]);
    let english = &languages["en"];
    let counted = counted(english);
    for (language, texts) in &languages {
        let forms = Plural::of(language).forms();
        let mut wanted: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for (key, text) in english {
            let base = counted
                .iter()
                .find(|base| key.strip_prefix(**base).is_some_and(|end| end == "_one" || end == "_other"));
            match base {
                // `one` may say its number in a word.
                Some(base) => wanted.extend(forms.iter().map(|form| (format!("{base}_{form}"), BTreeSet::new()))),
                None => drop(wanted.insert(key.clone(), places(text))),
            }
        }
        let lacking: Vec<&String> = wanted.keys().filter(|key| !texts.contains_key(*key)).collect();
        let unknown: Vec<&String> = texts.keys().filter(|key| !wanted.contains_key(*key)).collect();
        assert_eq!((lacking, unknown), (Vec::new(), Vec::new()), "what `{language}` lacks, and has too much");
        for (key, text) in texts {
            assert!(places(text).is_superset(&wanted[key]), "`{key}` in `{language}` lacks a name in braces: {text}");
        }
    }
}

#[test]
fn a_number_has_the_form_that_its_language_gives_it() {
    let form = |language: &str, number: u64| Plural::of(language).form(number);
    assert_eq!([0, 1, 2].map(|number| form("en", number)), ["other", "one", "other"]);
    assert_eq!([0, 1, 2].map(|number| form("fr-CA", number)), ["one", "one", "other"]);
    assert_eq!([0, 1, 2, 5, 11, 100].map(|number| form("ar", number)), ["zero", "one", "two", "few", "many", "other"]);
    assert_eq!([form("tlh", 1), form("not a language", 1)], ["other", "other"]);
}
