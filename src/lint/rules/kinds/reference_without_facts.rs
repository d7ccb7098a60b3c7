//! `reference-without-facts`

use super::{sections, title};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::NodeKind;
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "reference-without-facts",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &[Kind::Reference],
    summary: "a reference page is running text alone: no table, list, code, or entries",
    why: "Reference is looked up, not read. Facts are found in tables, lists, definitions, and entries with headings; in \
          paragraphs they hide. Give them a form, or make the page an explanation.",
    bad: "---\nkind: reference\n---\n\n# Ports\n\nHarbor listens where it is told to. Mostly that is the port for pages.\n\nIn some \
          cases it opens another one.\n",
    good: "---\nkind: reference\n---\n\n# Ports\n\n| Port | Used for |\n|---|---|\n| 80 | pages |\n| 9090 | numbers |\n",
    precision: super::measured(1, 1),
    sources: &[super::REFERENCE, super::GITLAB_REFERENCE],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    if page.prose.is_empty() || sections::is_landing(page) || !page.view.blocks.is_empty() {
        return;
    }
    let is_fact = |kind: NodeKind| {
        use NodeKind::*;
        matches!(
            kind,
            Table(_) | DefinitionList | CodeBlock(_) | BulletList | OrderedList(_) | Directive(_) | HtmlBlock
        )
    };
    // Two headings or more below the title are entries.
    if document.nodes.iter().any(|node| is_fact(node.kind)) || sections::sections(document).len() > 2 {
        return;
    }
    let Some(title) = title::title(page) else { return };
    diagnostics.push(
        page.at(title.span, "this page of reference is running text alone")
            .help("put its facts into a table, a list, or entries; or make it an `explanation`"),
    );
}
