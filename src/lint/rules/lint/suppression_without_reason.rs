//! `suppression-without-reason`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "suppression-without-reason",
    group: Group::Lint,
    severity: Severity::Warning,
    summary: "a rule is set aside, and nobody says why",
    why: "The next person cannot tell whether the reason still holds.",
    bad: "# Install\n\n<!-- waypost: allow second-title -->\n\n# Remove\n\nOn Linux.\n",
    good: "# Install\n\n<!-- waypost: allow second-title: two products on one page -->\n\n# Remove\n\nOn Linux.\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
