//! `explanation-in-tutorial`

use super::{imperative, phrases, roles, sections};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Document, NodeKind};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "explanation-in-tutorial",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &[Kind::Tutorial],
    summary: "a tutorial explains for four paragraphs without anything to do",
    why: "Learners who do something cannot listen for long, and what is explained before they have seen it does not stay. Say \
          in one sentence what they need now, and link an explanation for the rest.",
    bad: "---\nkind: tutorial\n---\n\n# Your first site\n\n## Pages\n\nA page is a file in the content folder of the site, and its ending \
          is `md`.\n\nThe name of the file is the address of the page, without the ending and in lower case.\n\nFiles in folders have \
          longer addresses, because the names of the folders belong to them.\n\nA folder may have a page of its own as well, whose \
          name is always `index.md`.\n\n```bash\ntouch page.md\n```\n",
    good: "---\nkind: tutorial\n---\n\n# Your first site\n\n## Pages\n\nA page is a file. Make one:\n\n```bash\ntouch page.md\n```\n",
    precision: super::measured(21, 23),
    sources: &[super::TUTORIALS],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// Words of those who lead the learner on.
const LEADING: &[&str] =
    &["let's", "we will", "we'll", "we can", "now we", "next we", "you will see", "you'll see", "try", "now"];

/// A shorter paragraph is a label or a line of something shown.
const FEWEST_WORDS: usize = 12;

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) {
        return;
    }
    let document = page.document;
    let sections = sections::sections(document);
    let Some(last_action) = sections.iter().rposition(|section| sections::has_action(page, section.body.clone()))
    else {
        return;
    };
    // The opening may say what it needs to, and so may the end.
    for section in sections.iter().take(last_action + 1).skip(1) {
        if roles::role(section.title(document)).is_some() || roles::is_aim(section.title(document)) {
            continue;
        }
        let mut run: Vec<u32> = Vec::new();
        let nodes: Vec<u32> = sections::siblings(document, section.body.clone()).collect();
        for (place, node) in nodes.iter().enumerate() {
            let end = document.nodes[*node as usize].end;
            let is_prose = document.nodes[*node as usize].kind == NodeKind::Paragraph
                && !has_image(document, *node)
                && sections::blocks(page, *node..end).iter().all(|block| {
                    let text = &block.prose.text;
                    text.split_whitespace().count() >= FEWEST_WORDS
                        && !text.trim_end().ends_with(':')
                        && !phrases::has(text, LEADING)
                        && !text.split(['.', '!', ':']).any(imperative::is_command)
                });
            if is_prose {
                run.push(*node);
            }
            if !is_prose || place + 1 == nodes.len() {
                if run.len() >= 4 {
                    let message = format!("{} paragraphs in a row give the learner nothing to do", run.len());
                    diagnostics
                        .push(page.at_node(run[0], message).help("say what is needed now, and link an explanation"));
                }
                run.clear();
            }
        }
    }
}

/// Something is shown.
fn has_image(document: &Document, node: u32) -> bool {
    let nodes = &document.nodes[node as usize..document.nodes[node as usize].end as usize];
    nodes.iter().any(|node| matches!(node.kind, NodeKind::Image(_)))
}
