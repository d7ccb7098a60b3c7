//! `unreachable-page`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unreachable-page",
    group: Group::Whole,
    severity: Severity::Suggestion,
    summary: "a page is `unlisted`, and nothing links to it",
    why: "Nobody finds it. Link to it where it is needed, take `unlisted` out, or remove the page. If you give its address to people by other ways, allow this rule on it.",
    bad: "# Kelp\n\n=== content/thanks.md\n---\nunlisted: true\n---\n\n# Thank you\n",
    good: "# Kelp\n\nWe say [thank you](thanks.md).\n\n=== content/thanks.md\n---\nunlisted: true\n---\n\n# Thank you\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
