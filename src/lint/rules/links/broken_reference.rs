//! `broken-reference`

use crate::diagnostic::{Safety, Severity};
use crate::lint::{Check, Group, Origin, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "broken-reference",
    aliases: &["MD052"],
    group: Group::Links,
    severity: Severity::Error,
    build: true,
    summary: "`[text][label]` stands on the page, and nothing defines the label",
    why: "The reader sees the brackets in place of a link. Add a line `[label]: page.md`, or write `\\[` if it is no \
          link. A word right before the bracket, as in `list[i][j]`, tells that it is none, and so does `[text]` \
          without a label.",
    bad: "# Install\n\nThen read [the guide][giude].\n\n[guide]: https://example.org/guide\n",
    good: "# Install\n\nThen read [the guide][guide].\n\n[guide]: https://example.org/guide\n",
    fix: Some(Safety::Choice),
    sources: &[Origin {
        name: "markdownlint MD052",
        url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md052.md",
    }],
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
