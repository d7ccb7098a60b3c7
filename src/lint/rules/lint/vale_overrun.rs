//! `vale-overrun`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "vale-overrun",
    group: Group::Lint,
    severity: Severity::Warning,
    summary: "a pattern of a style takes too long on a page",
    why: "A pattern with nested repetitions can try more ways than there is time for. It is stopped, so the page is read in part only. Make the pattern simpler.",
    bad: "# Install\n\nUtilize it.\n\n=== waypost.toml\n[lint]\nvale = \".vale.ini\"\n\n=== content/other.md\n# Other\n\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac\n\n=== .vale.ini\nStylesPath = styles\n\n[*.md]\nBasedOnStyles = Plain\n\n=== styles/Plain/Words.yml\nextends: existence\nmessage: \"Avoid '%s'.\"\nnonword: true\nscope: raw\nraw:\n  - '(?:(?=a)a|aa)+(?<!a)c'\n",
    good: "# Install\n\nUtilize it.\n\n=== waypost.toml\n[lint]\nvale = \".vale.ini\"\n\n=== .vale.ini\nStylesPath = styles\n\n[*.md]\nBasedOnStyles = Plain\n\n=== styles/Plain/Words.yml\nextends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nswap:\n  utilise: use\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
