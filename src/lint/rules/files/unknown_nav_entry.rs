//! `unknown-nav-entry`

use crate::diagnostic::{Safety, Severity};
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unknown-nav-entry",
    group: Group::Files,
    severity: Severity::Error,
    build: true,
    summary: "`[nav]` names a page or folder that is not there",
    why: "What it was to put in order stands somewhere else. The names are those of the files in that folder, without \
          `.md`. Correct the name, or take it out.",
    bad: "# Kelp\n\n=== waypost.toml\n[nav]\n\"how-tos\" = [\"instal\"]\n=== content/how-tos/install.md\n# Install\n",
    good: "# Kelp\n\n\
           === waypost.toml\n[nav]\n\"how-tos\" = [\"install\"]\n\
           === content/how-tos/install.md\n# Install\n",
    fix: Some(Safety::Choice),
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
