//! `mixed-kinds`

use std::ops::Range;

use super::{imperative, sections};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::NodeKind;
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "mixed-kinds",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    on: false,
    audit: true,
    kinds: &Kind::ALL,
    summary: "a section is made of what belongs to another kind of page",
    why: "The four kinds serve four needs, and a page that serves two of them serves both badly: directions disturb who reads to \
          understand, and an essay stops who is at work. The rule counts what a section is made of: steps and commands, facts to \
          look up, paragraphs of prose. It is a measure, not a fault: only a reader can tell whether the section is \
          in its place.",
    bad: "---\nkind: explanation\n---\n\n# Ports\n\nPorts below 1024 need rights.\n\n## Change one\n\n1. Open the settings.\n2. Change \
          `port`.\n3. Restart the server.\n4. Run the test.\n",
    good: "---\nkind: explanation\n---\n\n# Ports\n\nPorts below 1024 need rights.\n\n## History\n\nOnce there were few.\n\nThen there \
           were many.\n\nSome clash.\n\nTo change one, see the how-to.\n",
    sources: &[super::COMPASS],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// Below so many parts, a share says nothing.
const FEWEST: usize = 4;
/// Of four parts, so many make a section what it is.
const OF_FOUR: usize = 3;

/// So many rows of a table weigh as much as a paragraph.
const ROWS_OF_A_PART: usize = 4;
/// Languages of what is typed into a terminal.
const SHELLS: &[&str] =
    &["bash", "sh", "shell", "zsh", "fish", "console", "shell-session", "powershell", "ps1", "bat", "cmd"];

/// What the parts of a section are.
#[derive(Debug, Default, PartialEq, Eq)]
struct Mix {
    actions: usize,
    facts: usize,
    prose: usize,
}

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let Some(kind) = page.view.page.kind else { return };
    if !super::is_english(page) || sections::is_landing(page) {
        return;
    }
    for section in sections::sections(page.document) {
        let Some(heading) = section.heading.filter(|_| section.level > 1) else { continue };
        let mix = mix(page, section.body);
        let all = mix.actions + mix.facts + mix.prose;
        let is_most = |count: usize| all >= FEWEST && count * 4 >= all * OF_FOUR;
        let (count, made_of, belongs) = if is_most(mix.actions) {
            (mix.actions, "steps and commands", Kind::HowTo)
        } else if is_most(mix.facts) {
            (mix.facts, "facts to look up", Kind::Reference)
        } else if is_most(mix.prose) {
            (mix.prose, "paragraphs without an action", Kind::Explanation)
        } else {
            continue;
        };
        let fits = match kind {
            Kind::Tutorial => belongs == Kind::HowTo,
            // Descriptions may be long.
            Kind::Reference => belongs != Kind::HowTo,
            Kind::HowTo | Kind::Explanation => belongs == kind,
        };
        if !fits {
            let node = page.document.headings[heading as usize].node;
            diagnostics.push(
                page.at_node(node, format!("{count} of {all} parts of this section are {made_of}"))
                    .help(format!("a page of the kind `{}` is the place for them", belongs.word())),
            );
        }
    }
}

fn mix(page: &Page, body: Range<u32>) -> Mix {
    let document = page.document;
    let mut mix = Mix::default();
    for node in sections::siblings(document, body) {
        let end = document.nodes[node as usize].end;
        let children = || document.children(node).count();
        match document.nodes[node as usize].kind {
            NodeKind::CodeBlock(index) => {
                let language = document.code_blocks[index as usize].options.language.to_ascii_lowercase();
                // Other code is as often an example as something to write.
                mix.actions += usize::from(SHELLS.contains(&&*language));
            }
            // A short table is a part of the text around it.
            NodeKind::Table(_) => mix.facts += children().saturating_sub(1).div_ceil(ROWS_OF_A_PART),
            NodeKind::DefinitionList => mix.facts += children() / 2,
            NodeKind::OrderedList(_) | NodeKind::BulletList => {
                let items: Vec<u32> = document.children(node).collect();
                let commands = items.iter().filter(|item| sections::is_command(page, **item)).count();
                mix.actions += commands;
                let facts = items.iter().filter(|item| begins_with_code(page, **item)).count();
                mix.facts += facts;
                // Any other list is a paragraph in parts.
                mix.prose += usize::from(commands + facts == 0);
            }
            NodeKind::Paragraph => {
                let text = sections::blocks(page, node..end).first().map_or("", |block| &block.prose.text);
                match imperative::is_command(text) || text.trim_end().ends_with(':') {
                    true => mix.actions += 1,
                    false => mix.prose += 1,
                }
            }
            _ => {}
        }
    }
    mix
}

/// `code`: what it is for.
fn begins_with_code(page: &Page, item: u32) -> bool {
    let nodes = &page.document.nodes[item as usize + 1..page.document.nodes[item as usize].end as usize];
    let first = nodes.iter().find(|node| !matches!(node.kind, NodeKind::Paragraph | NodeKind::Strong));
    first.is_some_and(|node| matches!(node.kind, NodeKind::Code(_)))
}
