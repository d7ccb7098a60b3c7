//! `copied-prompt`

use super::fence::fence;
use super::tree::within;
use crate::diagnostic::{Diagnostic, Edit, Fix, Safety, Severity};
use crate::document::NodeKind;
use crate::lint::{Check, Group, Origin, Page, Rule};
use crate::source::Span;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "copied-prompt",
    aliases: &["MD014"],
    group: Group::Structure,
    severity: Severity::Suggestion,
    summary: "every line of a block of commands begins with a prompt",
    why: "Whoever copies the block copies the `$` too, and the shell refuses it. A prompt is of use where the block shows \
          output as well, to tell it from the commands; then write `console` as the language.",
    bad: "# Install\n\n```sh\n$ make\n$ make install\n```\n",
    good: "# Install\n\n```sh\nmake\nmake install\n```\n\n```console\n$ make\nNothing to do.\n```\n",
    fix: Some(Safety::Safe),
    sources: &[Origin {
        name: "markdownlint MD014",
        url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md014.md",
    }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// Languages of commands. `console` and its like are made for prompts.
const SHELLS: &[&str] = &["sh", "bash", "shell", "zsh", "fish", "ksh"];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    for node in &document.nodes {
        let NodeKind::CodeBlock(block) = node.kind else { continue };
        let language = document.code_blocks[block as usize].options.language.to_ascii_lowercase();
        if !SHELLS.contains(&language.as_str()) {
            continue;
        }
        let Some(prompts) = fence(document, node).and_then(|fence| prompts(&document.text, &fence.lines)) else {
            continue;
        };
        let Some(first) = prompts.first().copied() else { continue };
        let edits = prompts.into_iter().map(|span| Edit { span, text: String::new() }).collect();
        let fix = Fix { title: "take the prompts out".to_owned(), edits, safety: Safety::Safe };
        let message = "every line of this block begins with a prompt";
        let help = "take the prompts out, or show the output and write `console` as the language";
        diagnostics.push(page.at(Span { end: first.start + 1, ..first }, message).help(help).fix(fix));
    }
}

/// Where the prompts stand; nothing where a line is output.
fn prompts(text: &str, lines: &[Span]) -> Option<Vec<Span>> {
    let mut prompts = Vec::new();
    let mut goes_on = false;
    for line in lines {
        let source = line.of(text);
        let code = source.trim_start_matches([' ', '\t', '>']);
        if code.is_empty() || code.starts_with('#') {
            goes_on = false;
            continue;
        }
        if !goes_on {
            if !code.starts_with("$ ") {
                return None;
            }
            let start = source.len() - code.len();
            let width = code.len() - code[1..].trim_start_matches(' ').len();
            prompts.push(within(*line, start..start + width));
        }
        goes_on = code.ends_with('\\');
    }
    Some(prompts)
}
