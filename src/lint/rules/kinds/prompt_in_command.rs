//! `prompt-in-command`

use crate::diagnostic::{Diagnostic, Edit, Fix, Safety, Severity};
use crate::document::NodeKind;
use crate::lint::{Check, Group, Origin, Page, Rule};
use crate::source::Span;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "prompt-in-command",
    aliases: &["MD014"],
    group: Group::Kinds,
    severity: Severity::Suggestion,
    summary: "every command of a block has a `$` before it",
    why: "Who copies the block pastes the `$` too, and the shell answers that there is no such command. A prompt is of use \
          only where a block shows commands and their output together; that block is in the language `console`.",
    bad: "# Start\n\n```bash\n$ harbor start\n$ harbor status\n```\n",
    good: "# Start\n\n```bash\nharbor start\nharbor status\n```\n\n```console\n$ harbor status\nrunning\n```\n",
    fix: Some(Safety::Safe),
    sources: &[
        Origin { name: "markdownlint MD014", url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md014.md" },
        super::GITLAB_TUTORIAL,
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// Languages of commands. In `console` the prompt is part of the language.
const SHELLS: &[&str] = &["", "bash", "fish", "sh", "shell", "zsh"];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    for node in &document.nodes {
        let NodeKind::CodeBlock(index) = node.kind else { continue };
        let block = &document.code_blocks[index as usize];
        let language = block.options.language.to_ascii_lowercase();
        if !SHELLS.contains(&&*language) || !all_prompts(&block.code) {
            continue;
        }
        let edits = prompts(node.span, &document.text);
        let count = block.code.lines().filter(|line| line.trim_start().starts_with("$ ")).count();
        let (Some(first), true) = (edits.first(), edits.len() == count) else { continue };
        let title = "remove the prompts".to_owned();
        diagnostics.push(
            page.at(first.span, "every command here has a prompt before it")
                .help("leave the `$` out, so that the commands can be copied")
                .fix(Fix { title, edits, safety: Safety::Safe }),
        );
    }
}

/// Every line is a command with a prompt, the rest of one, a comment, or empty: there is no output.
fn all_prompts(code: &str) -> bool {
    let mut found = false;
    let mut continued = false;
    for line in code.lines().map(str::trim) {
        if line.starts_with("$ ") {
            found = true;
        } else if !line.is_empty() && !continued && !line.starts_with('#') {
            return false;
        }
        continued = line.ends_with('\\');
    }
    found
}

/// The prompts of a block, as edits that remove them.
fn prompts(span: Span, text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut at = span.start as usize;
    for line in span.of(text).split_inclusive('\n') {
        // Before the code there may be the marks of quotes.
        let prefix = line.len() - line.trim_start_matches([' ', '\t', '>']).len();
        if let Some(rest) = line[prefix..].strip_prefix("$ ") {
            let spaces = rest.len() - rest.trim_start_matches(' ').len();
            edits.push(Edit { span: Span::new(at + prefix, at + prefix + 2 + spaces), text: String::new() });
        }
        at += line.len();
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn output_and_bare_commands_need_the_prompt() {
        assert!(all_prompts("$ a \\\n  --long\n\n# then\n$ b\n"));
        assert!(!all_prompts("$ a\noutput\n") && !all_prompts("a\n$ b\n") && !all_prompts("\n"));
    }
}
