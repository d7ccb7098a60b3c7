//! `duplicate-number`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "duplicate-number",
    group: Group::Community,
    severity: Severity::Error,
    build: true,
    summary: "two decisions have one number",
    why: "Nobody can tell which of them `12` means. Give one of them the next free number.",
    bad: "# Kelp\n\n\
          === data/teams.toml\n[core]\nname = \"Core\"\nmission = \"Keep Kelp afloat.\"\n\
          === data/decisions/12-use-spdx.md\n+++\nnumber = 12\ntitle = \"Use SPDX\"\nstatus = \"open\"\n\
          authors = [\"core\"]\ncreated = 2026-01-14\nsummary = \"Every file names its licence.\"\n+++\n\
          === data/decisions/13-name-licences.md\n+++\nnumber = 12\ntitle = \"Use SPDX\"\nstatus = \"open\"\n\
          authors = [\"core\"]\ncreated = 2026-01-14\nsummary = \"Every file names its licence.\"\n+++\n",
    good: "# Kelp\n\n\
           === data/teams.toml\n[core]\nname = \"Core\"\nmission = \"Keep Kelp afloat.\"\n\
           === data/decisions/12-use-spdx.md\n+++\nnumber = 12\ntitle = \"Use SPDX\"\nstatus = \"open\"\n\
           authors = [\"core\"]\ncreated = 2026-01-14\nsummary = \"Every file names its licence.\"\n+++\n\
           === data/decisions/13-name-licences.md\n+++\nnumber = 13\ntitle = \"Use SPDX\"\nstatus = \"open\"\n\
           authors = [\"core\"]\ncreated = 2026-01-14\nsummary = \"Every file names its licence.\"\n+++\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
