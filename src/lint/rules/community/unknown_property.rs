//! `unknown-property`

use crate::diagnostic::{Safety, Severity};
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unknown-property",
    group: Group::Community,
    severity: Severity::Error,
    build: true,
    summary: "a block is asked for something that its records do not have",
    why: "The block would be empty without a word. A property of a block is a field of the records that it lists, or \
          one of those that [Blocks](@reference/blocks) lists.",
    bad: "# Kelp\n\n:::roadmap{horizn=later}\n\n\
          === data/roadmap.toml\n[offline]\ntitle = \"Tide tables without a network\"\n\
          summary = \"Sailors have none.\"\nhorizon = \"later\"\n",
    good: "# Kelp\n\n:::roadmap{horizon=later}\n\n\
           === data/roadmap.toml\n[offline]\ntitle = \"Tide tables without a network\"\n\
           summary = \"Sailors have none.\"\nhorizon = \"later\"\n",
    fix: Some(Safety::Choice),
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
