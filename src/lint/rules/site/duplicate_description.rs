//! `duplicate-description`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "duplicate-description",
    group: Group::Whole,
    severity: Severity::Suggestion,
    summary: "two pages have the same `description`",
    why: "Lists and search engines show the description to tell pages apart. One sentence for two pages does not.",
    bad: "# Kelp\n\n=== content/how-tos/linux.md\n---\ndescription: Install the program.\n---\n\n# Install Kelp on Linux\n\n=== content/how-tos/mac.md\n---\ndescription: Install the program.\n---\n\n# Install Kelp on macOS\n",
    good: "# Kelp\n\n=== content/how-tos/linux.md\n---\ndescription: Install the program from the package of your distribution.\n---\n\n# Install Kelp on Linux\n\n=== content/how-tos/mac.md\n---\ndescription: Install the program with Homebrew.\n---\n\n# Install Kelp on macOS\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
