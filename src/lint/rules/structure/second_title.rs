//! `second-title`

use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Origin, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "second-title",
    aliases: &["MD025"],
    group: Group::Structure,
    severity: Severity::Suggestion,
    build: true,
    summary: "a page has more than one heading of level 1",
    why: "`#` is the page as a whole. With two of them, neither search engines nor people who jump from heading to heading can \
          tell what the page is about. Write `##` for a part of the page.",
    bad: "# Install\n\nOn Linux.\n\n# Remove\n\nOn Linux.\n",
    good: "# Install and remove\n\n## Install\n\nOn Linux.\n\n## Remove\n\nOn Linux.\n",
    sources: &[Origin {
        name: "markdownlint MD025",
        url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md025.md",
    }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let Some(title) = page.document.title_heading() else { return };
    for heading in page.document.headings.iter().filter(|heading| heading.level == 1 && heading.node != title.node) {
        diagnostics.push(
            page.at_node(heading.node, "this page has a title already")
                .help("write `##` for a part of the page; `#` is the page as a whole"),
        );
    }
}
