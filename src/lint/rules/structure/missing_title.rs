//! `missing-title`

use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Origin, Page, Rule};
use crate::source::Span;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "missing-title",
    aliases: &["MD041"],
    group: Group::Structure,
    severity: Severity::Warning,
    summary: "a page has no title",
    why: "The title stands at the top of the page, in the navigation, in search results and in the text of links. Without one \
          it is made from the name of the file, which is seldom what a person would write. Begin the page with `# Title`, \
          or set `title` in its front matter.",
    bad: "On Linux, take the archive.\n",
    good: "# Install\n\nOn Linux, take the archive.\n\n=== content/remove.md\n---\ntitle: Remove\n---\n\nDelete it.\n",
    sources: &[Origin {
        name: "markdownlint MD041",
        url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md041.md",
    }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    let in_front = document.front.title.as_ref().is_some_and(|title| !title.trim().is_empty());
    let has_title = in_front || document.title_heading().is_some() || document.has_raw_h1;
    // A record has its title among its fields.
    let Some(first) = document.nodes.first().filter(|_| !has_title && page.view.record.is_none()) else { return };
    let line = first.span.of(&document.text).lines().next().unwrap_or("").len() as u32;
    let span = Span { end: first.span.start + line, ..first.span };
    diagnostics.push(
        page.at(span, "this page has no title").help("begin it with `# Title`, or set `title` in its front matter"),
    );
}
