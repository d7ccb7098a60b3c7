//! How patterns of .NET and Go are rewritten.

use super::*;
use crate::lint::vale::pattern::{Effort, Pattern};

fn check(pattern: &str, expected: &str) {
    let translated = translate(pattern).unwrap();
    assert_eq!((translated.pattern.as_str(), translated.fancy), (expected, false), "{pattern}");
    assert_eq!(translated.relaxed.as_deref(), Some(expected));
    Pattern::new(pattern).unwrap();
}

fn check_fancy(pattern: &str, expected: &str, relaxed: &str) {
    let translated = translate(pattern).unwrap();
    assert_eq!((translated.pattern.as_str(), translated.fancy), (expected, true), "{pattern}");
    assert_eq!(translated.relaxed.as_deref(), Some(relaxed), "{pattern}");
    Pattern::new(pattern).unwrap();
    Pattern::new(relaxed).unwrap();
}

#[test]
fn classes_read_as_their_writers_meant_them() {
    check("[^[]", r"[^\[]");
    check(r"[\w-_]", r"[\w\-_]");
    check("[]a]", r"[\]a]");
    check(r"[\w.?!,\(\)\-:]", r"[\w.?!,()\-:]");
    check("[a-z-[aeiou]]", "[[a-z]--[aeiou]]");
    check("[^a-z-[A-Z]]", "[[^a-z]--[A-Z]]");
    check("[a&&b~~c]", r"[a\&\&b\~\~c]");
    check("[[:alpha:]_]", "[[:alpha:]_]");
    check(r"[’']t[\u2019\x41]", "[’']t[’A]");
    check("[—–]", "[—–]");
}

#[test]
fn braces_and_escapes_that_mean_themselves_do() {
    check("{%.+?%}", r"\{%.+?%\}");
    check("(https?:){0}x{2,}y{1,3}?z{,2}", r"(https?:){0}x{2,}y{1,3}?z\{,2\}");
    check(r"\<b\>\/\’\-\_\ ", "<b>/’-_ ");
    check("a(?#why)b", "ab");
    check(r"(?x) a b # why", "ab");
    check("(?<n>a)(?P<m>b)", "(?P<n>a)(?P<m>b)");
    check("tl;dr#", r"tl;dr\#");
}

#[test]
fn what_looks_around_is_left_out_of_the_relaxed_pattern() {
    check_fancy(r"\b(?:eg|e\.g\.)(?=[\s,;])", r"\b(?:eg|e\.g\.)(?=[\s,;])", r"\b(?:eg|e\.g\.)");
    check_fancy(r"(?!\()(?:foo|bar)(?!\))?", r"(?!\()(?:foo|bar)", "(?:foo|bar)");
    check_fancy("(?<!:[^ ]+?): [A-Z]", "(?<!:[^ ]+?): [A-Z]", ": [A-Z]");
    check_fancy(r"(\w+) \1", r"(\w+) (?:\1)", r"(\w+) (?s:.*)");
    check_fancy("(?>a|ab)c", "(?>a|ab)c", "(?:a|ab)c");
    check_fancy("end.$", r"end.(?=\n?\z)", "end.");
    check("(?m)and$", "(?m)and$");
}

#[test]
fn what_cannot_be_read_is_said() {
    for (pattern, message) in [
        ("(a", "a `(` is not closed"),
        ("a)", "a `)` closes nothing"),
        ("[a", "a `[` is not closed"),
        (r"a\", r"the pattern ends in a `\`"),
        (r"\y", r"`\y` is no escape that is known"),
        ("[z-a]", "`z-a` is no range: it runs backwards"),
        ("(?&x)", "`(?&` begins no group that is known"),
    ] {
        assert_eq!(translate(pattern).unwrap_err(), message);
    }
}

#[test]
fn keys_of_a_substitution_capture_nothing() {
    assert_eq!(without_captures(r"in(?: )?to \(the\) (.*)[(\]]"), r"in(?: )?to \(the\) (?:.*)[(\]]");
}

#[test]
fn what_may_be_left_out_between_two_repeats_does_not_swallow_one() {
    check_fancy(r"(?=x)x+y?x+", r"(?=x)x+y?(?=)x+", "x+y?x+");
    let pattern = Pattern::new(r"\b\w+-?\w+(?! )").unwrap();
    let text = "a bc d-e";
    let found = pattern.ranges(text, &mut Effort::default());
    assert_eq!(found.into_iter().map(|range| &text[range]).collect::<Vec<_>>(), ["d-e"]);
}
