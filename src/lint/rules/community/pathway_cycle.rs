//! `pathway-cycle`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "pathway-cycle",
    group: Group::Community,
    severity: Severity::Error,
    build: true,
    summary: "a pathway comes before itself, or its steps wait for each other",
    why: "Nobody could ever begin. Take one id of the circle out of `after` or `needs`.",
    bad: "# Kelp\n\n\
          === data/ladder.toml\n[newcomer]\nname = \"Newcomer\"\norder = 1\nstage = \"contributor\"\n\
          === data/pathways/translate.toml\ntitle = \"Translate a page\"\noutcome = \"A page in your language.\"\n\
          for_personas = []\ncode = \"none\"\neffort = { hours = 3 }\nto = \"newcomer\"\nhelpers = []\n\n[[steps]]\n\
          id = \"choose\"\ntitle = \"Choose a page\"\ndo = \"Choose a page.\"\ndone_when = \"It is done.\"\n\
          needs = [\"translate\"]\n\n[[steps]]\nid = \"translate\"\ntitle = \"Translate it\"\n\
          do = \"Translate it.\"\ndone_when = \"It is done.\"\nneeds = [\"choose\"]\n",
    good: "# Kelp\n\n\
           === data/ladder.toml\n[newcomer]\nname = \"Newcomer\"\norder = 1\nstage = \"contributor\"\n\
           === data/pathways/translate.toml\ntitle = \"Translate a page\"\noutcome = \"A page in your language.\"\n\
           for_personas = []\ncode = \"none\"\neffort = { hours = 3 }\nto = \"newcomer\"\nhelpers = []\n\n\
           [[steps]]\nid = \"choose\"\ntitle = \"Choose a page\"\ndo = \"Choose a page.\"\n\
           done_when = \"It is done.\"\n\n[[steps]]\nid = \"translate\"\ntitle = \"Translate it\"\n\
           do = \"Translate it.\"\ndone_when = \"It is done.\"\nneeds = [\"choose\"]\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
