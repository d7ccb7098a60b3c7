//! `missing-introduction`

use super::{generic_heading, sections, title};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::NodeKind;
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "missing-introduction",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &[Kind::Tutorial, Kind::HowTo, Kind::Explanation],
    summary: "a page begins with a heading, a list, or code, and does not say what it is about",
    why: "Many readers come from a search, straight to this page. One or two sentences below the title tell them \
          whether they are right here: what they will get done, and when they would want to. An `outcome` or a `goal` \
          in the front matter is shown below the title and does the same. Reference pages may begin with their facts.",
    bad: "---\nkind: how-to\n---\n\n# Move a site\n\n## Copy the files\n\nCopy the folder to the new machine.\n",
    good: "---\nkind: how-to\n---\n\n# Move a site\n\nYou can move a site to another machine without losing its history.\n\n\
           ## Copy the files\n\nCopy the folder to the new machine.\n",
    precision: super::measured(37, 40),
    sources: &[super::RED_HAT, super::GITLAB_CONCEPT],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let shown = &page.view.page;
    if shown.outcome.is_some() || shown.goal.is_some() || sections::is_landing(page) {
        return;
    }
    let sections = sections::sections(page.document);
    let document = page.document;
    let nodes: Vec<u32> = sections::siblings(document, sections[0].body.clone()).collect();
    // An image or a comment says nothing; a paragraph behind code or a list still says what they are.
    let speaks = |node: u32| {
        let NodeKind::Paragraph = document.nodes[node as usize].kind else {
            return matches!(document.nodes[node as usize].kind, NodeKind::Quote | NodeKind::Directive(_));
        };
        !sections::blocks(page, node..document.nodes[node as usize].end).is_empty()
    };
    if nodes.iter().any(|node| speaks(*node)) {
        return;
    }
    let first = nodes.iter().find_map(|node| match document.nodes[*node as usize].kind {
        NodeKind::OrderedList(_) | NodeKind::BulletList => Some("a list"),
        NodeKind::CodeBlock(_) => Some("code"),
        NodeKind::Table(_) => Some("a table"),
        _ => None,
    });
    // An introduction that stands below a heading `Overview` has a rule of its own.
    let is_covered = sections.get(1).is_none_or(|next| generic_heading::is_generic(next.title(document)));
    let Some(what) = first.or((!is_covered).then_some("a heading")) else { return };
    let Some(title) = title::title(page) else { return };
    diagnostics.push(
        page.at(title.span, format!("{what} follows the title, and nothing says what the page is about"))
            .help("write one or two sentences below the title"),
    );
}
