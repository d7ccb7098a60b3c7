//! `duplicate-url`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "duplicate-url",
    group: Group::Files,
    severity: Severity::Error,
    build: true,
    summary: "two pages or files would be written to one place",
    why: "A reader would see only one of them. The one that the message names last is not written. Rename one of \
          them, or give a page a `slug`; records have none, for their ids are their addresses. The same goes for a \
          file that stands where another page needs a folder, and for a static file with the path of a file beside \
          the pages.",
    bad: "+++\nslug = \"install\"\n+++\n\n# Install on Linux\n\n=== content/install.md\n# Install\n",
    good: "+++\nslug = \"install-on-linux\"\n+++\n\n# Install on Linux\n\n=== content/install.md\n# Install\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
