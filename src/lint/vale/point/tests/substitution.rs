//! What has a better form.

use super::*;

const REPLACE: &str = "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\naction:\n  name: replace\n";

fn params(hits: &[Hit]) -> Vec<Vec<String>> {
    hits.iter().map(|hit| hit.action.as_ref().unwrap().params.clone()).collect()
}

#[test]
fn the_better_form_is_said_and_offered() {
    let yaml = format!(
        "{REPLACE}ignorecase: true\nswap:\n  it is: it's\n  '(?:cell ?phone|smart ?phone)': phone|mobile phone\n"
    );
    let hits = run(&rule(&yaml), "It is a cell phone.");
    assert_eq!(hits[0].message, "Use 'it's' instead of 'It is'.");
    assert_eq!(hits[1].message, "Use 'phone' or 'mobile phone' instead of 'cell phone'.");
    assert_eq!(params(&hits), [vec!["it's"], vec!["phone", "mobile phone"]]);
    assert_eq!(hits[1].action.as_ref().unwrap().replacements, ["phone", "mobile phone"]);
}

#[test]
fn quotes_of_the_message_are_dropped_only_where_there_are_two() {
    let said_with = |message: &str| {
        let yaml =
            format!("extends: substitution\nmessage: {message}\naction: {{name: replace}}\nswap: {{VNIC: vNIC}}\n");
        said(&rule(&yaml), "VNIC").remove(0)
    };
    assert_eq!(said_with("Use '%s' rather than '%s'."), "0..4 Use 'vNIC' rather than 'VNIC'.");
    assert_eq!(said_with("Use %s rather than %s."), "0..4 Use 'vNIC' rather than VNIC.");
    assert_eq!(said_with("\"Use \\\"%s\\\", not \\\"%s\\\".\""), "0..4 Use 'vNIC', not \"VNIC\".");
}

#[test]
fn the_longest_key_is_tried_first_and_what_is_right_is_left_alone() {
    let yaml =
        format!("{REPLACE}ignorecase: true\nswap:\n  MPL: MPL\n  MPL[ -]?2(?:\\.0)?: MPL 2.0\n  linux: Linux|Debian\n");
    let text = "mpl 2.0 and MPL2.0, MPL 2.0, MPL, mpl; Linux, debian";
    assert_eq!(matched(&rule(&yaml), text), ["mpl 2.0", "MPL2.0", "mpl"]);
}

#[test]
fn a_value_may_describe_what_is_accepted_or_be_nothing() {
    let yaml = "extends: substitution\nmessage: Use '%s'\nnonword: true\nswap:\n  'CAUTION: \\*\\*\\w+:\\*\\*': 'CAUTION: \\*\\*(?:Warning|Note):\\*\\*'\n";
    assert_eq!(matched(&rule(yaml), "CAUTION: **Warning:** CAUTION: **Huh:**"), ["CAUTION: **Huh:**"]);
    let yaml = format!("{REPLACE}swap:\n  (?:obvious|obviously): \"\"\n");
    assert_eq!(said(&rule(&yaml), "is obvious"), ["3..10 Use  instead of 'obvious'."]);
    let yaml = format!("{REPLACE}nonword: true\nswap:\n  ',{{2,}}': ',|...'\n");
    assert_eq!(matched(&rule(&yaml), "Two,, and three,,, commas"), [",,", ",,,"]);
}

#[test]
fn groups_and_capitals_are_carried_over() {
    let yaml = format!(
        "{REPLACE}capitalize: true\nignorecase: true\nswap:\n  'change in(?: )?to the (.*) directory': change to the $1 directory\n  mankind: human kind|humanity\n"
    );
    let rule = rule(&yaml);
    let text = "Change into the `/etc` directory.\nMankind and mankind";
    let hits = run(&rule, text);
    assert_eq!(hits[0].message, "Use 'Change to the `/etc` directory' instead of 'Change into the `/etc` directory'.");
    assert_eq!(params(&hits[1..]), [["Human kind", "Humanity"], ["human kind", "humanity"]]);
}

#[test]
fn keys_that_look_around_run_alone_and_change_nothing_else() {
    let yaml = format!(
        "{REPLACE}nonword: true\nswap:\n  '\\b(?:[Ee]\\.[Gg]\\.)': for example\n  '\\b(?:[Vv][Ss]\\.)': versus\n  '\\b(?:[Vv][Ss]\\s)(?!Code)': versus\n"
    );
    assert_eq!(matched(&rule(&yaml), "E.g. Blue vs red, vs. VS Code"), ["E.g.", "vs ", "vs."]);
    let yaml = format!(
        "{REPLACE}ignorecase: true\nnonword: true\nswap:\n  '\\b(?:eg|e\\.g\\.)(?=[\\s,;])': for example\n  '\\b(?:ie|i\\.e\\.)(?=[\\s,;])': that is\n"
    );
    assert_eq!(said(&rule(&yaml), "(I.e., so)"), ["1..5 Use 'that is' instead of 'I.e.'."]);
}

#[test]
fn words_that_yaml_takes_for_something_else_stay_words() {
    let yaml = "extends: substitution\nmessage: '%s %s'\nswap:\n  on: off\n  1.10: 1.1\n  no: ~\n  true: yes\n  'null': 'no'\n";
    let said = said(&rule(yaml), "on 1.10 no true null");
    assert_eq!(said, ["0..2 off on", "3..7 1.1 1.10", "8..10 ~ no", "11..15 yes true", "16..20 no null"]);
}
