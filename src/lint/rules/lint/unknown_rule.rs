//! `unknown-rule`

use crate::diagnostic::{Safety, Severity};
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unknown-rule",
    group: Group::Lint,
    severity: Severity::Warning,
    build: true,
    summary: "`[lint]` sets a rule that there is not",
    why: "It does nothing, and the rule that was meant goes on as before. `waypost rules` lists the rules and their \
          groups. Names with a dot, such as `Google.Passive`, belong to styles and are not looked at here.",
    bad: "# Install\n\n=== waypost.toml\n[lint.rules]\nmissing-atl = \"off\"\n",
    good: "# Install\n\n=== waypost.toml\n[lint.rules]\nmissing-alt = \"off\"\n",
    fix: Some(Safety::Choice),
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
