//! `duplicate-title`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "duplicate-title",
    group: Group::Whole,
    severity: Severity::Suggestion,
    summary: "two pages of a section have the same title",
    why: "Navigation, search and the browser's tabs show both by the same words, and readers cannot tell which one they want. Say in the title what this page has that the other has not, or set `nav_title`.",
    bad: "# Kelp\n\n=== content/how-tos/linux.md\n# Install Kelp\n\n=== content/how-tos/mac.md\n# Install Kelp\n",
    good: "# Kelp\n\n=== content/how-tos/linux.md\n# Install Kelp on Linux\n\n=== content/how-tos/mac.md\n# Install Kelp on macOS\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
