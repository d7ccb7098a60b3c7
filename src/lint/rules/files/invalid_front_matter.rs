//! `invalid-front-matter`

use crate::diagnostic::{Safety, Severity};
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "invalid-front-matter",
    group: Group::Files,
    severity: Severity::Error,
    build: true,
    summary: "the front matter is not closed, is no TOML or YAML, or a value is of the wrong sort",
    why: "What cannot be read does not count: the page loses that key, or all of them. The message says what was \
          expected. [Front matter](@reference/front-matter) lists the keys and what they hold.",
    bad: "+++\nkind = \"how-too\"\n+++\n\n# Install\n",
    good: "+++\nkind = \"how-to\"\n+++\n\n# Install\n",
    fix: Some(Safety::Choice),
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
