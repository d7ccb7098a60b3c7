//! What must not stand in a text.

use super::*;

#[test]
fn words_are_whole_words_and_other_tokens_anything() {
    let words = rule("extends: existence\nmessage: \"Avoid '%s'.\"\nignorecase: true\ntokens:\n  - we\n  - let's\n");
    assert_eq!(said(&words, "We went west. Let’s? Let's!"), ["0..2 Avoid 'We'.", "23..28 Avoid 'Let's'."]);
    let marks = rule("extends: existence\nmessage: m\nnonword: true\ntokens: ['\\.\\.\\.', '\\w+!(?:\\s|$)', '']\n");
    assert_eq!(matched(&marks, "Wait... now! and\nthen!\nx!y"), ["...", "now! ", "then!\n"]);
    let colon = rule("extends: existence\nmessage: m\nnonword: true\ntokens: ['(?<!:[^ ]+?):\\s[A-Z]']\n");
    assert_eq!(matched(&colon, "One: Two. A::b: C"), [": T"]);
}

#[test]
fn a_raw_pattern_goes_before_the_tokens_or_after_them() {
    let passive =
        "extends: existence\nmessage: \"'%s'\"\nraw: ['\\b(was|were)\\b\\s*']\ntokens: ['[\\w]+ed', broken]\n";
    assert_eq!(
        said(&rule(passive), "It was defeated, we were broken."),
        ["3..15 'was defeated'", "20..31 'were broken'"]
    );
    let after = "extends: existence\nmessage: m\nappend: true\nraw: ['\\s*(?:out|up)']\ntokens: [clean, shut]\n";
    assert_eq!(matched(&rule(after), "clean up, shut out, shut in"), ["clean up", "shut out"]);
    let only = "extends: existence\nmessage: m\nraw:\n  - '\\b(?:at|from)'\n  - '[.!]'\n";
    assert_eq!(matched(&rule(only), "Where at. From whom? Wherefrom!"), ["at."]);
}

#[test]
fn of_two_tokens_at_one_place_the_first_wins_however_each_is_run() {
    let yaml = "extends: existence\nmessage: m\ntokens:\n  - in order\n  - 'in order(?= to)'\n  - in order to\n  - '(?<!not )so'\n  - so that\n";
    assert_eq!(matched(&rule(yaml), "in order to, so that, not so that"), ["in order", "so", "so that"]);
}

#[test]
fn the_end_of_a_line_is_no_other_place() {
    let yaml = "extends: existence\nmessage: m\nnonword: true\ntokens: ['and$']\n";
    assert_eq!(said(&rule(yaml), "This and that and\nall and"), ["14..17 m", "22..25 m"]);
    let raw = "extends: existence\nmessage: m\nraw: ['[a-z]+\\.$']\n";
    assert_eq!(matched(&rule(raw), "one.\ntwo.\n"), ["two."]);
}

#[test]
fn exceptions_are_contained_in_what_was_found() {
    let yaml = "extends: existence\nmessage: m\nignorecase: true\nexceptions:\n  - HTTP\n  - (?i)Json\n  - mea culpa\n\
                tokens: ['\\w+-?(?:http|json)', mea, http]\n";
    let text = "a-http a-HTTP HTTP http xjson x-JSON mea culpa, mea";
    assert_eq!(matched(&rule(yaml), text), ["a-http", "http", "xjson", "mea"]);
}

#[test]
fn an_action_says_what_to_put_there() {
    let yaml = "extends: existence\nmessage: \"'%s' → '%s'\"\nnonword: true\naction: {name: edit, params: [trim, ' ']}\n\
                tokens: ['\\s[—–]\\s']\n";
    let hits = run(&rule(yaml), "an — dash");
    assert_eq!(hits[0].message, "' — ' → '—'");
    assert_eq!(hits[0].action.as_ref().unwrap().replacements, ["—"]);
    let yaml = "extends: existence\nmessage: \"%s: use %s\"\naction: {name: replace, params: [a, b]}\ntokens: [x]\n\
                description: \"'%s' is bad\"\n";
    let hits = run(&rule(yaml), "x");
    assert_eq!((hits[0].message.as_str(), hits[0].description.as_deref()), ("x: use 'a' or 'b'", Some("'x' is bad")));
}

#[test]
fn a_rule_without_words_says_nothing_and_an_empty_match_is_none() {
    assert_eq!(said(&rule("extends: existence\nmessage: m\ntokens: ['', ' ']\n"), "text"), [""; 0]);
    assert_eq!(said(&rule("extends: existence\nmessage: m\nnonword: true\ntokens: ['x*']\n"), "a xx b"), ["2..4 m"]);
}
