//! `broken-setting-link`

use crate::diagnostic::{Safety, Severity};
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "broken-setting-link",
    group: Group::Files,
    severity: Severity::Error,
    build: true,
    summary: "a file or a link under `[theme]` is not there",
    why: "What the settings name stands on every page, so every page has a hole or a link to nowhere. `logo`, \
          `favicon`, `social_image`, `css`, and `scripts` name files of the static folder; `links` and `footer_links` \
          lead to pages of the site or to full URLs. Correct the path, or add the file.",
    bad: "# Kelp\n\n=== waypost.toml\n[theme]\nlogo = \"lgoo.txt\"\n=== static/logo.txt\n(the picture)\n",
    good: "# Kelp\n\n=== waypost.toml\n[theme]\nlogo = \"logo.txt\"\n=== static/logo.txt\n(the picture)\n",
    fix: Some(Safety::Choice),
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
