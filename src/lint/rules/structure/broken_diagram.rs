//! `broken-diagram`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "broken-diagram",
    group: Group::Structure,
    severity: Severity::Warning,
    build: true,
    summary: "a diagram cannot be drawn",
    why: "Readers see its source instead. Mend what the finding names. Some kinds of diagrams are not drawn yet: show these as \
          an image, or write `text` as the language where the source is what readers should see.",
    bad: "# Tides\n\n```mermaid\nflowchart LR\n  A[Ebb --> B\n```\n",
    good: "# Tides\n\n```mermaid\nflowchart LR\n  A[Ebb] --> B[Flood]\n```\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
