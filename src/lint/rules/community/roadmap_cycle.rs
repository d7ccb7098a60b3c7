//! `roadmap-cycle`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "roadmap-cycle",
    group: Group::Community,
    severity: Severity::Error,
    build: true,
    summary: "a roadmap item is a part of itself",
    why: "Take out one `parent` of the circle, which the message shows.",
    bad: "# Kelp\n\n\
          === data/roadmap.toml\n[offline]\ntitle = \"Tide tables without a network\"\n\
          summary = \"Sailors have none.\"\nparent = \"storage\"\n\n[storage]\n\
          title = \"Store tables on the device\"\nsummary = \"So that they are there.\"\nparent = \"offline\"\n",
    good: "# Kelp\n\n\
           === data/roadmap.toml\n[offline]\ntitle = \"Tide tables without a network\"\n\
           summary = \"Sailors have none.\"\n\n[storage]\ntitle = \"Store tables on the device\"\n\
           summary = \"So that they are there.\"\nparent = \"offline\"\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
