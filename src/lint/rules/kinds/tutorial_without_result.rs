//! `tutorial-without-result`

use super::{phrases, sections, title};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::NodeKind;
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "tutorial-without-result",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &[Kind::Tutorial],
    summary: "a tutorial has three actions or more and never shows what they lead to",
    why: "Learners need to see that they are on the way: the output of a command, an image of the screen, a sentence that says \
          what appears. Without any of it they cannot tell a success from a slip.",
    bad: "---\nkind: tutorial\n---\n\n# Your first site\n\nMake a folder:\n\n```bash\nmkdir site\n```\n\nGo there:\n\n```bash\ncd \
          site\n```\n\nBuild it:\n\n```bash\nwaypost build\n```\n",
    good: "---\nkind: tutorial\n---\n\n# Your first site\n\nMake a folder:\n\n```bash\nmkdir site\n```\n\nGo there:\n\n```bash\ncd \
           site\n```\n\nBuild it:\n\n```bash\nwaypost build\n```\n\nYou see:\n\n```text\nbuilt 1 page\n```\n",
    precision: super::measured(4, 4),
    sources: &[super::TUTORIALS],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// Words of those who say what happened.
const RESULTS: &[&str] = &[
    "you see",
    "you will see",
    "you'll see",
    "you should see",
    "you should now",
    "you should have",
    "you now have",
    "you will notice",
    "you'll notice",
    "you can see",
    "we can see",
    "we see",
    "should look",
    "looks like",
    "should be",
    "the output",
    "output",
    "the result",
    "prints",
    "shows",
    "displays",
    "displayed",
    "appears",
    "appear",
    "returns",
    "opens",
    "notice",
    "screenshot",
    "it will",
    "this will",
    "now has",
    "is now",
    "are now",
    "see that",
];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) {
        return;
    }
    let document = page.document;
    let mut actions = 0;
    for node in &document.nodes {
        match node.kind {
            NodeKind::CodeBlock(index) => {
                let language = document.code_blocks[index as usize].options.language.to_ascii_lowercase();
                // Output stands in blocks of these languages.
                if matches!(&*language, "text" | "txt" | "console" | "output" | "plain" | "plaintext" | "none") {
                    return;
                }
                actions += 1;
            }
            NodeKind::Image(_) | NodeKind::HtmlBlock | NodeKind::Directive(_) => return,
            _ => {}
        }
    }
    let procedures = sections::procedures(page, 0..document.nodes.len() as u32);
    actions += procedures.iter().map(|list| list.items.len()).sum::<usize>();
    if actions < 3 || page.prose.iter().any(|block| phrases::has(&block.prose.text, RESULTS)) {
        return;
    }
    let Some(title) = title::title(page) else { return };
    diagnostics.push(
        page.at(title.span, format!("{actions} actions, and nothing says what the learner sees after them"))
            .help("show the output, an image, or say what appears"),
    );
}
