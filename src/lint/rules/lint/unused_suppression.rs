//! `unused-suppression`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unused-suppression",
    group: Group::Lint,
    severity: Severity::Warning,
    summary: "a rule is set aside where nothing breaks it",
    why: "What was allowed is gone. The comment would hide the next fault of its kind.",
    bad: "# Install\n\n<!-- waypost: allow second-title: two products on one page -->\n\nOn Linux.\n",
    good: "# Install\n\n<!-- waypost: allow second-title: two products on one page -->\n\n# Remove\n\nOn Linux.\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
