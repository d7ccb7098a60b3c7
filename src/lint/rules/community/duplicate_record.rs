//! `duplicate-record`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "duplicate-record",
    group: Group::Community,
    severity: Severity::Error,
    build: true,
    summary: "two records of one sort have one id",
    why: "A reference can mean only one of them, so the second is left out. Give one of them another id, or take it \
          out.",
    bad: "# Kelp\n\n\
          === data/personas.toml\n[tess]\nname = \"Tess\"\noccupation = \"Harbour master\"\n\
          === data/personas/tess.md\n+++\nname = \"Tess\"\noccupation = \"Sailor\"\n+++\n",
    good: "# Kelp\n\n\
           === data/personas.toml\n[tess]\nname = \"Tess\"\noccupation = \"Harbour master\"\n\
           === data/personas/noor.md\n+++\nname = \"Noor\"\noccupation = \"Sailor\"\n+++\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
