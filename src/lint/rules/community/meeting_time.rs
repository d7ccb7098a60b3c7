//! `meeting-time`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "meeting-time",
    group: Group::Community,
    severity: Severity::Warning,
    build: true,
    summary: "the days of a meeting do not fit together",
    why: "Calendars may show other days than you mean. The start is no day of its rule, an exception is no day of the \
          series, the rule contradicts itself, or clocks skip the time of the meeting on the day when they are put \
          forward. Correct what the message names.",
    bad: "# Kelp\n\n\
          === data/meetings.toml\n[call]\ntitle = \"Community call\"\nopen_to = \"everyone\"\nduration = \"1h\"\n\
          tz = \"Europe/Lisbon\"\nstart = \"2026-01-14T16:00\"\n\
          recurrence = { freq = \"weekly\", by_day = [\"WE\"] }\nexceptions = [2026-04-02]\n",
    good: "# Kelp\n\n\
           === data/meetings.toml\n[call]\ntitle = \"Community call\"\nopen_to = \"everyone\"\nduration = \"1h\"\n\
           tz = \"Europe/Lisbon\"\nstart = \"2026-01-14T16:00\"\n\
           recurrence = { freq = \"weekly\", by_day = [\"WE\"] }\nexceptions = [2026-04-01]\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
