//! `link-to-self`

use super::uses;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};
use crate::site::Target;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "link-to-self",
    group: Group::Links,
    severity: Severity::Suggestion,
    summary: "a link leads to the page that it stands on",
    why: "Who follows it comes back to the top of the same page, and wonders what went wrong. Mostly the text was copied from \
          another page, or another page was meant. To lead to a part of the page, name its anchor.",
    bad: "# Install\n\nWhen all is done, [install](page.md) the rest.\n",
    good: "# Install\n\nWhen all is done, [install the rest](#the-rest).\n\n## The rest\n\nTake it.\n",
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let url = &page.view.page.url;
    // As links from the page to itself are written, in each style of URLs.
    let own = ["./", "index.html", url.rsplit('/').next().filter(|file| !file.is_empty()).unwrap_or("./")];
    let own = if url.ends_with('/') { &own[..2] } else { &own[2..] };
    for link in uses(page.document, page.view).filter(|link| !link.is_image) {
        let Target::Page { href, .. } = link.target else { continue };
        if own.contains(&href.as_str()) {
            let message = format!("`{}` is this page itself", link.destination);
            diagnostics.push(page.at(link.span, message).help("name a part of it, `#part`, or take the link out"));
        }
    }
}
