//! `nested-fence`

use super::fence::fence;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Origin, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "nested-fence",
    aliases: &["MD070"],
    group: Group::Structure,
    severity: Severity::Warning,
    summary: "inside a block of code another one begins, whose end will end the outer one",
    why: "The first line of three backticks ends a block that was opened with three, whichever block it was meant for. \
          What follows is then read as text, and the text behind it as code. Open and close the outer block with more \
          backticks than any block inside it has. The same is found where the end of a block was forgotten.",
    bad: "# Pages\n\n```markdown\nRun this:\n\n```sh\nmake\n```\n\nThen look.\n```\n\nThat is a page.\n",
    good: "# Pages\n\n````markdown\nRun this:\n\n```sh\nmake\n```\n\nThen look.\n````\n\nThat is a page.\n",
    sources: &[
        Origin { name: "rumdl MD070", url: "https://github.com/rvben/rumdl/blob/main/docs/md070.md" },
        Origin { name: "CommonMark, fences", url: "https://spec.commonmark.org/0.31.2/#fenced-code-blocks" },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    for node in &document.nodes {
        let Some(fence) = fence(document, node) else { continue };
        let opens = fence.lines.iter().find(|line| {
            let line = line.of(&document.text).trim_start_matches([' ', '\t', '>']);
            let length = line.chars().take_while(|c| *c == fence.mark).count();
            let info = line[length..].trim();
            length >= fence.length
                && !info.contains(fence.mark)
                && info.starts_with(|c: char| c.is_alphabetic() || c == '{')
        });
        let Some(line) = opens else { continue };
        let longer = fence.mark.to_string().repeat(fence.length + 1);
        let help = format!("open and close the outer block with `{longer}`, or close it before this line");
        diagnostics.push(page.at(*line, "this line opens no block: it stands inside of another one").help(help));
    }
}
