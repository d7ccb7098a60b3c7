//! `unknown-field`

use crate::diagnostic::{Safety, Severity};
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unknown-field",
    group: Group::Community,
    severity: Severity::Warning,
    build: true,
    summary: "a record has a field that its sort does not have",
    why: "It does nothing, and its writer believes that it does. Correct it, or take it out. [Community \
          data](@reference/community-data) lists the fields of each sort of record, and so does `waypost schema`.",
    bad: "# Kelp\n\n\
          === data/personas.toml\n[tess]\nname = \"Tess\"\noccupation = \"Harbour master\"\n\
          sumary = \"Plans when ships come in.\"\n",
    good: "# Kelp\n\n\
           === data/personas.toml\n[tess]\nname = \"Tess\"\noccupation = \"Harbour master\"\n\
           summary = \"Plans when ships come in.\"\n",
    fix: Some(Safety::Choice),
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
