//! What the words of a project change.

use super::*;
use crate::lint::vale::rule::built_in;

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[test]
fn accepted_words_are_exceptions_to_words_and_not_to_marks() {
    let vocabulary = accepting(&["plugh", "flooberg place", "[bad"]);
    let word = try_rule("extends: existence\nmessage: m\ntokens: ['\\w+berg', plugh]\n", &vocabulary).unwrap();
    assert_eq!(matched(&word, "A flooberg Place, a flooberg, a plugh."), ["flooberg"]);
    let off = try_rule("extends: existence\nmessage: m\nvocab: false\ntokens: [plugh]\n", &vocabulary).unwrap();
    assert_eq!(matched(&off, "plugh"), ["plugh"]);
    let marks =
        try_rule("extends: existence\nmessage: m\nnonword: true\ntokens: ['\"[^\"]+\"[.,]']\n", &vocabulary).unwrap();
    assert_eq!(matched(&marks, "\"plugh\","), ["\"plugh\","]);
    let problems = vocabulary.problems();
    assert_eq!(problems, [("[bad", "a `[` is not closed".to_owned())]);
}

#[test]
fn terms_are_written_as_they_were_accepted() {
    let vocabulary =
        accepting(&["MyBrand", "(?i)GitHub", "[Oo]bservability", "OAuth2?", "[pP]y.*\\b", "MyProduct Community"]);
    let terms = built_in("Terms", &vocabulary, &Disk(Vec::new())).unwrap();
    assert_eq!(
        said(&terms, "mybrand github oauth2 Observability OBSERVABILITY myproduct community"),
        [
            "0..7 Use 'MyBrand' instead of 'mybrand'.",
            "15..21 Use 'OAuth2' instead of 'oauth2'.",
            "36..49 Use '[Oo]bservability' instead of 'OBSERVABILITY'.",
            "50..69 Use 'MyProduct Community' instead of 'myproduct community'.",
        ]
    );
    assert!(built_in("Terms", &Vocabulary::default(), &Disk(Vec::new())).is_none());
}

#[test]
fn rejected_words_are_avoided() {
    let vocabulary = Vocabulary::new(Vec::new(), words(&["ABC-DEF", "definately", "(bad"]));
    let avoid = built_in("Avoid", &vocabulary, &Disk(Vec::new())).unwrap();
    assert_eq!(
        said(&avoid, "ABC-DEF, Definately definately"),
        ["0..7 Avoid using 'ABC-DEF'.", "20..30 Avoid using 'definately'."]
    );
    assert!(built_in("Avoid", &accepting(&["x"]), &Disk(Vec::new())).is_none());
}

#[test]
fn repeated_words_are_found_within_a_sentence() {
    let vocabulary = accepting(&["did"]);
    let repetition = built_in("Repetition", &vocabulary, &Disk(Vec::new())).unwrap();
    let said = |text| said(&repetition, text);
    assert_eq!(said("on a Personal plan plan."), ["14..23 'plan' is repeated!"]);
    assert_eq!(said("the\nThe brain"), ["0..7 'The' is repeated!"]);
    assert_eq!(said("I forgot about that. That is 7 7 *** *** fine. Did did."), [""; 0]);
    assert_eq!(said("Sometimes did did is okay."), [""; 0]);
    let hits = run(&repetition, "Here to to help.");
    assert_eq!(hits[0].action.as_ref().unwrap().replacements, ["to"]);
}

#[test]
fn a_template_says_where_words_end() {
    let mut vocabulary = Vocabulary::default();
    vocabulary.template = Some(r"(?m)(?:^|\s)(?:%s)(?:$|\s)".to_owned());
    let rule = try_rule("extends: substitution\nmessage: '%s %s'\nswap: {a: b, 'c(?=.)': d}\n", &vocabulary).unwrap();
    assert_eq!(said(&rule, "a a-a, xc c d"), ["0..1 b a", "10..11 d c"]);
}
