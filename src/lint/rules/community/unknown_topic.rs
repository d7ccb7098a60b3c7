//! `unknown-topic`

use crate::diagnostic::{Safety, Severity};
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unknown-topic",
    group: Group::Community,
    severity: Severity::Warning,
    build: true,
    summary: "`covers` of a page names something that the audit does not look for",
    why: "The page says that it settles something, and [the audit](@reference/audit) goes on missing it. Write the \
          topic that the help proposes.",
    bad: "+++\ncovers = [\"onbording\"]\n+++\n\n# Join us\n",
    good: "+++\ncovers = [\"onboarding\"]\n+++\n\n# Join us\n",
    fix: Some(Safety::Choice),
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
