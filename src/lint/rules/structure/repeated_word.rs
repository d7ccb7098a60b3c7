//! `repeated-word`

use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::document::prose::Block;
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "repeated-word",
    group: Group::Structure,
    severity: Severity::Warning,
    summary: "a word stands there twice",
    why: "It is left over from a change, or stands at the end of one line and at the beginning of the next. Only words are \
          looked at that lead to what follows, such as *the*, *to* and *is*. Pairs that can be right, such as *had had* and \
          *that that*, are passed over, and so are names and what they are made of.",
    bad: "# Install\n\nOpen the the folder.\n",
    good: "# Install\n\nOpen the folder that that program had had open. It was very, very large.\n",
    fix: Some(Safety::Unsafe),
    precision: Some(Precision {
        right: 29,
        of: 30,
        on: "the documentation of Vitess, Loki, Dapr and Hugo (2,074 pages)",
    }),
    sources: &[
        Origin { name: "write-good, repeated words", url: "https://github.com/btford/write-good" },
        Origin { name: "Vale.Repetition", url: "https://vale.sh/docs/styles" },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// Words that no sentence has twice in a row: they lead to what follows. Nouns and verbs may be doubled, as in *who may vote
/// vote*, and so may *had*, *that*, *very* and the like.
const LEADING: &[&str] = &[
    "a", "against", "also", "although", "among", "an", "and", "any", "as", "at", "because", "between", "both", "but",
    "each", "either", "every", "for", "from", "how", "I", "if", "into", "its", "my", "neither", "nor", "of", "only",
    "onto", "or", "our", "per", "some", "such", "than", "the", "their", "then", "these", "they", "this", "those", "to",
    "until", "upon", "we", "when", "where", "whether", "which", "while", "with", "within", "without", "you", "your",
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
                .fix(Fix::replace(block.prose.span(twice), "", Safety::Unsafe).titled(format!("take one `{two}` out"))),
            false => finding,
        });
    }
}

/// The second is the first once more, but for the capital at the beginning of a sentence.
fn is_repeated(one: &str, two: &str) -> bool {
    let mut first = one.chars();
    let is_same =
        first.next().zip(two.chars().next()).is_some_and(|(one, two)| one == two || one.to_lowercase().eq([two]))
            && first.as_str() == two.get(two.chars().next().map_or(0, char::len_utf8)..).unwrap_or("");
    is_same && LEADING.contains(&two)
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
