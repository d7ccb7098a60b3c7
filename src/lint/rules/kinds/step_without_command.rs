//! `step-without-command`

use super::{imperative, phrases, sections};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "step-without-command",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &[Kind::HowTo],
    summary: "a step begins with `you should`, `you need to`, or the like, not with what to do",
    why: "Steps are read with one eye, while the other is on the work. The verb comes first: `Open the file`, not `You should \
          open the file`.",
    bad: "---\nkind: how-to\n---\n\n# Move a site\n\n1. You need to stop the server.\n2. Copy the folder.\n3. Start the server.\n",
    good: "---\nkind: how-to\n---\n\n# Move a site\n\n1. Stop the server.\n2. Copy the folder.\n3. Start the server.\n",
    fix: Some(Safety::Choice),
    precision: super::measured(4, 4),
    sources: &[super::GITLAB_TASK, super::RED_HAT],
    check: Check::Page(check),
    ..Rule::PLAIN
};

const OPENINGS: &[&str] = &[
    "you should",
    "you need to",
    "you will need to",
    "you'll need to",
    "you must",
    "you have to",
    "you will have to",
    "you'll have to",
    "you can now",
    "you want to",
    "you may want to",
    "we need to",
    "we will need to",
    "we'll need to",
    "we will have to",
    "we'll have to",
    "we should",
    "we have to",
    "we must",
    "we will",
    "we'll",
    "we can now",
    "now you need to",
    "now we need to",
    "next you need to",
    "then you need to",
    "the next step is to",
    "the first step is to",
];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) {
        return;
    }
    let document = page.document;
    for list in sections::numbered(document, 0..document.nodes.len() as u32) {
        // What is asked for may also be listed; steps are where something is to be done in other items.
        if list.items.len() < 2 || !list.items.iter().any(|item| sections::is_command(page, *item)) {
            continue;
        }
        for item in &list.items {
            let Some(block) = sections::first_block(page, *item) else { continue };
            let text = &block.prose.text;
            let openings = OPENINGS.iter().filter_map(|opening| Some((phrases::length(text, opening)?, *opening)));
            let Some((taken, opening)) = openings.max() else { continue };
            let verb = taken + text[taken..].len() - text[taken..].trim_start().len();
            // `You should see …` says what happens.
            let (word, _) = imperative::first_word(&text[verb..]);
            if !imperative::may_be_command(word) || matches!(word, "see" | "get" | "have" | "receive" | "find") {
                continue;
            }
            let span = block.prose.span(0..taken);
            let finding = page.at(span, format!("this step begins with `{opening}`")).help("begin with what to do");
            let first = text[verb..].chars().next().map_or(0, char::len_utf8);
            diagnostics.push(match block.prose.is_verbatim(0..verb + first) {
                true => {
                    let capital = text[verb..verb + first].to_uppercase();
                    finding.fix(
                        Fix::replace(block.prose.span(0..verb + first), capital, Safety::Choice)
                            .titled(format!("begin with `{word}`")),
                    )
                }
                false => finding,
            });
        }
    }
}
