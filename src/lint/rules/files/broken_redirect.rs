//! `broken-redirect`

use crate::diagnostic::{Safety, Severity};
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "broken-redirect",
    group: Group::Files,
    severity: Severity::Error,
    build: true,
    summary: "a redirect leads to no page or file of the site",
    why: "Who follows an old address still ends on an error page. A redirect leads to a page or a file of the site, \
          or to a full URL elsewhere. Correct its target.",
    bad: "# Install\n\n=== waypost.toml\n[redirects]\n\"/setup/\" = \"/paeg.md\"\n",
    good: "# Install\n\n=== waypost.toml\n[redirects]\n\"/setup/\" = \"/page.md\"\n",
    fix: Some(Safety::Choice),
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
