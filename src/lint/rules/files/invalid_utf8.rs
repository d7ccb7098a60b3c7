//! `invalid-utf8`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "invalid-utf8",
    group: Group::Files,
    severity: Severity::Error,
    build: true,
    summary: "a file is not in UTF-8",
    why: "The bytes that are no text are shown as `\u{fffd}`. Save the file in UTF-8: editors have it among the \
          options of \"Save as\".",
    bad: "# Gr\u{fffd}\u{fffd}en\n",
    good: "# Größen\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
