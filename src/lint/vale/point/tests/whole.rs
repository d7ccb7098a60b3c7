//! What is said of a document as a whole.

use super::*;

fn counts() -> Counts {
    Counts {
        words: 100.0,
        sentences: 4.0,
        paragraphs: 2.0,
        characters: 500.0,
        syllables: 160.0,
        complex_words: 10.0,
        long_words: 30.0,
        polysyllabic_words: 12.0,
        blocks: [("heading.h2".to_owned(), 3.0)].into_iter().collect(),
    }
}

fn said_of_whole(yaml: &str, counts: &Counts) -> Vec<String> {
    let hits = rule(yaml).run(&block("all of it", Some(counts)), &mut Memory::default());
    assert!(hits.iter().all(|hit| hit.of_file));
    hits.into_iter().map(|hit| hit.message).collect()
}

#[test]
fn a_metric_is_shown_where_its_condition_holds() {
    let lix = "extends: metric\nmessage: 'LIX %s'\nformula: |\n  (words / sentences) + ((long_words * 100) / words)\n";
    assert_eq!(said_of_whole(&format!("{lix}condition: '> 35'\n"), &counts()), ["LIX 55.00"]);
    assert_eq!(said_of_whole(&format!("{lix}condition: '> 55'\n"), &counts()), [""; 0]);
    let headings = "extends: metric\nscope: heading\nmessage: '%s H2s'\nformula: heading.h2 + heading.h6 + list\ncondition: '>= 3'\n";
    assert_eq!(said_of_whole(headings, &counts()), ["3.00 H2s"]);
    assert_eq!(rule(headings).scopes, ["summary"]);
    assert_eq!(said_of_whole(headings, &Counts::default()), [""; 0]);
    assert_eq!(said(&rule(headings), "a block that is not the whole"), [""; 0]);
}

#[test]
fn grades_are_the_mean_of_their_formulas() {
    for (metrics, grade) in [
        ("Flesch-Kincaid", "13.04"),
        ("Gunning Fog", "14.00"),
        ("Coleman-Liau", "12.42"),
        ("SMOG", "13.02"),
        ("Automated Readability", "14.62"),
        ("Flesch-Kincaid, Gunning Fog", "13.52"),
    ] {
        let yaml = format!("extends: readability\nmessage: 'Grade %s'\ngrade: 7\nmetrics: [{metrics}]\n");
        assert_eq!(said_of_whole(&yaml, &counts()), [format!("Grade {grade}")], "{metrics}");
    }
}
