//! `conflicting-kind`

use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "conflicting-kind",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    summary: "a page's kind is not the one of its section, or its front matter is that of another kind",
    why: "Readers open a section for what it is: under tutorials they expect lessons. A page of another kind there is \
          not found by those who need it. Move the page, or leave its kind to the section. A section that mixes kinds \
          on purpose should have no kind of its own. In the same way `outcome` belongs to tutorials and `goal` to \
          how-tos.",
    bad: "=== content/tutorials/ports.md\n---\nkind: reference\n---\n\n# Ports\n\nAll ports that Harbor opens.\n",
    good: "=== content/reference/ports.md\n---\nkind: reference\n---\n\n# Ports\n\nAll ports that Harbor opens.\n",
    sources: &[super::COMPASS],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let front = &page.document.front;
    if let (Some(kind), Some((section, expected)), Some(place)) =
        (front.kind, section_kind(page), page.document.front_place("kind"))
        && kind != expected
    {
        let message =
            format!("the page is of kind `{}`, and its section `{section}` holds `{}`", kind.word(), expected.word());
        diagnostics.push(page.at(place, message).help("move the page to a section of its kind, or leave the key out"));
    }
    for (key, is_set, owner) in
        [("outcome", front.outcome.is_some(), Kind::Tutorial), ("goal", front.goal.is_some(), Kind::HowTo)]
    {
        let (Some(kind), Some(place)) = (page.view.page.kind, page.document.front_place(key)) else { continue };
        if is_set && kind != owner {
            let message =
                format!("`{key}` is for pages of kind `{}`, and this one is of kind `{}`", owner.word(), kind.word());
            diagnostics.push(page.at(place, message).help("leave the key out, or give the page the kind that it has"));
        }
    }
}

/// The section that the page's file stands in, where it has a kind. The page of a section itself stands for all kinds.
fn section_kind<'a>(page: &Page<'a>) -> Option<(&'a str, Kind)> {
    let config = &page.linter.config;
    let folder_of = |section: &str| config.build.content.folder_of(section);
    let holds =
        |section: &str| page.document.path.strip_prefix(&folder_of(section)).is_some_and(|rest| rest.starts_with('/'));
    let sections = config.section.iter().filter(|section| holds(&section.path));
    let section = sections.max_by_key(|section| section.path.len())?;
    Some((&section.path, section.kind?))
}
