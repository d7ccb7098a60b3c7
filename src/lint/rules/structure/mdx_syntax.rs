//! `mdx-syntax`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "mdx-syntax",
    group: Group::Structure,
    severity: Severity::Error,
    build: true,
    summary: "a page with JSX has a tag that does not close, or something that only a program could tell",
    why: "Waypost reads JSX as data and runs nothing: tags, their attributes, literals, and comments. The rest of the \
          page is shown, but what stands here is not what the writer meant.",
    bad: "=== content/index.mdx\n# Install\n\nKelp {props.version} needs a network.\n",
    good: "=== content/index.mdx\n# Install\n\nKelp {\"2.1\"} needs a network.\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
