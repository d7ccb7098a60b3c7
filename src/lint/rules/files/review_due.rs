//! `review-due`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "review-due",
    group: Group::Files,
    severity: Severity::Suggestion,
    build: true,
    summary: "`updated` and `review_every` say that the page should have been looked at by now",
    why: "Documentation goes out of date without anybody touching it, and only somebody who reads it can tell. Read \
          the page, or ask its `owner` to, mend what is wrong, and set `updated`. What counts as today is the day of \
          the last commit, or the newest `updated` of the site.",
    bad: "+++\nupdated = 2026-01-14\nreview_every = \"90d\"\n+++\n\n# Install\n\n\
          === content/news.md\n+++\nupdated = 2026-11-20\n+++\n\n# News\n",
    good: "+++\nupdated = 2026-11-02\nreview_every = \"90d\"\n+++\n\n# Install\n\n\
           === content/news.md\n+++\nupdated = 2026-11-20\n+++\n\n# News\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
