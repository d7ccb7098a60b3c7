//! `steps-in-next-steps`

use super::roles::{Role, role};
use super::{marker, sections};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "steps-in-next-steps",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &[Kind::Tutorial, Kind::HowTo],
    summary: "`Next steps` or `See also` holds numbered steps instead of links",
    why: "Below such a heading readers expect links, and many stop reading there. Steps that belong to the task stand \
          before it; others have a page of their own that can be linked.",
    bad: "---\nkind: how-to\n---\n\n# Move a site\n\nCopy the folder.\n\n## Next steps\n\n1. Open the firewall.\n2. Restart the server.\n",
    good: "---\nkind: how-to\n---\n\n# Move a site\n\nCopy the folder.\n\n## Next steps\n\n- [Open the firewall](firewall.md)\n",
    sources: &[super::RED_HAT],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) {
        return;
    }
    let document = page.document;
    let sections = sections::sections(document);
    for (index, section) in sections.iter().enumerate().skip(1) {
        if role(section.title(document)) != Some(Role::Onward) {
            continue;
        }
        for list in sections::procedures(page, sections::whole(&sections, index)) {
            let linked = list
                .items
                .iter()
                .filter(|item| sections::has_link(document, **item..document.nodes[**item as usize].end));
            let Some(place) = list.items.first().and_then(|item| marker::number(document, *item)) else { continue };
            if linked.count() * 2 >= list.items.len() {
                continue;
            }
            diagnostics.push(
                page.at(place, format!("{} steps below `{}`", list.items.len(), section.title(document)))
                    .help("put them with the steps of the page, or link a page that has them"),
            );
        }
    }
}
