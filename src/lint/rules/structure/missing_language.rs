//! `missing-language`

use super::fence::fence;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::NodeKind;
use crate::lint::{Check, Group, Origin, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "missing-language",
    aliases: &["MD040"],
    group: Group::Structure,
    severity: Severity::Suggestion,
    on: false,
    summary: "a block of code does not say in which language it is",
    why: "The language gives the code its colours, and tells people and programs whether it is to be run, to be put into a \
          file, or only to be read. For plain text and output write `text`. The rule is off by default, for sites that never did so have hundreds of such \
          blocks.",
    bad: "# Install\n\n```\nmake install\n```\n",
    good: "# Install\n\n```sh\nmake install\n```\n\n```text\nNothing to do.\n```\n",
    sources: &[Origin {
        name: "markdownlint MD040",
        url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md040.md",
    }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    for node in &document.nodes {
        let NodeKind::CodeBlock(block) = node.kind else { continue };
        let options = &document.code_blocks[block as usize].options;
        // An empty block has nothing to be coloured.
        if !options.language.is_empty() || document.code_blocks[block as usize].code.trim().is_empty() {
            continue;
        }
        let Some(fence) = fence(document, node) else { continue };
        let marks = fence.opening.of(&document.text);
        let help = format!("write it behind the fence: `{marks}sh`, or `{marks}text` for plain text");
        diagnostics.push(page.at(fence.opening, "this block of code names no language").help(help));
    }
}
