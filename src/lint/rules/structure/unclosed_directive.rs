//! `unclosed-directive`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unclosed-directive",
    group: Group::Structure,
    severity: Severity::Warning,
    build: true,
    summary: "a directive such as `:::note` has no closing line",
    why: "All that follows becomes a part of it. Add a line with as many colons after its content. A block of \
          community data, such as `:::roadmap`, has no content and needs none.",
    bad: "# Install\n\n:::note\nKelp needs a network.\n\nThen start it.\n",
    good: "# Install\n\n:::note\nKelp needs a network.\n:::\n\nThen start it.\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
