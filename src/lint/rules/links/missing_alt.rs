//! `missing-alt`

use crate::diagnostic::{Diagnostic, Severity};
use crate::document::LinkRole;
use crate::lint::{Check, Group, Origin, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "missing-alt",
    aliases: &["MD045"],
    group: Group::Links,
    severity: Severity::Warning,
    build: true,
    summary: "an image says nothing to those who do not see it",
    why: "People who listen to a page, and everybody whose connection fails, get the alternative text. Say what the image shows \
          and what the reader is to take from it. An image that only decorates is marked `{decorative}`.",
    bad: "# Install\n\n![](https://example.org/setup.png)\n",
    good: "# Install\n\n![The setup window with the button **Next**](https://example.org/setup.png)\n\n\
           ![](https://example.org/line.png){decorative}\n",
    sources: &[
        Origin { name: "WCAG 2.2, 1.1.1", url: "https://www.w3.org/TR/WCAG22/#non-text-content" },
        Origin { name: "markdownlint MD045", url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md045.md" },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for link in &page.document.links {
        if let LinkRole::Image { decorative: false, has_alt: false } = link.role {
            diagnostics.push(
                page.at(link.span, "this image has no alternative text")
                    .help("say what it shows: `![a chart of …](chart.svg)`, or mark it: `![](line.svg){decorative}`"),
            );
        }
    }
}
