//! `missing-folder`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "missing-folder",
    group: Group::Files,
    severity: Severity::Error,
    build: true,
    summary: "`build.data` names a folder that is not there",
    why: "Without it the site is built as if nothing was known of the community. A site that names no folder may do \
          without one. Create the folder, or correct the setting.",
    bad: "# Kelp\n\n=== waypost.toml\n[build]\ndata = \"community\"\n",
    good: "# Kelp\n\n\
           === waypost.toml\n[build]\ndata = \"community\"\n\
           === community/values.toml\n[open]\nname = \"Open\"\nstatement = \"We work in the open.\"\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
