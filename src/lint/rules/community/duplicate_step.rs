//! `duplicate-step`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "duplicate-step",
    group: Group::Community,
    severity: Severity::Error,
    build: true,
    summary: "a pathway has two steps with one id",
    why: "`needs` and links to a step mean one of them. Give one of them another id.",
    bad: "# Kelp\n\n\
          === data/ladder.toml\n[newcomer]\nname = \"Newcomer\"\norder = 1\nstage = \"contributor\"\n\
          === data/pathways/translate.toml\ntitle = \"Translate a page\"\noutcome = \"A page in your language.\"\n\
          for_personas = []\ncode = \"none\"\neffort = { hours = 3 }\nto = \"newcomer\"\nhelpers = []\n\n[[steps]]\n\
          id = \"page\"\ntitle = \"Choose a page\"\ndo = \"Choose a page.\"\ndone_when = \"It is done.\"\n\n\
          [[steps]]\nid = \"page\"\ntitle = \"Translate the page\"\ndo = \"Translate the page.\"\n\
          done_when = \"It is done.\"\n",
    good: "# Kelp\n\n\
           === data/ladder.toml\n[newcomer]\nname = \"Newcomer\"\norder = 1\nstage = \"contributor\"\n\
           === data/pathways/translate.toml\ntitle = \"Translate a page\"\noutcome = \"A page in your language.\"\n\
           for_personas = []\ncode = \"none\"\neffort = { hours = 3 }\nto = \"newcomer\"\nhelpers = []\n\n\
           [[steps]]\nid = \"choose\"\ntitle = \"Choose a page\"\ndo = \"Choose a page.\"\n\
           done_when = \"It is done.\"\n\n[[steps]]\nid = \"translate\"\ntitle = \"Translate the page\"\n\
           do = \"Translate the page.\"\ndone_when = \"It is done.\"\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
