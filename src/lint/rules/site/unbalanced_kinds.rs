//! `unbalanced-kinds`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Origin, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unbalanced-kinds",
    group: Group::Whole,
    severity: Severity::Suggestion,
    on: false,
    audit: true,
    summary: "of the four kinds of pages one is missing, or three quarters are of one",
    why: "It is a measure to think about, not a fault: many projects describe every setting and help nobody to begin. Ask what readers come for and do not find. Do not create a section for the sake of having it.",
    bad: "# Kelp\n\n=== content/reference/apples.md\n# Apples\n\n=== content/reference/beans.md\n# Beans\n\n=== content/reference/carrots.md\n# Carrots\n\n=== content/reference/dates.md\n# Dates\n\n=== content/reference/eggs.md\n# Eggs\n\n=== content/reference/figs.md\n# Figs\n\n=== content/reference/grapes.md\n# Grapes\n\n=== content/reference/herbs.md\n# Herbs\n\n",
    good: "# Kelp\n\n=== content/reference/apples.md\n# Apples\n\n=== content/reference/beans.md\n# Beans\n\n=== content/how-tos/carrots.md\n# Carrots\n\n=== content/how-tos/dates.md\n# Dates\n\n=== content/tutorials/eggs.md\n# Eggs\n\n=== content/tutorials/figs.md\n# Figs\n\n=== content/concepts/grapes.md\n# Grapes\n\n=== content/concepts/herbs.md\n# Herbs\n\n",
    sources: &[Origin { name: "Diátaxis: How to use Diátaxis", url: "https://diataxis.fr/how-to-use-diataxis/" }],
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
