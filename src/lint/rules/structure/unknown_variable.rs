//! `unknown-variable`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unknown-variable",
    group: Group::Structure,
    severity: Severity::Warning,
    build: true,
    summary: "a text names a variable that the settings do not set",
    why: "The reader sees the name in its braces. Set it under `[vars]`, or write it as it is set there.",
    bad: "# Install\n\nInstall Kelp {{ vars.relase }}.\n\n=== waypost.toml\n[vars]\nrelease = \"2.1\"\n",
    good: "# Install\n\nInstall Kelp {{ vars.release }}.\n\n=== waypost.toml\n[vars]\nrelease = \"2.1\"\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
