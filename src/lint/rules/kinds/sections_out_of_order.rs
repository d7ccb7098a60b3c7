//! `sections-out-of-order`

use super::roles::{Role, is_aim, is_cleanup, role};
use super::sections;
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "sections-out-of-order",
    group: Group::Kinds,
    severity: Severity::Warning,
    kinds: &[Kind::Tutorial, Kind::HowTo],
    summary: "prerequisites stand after steps, or what comes next stands before them",
    why: "People follow a page from top to bottom. If the requirements come after the first steps, readers have begun without \
          them. If \"Next steps\" comes first, they believe that they are done. Put what the reader needs first, and what leads on \
          last.",
    bad: "---\nkind: how-to\n---\n\n# Move a site\n\nTo another machine.\n\n## Copy the files\n\n1. Run `stop`.\n2. Copy the \
          folder.\n\n## Prerequisites\n\n- An account on both machines\n",
    good: "---\nkind: how-to\n---\n\n# Move a site\n\nTo another machine.\n\n## Prerequisites\n\n- An account on both machines\n\n\
           ## Copy the files\n\n1. Stop the server.\n2. Copy the folder.\n",
    precision: super::measured(1, 1),
    sources: &[super::RED_HAT, super::GITLAB_TASK],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) {
        return;
    }
    let document = page.document;
    let sections = sections::sections(document);
    let Some(level) = sections.iter().skip(1).map(|section| section.level).min() else { return };
    let parts: Vec<(usize, Option<Role>)> = sections
        .iter()
        .enumerate()
        .skip(1)
        .filter(|(_, section)| section.level == level)
        .map(|(index, section)| (index, role(section.title(document))))
        .collect();
    let has_steps = |index: usize| {
        let title = sections[index].title(document);
        // What a page is for may read like steps, and tidying up stands where it will.
        let is_work = role(title).is_none() && !is_aim(title) && !is_cleanup(title);
        is_work
            && sections::procedures(page, sections::whole(&sections, index))
                .iter()
                .any(|list| sections::can_be_followed(page, list))
    };
    for (place, (index, part)) in parts.iter().enumerate() {
        let Some(heading) = sections[*index].heading else { continue };
        let heading = &document.headings[heading as usize];
        let steps_before = || parts[..place].iter().any(|(other, _)| has_steps(*other));
        let steps_after = || parts[place + 1..].iter().any(|(other, _)| has_steps(*other));
        let (message, help) = match part {
            Some(Role::Prerequisites) if steps_before() => {
                ("stands after steps that need it", "put it before the first step")
            }
            Some(Role::Onward) if steps_after() => ("stands before further steps", "put it at the end of the page"),
            _ => continue,
        };
        diagnostics.push(page.at_node(heading.node, format!("`{}` {message}", heading.text)).help(help));
    }
}
