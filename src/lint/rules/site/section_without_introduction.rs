//! `section-without-introduction`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Origin, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "section-without-introduction",
    group: Group::Whole,
    severity: Severity::Suggestion,
    summary: "a section's page has no text of its own",
    why: "Who arrives at a section sees a bare list and has to guess. A few sentences on what is here, for whom, and where to begin help more than any title. Write them into the section's `index.md`: the list of its pages follows by itself.",
    bad: "# Kelp\n\n=== content/tutorials/plant.md\n# Plant kelp\n",
    good: "# Kelp\n\n=== content/tutorials/index.md\n# Tutorials\n\nLearn by doing. Begin with your first plant; it takes an hour.\n\n=== content/tutorials/plant.md\n# Plant kelp\n",
    sources: &[Origin { name: "Diátaxis: Complex hierarchies", url: "https://diataxis.fr/complex-hierarchies/" }],
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
