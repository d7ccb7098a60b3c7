//! `event-ends-before-it-begins`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "event-ends-before-it-begins",
    group: Group::Community,
    severity: Severity::Error,
    build: true,
    summary: "the last day of an event is before its first",
    why: "Nobody can tell when to come, and no calendar shows it. Correct `date` or `until`.",
    bad: "# Kelp\n\n\
          === data/events.toml\n[sprint]\nname = \"Spring sprint\"\ndate = 2026-05-08\nuntil = 2026-05-03\n",
    good: "# Kelp\n\n\
           === data/events.toml\n[sprint]\nname = \"Spring sprint\"\ndate = 2026-05-08\nuntil = 2026-05-10\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
