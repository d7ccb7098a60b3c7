//! `unlinked-page`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Origin, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unlinked-page",
    group: Group::Whole,
    severity: Severity::Suggestion,
    on: false,
    audit: true,
    summary: "no other page's text links to a how-to or a page of reference",
    why: "People need these pages while they do something else: while they follow a tutorial, or another how-to. A page that only navigation knows is found by those alone who know that it exists.",
    bad: "# Kelp\n\n=== content/how-tos/index.md\n# How-tos\n\nFor those who are at work.\n\n=== content/how-tos/harvest.md\n# Harvest kelp\n",
    good: "# Kelp\n\n=== content/how-tos/index.md\n# How-tos\n\nIn autumn, [harvest kelp](harvest.md).\n\n=== content/how-tos/harvest.md\n# Harvest kelp\n",
    sources: &[Origin { name: "Diátaxis: Complex hierarchies", url: "https://diataxis.fr/complex-hierarchies/" }],
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
