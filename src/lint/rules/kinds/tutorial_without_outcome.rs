//! `tutorial-without-outcome`

use super::{phrases, roles, sections, title};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "tutorial-without-outcome",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &[Kind::Tutorial],
    summary: "a tutorial does not say at its beginning what the learner makes",
    why: "A learner gives the page an hour, and wants to see first what for. Say it in the opening (\"In this tutorial, we \
          build a site of two pages\"), or write it as `outcome` in the front matter, which is shown above the text.",
    bad: "---\nkind: tutorial\n---\n\n# Your first site\n\nSites consist of pages.\n\n```bash\nwaypost build\n```\n",
    good: "---\nkind: tutorial\n---\n\n# Your first site\n\nIn this tutorial, we build a site of two pages.\n\n```bash\nwaypost \
           build\n```\n",
    precision: super::measured(35, 39),
    sources: &[super::TUTORIALS, super::GITLAB_TUTORIAL],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// Words of those who say where the page leads.
const AHEAD: &[&str] = &[
    "you will",
    "you'll",
    "we will",
    "we'll",
    "we are going to",
    "we're going to",
    "you are going to",
    "let's",
    "let us",
    "in this",
    "this tutorial",
    "this guide",
    "this article",
    "this example",
    "this quickstart",
    "this codelab",
    "walks you",
    "get ready to",
    "the next step is",
    "tutorial for",
    "tutorial on",
    "tutorial to",
    "this page",
    "this section",
    "this part",
    "this lesson",
    "this document",
    "by the end",
    "at the end",
    "the goal",
    "the aim",
    "we build",
    "we create",
    "we make",
    "we write",
    "how to",
];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || page.view.page.outcome.is_some() || sections::is_landing(page) {
        return;
    }
    let sections = sections::sections(page.document);
    let opening = sections::opening(page, &sections);
    let says_so = || sections.iter().any(|section| roles::is_aim(section.title(page.document)));
    if page.prose.is_empty() || says_so() || opening.iter().any(|block| phrases::has(&block.prose.text, AHEAD)) {
        return;
    }
    let Some(title) = title::title(page).filter(|title| !roles::is_cleanup(&title.text)) else { return };
    diagnostics.push(
        page.at(title.span, "the beginning does not say what the learner makes here")
            .help("say it in the opening, or as `outcome` in the front matter"),
    );
}
