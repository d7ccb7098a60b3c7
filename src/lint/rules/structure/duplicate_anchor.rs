//! `duplicate-anchor`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "duplicate-anchor",
    group: Group::Structure,
    severity: Severity::Warning,
    build: true,
    summary: "the same anchor is set with `{#…}` twice on a page",
    why: "A link to it leads to the first of the two, and the second cannot be linked to. Give one of the headings \
          another.",
    bad: "# Kelp\n\n## On Linux {#install}\n\nWith `apt`.\n\n## On Windows {#install}\n\nWith `winget`.\n",
    good: "# Kelp\n\n## On Linux {#linux}\n\nWith `apt`.\n\n## On Windows {#windows}\n\nWith `winget`.\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
