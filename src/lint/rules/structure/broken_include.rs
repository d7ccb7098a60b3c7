//! `broken-include`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "broken-include",
    group: Group::Structure,
    severity: Severity::Error,
    build: true,
    summary: "a file, or a part of one, that a page includes is not there",
    why: "The page lacks what was to stand here. A file lies in the site's folder; its path starts at the folder of \
          the page, or with `/` at the folder of the site. A file cannot include itself.",
    bad: "# Install\n\n:::include kelp.toml\n",
    good: "# Install\n\n:::include kelp.toml\n\n=== content/kelp.toml\nport = 8080\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
