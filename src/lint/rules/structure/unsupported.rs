//! `unsupported`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unsupported",
    group: Group::Structure,
    severity: Severity::Warning,
    build: true,
    summary: "something of another tool is used that this version does not understand",
    why: "A directive, a component, a call of another generator, or an `.mdx` file: its content is shown, and it does \
          nothing. Write it in Markdown. A front matter key of another generator is passed over, and no more than a \
          suggestion: take it out, or leave it. Each name is reported once, where it is used first, with the number \
          of pages that use it.",
    bad: "# Install\n\n{{< youtube dQw4w9WgXcQ >}}\n",
    good: "# Install\n\n[Watch how it is done](https://www.youtube.com/watch?v=dQw4w9WgXcQ).\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
