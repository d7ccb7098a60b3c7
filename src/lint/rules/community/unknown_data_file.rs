//! `unknown-data-file`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unknown-data-file",
    group: Group::Community,
    severity: Severity::Warning,
    build: true,
    summary: "no sort of record is read from a file of the data folder",
    why: "What it says appears nowhere. Rename it as the help proposes, or begin its name with `_` if it is a draft. \
          `waypost schema` lists what there can be.",
    bad: "# Kelp\n\n=== data/persona.toml\n[tess]\nname = \"Tess\"\noccupation = \"Harbour master\"\n",
    good: "# Kelp\n\n=== data/personas.toml\n[tess]\nname = \"Tess\"\noccupation = \"Harbour master\"\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
