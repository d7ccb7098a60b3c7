//! `unknown-front-matter`

use crate::diagnostic::{Safety, Severity};
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unknown-front-matter",
    group: Group::Files,
    severity: Severity::Warning,
    build: true,
    summary: "a key of the front matter is not known",
    why: "It does nothing, and its writer believes that it does. Correct it, or take it out. Keys of other generators \
          are not counted here: see `unsupported`. [Front matter](@reference/front-matter) lists the keys.",
    bad: "+++\ndescripton = \"How to install Kelp.\"\n+++\n\n# Install\n",
    good: "+++\ndescription = \"How to install Kelp.\"\n+++\n\n# Install\n",
    fix: Some(Safety::Choice),
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
