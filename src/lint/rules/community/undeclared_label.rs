//! `undeclared-label`

use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::document::NodeKind;
use crate::lint::{Check, Group, Page, Rule};
use crate::source::Span;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "undeclared-label",
    group: Group::Community,
    severity: Severity::Warning,
    summary: "a page names a label that `labels.toml` does not declare",
    why: "Who follows the page looks for a label that is not there. Inline code such as `` `needs: triage` `` is taken for a label \
          if a declared label begins with the same word before its colon. Write the name as `data/labels.toml` has it, or \
          declare the label there. In a reply, a template, or a team, such a label is an `unknown-reference`.",
    bad: "# Sort an issue\n\nPut on `needs: triag`.\n\n\
          === data/labels.toml\n[\"needs: triage\"]\ndescription = \"Nobody has looked at it yet.\"\ncolor = \"#d93f0b\"\n",
    good: "# Sort an issue\n\nPut on `needs: triage`.\n\n\
           === data/labels.toml\n[\"needs: triage\"]\ndescription = \"Nobody has looked at it yet.\"\ncolor = \"#d93f0b\"\n",
    fix: Some(Safety::Choice),
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let undeclared = &page.linter.facts.undeclared_labels;
    if undeclared.is_empty() {
        return;
    }
    for (index, node) in page.document.nodes.iter().enumerate() {
        let NodeKind::Code(_) = node.kind else { continue };
        let label = page.document.text_of(node);
        let Some(near) = undeclared.get(label) else { continue };
        let finding = page.at_node(index as u32, format!("there is no label `{label}`"));
        let finding = finding.help("declare it in `labels.toml`, or write one that is there");
        let inner = Span { start: node.span.start + 1, end: node.span.end - 1 };
        diagnostics.push(match near {
            Some(near) if inner.of(&page.document.text) == label && !near.contains('`') => {
                finding.help(format!("did you mean `{near}`?")).fix(Fix::replace(inner, near, Safety::Choice))
            }
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding,
        });
    }
}
