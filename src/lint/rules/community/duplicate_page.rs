//! `duplicate-page`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "duplicate-page",
    group: Group::Community,
    severity: Severity::Error,
    build: true,
    summary: "a page stands in a reading path twice",
    why: "A reader who comes to it again believes to have lost the way. Keep it where it is needed first.",
    bad: "# Tides\n\n\
          === data/readings.toml\n[start]\ntitle = \"Start here\"\nsummary = \"What tides are.\"\n\
          pages = [\"@page\", \"@page\"]\n",
    good: "# Tides\n\n\
           === data/readings.toml\n[start]\ntitle = \"Start here\"\nsummary = \"What tides are.\"\n\
           pages = [\"@page\"]\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
