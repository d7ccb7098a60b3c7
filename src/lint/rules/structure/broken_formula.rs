//! `broken-formula`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Origin, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "broken-formula",
    group: Group::Structure,
    severity: Severity::Warning,
    build: true,
    summary: "a formula cannot be read",
    why: "Readers see its source instead: LaTeX that most of them cannot read. Mend the part that the finding names, or write \
          the formula in another way: not every package of LaTeX is understood.",
    bad: "# Tides\n\n```math\nh = \\frac{a}{b\n```\n",
    good: "# Tides\n\n```math\nh = \\frac{a}{b}\n```\n",
    sources: &[Origin {
        name: "GitHub: Writing mathematical expressions",
        url: "https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions",
    }],
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
