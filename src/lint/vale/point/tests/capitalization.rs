//! Which case a heading, or any text, must have.

use super::*;

fn headings(yaml: &str) -> Rule {
    rule(&format!("extends: capitalization\nmessage: \"'%s': '%s'\"\n{yaml}"))
}

/// What the rule would have had, or nothing where it is content.
fn expected(rule: &Rule, text: &str) -> Option<String> {
    let message = run(rule, text).pop()?.message;
    Some(message.split_once("': '")?.1.trim_end_matches('\'').to_owned())
}

const SENTENCE: &str = "match: $sentence\nthreshold: 1\nindicators: [':']\nprefix: '^[a-z]\\.\\s'\n\
    exceptions: [Azure, Axon, Axon Server, macOS, Level]\n";

#[test]
fn sentence_case_has_one_capital_and_names() {
    let rule = headings(SENTENCE);
    for right in [
        "Top-level entities",
        "Client’s key share and finish",
        "Find the thief: Introduction",
        "1. An important heading",
        "a. An unimportant heading",
        "Axon Server connection",
        "Use the ****** operator",
        "****** is code",
        "macOS and Azure",
        "***",
        "🎉",
    ] {
        assert_eq!(expected(&rule, right), None, "{right}");
    }
    for (wrong, right) in [
        ("An important Heading", "An important heading"),
        ("this isn't in sentence case", "This isn't in sentence case"),
        ("Use the Package Builder & more", "Use the package builder more"),
        ("B. An unimportant heading", "B. an unimportant heading"),
        ("Community Leader: a job", "Community leader: A job"),
    ] {
        assert_eq!(expected(&rule, wrong).as_deref(), Some(right), "{wrong}");
    }
}

#[test]
fn most_words_are_enough() {
    let lenient = headings("match: $sentence\n");
    assert_eq!(expected(&lenient, "One two three four Five"), None);
    assert_eq!(expected(&lenient, "One two three Four").as_deref(), Some("One two three four"));
    assert_eq!(expected(&lenient, "one two three four five").as_deref(), Some("One two three four five"));
}

#[test]
fn accepted_words_are_put_right() {
    let yaml = format!("extends: capitalization\nmessage: \"'%s': '%s'\"\n{SENTENCE}");
    let with = try_rule(&yaml, &accepting(&["Event Store", "[Cc]onfig"])).unwrap();
    assert_eq!(expected(&with, "Connect to event store").as_deref(), Some("Connect to Event Store"));
    assert_eq!(expected(&with, "The Configuration of azure").as_deref(), Some("The Configuration of Azure"));
    assert_eq!(expected(&headings(SENTENCE), "The configuration of azure"), None);
}

#[test]
fn a_fix_keeps_what_stands_between_the_words() {
    let rule = headings("match: $sentence\naction: {name: replace}\n");
    let hits = run(&rule, "Foo & Bar — Baz!");
    let action = hits[0].action.as_ref().unwrap();
    assert_eq!((action.params[0].as_str(), action.replacements[0].as_str()), ("Foo bar baz!", "Foo & bar — baz!"));
}

#[test]
fn title_case_knows_its_small_words() {
    let ap = headings("match: $title\nthreshold: 1\nexceptions: [iOS, brew(1)]\n");
    for right in [
        "Getting Started With iOS 15",
        "This vs. That",
        "What I Want To Be When I Grow Up",
        "We Went to Las Vegas To Drink",
        "Drink This Piña Colada While You Listen to Music",
        "Starting an Em Dash Delimited Sub-Phrase With a Small Word — A Trick, Perhaps?",
        "Catchy Title: “‘A Twice Quoted Subtitle’”",
        "Follow Step-by-Step Instructions",
        "A Title and/or String",
        "Keep That Colo(u)r",
        "We Keep NASA Capitalized",
    ] {
        assert_eq!(expected(&ap, right), None, "{right}");
    }
    for (wrong, right) in [
        ("catchy title: a subtitle", "Catchy Title: A Subtitle"),
        ("small words are for by and of lowercase", "Small Words Are for by and of Lowercase"),
        ("Notes Of the day", "Notes of the Day"),
        ("this sub-phrase is nice", "This Sub-Phrase Is Nice"),
        ("Nothing to be afraid of", "Nothing To Be Afraid Of"),
        ("any-source multicase routing (ASM)", "Any-Source Multicase Routing (ASM)"),
    ] {
        assert_eq!(expected(&ap, wrong).as_deref(), Some(right), "{wrong}");
    }
    let chicago = headings("match: $title\nstyle: Chicago\nthreshold: 1\n");
    assert_eq!(expected(&chicago, "Ends With Small Word of").as_deref(), Some("Ends with Small Word Of"));
}

#[test]
fn other_cases_are_all_or_nothing() {
    assert_eq!(expected(&headings("match: $lower\n"), "a B").as_deref(), Some("a b"));
    assert_eq!(expected(&headings("match: $upper\nexceptions: [iOS]\n"), "a B").as_deref(), Some("A B"));
    assert_eq!(expected(&headings("match: $upper\nexceptions: [iOS]\n"), "an iOS app"), None);
    let pattern = headings("match: '^[A-Z].*\\.$'\n");
    assert_eq!(expected(&pattern, "So."), None);
    assert_eq!(expected(&pattern, "so.").as_deref(), Some("^[A-Z].*\\.$"));
}
