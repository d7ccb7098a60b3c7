//! `invalid-url`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "invalid-url",
    group: Group::Files,
    severity: Severity::Error,
    build: true,
    summary: "a page cannot be written at its address",
    why: "The page is left out. No file can have its name, because a part of it is longer than 255 bytes, or it has a \
          control character; or Waypost keeps its own files there. Rename the page, or give it another `slug`.",
    bad: "+++\nslug = \"waypost-assets\"\n+++\n\n# The assets of Waypost\n",
    good: "+++\nslug = \"assets\"\n+++\n\n# The assets of Waypost\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
