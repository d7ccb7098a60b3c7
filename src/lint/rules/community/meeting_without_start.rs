//! `meeting-without-start`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "meeting-without-start",
    group: Group::Community,
    severity: Severity::Error,
    build: true,
    summary: "a meeting does not say when it takes place first",
    why: "No calendar can show it: of a meeting every second week, nobody knows which weeks are meant. Set `start` to \
          the first time that it took place.",
    bad: "# Kelp\n\n\
          === data/meetings.toml\n[call]\ntitle = \"Community call\"\nopen_to = \"everyone\"\nduration = \"1h\"\n\
          tz = \"Europe/Lisbon\"\n",
    good: "# Kelp\n\n\
           === data/meetings.toml\n[call]\ntitle = \"Community call\"\nopen_to = \"everyone\"\nduration = \"1h\"\n\
           tz = \"Europe/Lisbon\"\nstart = \"2026-01-14T16:00\"\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
