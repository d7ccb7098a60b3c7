//! `entry-without-example`

use super::sections;
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::NodeKind;
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "entry-without-example",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    on: false,
    kinds: &[Kind::Reference],
    summary: "an entry of a reference page has no code, while almost all entries beside it have some",
    why: "An example says in one line what a description needs three for, and readers compare entries. Where nearly all \
          entries have one, a missing example is mostly forgotten. The rule is off because an entry may have nothing to \
          show.",
    bad: "---\nkind: reference\n---\n\n# Commands\n\n## build\n\n```bash\nharbor build\n```\n\n## serve\n\n```bash\nharbor \
          serve\n```\n\n## lint\n\n```bash\nharbor lint\n```\n\n## audit\n\nLooks at the data.\n",
    good: "---\nkind: reference\n---\n\n# Commands\n\n## build\n\n```bash\nharbor build\n```\n\n## serve\n\n```bash\nharbor \
           serve\n```\n\n## lint\n\n```bash\nharbor lint\n```\n\n## audit\n\n```bash\nharbor audit\n```\n",
    precision: super::measured(3, 10),
    sources: &[super::REFERENCE],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    let sections = sections::sections(document);
    let Some(level) = sections.iter().skip(1).map(|section| section.level).min() else { return };
    let entries = (1..sections.len()).filter(|index| sections[*index].level == level);
    let (with, without): (Vec<usize>, Vec<usize>) = entries.partition(|index| {
        let range = sections::whole(&sections, *index);
        document.nodes[range.start as usize..range.end as usize]
            .iter()
            .any(|node| matches!(node.kind, NodeKind::CodeBlock(_)))
    });
    if with.len() < 3 || with.len() < 3 * without.len() {
        return;
    }
    for entry in without {
        let Some(heading) = sections[entry].heading else { continue };
        if super::roles::role(sections[entry].title(document)).is_some() {
            continue;
        }
        let heading = &document.headings[heading as usize];
        diagnostics.push(
            page.at_node(heading.node, format!("`{}` has no example, unlike the entries beside it", heading.text))
                .help("show it in use"),
        );
    }
}
