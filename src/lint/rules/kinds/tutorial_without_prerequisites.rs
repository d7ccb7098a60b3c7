//! `tutorial-without-prerequisites`

use super::roles::{Role, role};
use super::{phrases, sections, title};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "tutorial-without-prerequisites",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    on: false,
    kinds: &[Kind::Tutorial],
    summary: "a tutorial does not say what the learner needs before it",
    why: "A lesson that stops at the third step because something is not installed has failed. Say at the beginning what is \
          needed, in a section `Before you begin` or as `prerequisites` in the front matter; and if nothing is, say that. The rule is off because the \
          page before may have said it.",
    bad: "---\nkind: tutorial\n---\n\n# Your first site\n\nIn this tutorial, we build a site.\n\n```bash\nwaypost build\n```\n",
    good: "---\nkind: tutorial\n---\n\n# Your first site\n\nIn this tutorial, we build a site. You need a computer with Waypost on \
           it.\n\n```bash\nwaypost build\n```\n",
    precision: super::measured(8, 23),
    sources: &[super::GITLAB_TUTORIAL],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// Words of those who say what is needed, or that it is there from the page before.
const NEEDS: &[&str] = &[
    "you need",
    "you'll need",
    "you will need",
    "you don't need",
    "you do not need",
    "you should have",
    "you have",
    "you've",
    "you already",
    "if you haven't",
    "make sure",
    "ensure",
    "assume",
    "assumes",
    "assuming",
    "prerequisite",
    "prerequisites",
    "requirement",
    "requirements",
    "requires",
    "required",
    "before you",
    "before we",
    "previous",
    "previously",
    "last tutorial",
    "last part",
    "continue",
    "follow",
    "follows",
    "familiar",
    "install",
    "installed",
    "needed",
];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) || page.prose.is_empty() {
        return;
    }
    let has_section = page.document.headings.iter().any(|heading| role(&heading.text) == Some(Role::Prerequisites));
    let says_so = || page.prose.iter().any(|block| phrases::has(&block.prose.text, NEEDS));
    if has_section || !page.view.page.prerequisites.is_empty() || says_so() {
        return;
    }
    let Some(title) = title::title(page) else { return };
    diagnostics.push(page.at(title.span, "nothing says what the learner needs before this tutorial").help(
        "write a section `Before you begin`, or `prerequisites` in the front matter; if nothing is needed, say so",
    ));
}
