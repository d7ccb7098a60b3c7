//! `vale-invalid-rule`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "vale-invalid-rule",
    group: Group::Lint,
    severity: Severity::Error,
    summary: "a rule of a style cannot be read",
    why: "A key is missing or not known, or a pattern does not compile. The rule is not applied, and neither is any other style until it is mended.",
    bad: "# Install\n\nUtilize it.\n\n=== waypost.toml\n[lint]\nvale = \".vale.ini\"\n\n=== .vale.ini\nStylesPath = styles\n\n[*.md]\nBasedOnStyles = Plain\n\n=== styles/Plain/Words.yml\nextends: substitution\nmesage: \"Use '%s' instead of '%s'.\"\nswap:\n  utilise: use\n",
    good: "# Install\n\nUtilize it.\n\n=== waypost.toml\n[lint]\nvale = \".vale.ini\"\n\n=== .vale.ini\nStylesPath = styles\n\n[*.md]\nBasedOnStyles = Plain\n\n=== styles/Plain/Words.yml\nextends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nswap:\n  utilise: use\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
