//! `archived-parent`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "archived-parent",
    group: Group::Community,
    severity: Severity::Error,
    build: true,
    summary: "a team that works is below one that is archived",
    why: "Who has a question for the team finds nobody above it. Give it another `parent`, or none.",
    bad: "# Kelp\n\n\
          === data/teams.toml\n[core]\nname = \"Core\"\nmission = \"Keep Kelp afloat.\"\nstatus = \"archived\"\n\n\
          [docs]\nname = \"Documentation\"\nmission = \"Write it down.\"\nparent = \"core\"\n",
    good: "# Kelp\n\n\
           === data/teams.toml\n[core]\nname = \"Core\"\nmission = \"Keep Kelp afloat.\"\n\n[docs]\n\
           name = \"Documentation\"\nmission = \"Write it down.\"\nparent = \"core\"\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
