//! `unknown-step`

use crate::diagnostic::{Safety, Severity};
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unknown-step",
    group: Group::Community,
    severity: Severity::Error,
    build: true,
    summary: "`needs` names a step that the pathway does not have",
    why: "The step would wait for nothing. Correct the id.",
    bad: "# Kelp\n\n\
          === data/ladder.toml\n[newcomer]\nname = \"Newcomer\"\norder = 1\nstage = \"contributor\"\n\
          === data/pathways/translate.toml\ntitle = \"Translate a page\"\noutcome = \"A page in your language.\"\n\
          for_personas = []\ncode = \"none\"\neffort = { hours = 3 }\nto = \"newcomer\"\nhelpers = []\n\n[[steps]]\n\
          id = \"choose\"\ntitle = \"Choose a page\"\ndo = \"Choose a page.\"\ndone_when = \"It is done.\"\n\n\
          [[steps]]\nid = \"translate\"\ntitle = \"Translate it\"\ndo = \"Translate it.\"\n\
          done_when = \"It is done.\"\nneeds = [\"chose\"]\n",
    good: "# Kelp\n\n\
           === data/ladder.toml\n[newcomer]\nname = \"Newcomer\"\norder = 1\nstage = \"contributor\"\n\
           === data/pathways/translate.toml\ntitle = \"Translate a page\"\noutcome = \"A page in your language.\"\n\
           for_personas = []\ncode = \"none\"\neffort = { hours = 3 }\nto = \"newcomer\"\nhelpers = []\n\n\
           [[steps]]\nid = \"choose\"\ntitle = \"Choose a page\"\ndo = \"Choose a page.\"\n\
           done_when = \"It is done.\"\n\n[[steps]]\nid = \"translate\"\ntitle = \"Translate it\"\n\
           do = \"Translate it.\"\ndone_when = \"It is done.\"\nneeds = [\"choose\"]\n",
    fix: Some(Safety::Choice),
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
