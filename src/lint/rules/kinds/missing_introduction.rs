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
    let mut nodes = sections::siblings(page.document, sections[0].body.clone());
    // An image or a comment before the first paragraph is no fault.
    let first = nodes.find(|node| {
        let node_of = page.document.nodes[*node as usize];
        let is_wordless = matches!(node_of.kind, NodeKind::HtmlBlock | NodeKind::Rule)
            || node_of.kind == NodeKind::Paragraph && sections::blocks(page, *node..node_of.end).is_empty();
        !is_wordless
    });
    let what = match first.map(|node| page.document.nodes[node as usize].kind) {
        // An introduction that stands below a heading `Overview` has a rule of its own.
        None if sections.len() > 1 && !generic_heading::is_generic(sections[1].title(page.document)) => "a heading",
        Some(NodeKind::OrderedList(_) | NodeKind::BulletList) => "a list",
        Some(NodeKind::CodeBlock(_)) => "code",
        Some(NodeKind::Table(_)) => "a table",
        _ => return,
    };
    let Some(title) = title::title(page) else { return };
    diagnostics.push(
        page.at(title.span, format!("{what} follows the title, and nothing says what the page is about"))
            .help("write one or two sentences below the title"),
    );
}
