//! `vale-missing-style`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "vale-missing-style",
    group: Group::Lint,
    severity: Severity::Error,
    summary: "a style or a vocabulary is named that is not there",
    why: "No rule of it is applied. Put its folder below `StylesPath`, or name the folder or zip file that holds it in `Packages`. A vocabulary lies in `config/vocabularies/NAME` there. Waypost downloads nothing.",
    bad: "# Install\n\nUtilize it.\n\n=== waypost.toml\n[lint]\nvale = \".vale.ini\"\n\n=== .vale.ini\nStylesPath = styles\n\n[*.md]\nBasedOnStyles = Plane\n\n=== styles/Plain/Words.yml\nextends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nswap:\n  utilise: use\n",
    good: "# Install\n\nUtilize it.\n\n=== waypost.toml\n[lint]\nvale = \".vale.ini\"\n\n=== .vale.ini\nStylesPath = styles\n\n[*.md]\nBasedOnStyles = Plain\n\n=== styles/Plain/Words.yml\nextends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nswap:\n  utilise: use\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
