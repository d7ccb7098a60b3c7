//! `invalid-data`

use crate::diagnostic::{Safety, Severity};
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "invalid-data",
    group: Group::Community,
    severity: Severity::Error,
    build: true,
    summary: "a file of the data folder is no TOML or YAML, a required field is missing, or a value cannot be used",
    why: "A value that cannot be used costs its field; a record without a required field is left out, and all others \
          stand. The message says what was expected. [Community data](@reference/community-data) lists the fields of \
          each sort of record, and so does `waypost schema`.",
    bad: "# Kelp\n\n\
          === data/roadmap.toml\n[offline]\ntitle = \"Tide tables without a network\"\n\
          summary = \"Sailors have none.\"\nhorizon = \"latre\"\n",
    good: "# Kelp\n\n\
           === data/roadmap.toml\n[offline]\ntitle = \"Tide tables without a network\"\n\
           summary = \"Sailors have none.\"\nhorizon = \"later\"\n",
    fix: Some(Safety::Choice),
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
