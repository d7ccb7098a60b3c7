//! `single-step-list`

use super::roles::{Role, role};
use super::{marker, sections};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::document::NodeKind;
use crate::lint::{Check, Group, Origin, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "single-step-list",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &[Kind::Tutorial, Kind::HowTo],
    summary: "a numbered list has one step only",
    why: "A `1.` promises a `2.`: readers look for the rest. Write a single step as a bullet or as a sentence.",
    bad: "---\nkind: how-to\n---\n\n# Stop the server\n\nTo stop the server:\n\n1. Press Ctrl+C.\n",
    good: "---\nkind: how-to\n---\n\n# Stop the server\n\nTo stop the server:\n\n- Press Ctrl+C.\n",
    fix: Some(Safety::Safe),
    precision: super::measured(38, 40),
    sources: &[
        super::GITLAB_TASK,
        super::GOOGLE_PROCEDURES,
        Origin {
            name: "Microsoft Writing Style Guide: Writing step-by-step instructions",
            url: "https://learn.microsoft.com/en-us/style-guide/procedures-instructions/writing-step-by-step-instructions",
        },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    for section in sections::sections(document) {
        if role(section.title(document)) == Some(Role::Prerequisites) {
            continue;
        }
        let lists = sections::numbered(document, section.body.clone());
        // Several such lists in a row are one list that something between its items takes apart: another fault.
        let [list] = &*lists else { continue };
        let [item] = &*list.items else { continue };
        let siblings: Vec<u32> = sections::siblings(document, section.body.clone()).collect();
        let Some(place) = siblings.iter().position(|node| *node == list.node) else { continue };
        // A list behind code may explain its lines, which carry the same numbers.
        let notes_code = place > 0
            && match document.nodes[siblings[place - 1] as usize].kind {
                NodeKind::CodeBlock(index) => document.code_blocks[index as usize].has_callouts(),
                _ => false,
            };
        if list.start != 1 || notes_code || !matches!(document.nodes[*item as usize].kind, NodeKind::Item) {
            continue;
        }
        let place = marker::number(document, *item).unwrap_or(document.nodes[*item as usize].span);
        let finding = page.at(place, "this list has one step only").help("write it as a bullet, or as a sentence");
        diagnostics.push(match marker::bullets(document, list, &siblings) {
            Some(edits) => {
                let title = "make it a bullet".to_owned();
                finding.fix(Fix { title, edits, safety: Safety::Safe })
            }
            None => finding,
        });
    }
}
