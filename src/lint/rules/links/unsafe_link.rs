//! `unsafe-link`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unsafe-link",
    group: Group::Links,
    severity: Severity::Error,
    build: true,
    summary: "a link of a record would run a script",
    why: "Data often comes from forms and imports. A URL that begins with `javascript:` or its like is code that runs \
          in the reader's browser, so the link is left out. Link to a page.",
    bad: "# Kelp\n\n\
          === data/channels.toml\n[forum]\nname = \"Forum\"\nkind = \"forum\"\nurl = \"javascript:alert(1)\"\n\
          use_for = [\"Questions.\"]\npublic = true\n",
    good: "# Kelp\n\n\
           === data/channels.toml\n[forum]\nname = \"Forum\"\nkind = \"forum\"\n\
           url = \"https://forum.example.org/\"\nuse_for = [\"Questions.\"]\npublic = true\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
