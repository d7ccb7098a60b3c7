//! `time-without-zone`

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::text::{is_one_of, tokens};
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "time-without-zone",
    group: Group::Style,
    severity: Severity::Warning,
    summary: "a time of day has no time zone",
    why: "A community lives in many time zones. Whoever reads \"at 15:00\" comes at 15:00 of their own day, which may be the middle of \
          the writer's night. Write the zone, best UTC, behind the time, or once on the page.",
    bad: "# Meetings\n\nWe meet every Thursday at 15:00.\n",
    good: "# Meetings\n\nWe meet every Thursday at 15:00 UTC. The build takes 15:00 minutes.\n",
    precision: Some(Precision { right: 1, of: 1, on: "833 pages of the Kubernetes community's repository" }),
    sources: &[Origin {
        name: "Google developer documentation style guide: Dates and times",
        url: "https://developers.google.com/style/dates-times",
    }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !page.is_english {
        return;
    }
    let found: Vec<_> =
        page.prose.iter().flat_map(|block| times(&block.prose.text).into_iter().map(move |at| (block, at))).collect();
    // One sentence may speak for all times of a page, and who comes to a place has that place's time.
    if found.is_empty()
        || page.prose.iter().any(|block| names_zone(&block.prose.text) || names_place(&block.prose.text))
    {
        return;
    }
    for (block, range) in found {
        let message = format!("`{}` is another hour in every time zone", &block.prose.text[range.clone()]);
        diagnostics.push(page.at(block.prose.span(range), message).help("write the zone behind it: `15:00 UTC`"));
    }
}

/// Times of day that something happens at: `15:00`, `3pm`, `3:30 p.m.`, `15:00-16:00`.
fn times(text: &str) -> Vec<Range<usize>> {
    let tokens: Vec<Range<usize>> = tokens(text).collect();
    let mut times = Vec::new();
    for (at, token) in tokens.iter().enumerate().skip(1) {
        if !is_one_of(
            &text[tokens[at - 1].clone()],
            &["at", "from", "until", "till", "before", "after", "around", "by"],
        ) {
            continue;
        }
        let inner = text[token.clone()].trim_end_matches(is_mark);
        let figures = inner.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.');
        let next = tokens.get(at + 1).filter(|next| is_half(&text[(*next).clone()]));
        let first = figures.split(['-', '–']).next().unwrap_or("");
        let is_time = match first.split_once(':') {
            Some((hours, minutes)) => is_number(hours, 24) && minutes.len() == 2 && is_number(minutes, 59),
            None => is_number(first, 12) && (next.is_some() || is_half(&inner[figures.len()..])),
        };
        if is_time && (figures.len() == inner.len() || is_half(&inner[figures.len()..])) {
            let end = next.map_or(token.start + inner.len(), |next| {
                next.start + text[next.clone()].trim_end_matches(is_mark).len()
            });
            times.push(token.start..end);
        }
    }
    times
}

fn is_mark(c: char) -> bool {
    ".,;:!?)".contains(c)
}

/// `pm`, `p.m.`
fn is_half(word: &str) -> bool {
    is_one_of(word.trim_end_matches(is_mark), &["am", "pm", "a.m", "p.m"])
}

fn is_number(figures: &str, most: u32) -> bool {
    (1..=2).contains(&figures.len()) && figures.parse().is_ok_and(|number: u32| number <= most)
}

/// People come together somewhere.
fn names_place(text: &str) -> bool {
    let places = ["breakfast", "floor", "hall", "hotel", "lobby", "onsite", "on-site", "venue"];
    text.split(|c: char| !c.is_alphanumeric() && c != '-').any(|word| is_one_of(word, &places) || word == "Room")
}

/// Some zone is spoken of.
fn names_zone(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let phrases = ["time zone", "timezone", "local time", "your time", "europe/", "america/", "asia/"];
    phrases.iter().any(|phrase| lower.contains(phrase))
        || text.split(|c: char| !c.is_alphanumeric()).any(|word| ZONES.contains(&word))
}

const ZONES: &[&str] = &[
    "UTC", "GMT", "CET", "CEST", "EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "PST", "PDT", "PT", "BST",
    "IST", "JST", "KST", "AEST", "AEDT", "NZST", "EET", "EEST", "WET", "WEST", "MSK", "SGT", "HKT", "BRT", "Pacific",
    "Eastern",
];

#[cfg(test)]
mod tests {
    use super::times;

    #[test]
    fn a_time_of_day_follows_its_preposition() {
        let text = "Come at 15:00, at 3 pm (or at 3:30pm), from 15:00-16:00; not at 3, at 15:00:01, in 3:30, at 99:00 or at 2x.";
        let found: Vec<&str> = times(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["15:00", "3 pm", "3:30pm", "15:00-16:00"]);
    }
}
