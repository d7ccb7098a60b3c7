//! `unclosed-fence`

use super::fence::fence;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Origin, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unclosed-fence",
    group: Group::Structure,
    severity: Severity::Warning,
    summary: "a block of code has no end",
    why: "All that follows is shown as code, to the end of the page or of the item that the block stands in. Close it with a \
          line of as many backticks as open it.",
    bad: "# Install\n\n```sh\nmake install\n\nThen look.\n",
    good: "# Install\n\n```sh\nmake install\n```\n\nThen look.\n",
    sources: &[Origin { name: "CommonMark, fences", url: "https://spec.commonmark.org/0.31.2/#fenced-code-blocks" }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for node in &page.document.nodes {
        let Some(fence) = fence(page.document, node).filter(|fence| !fence.is_closed) else { continue };
        let marks = fence.mark.to_string().repeat(fence.length);
        let help = format!("put a line with `{marks}` after the code, indented as this one");
        diagnostics.push(page.at(fence.opening, "this block of code is not closed").help(help));
    }
}
