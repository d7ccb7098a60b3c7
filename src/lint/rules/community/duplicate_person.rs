//! `duplicate-person`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "duplicate-person",
    group: Group::Community,
    severity: Severity::Error,
    build: true,
    summary: "two people have the same name on the same site",
    why: "They are one person, described twice: thanks and seats are spread over both. Declare the person once, and \
          refer to that record. Under `aliases`, the other id goes on working.",
    bad: "# Kelp\n\n\
          === data/people.toml\n[ana]\nname = \"Ana\"\nlisted = true\nhandles = { github = \"ana-lima\" }\n\n\
          [ana-lima]\nname = \"Ana Lima\"\nlisted = true\nhandles = { github = \"ana-lima\" }\n",
    good: "# Kelp\n\n\
           === data/people.toml\n[ana]\nname = \"Ana Lima\"\nlisted = true\nhandles = { github = \"ana-lima\" }\n\
           aliases = [\"ana-lima\"]\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
