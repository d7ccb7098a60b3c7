//! `missing-serial-comma`

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Edit, Fix, Safety, Severity};
use crate::document::prose::BlockKind;
use crate::lint::text::{is_one_of, sentences, tokens};
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};
use crate::source::Span;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "missing-serial-comma",
    group: Group::Style,
    severity: Severity::Suggestion,
    on: false,
    summary: "a list of three or more has no comma before its last item",
    why: "In \"my teachers, Ada and Grace\" the comma decides how many people there are. With a comma before every `and` and `or` of a \
          list, nobody has to ask.\n\n\
          Where English is written without that comma, this is a matter of house style.",
    bad: "# Formats\n\nIt reads Markdown, HTML and JSON.\n",
    good: "# Formats\n\nIt reads Markdown, HTML, and JSON. If you have one, copy and paste it.\n",
    fix: Some(Safety::Choice),
    precision: Some(Precision {
        right: 33,
        of: 40,
        on: "280 pages of Electron's documentation and 145 of the Rust Forge",
    }),
    sources: &[
        Origin {
            name: "Google developer documentation style guide: Commas",
            url: "https://developers.google.com/style/commas",
        },
        Origin {
            name: "Microsoft Writing Style Guide: Commas",
            url: "https://learn.microsoft.com/en-us/style-guide/punctuation/commas",
        },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !page.is_english {
        return;
    }
    for block in page.prose.iter().filter(|block| block.kind == BlockKind::Paragraph) {
        let text = &block.prose.text;
        for sentence in sentences(text) {
            for item in last_but_one(&text[sentence.clone()]) {
                let range = sentence.start + item.start..sentence.start + item.end;
                let last = text[..range.end].split_whitespace().next_back().unwrap_or("").to_owned();
                let at = block.prose.span(range.clone());
                let fix = Fix {
                    title: format!("write `{last},`"),
                    edits: vec![Edit { span: Span { start: at.end, end: at.end }, text: ",".to_owned() }],
                    safety: Safety::Choice,
                };
                let finding =
                    page.at(at, "a comma is missing behind this item of a list").help("write a comma behind it");
                diagnostics.push(match block.prose.is_verbatim(range) {
                    true => finding.fix(fix),
                    false => finding,
                });
            }
        }
    }
}

/// The items of lists that stand before `and` or `or` without a comma: "b" in "a, b and c".
fn last_but_one(sentence: &str) -> Vec<Range<usize>> {
    let tokens: Vec<Range<usize>> = tokens(sentence).collect();
    let word = |at: usize| &sentence[tokens[at].clone()];
    let mut items = Vec::new();
    for at in (3..tokens.len().saturating_sub(1)).filter(|at| matches!(word(*at), "and" | "or")) {
        if word(at - 1).ends_with(',') {
            continue;
        }
        // The item reaches back to a comma, over two words at most.
        let Some(before) = (at.saturating_sub(3)..at - 1).rev().find(|before| word(*before).ends_with(',')) else {
            continue;
        };
        let between = before + 1..at;
        let first = word(before).trim_end_matches(',');
        // The one before it begins the sentence's list: a word or two that no clause is made of.
        let begins_clause = (0..=before)
            .rev()
            .take(6)
            .any(|earlier| is_one_of(word(earlier).trim_matches(|c: char| !c.is_alphanumeric()), CLAUSES));
        let is_item = |word: &str| !word.contains(['.', ';', ':', '(', ')', '!', '?']) && !is_one_of(word, NO_ITEMS);
        let next = word(at + 1);
        if !begins_clause && is_item(first) && between.clone().all(|at| is_item(word(at))) && !is_one_of(next, NO_ITEMS)
        {
            items.push(tokens[between.start].start..tokens[between.end - 1].end);
        }
    }
    items
}

/// Words that begin a clause, whose comma is none of a list.
const CLAUSES: &[&str] = &[
    "after",
    "although",
    "as",
    "because",
    "before",
    "but",
    "by",
    "during",
    "for",
    "however",
    "if",
    "in",
    "on",
    "once",
    "since",
    "so",
    "then",
    "though",
    "unless",
    "until",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "with",
    "without",
    "therefore",
    "instead",
    "otherwise",
    "finally",
    "first",
    "second",
    "next",
    "also",
    "additionally",
];

/// Words that stand in no item of a list.
const NO_ITEMS: &[&str] = &[
    "are",
    "be",
    "both",
    "can",
    "do",
    "does",
    "either",
    "especially",
    "has",
    "have",
    "he",
    "i",
    "including",
    "is",
    "it",
    "it's",
    "just",
    "like",
    "may",
    "namely",
    "not",
    "she",
    "should",
    "so",
    "such",
    "that",
    "then",
    "there",
    "therefore",
    "they",
    "this",
    "thus",
    "to",
    "using",
    "was",
    "we",
    "were",
    "which",
    "whose",
    "will",
    "you",
    "you're",
];

#[cfg(test)]
mod tests {
    use super::last_but_one;

    #[test]
    fn the_item_before_the_last_is_found_where_its_comma_is_missing() {
        let found = |text: &'static str| last_but_one(text).into_iter().map(|range| &text[range]).collect::<Vec<_>>();
        assert_eq!(found("It reads Markdown, HTML and JSON."), ["HTML"]);
        assert_eq!(found("Use red, dark green or blue."), ["dark green"]);
        assert_eq!(found("It reads Markdown, HTML, and JSON."), [""; 0]);
        assert_eq!(found("If it fails, copy and paste it."), [""; 0]);
        assert_eq!(found("a, it is and"), [""; 0]);
    }
}
