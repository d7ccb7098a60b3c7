//! `duplicate-member`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "duplicate-member",
    group: Group::Community,
    severity: Severity::Error,
    build: true,
    summary: "a person sits in a team twice, or is a member and an alumnus of it",
    why: "Readers would count one person as two, or not know whether to ask. Keep one of both.",
    bad: "# Kelp\n\n\
          === data/people.toml\n[ana]\nname = \"Ana\"\nlisted = true\n\
          === data/teams/core.toml\nname = \"Core\"\nmission = \"Keep Kelp afloat.\"\n\
          seats = [{ person = \"ana\" }, { person = \"ana\", role = \"chair\" }]\n",
    good: "# Kelp\n\n\
           === data/people.toml\n[ana]\nname = \"Ana\"\nlisted = true\n\
           === data/teams/core.toml\nname = \"Core\"\nmission = \"Keep Kelp afloat.\"\n\
           seats = [{ person = \"ana\", role = \"chair\" }]\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
