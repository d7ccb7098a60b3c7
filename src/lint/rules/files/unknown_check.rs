//! `unknown-check`

use crate::diagnostic::{Safety, Severity};
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unknown-check",
    group: Group::Files,
    severity: Severity::Error,
    build: true,
    summary: "`[[audit.waive]]` names a check that there is not",
    why: "A waiver of nothing waives nothing, and the check that was meant goes on failing. [The \
          audit](@reference/audit) lists the checks; `waypost audit --all` prints them.",
    bad: "# Kelp\n\n\
          === waypost.toml\n[[audit.waive]]\ncheck = \"K002\"\nreason = \"Nobody has the time before spring.\"\n",
    good: "# Kelp\n\n\
           === waypost.toml\n[[audit.waive]]\ncheck = \"K02\"\nreason = \"Nobody has the time before spring.\"\n",
    fix: Some(Safety::Choice),
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
