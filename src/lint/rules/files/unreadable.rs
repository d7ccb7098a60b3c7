//! `unreadable`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unreadable",
    group: Group::Files,
    severity: Severity::Error,
    build: true,
    summary: "a file of the site cannot be read",
    why: "The file is left out. Its name is not UTF-8, you may not read it, or it is a symbolic link that leads out \
          of the site's folder or in a circle. Rename it, give it the right permissions, or copy it into the site. A \
          dictionary or an inventory that the settings name is read from the site's folder too.",
    bad: "# Install\n\n\
          === content/notes.md -> ../../notes.md\n(a symbolic link that leads out of the site's folder)\n",
    good: "# Install\n\n=== content/notes.md\n# Notes\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
