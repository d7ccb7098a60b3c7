//! `crowded-list`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Origin, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "crowded-list",
    group: Group::Whole,
    severity: Severity::Suggestion,
    on: false,
    audit: true,
    summary: "a folder lists more than seven pages side by side",
    why: "A long list is not read but searched. Groups tell readers where to look: put pages that belong together into a folder of their own, with a page that says what is in it. A long list in the order of what it describes, as of commands in a reference, can be right.",
    bad: "# Kelp\n\n=== content/how-tos/apples.md\n# Apples\n\n=== content/how-tos/beans.md\n# Beans\n\n=== content/how-tos/carrots.md\n# Carrots\n\n=== content/how-tos/dates.md\n# Dates\n\n=== content/how-tos/eggs.md\n# Eggs\n\n=== content/how-tos/figs.md\n# Figs\n\n=== content/how-tos/grapes.md\n# Grapes\n\n=== content/how-tos/herbs.md\n# Herbs\n\n",
    good: "# Kelp\n\n=== content/how-tos/apples.md\n# Apples\n\n=== content/how-tos/beans.md\n# Beans\n\n=== content/how-tos/carrots.md\n# Carrots\n\n=== content/how-tos/sweet/dates.md\n# Dates\n\n=== content/how-tos/sweet/eggs.md\n# Eggs\n\n",
    sources: &[Origin { name: "Diátaxis: Complex hierarchies", url: "https://diataxis.fr/complex-hierarchies/" }],
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
