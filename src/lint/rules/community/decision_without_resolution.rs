//! `decision-without-resolution`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "decision-without-resolution",
    group: Group::Community,
    severity: Severity::Warning,
    build: true,
    summary: "a decision was made, and nothing says when and how",
    why: "Years later the record is all that there is. Add `resolution` with the outcome and the day; a link to the \
          vote or the meeting does the rest.",
    bad: "# Kelp\n\n\
          === data/teams.toml\n[core]\nname = \"Core\"\nmission = \"Keep Kelp afloat.\"\n\
          === data/decisions/12-use-spdx.md\n+++\nnumber = 12\ntitle = \"Use SPDX\"\nstatus = \"accepted\"\n\
          authors = [\"core\"]\ncreated = 2026-01-14\nsummary = \"Every file names its licence.\"\n+++\n",
    good: "# Kelp\n\n\
           === data/teams.toml\n[core]\nname = \"Core\"\nmission = \"Keep Kelp afloat.\"\n\
           === data/decisions/12-use-spdx.md\n+++\nnumber = 12\ntitle = \"Use SPDX\"\nstatus = \"accepted\"\n\
           authors = [\"core\"]\ncreated = 2026-01-14\nsummary = \"Every file names its licence.\"\n\
           resolution = { outcome = \"Agreed without a vote.\", date = 2026-02-04 }\n+++\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
