//! `broken-footnote`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "broken-footnote",
    group: Group::Structure,
    severity: Severity::Warning,
    build: true,
    summary: "`[^label]` stands in the text, and nothing defines the label",
    why: "The reader sees the brackets and looks for a note that is not there. Add a line `[^label]: …`, or write \
          `\\[` if it is no footnote.",
    bad: "# Tides\n\nSpring tides come twice a month.[^moon]\n",
    good: "# Tides\n\nSpring tides come twice a month.[^moon]\n\n[^moon]: At new moon and at full moon.\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
