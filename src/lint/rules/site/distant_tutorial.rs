//! `distant-tutorial`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "distant-tutorial",
    group: Group::Whole,
    severity: Severity::Suggestion,
    summary: "no tutorial is within two clicks of the home page",
    why: "A newcomer who does not see where to begin leaves. Link to the first tutorial from the home page, or keep the tutorials in a section of their own, which navigation shows everywhere.",
    bad: "# Kelp\n\n=== content/guides/index.md\n# Guides\n\nAll of them.\n\n=== content/guides/first/index.md\n# Begin\n\nHere you begin.\n\n=== content/guides/first/plant/index.md\n# Plants\n\nThey are green.\n\n=== content/guides/first/plant/kelp.md\n---\nkind: tutorial\n---\n\n# Plant kelp\n",
    good: "# Kelp\n\n=== content/index.md\n# Home\n\nBegin with [your first plant](guides/first/plant/kelp.md).\n\n=== content/guides/index.md\n# Guides\n\nAll of them.\n\n=== content/guides/first/plant/kelp.md\n---\nkind: tutorial\n---\n\n# Plant kelp\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
