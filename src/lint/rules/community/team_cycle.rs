//! `team-cycle`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "team-cycle",
    group: Group::Community,
    severity: Severity::Error,
    build: true,
    summary: "a team is above itself",
    why: "Take out one `parent` of the circle, which the message shows.",
    bad: "# Kelp\n\n\
          === data/teams.toml\n[core]\nname = \"Core\"\nmission = \"Keep Kelp afloat.\"\nparent = \"docs\"\n\n\
          [docs]\nname = \"Documentation\"\nmission = \"Write it down.\"\nparent = \"core\"\n",
    good: "# Kelp\n\n\
           === data/teams.toml\n[core]\nname = \"Core\"\nmission = \"Keep Kelp afloat.\"\n\n[docs]\n\
           name = \"Documentation\"\nmission = \"Write it down.\"\nparent = \"core\"\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
