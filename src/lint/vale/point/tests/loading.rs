//! What a rule's file may say, and what is said of a file that is wrong.

use super::*;
use crate::diagnostic::Severity;

/// What is wrong with a rule's file, as `text: message`.
fn wrong(yaml: &str) -> Vec<String> {
    match try_rule(yaml, &Vocabulary::default()) {
        Err(LoadError::Invalid(errors)) => {
            errors.iter().map(|error| format!("{}: {}", error.span.of(yaml), error.message)).collect()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_rule_says_who_it_is() {
    let rule = rule(
        "extends: existence\nmessage: m\nlevel: error\nscope: [heading, ~blockquote]\nlimit: '2'\nlink: https://a.example\ndescription: why\ntokens: hey\n",
    );
    assert_eq!((&*rule.id, rule.level, rule.limit), ("Test.Rule", Severity::Error, Some(2)));
    assert_eq!(rule.scopes, ["heading", "~blockquote"]);
    assert_eq!((rule.link.as_deref(), rule.description.as_deref()), (Some("https://a.example"), Some("why")));
    assert_eq!(said(&rule, "hey"), ["0..3 m"]);
    let plain = super::rule("extends: existence\nmessage: m\nIgnoreCase: 1\ntokens: hey\n");
    assert_eq!((plain.level, plain.scopes.as_slice()), (Severity::Warning, &["text".to_owned()][..]));
    assert_eq!(matched(&plain, "HEY"), ["HEY"]);
}

#[test]
fn what_we_do_not_have_is_said() {
    for point in ["sequence", "script", "telepathy"] {
        let error = try_rule(&format!("extends: {point}\nmessage: m\nanything: 1\n"), &Vocabulary::default());
        assert!(matches!(error, Err(LoadError::Unsupported { point: name }) if name == point));
    }
}

#[test]
fn what_is_wrong_is_pointed_at() {
    for (yaml, expected) in [
        ("message: m\n", ": `extends` is missing"),
        ("extends: existence\ntokens: [a]\n", ": `message` is missing"),
        ("extends: existance\nmessage: m\n", "existance: `existance` is no kind of rule; did you mean `existence`?"),
        (
            "extends: existence\nmessage: m\ntoken: [a]\n",
            "token: this kind of rule has no key `token`; did you mean `tokens`?",
        ),
        (
            "extends: existence\nmessage: m\nlevel: fatal\n",
            "fatal: `fatal` is no level: there are `suggestion`, `warning` and `error`",
        ),
        ("extends: existence\nmessage: m\ncode: true\n", "true: `code` is no longer read; write `scope: raw` instead"),
        (
            "extends: existence\nmessage: m\nscope: link\n",
            "link: the scope `link` is no longer supported; use `raw` instead",
        ),
        ("extends: existence\nmessage: m\nscope: [text, a b]\n", "a b: the scope `a b` has a space in it"),
        ("extends: existence\nmessage: m\nnonword: maybe\n", "maybe: `nonword` must be `true` or `false`"),
        ("extends: existence\nmessage: m\ntokens: [a, '(b']\n", "'(b': `(b` is no pattern: a `(` is not closed"),
        (
            "extends: existence\nmessage: m\ntokens: [a, '*b']\n",
            "'*b': `*b` is no pattern: repetition operator missing expression",
        ),
        (
            "extends: existence\nmessage: m\nraw: ['(a)', '(?<=b']\n",
            "['(a)', '(?<=b': `(a)(?<=b` is no pattern: a `(` is not closed",
        ),
        ("extends: existence\nmessage: m\nexceptions: ['[']\n", "'[': `[` is no pattern: a `[` is not closed"),
        (
            "extends: existence\nmessage: m\naction: {nam: edit}\n",
            "nam: this kind of rule has no key `nam`; did you mean `name`?",
        ),
        (
            "extends: existence\nmessage: m\naction: {name: edit, params: [split, x]}\n",
            "split: `edit: split` needs a separator and the number of a part",
        ),
        (
            "extends: substitution\nmessage: m\nswap: {a: b, 'c)': d}\n",
            "'c)': `c)` is no pattern: a `)` closes nothing",
        ),
        ("extends: substitution\nmessage: m\nswap: [a]\n", "a: expected a table of `key: value` lines in `swap`"),
        ("extends: occurrence\nmessage: m\nmax: 3\n", ": `token` is missing"),
        ("extends: occurrence\nmessage: m\ntoken: a\nmax: many\n", "many: `max` must be a number"),
        ("extends: conditional\nmessage: m\nfirst: a\n", ": `second` is missing"),
        ("extends: capitalization\nmessage: m\n", ": `match` is missing"),
        (
            "extends: metric\nmessage: m\nformula: word / 2\ncondition: '> 1'\n",
            "word / 2: `word` is no number of a document that is known",
        ),
        (
            "extends: readability\nmessage: m\nmetrics: [Smog]\n",
            "Smog: `Smog` is no measure of readability; did you mean `SMOG`?",
        ),
        ("extends: spelling\nmessage: m\nfilters: ['[']\n", "'[': `[` is no pattern: a `[` is not closed"),
        ("- a\n", "- a: this is not a table of `key: value` lines"),
    ] {
        assert_eq!(wrong(yaml), [expected], "{yaml}");
    }
}

#[test]
fn two_points_take_any_key() {
    rule("extends: consistency\nmessage: m\nwhatever: 1\neither: {a: b}\n");
    rule("extends: spelling\nmessage: m\nwhatever: 1\n");
}

#[test]
fn a_pattern_that_runs_away_is_reported() {
    let rule = rule("extends: existence\nmessage: m\nnonword: true\ntokens: ['(?:(?:a|aa)+\\1?)+(?=b)()']\n");
    let text = "a".repeat(60);
    let mut memory = Memory::default();
    assert_eq!(rule.run(&block(&text, None), &mut memory), []);
    assert_eq!(memory.overran().map(|id| &**id).collect::<Vec<_>>(), ["Test.Rule"]);
}
