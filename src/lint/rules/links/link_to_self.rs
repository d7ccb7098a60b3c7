//! `link-to-self`

use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{LinkRole, NodeKind};
use crate::lint::{Check, Group, Page, Precision, Rule};
use crate::site::Target;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "link-to-self",
    group: Group::Links,
    severity: Severity::Suggestion,
    summary: "a link leads to the page that it stands on",
    why: "Who follows it comes back to the top of the same page, and wonders what went wrong. Mostly the text was copied from \
          another page, or another page was meant. To lead to a part of the page, name its anchor. Lists and tables are \
          passed over, for the same list of links may stand on several pages, and so are links that name the page.",
    bad: "# Install\n\nWhen all is done, [take the next step](page.md).\n",
    good: "# Install\n\nWhen all is done, [take the rest](#the-rest).\n\n## The rest\n\nTake it.\n\n- [Install](page.md)\n",
    precision: Some(Precision {
        right: 3,
        of: 3,
        on: "952 pages of the documentation of Jenkins X; 3,900 pages of others had none",
    }),
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    let url = &page.view.page.url;
    // As links from the page to itself are written, in each style of URLs.
    let file = url.rsplit('/').next().unwrap_or("");
    let is_own = |href: &str| match url.ends_with('/') {
        true => matches!(href, "./" | "index.html"),
        false => href == file,
    };
    let title = page.view.page.title.to_lowercase();
    let mut next = 0;
    while let Some(node) = document.nodes.get(next as usize) {
        let index = next;
        next += 1;
        match node.kind {
            NodeKind::Item | NodeKind::Table(_) => next = node.end,
            NodeKind::Link(number) => {
                let link = &document.links[number as usize];
                let Some(Target::Page { href, .. }) = page.view.targets.get(link.destination as usize) else {
                    continue;
                };
                let text = document.plain_text(index).to_lowercase();
                if link.role == LinkRole::Link && is_own(href) && text.trim() != title {
                    let destination = &document.destinations[link.destination as usize];
                    let message = format!("`{destination}` is this page itself");
                    diagnostics
                        .push(page.at(node.span, message).help("name a part of it, `#part`, or take the link out"));
                }
            }
            _ => {}
        }
    }
}
