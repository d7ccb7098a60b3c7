//! `vale-unsupported`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "vale-unsupported",
    group: Group::Lint,
    severity: Severity::Suggestion,
    summary: "a rule of a style is of a kind that Waypost does not run",
    why: "Waypost runs no scripts and has no tagger for parts of speech, so rules of the kinds `script` and `sequence` are left out. Each is named once, so that you know what is not looked at. Switch it off in `.vale.ini`, or keep Vale for it.",
    bad: "# Install\n\nUtilize it.\n\n=== waypost.toml\n[lint]\nvale = \".vale.ini\"\n\n=== .vale.ini\nStylesPath = styles\n\n[*.md]\nBasedOnStyles = Plain\n\n=== styles/Plain/Words.yml\nextends: script\nmessage: \"Too long.\"\nscript: words.tengo\n",
    good: "# Install\n\nUtilize it.\n\n=== waypost.toml\n[lint]\nvale = \".vale.ini\"\n\n=== .vale.ini\nStylesPath = styles\n\n[*.md]\nBasedOnStyles = Plain\n\n=== styles/Plain/Words.yml\nextends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nswap:\n  utilise: use\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
