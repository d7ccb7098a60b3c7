//! `unknown-reference`

use crate::diagnostic::{Safety, Severity};
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unknown-reference",
    group: Group::Community,
    severity: Severity::Error,
    build: true,
    summary: "a record names another one that is not there",
    why: "The link between the two is missing on both of their pages. Correct the id, or describe the record. An id \
          that a record had before goes on working if the record names it under `aliases`. Labels are compared \
          without regard to case and emoji variants.",
    bad: "# Kelp\n\n\
          === data/labels.toml\n[\"needs: triage\"]\ndescription = \"Nobody has looked at it yet.\"\n\
          color = \"#d93f0b\"\n\
          === data/replies/welcome.md\n+++\ntitle = \"Welcome\"\n\
          when = \"Somebody reports something for the first time.\"\ncategory = \"welcome\"\n\
          actions = [{ add_label = \"needs: triag\" }]\n+++\n\nWelcome, {{name}}!\n",
    good: "# Kelp\n\n\
           === data/labels.toml\n[\"needs: triage\"]\ndescription = \"Nobody has looked at it yet.\"\n\
           color = \"#d93f0b\"\n\
           === data/replies/welcome.md\n+++\ntitle = \"Welcome\"\n\
           when = \"Somebody reports something for the first time.\"\ncategory = \"welcome\"\n\
           actions = [{ add_label = \"needs: triage\" }]\n+++\n\nWelcome, {{name}}!\n",
    fix: Some(Safety::Choice),
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
