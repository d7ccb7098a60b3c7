//! `vale-settings`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "vale-settings",
    group: Group::Lint,
    severity: Severity::Error,
    summary: "a `.vale.ini` cannot be read as it is",
    why: "A setting that is not understood is passed over by Vale, and the rule that it was to switch off goes on. Section names, keys, levels and patterns are checked where they stand.",
    bad: "# Install\n\nUtilize it.\n\n=== waypost.toml\n[lint]\nvale = \".vale.ini\"\n\n=== .vale.ini\nStylesPath = stiles\n\n[*.md]\nBasedOnStyles = Plain\n\n=== styles/Plain/Words.yml\nextends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nswap:\n  utilise: use\n",
    good: "# Install\n\nUtilize it.\n\n=== waypost.toml\n[lint]\nvale = \".vale.ini\"\n\n=== .vale.ini\nStylesPath = styles\n\n[*.md]\nBasedOnStyles = Plain\n\n=== styles/Plain/Words.yml\nextends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nswap:\n  utilise: use\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
