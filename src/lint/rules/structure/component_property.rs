//! `component-property`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "component-property",
    group: Group::Structure,
    severity: Severity::Warning,
    build: true,
    summary: "a directive has a property that its component does not know, lacks one that it needs, or gives one a \
              value that it cannot be",
    why: "A property that is not known does nothing, and a component that lacks what it needs shows its content \
          alone. [Components](@reference/components) lists what each component takes.",
    bad: "# Install\n\n:::card[Charts]{hrf=https://kelp.example/charts}\n:::\n",
    good: "# Install\n\n:::card[Charts]{href=https://kelp.example/charts}\n:::\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
