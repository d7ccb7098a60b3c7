//! `unknown-value`

use crate::diagnostic::{Safety, Severity};
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unknown-value",
    group: Group::Community,
    severity: Severity::Error,
    build: true,
    summary: "a block is asked for a word or a record that there is not",
    why: "The block would be empty, whatever the data folder holds. Write a word that the field can have, or the id \
          of a record. [Blocks](@reference/blocks) says what each of them lists.",
    bad: "# Kelp\n\n:::roadmap{horizon=latre}\n\n\
          === data/roadmap.toml\n[offline]\ntitle = \"Tide tables without a network\"\n\
          summary = \"Sailors have none.\"\nhorizon = \"later\"\n",
    good: "# Kelp\n\n:::roadmap{horizon=later}\n\n\
           === data/roadmap.toml\n[offline]\ntitle = \"Tide tables without a network\"\n\
           summary = \"Sailors have none.\"\nhorizon = \"later\"\n",
    fix: Some(Safety::Choice),
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
