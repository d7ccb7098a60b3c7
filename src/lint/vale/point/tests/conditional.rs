//! What must be defined before it is used.

use super::*;

const ACRONYMS: &str = "extends: conditional\nmessage: \"'%s' has no definition\"\nfirst: '\\b([A-Z]{3,5})\\b'\n\
    second: '([A-Z]{3,5}): (?:\\b[A-Z][a-z]+ )+|(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\nexceptions: [ABC]\n";

fn said_of(rule: &Rule, blocks: &[&str]) -> Vec<String> {
    let mut memory = Memory::default();
    let hits = blocks.iter().flat_map(|text| rule.run(&block(text, None), &mut memory));
    hits.map(|hit| hit.message).collect()
}

#[test]
fn what_was_defined_earlier_in_the_file_may_be_used() {
    let blocks = [
        "the WHO: World Health Organization is old. ABC!",
        "The National Basketball Association (NBA) is a league.",
        "The NFL is also a league, like the NBA. WHO knows?",
    ];
    assert_eq!(said_of(&rule(ACRONYMS), &blocks), ["'NFL' has no definition"]);
    assert_eq!(said_of(&rule(ACRONYMS), &["The NBA.", blocks[1]]), ["'NBA' has no definition"]);
}

#[test]
fn without_a_group_the_second_must_be_in_the_same_block() {
    let rule =
        rule("extends: conditional\nmessage: \"A '%s' requires a summary.\"\nfirst: Section\nsecond: 'Summary:'\n");
    assert_eq!(said_of(&rule, &["# Section\nSummary: x", "# Section\n"]), ["A 'Section' requires a summary."]);
}

#[test]
fn two_ways_to_write_a_word_in_one_file_are_one_too_many() {
    let spelling = rule(
        "extends: consistency\nmessage: \"Inconsistent spelling of '%s'\"\nignorecase: true\n\
         either: {centre: center, colour: color}\n",
    );
    let blocks = ["The centre, the centre.", "A Color, the Center.", "No more.", "The centre."];
    let said = said_of(&spelling, &blocks);
    assert_eq!(said, ["Inconsistent spelling of 'Center'", "Inconsistent spelling of 'centre'"]);
    let quotes = rule("extends: consistency\nmessage: \"'%s'\"\nnonword: true\neither: {'\"': '[”“]'}\n");
    assert_eq!(said_of(&quotes, &["\"a\" and “b”"]), ["'”'"]);
    assert_eq!(said_of(&quotes, &["“b”", "'c'"]), [""; 0]);
}

#[test]
fn too_much_and_too_little_are_counted() {
    let commas = rule("extends: occurrence\nmessage: 'more than 2, %d'\nmax: 2\ntoken: ','\n");
    assert_eq!(said(&commas, "a, b, c, d"), ["1..2 more than 2, 3"]);
    assert_eq!(said(&commas, "a, b, c"), [""; 0]);
    let length = rule("extends: occurrence\nmessage: long\nmax: 5\ntoken: .\n");
    assert_eq!(said(&length, "*** @ code"), ["6..7 long"]);
    assert_eq!(said(&length, "*******"), [""; 0]);
    let least = rule("extends: occurrence\nmessage: 'short (%s)'\nmin: 3\nignorecase: true\ntoken: \\b(\\w+)\\b\n");
    assert_eq!(said(&least, "## One two"), ["3..6 short (2)"]);
    let none = run(&least, "...");
    assert_eq!((none[0].of_file, none[0].message.as_str(), none[0].matched.as_str()), (true, "short (0)", ""));
}
