//! `unused-image`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unused-image",
    group: Group::Whole,
    severity: Severity::Suggestion,
    summary: "an image beside the pages is shown by none",
    why: "It is published all the same, and the next writer wonders whether it can go. Remove it, or show it. Images that others link to from elsewhere belong into the static folder, where nothing is asked of them.",
    bad: "# Kelp\n\nIt grows in cold water.\n\n=== content/leaf.svg\n<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'></svg>\n",
    good: "# Kelp\n\n![A leaf](leaf.svg)\n\n=== content/leaf.svg\n<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'></svg>\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
