//! `case-collision`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "case-collision",
    group: Group::Files,
    severity: Severity::Warning,
    build: true,
    summary: "two files of the built site differ in upper and lower case only",
    why: "Many file systems cannot hold both: on macOS and Windows one of them would replace the other. Rename one of \
          them, or give its page another `slug`.",
    bad: "+++\nslug = \"Install\"\n+++\n\n# Install on Linux\n\n=== content/install.md\n# Install\n",
    good: "+++\nslug = \"install-on-linux\"\n+++\n\n# Install on Linux\n\n=== content/install.md\n# Install\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
