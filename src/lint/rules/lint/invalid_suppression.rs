//! `invalid-suppression`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "invalid-suppression",
    group: Group::Lint,
    severity: Severity::Warning,
    summary: "a comment for the linter is not understood",
    why: "A comment that means nothing hides nothing, and its writer believes that it does.",
    bad: "# Install\n\n<!-- waypost: ignore second-title -->\n\nOn Linux.\n",
    good: "# Install\n\n<!-- waypost: allow second-title: two products on one page -->\n\n# Remove\n\nOn Linux.\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
