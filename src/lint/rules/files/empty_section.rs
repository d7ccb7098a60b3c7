//! `empty-section`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "empty-section",
    group: Group::Files,
    severity: Severity::Warning,
    build: true,
    summary: "a `[[section]]` of the settings names a folder without pages",
    why: "The section is missing in the navigation, and its writer believes that it is there. Correct `path`, add a \
          page, or take the section out. The six sections that there are without settings may be empty.",
    bad: "# Kelp\n\n=== waypost.toml\n[[section]]\npath = \"guids\"\n=== content/guides/install.md\n# Install\n",
    good: "# Kelp\n\n=== waypost.toml\n[[section]]\npath = \"guides\"\n=== content/guides/install.md\n# Install\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
