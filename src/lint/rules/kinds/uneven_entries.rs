//! `uneven-entries`

use super::roles;
use super::sections::{self, Section};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Document;
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "uneven-entries",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &[Kind::Reference],
    summary: "one entry of a reference page has other parts than its siblings, or in another order",
    why: "Readers of the second entry know from the first where things stand. Where three entries or more have the same \
          headings in the same order, and one has them in another order or under another name, readers miss what they look \
          for.",
    bad: "---\nkind: reference\n---\n\n# Commands\n\n## build\n\n### Options\n\nNone.\n\n### Exit codes\n\nNone.\n\n## serve\n\n### \
          Options\n\nNone.\n\n### Exit codes\n\nNone.\n\n## lint\n\n### Options\n\nNone.\n\n### Exit codes\n\nNone.\n\n## audit\n\n### \
          Exit codes\n\nNone.\n\n### Options\n\nNone.\n",
    good: "---\nkind: reference\n---\n\n# Commands\n\n## build\n\n### Options\n\nNone.\n\n### Exit codes\n\nNone.\n\n## serve\n\n### \
           Options\n\nNone.\n\n### Exit codes\n\nNone.\n\n## lint\n\n### Options\n\nNone.\n\n### Exit codes\n\nNone.\n\n## audit\n\n### \
           Options\n\nNone.\n\n### Exit codes\n\nNone.\n",
    sources: &[super::REFERENCE],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    let sections = sections::sections(document);
    let mut start = 1;
    while start < sections.len() {
        // Siblings follow each other until a section of a higher level.
        let level = sections[start].level;
        let end =
            sections[start..].iter().position(|section| section.level < level).map_or(sections.len(), |at| start + at);
        let entries: Vec<usize> = (start..end).filter(|index| sections[*index].level == level).collect();
        check_entries(page, document, &sections, &entries, diagnostics);
        // The same again one level below, entry by entry.
        start = next_group(&sections, start);
    }
}

/// Where the next group of siblings begins: the first section that is deeper than the one before it.
fn next_group(sections: &[Section], start: usize) -> usize {
    let deeper = (start + 1..sections.len()).find(|index| sections[*index].level > sections[*index - 1].level);
    deeper.unwrap_or(sections.len())
}

fn check_entries(
    page: &Page,
    document: &Document,
    sections: &[Section],
    entries: &[usize],
    diagnostics: &mut Vec<Diagnostic>,
) {
    if entries.len() < 4 {
        return;
    }
    let parts: Vec<Vec<String>> = entries.iter().map(|entry| parts(document, sections, *entry)).collect();
    let share = |shape: &Vec<String>| parts.iter().filter(|other| *other == shape).count();
    let Some(usual) = parts.iter().filter(|shape| shape.len() > 1).max_by_key(|shape| share(shape)) else { return };
    if share(usual) < 3 || share(usual) * 4 < entries.len() * 3 {
        return;
    }
    for (entry, own) in entries.iter().zip(&parts) {
        // An entry may leave parts out or have more; it should not have the same ones otherwise.
        let shared: Vec<&String> = own.iter().filter(|part| usual.contains(part)).collect();
        let in_order: Vec<&String> = usual.iter().filter(|part| own.contains(part)).collect();
        let is_renamed = own.len() == usual.len() && shared.len() + 1 == usual.len();
        if shared == in_order && !is_renamed {
            continue;
        }
        let Some(heading) = sections[*entry].heading else { continue };
        let heading = &document.headings[heading as usize];
        let usual: Vec<String> = usual.iter().map(|part| format!("`{part}`")).collect();
        diagnostics.push(
            page.at_node(heading.node, format!("`{}` has other parts than the entries beside it", heading.text))
                .help(format!("theirs are {}, in this order", usual.join(", "))),
        );
    }
}

/// The headings directly below an entry, in plain words.
fn parts(document: &Document, sections: &[Section], entry: usize) -> Vec<String> {
    let level = sections[entry].level;
    let below = sections[entry + 1..].iter().take_while(|section| section.level > level);
    let below: Vec<&Section> = below.collect();
    let Some(top) = below.iter().map(|section| section.level).min() else { return Vec::new() };
    below.iter().filter(|section| section.level == top).map(|section| roles::plain(section.title(document))).collect()
}
