//! `redirect-conflict`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "redirect-conflict",
    group: Group::Files,
    severity: Severity::Error,
    build: true,
    summary: "a redirect would hide a page or another redirect, cannot be written, or leads back to itself",
    why: "One address leads to one place. The redirect is left out. Remove it, choose another path for it, or let it \
          lead to a page.",
    bad: "+++\naliases = [\"/install/\"]\n+++\n\n# Set up\n\n=== content/install.md\n# Install\n",
    good: "+++\naliases = [\"/setup/\"]\n+++\n\n# Set up\n\n=== content/install.md\n# Install\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
