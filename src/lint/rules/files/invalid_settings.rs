//! `invalid-settings`

use crate::diagnostic::{Safety, Severity};
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "invalid-settings",
    group: Group::Files,
    severity: Severity::Error,
    build: true,
    summary: "`waypost.toml` is no TOML, or a value in it cannot be used",
    why: "A value that cannot be used keeps its default, so the site is built in another way than you wanted. The \
          message says what was expected. [Settings](@reference/settings) lists the keys and what they hold.",
    bad: "# Kelp\n\n=== waypost.toml\n[build]\nurl_style = \"htlm\"\n",
    good: "# Kelp\n\n=== waypost.toml\n[build]\nurl_style = \"html\"\n",
    fix: Some(Safety::Choice),
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
