//! `passive-voice`

use crate::diagnostic::{Diagnostic, Severity};
use crate::document::prose::BlockKind;
use crate::lint::text::{is_one_of, words};
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "passive-voice",
    group: Group::Style,
    severity: Severity::Suggestion,
    on: false,
    summary: "a sentence does not say who does it",
    why: "\"The cache is cleared\" leaves open whether the program does that or the reader has to. Where it matters, say who: \"Waypost \
          clears the cache\". Where it does not matter, the passive is right; so this rule is off by default.",
    bad: "# Cache\n\nThe cache is automatically cleared.\n",
    good: "# Cache\n\nThe program clears the cache.\n",
    precision: Some(Precision {
        right: 8,
        of: 40,
        on: "280 pages of Electron's documentation and 145 of the Rust Forge",
    }),
    sources: &[
        Origin {
            name: "Google developer documentation style guide: Active voice",
            url: "https://developers.google.com/style/voice",
        },
        Origin { name: "write-good: passive voice", url: "https://github.com/btford/write-good" },
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
        let words: Vec<_> = words(text).collect();
        for (at, word) in words.iter().enumerate() {
            if !is_one_of(&text[word.clone()], FORMS_OF_BE) {
                continue;
            }
            let is_adverb =
                |word: &str| word.ends_with("ly") || is_one_of(word, &["not", "also", "always", "never", "then"]);
            let next = words[at + 1..].iter().take(3).find(|next| !is_adverb(&text[(*next).clone()]));
            let Some(verb) = next.filter(|next| is_participle(&text[(*next).clone()])) else { continue };
            // A mark between them begins something else.
            let range = word.start..verb.end;
            if text[range.clone()].contains(|c: char| ",.;:()*".contains(c)) {
                continue;
            }
            let message = format!("`{}` does not say who does it", text[range.clone()].replace('\n', " "));
            diagnostics.push(page.at(block.prose.span(range), message).help("say who does it, if that matters"));
        }
    }
}

const FORMS_OF_BE: &[&str] = &["am", "are", "be", "been", "being", "is", "was", "were"];

fn is_participle(word: &str) -> bool {
    let is_regular = word.len() > 4 && word.ends_with("ed") && !is_one_of(word, ADJECTIVES);
    is_regular || is_one_of(word, PARTICIPLES)
}

/// They end as participles do.
const ADJECTIVES: &[&str] = &[
    "based",
    "deprecated",
    "embed",
    "indeed",
    "interested",
    "limited",
    "need",
    "proceed",
    "related",
    "supposed",
    "unrelated",
    "used",
    "speed",
];

const PARTICIPLES: &[&str] = &[
    "begun",
    "bound",
    "broken",
    "brought",
    "built",
    "caught",
    "chosen",
    "cut",
    "done",
    "drawn",
    "driven",
    "eaten",
    "fed",
    "forgotten",
    "found",
    "frozen",
    "given",
    "held",
    "hidden",
    "hit",
    "kept",
    "known",
    "laid",
    "left",
    "lost",
    "made",
    "meant",
    "met",
    "overridden",
    "paid",
    "put",
    "read",
    "rewritten",
    "run",
    "said",
    "seen",
    "sent",
    "set",
    "shown",
    "shut",
    "sold",
    "spent",
    "split",
    "taken",
    "taught",
    "thought",
    "thrown",
    "told",
    "understood",
    "withdrawn",
    "worn",
    "written",
];
