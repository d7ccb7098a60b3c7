//! `unknown-setting`

use crate::diagnostic::{Safety, Severity};
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unknown-setting",
    group: Group::Files,
    severity: Severity::Warning,
    build: true,
    summary: "a key of `waypost.toml` is not a setting",
    why: "It does nothing, and its writer believes that it does. Correct it, or take it out. \
          [Settings](@reference/settings) lists the keys.",
    bad: "# Kelp\n\n=== waypost.toml\n[site]\ntitel = \"Kelp\"\n",
    good: "# Kelp\n\n=== waypost.toml\n[site]\ntitle = \"Kelp\"\n",
    fix: Some(Safety::Choice),
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
