//! `invalid-translation`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "invalid-translation",
    group: Group::Files,
    severity: Severity::Error,
    build: true,
    summary: "a file in `theme/i18n` is no TOML, or a value in it is not text",
    why: "The text that cannot be read is shown in English or in the built-in translation. Correct what the message \
          names. [Interface texts](@reference/interface-texts) lists the keys.",
    bad: "# Kelp\n\n=== theme/i18n/en.toml\nsearch = 1\n",
    good: "# Kelp\n\n=== theme/i18n/en.toml\nsearch = \"Find\"\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
