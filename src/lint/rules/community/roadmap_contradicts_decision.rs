//! `roadmap-contradicts-decision`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "roadmap-contradicts-decision",
    group: Group::Community,
    severity: Severity::Error,
    build: true,
    summary: "an item is planned, and the decision that it rests on holds no more",
    why: "The decision was rejected, withdrawn, or superseded, or has become obsolete, and readers go on counting on \
          the item. Drop the item, or name the decision that holds now.",
    bad: "# Kelp\n\n\
          === data/teams.toml\n[core]\nname = \"Core\"\nmission = \"Keep Kelp afloat.\"\n\
          === data/decisions/12-use-spdx.md\n+++\nnumber = 12\ntitle = \"Use SPDX\"\nstatus = \"rejected\"\n\
          authors = [\"core\"]\ncreated = 2026-01-14\nsummary = \"Every file names its licence.\"\n\
          resolution = { outcome = \"Too early.\", date = 2026-02-04 }\n+++\n\
          === data/roadmap.toml\n[spdx]\ntitle = \"Licences in every file\"\nsummary = \"As decided.\"\n\
          decision = 12\n",
    good: "# Kelp\n\n\
           === data/teams.toml\n[core]\nname = \"Core\"\nmission = \"Keep Kelp afloat.\"\n\
           === data/decisions/12-use-spdx.md\n+++\nnumber = 12\ntitle = \"Use SPDX\"\nstatus = \"accepted\"\n\
           authors = [\"core\"]\ncreated = 2026-01-14\nsummary = \"Every file names its licence.\"\n\
           resolution = { outcome = \"Agreed without a vote.\", date = 2026-02-04 }\n+++\n\
           === data/roadmap.toml\n[spdx]\ntitle = \"Licences in every file\"\nsummary = \"As decided.\"\n\
           decision = 12\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
