//! `superseded-without-successor`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "superseded-without-successor",
    group: Group::Community,
    severity: Severity::Error,
    build: true,
    summary: "a decision was superseded, and the way to the one that took its place is missing",
    why: "Who finds the old decision has to find the new one, and the other way round. Name each on the other: \
          `superseded_by` on the old, `replaces` on the new.",
    bad: "# Kelp\n\n\
          === data/teams.toml\n[core]\nname = \"Core\"\nmission = \"Keep Kelp afloat.\"\n\
          === data/decisions/12-use-spdx.md\n+++\nnumber = 12\ntitle = \"Use SPDX\"\nstatus = \"superseded\"\n\
          authors = [\"core\"]\ncreated = 2026-01-14\nsummary = \"Every file names its licence.\"\n+++\n\
          === data/decisions/13-use-reuse.md\n+++\nnumber = 13\ntitle = \"Use SPDX\"\nstatus = \"open\"\n\
          authors = [\"core\"]\ncreated = 2026-01-14\nsummary = \"Every file names its licence.\"\n+++\n",
    good: "# Kelp\n\n\
           === data/teams.toml\n[core]\nname = \"Core\"\nmission = \"Keep Kelp afloat.\"\n\
           === data/decisions/12-use-spdx.md\n+++\nnumber = 12\ntitle = \"Use SPDX\"\nstatus = \"superseded\"\n\
           authors = [\"core\"]\ncreated = 2026-01-14\nsummary = \"Every file names its licence.\"\n\
           superseded_by = [13]\n+++\n\
           === data/decisions/13-use-reuse.md\n+++\nnumber = 13\ntitle = \"Use SPDX\"\nstatus = \"open\"\n\
           authors = [\"core\"]\ncreated = 2026-01-14\nsummary = \"Every file names its licence.\"\n\
           replaces = [12]\n+++\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
