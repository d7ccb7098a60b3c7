//! `unknown-persona`

use crate::diagnostic::{Safety, Severity};
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unknown-persona",
    group: Group::Community,
    severity: Severity::Error,
    build: true,
    summary: "`personas` of a page names somebody whom the data folder does not describe",
    why: "The page is missing where that persona looks for it. It is reported on sites that describe personas; others \
          may name them long before. Correct the id, describe the persona, or take it out.",
    bad: "+++\npersonas = [\"tes\"]\n+++\n\n# Tides\n\n\
          === data/personas.toml\n[tess]\nname = \"Tess\"\noccupation = \"Harbour master\"\n",
    good: "+++\npersonas = [\"tess\"]\n+++\n\n# Tides\n\n\
           === data/personas.toml\n[tess]\nname = \"Tess\"\noccupation = \"Harbour master\"\n",
    fix: Some(Safety::Choice),
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
