//! `raw-html`

use super::html::opening_tags;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Origin, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "raw-html",
    aliases: &["MD033"],
    group: Group::Structure,
    severity: Severity::Suggestion,
    on: false,
    summary: "raw HTML stands where Markdown has a way of its own",
    why: "HTML looks as its writer made it, not as the theme does, and it is lost in the Markdown twins of pages. Elements that \
          Markdown has no way for are left in peace: `<kbd>`, `<sub>`, `<details>`, `<br>` and the like. The rule is off by \
          default.",
    bad: "# Install\n\n<p>Take the <b>archive</b>.</p>\n",
    good: "# Install\n\nTake the **archive**, and press <kbd>Enter</kbd>.\n",
    sources: &[Origin {
        name: "markdownlint MD033",
        url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md033.md",
    }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// Elements that Markdown has no way for.
const FREE: &[&str] = &[
    "abbr",
    "audio",
    "bdi",
    "bdo",
    "br",
    "caption",
    "cite",
    "col",
    "colgroup",
    "data",
    "dd",
    "details",
    "dfn",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "iframe",
    "ins",
    "kbd",
    "mark",
    "picture",
    "q",
    "rp",
    "rt",
    "ruby",
    "samp",
    "small",
    "source",
    "sub",
    "summary",
    "sup",
    "svg",
    "time",
    "track",
    "u",
    "var",
    "video",
    "wbr",
];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for tag in opening_tags(page.document) {
        // A component of another generator is reported by another rule.
        let is_component = tag.name.starts_with(|c: char| c.is_ascii_uppercase());
        if !is_component && !FREE.contains(&tag.name.to_ascii_lowercase().as_str()) {
            diagnostics.push(page.at(tag.span, format!("`<{}>` is raw HTML", tag.name)).help("write it in Markdown"));
        }
    }
}
