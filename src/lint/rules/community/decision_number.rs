//! `decision-number`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "decision-number",
    group: Group::Community,
    severity: Severity::Error,
    build: true,
    summary: "the number of a decision is not the one in its file's name",
    why: "A decision is looked for and referred to by its number, and the two would lead to different ones. Rename \
          the file, or correct `number`.",
    bad: "# Kelp\n\n\
          === data/teams.toml\n[core]\nname = \"Core\"\nmission = \"Keep Kelp afloat.\"\n\
          === data/decisions/0012-use-spdx.md\n+++\nnumber = 21\ntitle = \"Use SPDX\"\nstatus = \"open\"\n\
          authors = [\"core\"]\ncreated = 2026-01-14\nsummary = \"Every file names its licence.\"\n+++\n",
    good: "# Kelp\n\n\
           === data/teams.toml\n[core]\nname = \"Core\"\nmission = \"Keep Kelp afloat.\"\n\
           === data/decisions/0012-use-spdx.md\n+++\nnumber = 12\ntitle = \"Use SPDX\"\nstatus = \"open\"\n\
           authors = [\"core\"]\ncreated = 2026-01-14\nsummary = \"Every file names its licence.\"\n+++\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
