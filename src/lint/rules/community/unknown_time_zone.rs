//! `unknown-time-zone`

use crate::diagnostic::{Safety, Severity};
use crate::lint::{Check, Group, Origin, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unknown-time-zone",
    group: Group::Community,
    severity: Severity::Error,
    build: true,
    summary: "`tz` of a meeting is no IANA name, or one that does not mean what people mean by it",
    why: "Calendars would show the meeting at another hour, or not at all. Short names such as `CET` and `EST` do not \
          change with the seasons, or mean several places. Name the place whose clocks the meeting follows: \
          `Europe/Berlin`.",
    bad: "# Kelp\n\n\
          === data/meetings.toml\n[call]\ntitle = \"Community call\"\nopen_to = \"everyone\"\nduration = \"1h\"\n\
          tz = \"Europe/Lisboa\"\nstart = \"2026-01-14T16:00\"\n",
    good: "# Kelp\n\n\
           === data/meetings.toml\n[call]\ntitle = \"Community call\"\nopen_to = \"everyone\"\nduration = \"1h\"\n\
           tz = \"Europe/Lisbon\"\nstart = \"2026-01-14T16:00\"\n",
    fix: Some(Safety::Choice),
    sources: &[Origin { name: "IANA Time Zone Database", url: "https://www.iana.org/time-zones" }],
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
