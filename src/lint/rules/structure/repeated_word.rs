//! `repeated-word`

use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::document::prose::Block;
use crate::lint::{Check, Group, Origin, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "repeated-word",
    group: Group::Structure,
    severity: Severity::Warning,
    summary: "a word stands there twice",
    why: "Mostly it is left over from a change, or stands at the end of one line and at the beginning of the next. Pairs that \
          are right, such as *had had* and *that that*, are passed over, and so are names.",
    bad: "# Install\n\nOpen the the folder.\n",
    good: "# Install\n\nOpen the folder that that program had had open. It was very, very large.\n",
    fix: Some(Safety::Safe),
    sources: &[
        Origin { name: "write-good, repeated words", url: "https://github.com/btford/write-good" },
        Origin { name: "Vale.Repetition", url: "https://vale.sh/docs/styles" },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// Words that may follow themselves.
const PAIRS: &[&str] = &[
    "blah", "bye", "had", "knock", "log", "long", "many", "much", "never", "no", "really", "so", "that", "very", "way",
];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for block in page.prose {
        look_at(page, block, diagnostics);
    }
}

fn look_at(page: &Page, block: &Block, diagnostics: &mut Vec<Diagnostic>) {
    let text = &block.prose.text;
    let mut before: Option<std::ops::Range<usize>> = None;
    for word in words(text) {
        let Some(first) = before.replace(word.clone()) else { continue };
        let (one, two) = (&text[first.clone()], &text[word.clone()]);
        if !text[first.end..word.start].chars().all(char::is_whitespace) || !is_repeated(one, two) {
            continue;
        }
        let is_joined =
            |c: Option<char>| c.is_some_and(|c| matches!(c, '-' | '_' | '/' | '.' | '\'' | '’' | '@' | '*'));
        let next = text[word.end..].chars();
        // `the the-one`, `a.b b`: parts of something longer.
        let goes_on = is_joined(next.clone().next()) && next.clone().nth(1).is_some_and(|c| !c.is_whitespace());
        if goes_on || is_joined(text[..first.start].chars().next_back()) {
            continue;
        }
        let finding = page.at(block.prose.span(first.start..word.end), format!("`{two}` stands here twice"));
        let finding = finding.help("take one out");
        let twice = first.end..word.end;
        diagnostics.push(match block.prose.is_verbatim(first.start..word.end) {
            true => finding
                .fix(Fix::replace(block.prose.span(twice), "", Safety::Safe).titled(format!("take one `{two}` out"))),
            false => finding,
        });
    }
}

/// The second is the first once more, but for the capital at the beginning of a sentence.
fn is_repeated(one: &str, two: &str) -> bool {
    let lower = two.to_lowercase();
    let is_word = lower.chars().count() > 1 && two.chars().all(char::is_alphabetic) || matches!(two, "a" | "I");
    // A name may be doubled: Baden Baden, New New.
    let is_small = two == lower || two == "I";
    is_word && is_small && one.to_lowercase() == lower && !PAIRS.contains(&lower.as_str())
}

/// Words with all that is a part of them: letters, digits, and apostrophes inside.
fn words(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphanumeric)?;
        let mut end = start;
        for c in text[start..].chars() {
            let is_inside = matches!(c, '\'' | '’') && text[end + c.len_utf8()..].starts_with(char::is_alphabetic);
            if !c.is_alphanumeric() && !is_inside {
                break;
            }
            end += c.len_utf8();
        }
        at = end;
        Some(start..end)
    })
}
