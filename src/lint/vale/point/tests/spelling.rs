//! Which words the dictionaries have.

use super::*;
use crate::lint::vale::rule::built_in;

#[test]
fn words_that_no_dictionary_has_are_found_where_they_stand() {
    let rule = built_in("Spelling", &accepting(&["typpo", "qui vibla"]), &Disk(Vec::new())).unwrap();
    let text = "“It’s a Typpo”, isn’t it? The teh and teh HTML, CamelCase, remark-gfm, x86, naïfe; qui vibla, vibla.";
    assert_eq!(
        said(&rule, text),
        [
            "38..41 Did you really mean 'teh'?",
            "46..49 Did you really mean 'teh'?",
            "103..108 Did you really mean 'vibla'?",
        ]
    );
    assert!(rule.suggest("teh").contains(&"the".to_owned()));
}

#[test]
fn filters_take_the_place_of_the_usual_ones_only_where_they_are_custom() {
    let yaml = "extends: spelling\nmessage: \"%s\"\ncustom: true\nfilters: ['[a-z]+']\n";
    assert_eq!(matched(&rule(yaml), "the teh FOOOOOO 12ms 0x1F"), ["FOOOOOO"]);
    let yaml = "extends: spelling\nmessage: \"%s\"\nfilters: ['Xyz.*\\b']\n";
    assert_eq!(matched(&rule(yaml), "Xyzzyish HTTPX remmark"), ["remmark"]);
}

#[test]
fn projects_bring_their_dictionaries_and_lists() {
    let disk = Disk(vec![
        ("config/dictionaries/xx.aff", "SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n"),
        ("config/dictionaries/xx.dic", "1\nfoo/S\n"),
        ("config/ignore/base.txt", "GitHub\nbaz\n#\n"),
        ("Style/more.txt", "quux\n"),
        ("config/dictionaries/broken.aff", "SFX S Y nonsense\n"),
        ("config/dictionaries/broken.dic", "x\n"),
    ]);
    let load = |yaml: &str| {
        let source = Source::from_text("a.yml", "", yaml);
        load("Test.Rule", &source, &Vocabulary::default(), &disk)
    };
    let yaml = "extends: spelling\nmessage: \"%s\"\ndictionaries: [xx]\nignore: [base.txt, Style/more.txt, gone.txt]\n";
    let text = "foo foos Foos fooss github Github GitHub Baz Quux word";
    assert_eq!(matched(&load(yaml).unwrap(), text), ["fooss", "github", "Github", "word"]);
    let appended = load(&format!("{yaml}append: true\n")).unwrap();
    assert_eq!(matched(&appended, text), ["fooss", "github", "Github"]);
    let Err(LoadError::Invalid(errors)) = load("extends: spelling\nmessage: m\ndictionaries:\n  - en-XX\n  - broken\n")
    else {
        panic!("both dictionaries are wrong");
    };
    assert_eq!(errors[0].message, "the dictionary `en-XX` was not found in `config/dictionaries`");
    assert!(errors[1].message.starts_with("the dictionary `broken` cannot be read: "), "{}", errors[1].message);
}
