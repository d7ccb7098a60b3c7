//! `stray-directive-end`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "stray-directive-end",
    group: Group::Structure,
    severity: Severity::Warning,
    build: true,
    summary: "a line of colons closes nothing",
    why: "It is left over, or it has more or fewer colons than the line that it was to close, or it is indented \
          otherwise. Remove it, or open a directive with as many colons before it, at the same indentation.",
    bad: "# Install\n\n:::note\nKelp needs a network.\n:::\n\n:::\n",
    good: "# Install\n\n:::note\nKelp needs a network.\n:::\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
