//! `misleading-nav-title`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "misleading-nav-title",
    group: Group::Whole,
    severity: Severity::Suggestion,
    on: false,
    audit: true,
    summary: "`nav_title` and the title share no word",
    why: "Readers choose by the words in navigation, and look for them on the page that opens. Let the label be a shorter form of the title.",
    bad: "---\nnav_title: First steps\n---\n\n# Getting started\n",
    good: "---\nnav_title: Started\n---\n\n# Getting started\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
