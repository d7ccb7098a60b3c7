//! A page cut at its headings, and what its parts are made of: steps, code, prose.

use std::ops::Range;

use super::{imperative, phrases};
use crate::document::prose::{Block, BlockKind};
use crate::document::{Document, NodeKind};
use crate::lint::Page;

/// The text below a heading, up to the next one.
pub(super) struct Section {
    /// Index into the document's `headings`; nothing where the page begins without a title.
    pub(super) heading: Option<u32>,
    /// The heading's level; 1 for the text below the title.
    pub(super) level: u8,
    /// Its nodes, without those of sections below it.
    pub(super) body: Range<u32>,
}

/// The page's sections: first the text below its title, then one for each further heading that stands in no quote, list
/// or directive. Text above the title is passed over.
pub(super) fn sections(document: &Document) -> Vec<Section> {
    let title = own_title(document);
    let start = if title.is_none() && document.title_heading().is_some() { 0 } else { document.title_end() };
    let mut sections = vec![Section { heading: None, level: 1, body: start..0 }];
    for node in siblings(document, 0..document.nodes.len() as u32) {
        let NodeKind::Heading(index) = document.nodes[node as usize].kind else { continue };
        if Some(node) == title {
            sections[0].heading = Some(index);
            continue;
        }
        if node < sections[0].body.start {
            continue;
        }
        close(&mut sections, node);
        let level = document.headings[index as usize].level;
        sections.push(Section { heading: Some(index), level, body: document.nodes[node as usize].end..0 });
    }
    close(&mut sections, document.nodes.len() as u32);
    sections
}

/// The heading that is the page's title. Where the front matter gives the title and text stands above the first heading of
/// level 1, that one is a part of the page.
fn own_title(document: &Document) -> Option<u32> {
    let title = document.title_heading()?.node;
    let mut before = siblings(document, 0..title);
    let is_text = |node: u32| {
        let kind = document.nodes[node as usize].kind;
        matches!(kind, NodeKind::Paragraph | NodeKind::Heading(_) | NodeKind::BulletList | NodeKind::OrderedList(_))
    };
    let is_part = document.front.title.is_some() && before.any(is_text);
    (!is_part).then_some(title)
}

fn close(sections: &mut [Section], end: u32) {
    if let Some(last) = sections.last_mut() {
        last.body.end = end.max(last.body.start);
    }
}

impl Section {
    /// The words of its heading.
    pub(super) fn title<'a>(&self, document: &'a Document) -> &'a str {
        self.heading.map_or("", |heading| &document.headings[heading as usize].text)
    }
}

/// The nodes of a section and of those below it.
pub(super) fn whole(sections: &[Section], index: usize) -> Range<u32> {
    let section = &sections[index];
    let below = sections[index + 1..].iter().take_while(|other| other.level > section.level);
    section.body.start..below.last().map_or(section.body.end, |last| last.body.end)
}

/// The nodes of a range, without those inside others.
pub(super) fn siblings(document: &Document, range: Range<u32>) -> impl Iterator<Item = u32> {
    let mut next = range.start;
    std::iter::from_fn(move || {
        let node = (next < range.end).then_some(next)?;
        next = document.nodes[node as usize].end;
        Some(node)
    })
}

/// A numbered list.
pub(super) struct Numbered {
    pub(super) node: u32,
    /// The number of its first item.
    pub(super) start: u32,
    pub(super) items: Vec<u32>,
}

/// The numbered lists of a range, wherever they stand in it; of nested ones only the outer.
pub(super) fn numbered(document: &Document, range: Range<u32>) -> Vec<Numbered> {
    let mut lists = Vec::new();
    let mut next = range.start;
    while next < range.end {
        let node = document.nodes[next as usize];
        if let NodeKind::OrderedList(start) = node.kind {
            lists.push(Numbered { node: next, start, items: document.children(next).collect() });
            next = node.end;
        } else {
            next += 1;
        }
    }
    lists
}

/// The numbered lists of a range that are directions: two items or more, most of which tell the reader to do something.
pub(super) fn procedures(page: &Page, range: Range<u32>) -> Vec<Numbered> {
    let mut lists = numbered(page.document, range);
    lists.retain(|list| {
        let commands = list.items.iter().filter(|item| is_command(page, **item)).count();
        commands >= 2 && commands * 3 >= list.items.len() * 2
    });
    lists
}

/// A procedure is one for the reader, not an account of what a program does: it, or the paragraph before it, speaks to
/// them.
pub(super) fn speaks_to_reader(page: &Page, list: &Numbered) -> bool {
    let end = page.document.nodes[list.node as usize].end;
    // What is a sentence begins with a capital; the parts of one describe.
    let first = list.items.first().and_then(|item| first_block(page, *item));
    if first.is_some_and(|block| block.prose.text.starts_with(char::is_lowercase)) {
        return false;
    }
    let before = page.prose.partition_point(|block| block.node < list.node).checked_sub(1);
    let before = before.map(|at| &page.prose[at]).filter(|block| block.kind == BlockKind::Paragraph);
    let lead = before.map_or("", |block| &block.prose.text);
    phrases::length(lead.trim_start(), "to").is_some()
        || before
            .into_iter()
            .chain(blocks(page, list.node..end))
            .any(|block| phrases::has(&block.prose.text, &["you", "your", "you'll", "yourself", "follow these steps"]))
}

/// A procedure names what to press, type or open; an outline of one does not.
pub(super) fn can_be_followed(page: &Page, list: &Numbered) -> bool {
    let nodes = &page.document.nodes[list.node as usize..page.document.nodes[list.node as usize].end as usize];
    nodes.iter().any(|node| {
        matches!(node.kind, NodeKind::Code(_) | NodeKind::CodeBlock(_) | NodeKind::Strong | NodeKind::Link(_))
    })
}

/// An item begins with a command.
pub(super) fn is_command(page: &Page, item: u32) -> bool {
    first_block(page, item).is_some_and(|block| imperative::is_command(&block.prose.text))
}

/// What an item says first.
pub(super) fn first_block<'a>(page: &Page<'a>, item: u32) -> Option<&'a Block> {
    blocks(page, item..page.document.nodes[item as usize].end).first()
}

/// The prose of a range of nodes.
pub(super) fn blocks<'a>(page: &Page<'a>, range: Range<u32>) -> &'a [Block] {
    let from = page.prose.partition_point(|block| block.node < range.start);
    let to = page.prose.partition_point(|block| block.node < range.end);
    &page.prose[from..to.max(from)]
}

/// The prose between the title and the first heading below it.
pub(super) fn opening<'a>(page: &Page<'a>, sections: &[Section]) -> &'a [Block] {
    blocks(page, sections[0].body.clone())
}

/// Something in a range asks the reader to act: code, directions, or a paragraph that begins with a command.
pub(super) fn has_action(page: &Page, range: Range<u32>) -> bool {
    let nodes = &page.document.nodes[range.start as usize..range.end as usize];
    let has_code = nodes.iter().any(|node| matches!(node.kind, NodeKind::CodeBlock(_)));
    has_code
        || blocks(page, range.clone())
            .iter()
            .any(|block| block.kind == BlockKind::Paragraph && imperative::is_command(&block.prose.text))
        || !procedures(page, range).is_empty()
}

/// The page says something: two paragraphs at least.
pub(super) fn has_text(page: &Page) -> bool {
    page.prose.iter().filter(|block| block.kind == BlockKind::Paragraph).nth(1).is_some()
}

/// A range leads somewhere: it holds a link.
pub(super) fn has_link(document: &Document, range: Range<u32>) -> bool {
    document.nodes[range.start as usize..range.end as usize].iter().any(|node| matches!(node.kind, NodeKind::Link(_)))
}

/// A page that only leads on to others: its folder's page, or one most of whose paragraphs and items are links. Rules on
/// what a page holds pass it over.
pub(super) fn is_landing(page: &Page) -> bool {
    let document = page.document;
    let name = document.path.rsplit('/').next().unwrap_or("");
    if matches!(name, "index.md" | "_index.md" | "README.md") || page.view.listing.is_some() {
        return true;
    }
    let mut linked = 0;
    let mut plain = 0;
    for (place, block) in page.prose.iter().enumerate() {
        if matches!(block.kind, BlockKind::Heading(_) | BlockKind::Alt) {
            continue;
        }
        // The items of tight lists have no node of their own for their text: it ends where the next text begins.
        let end = page.prose.get(place + 1).map_or(document.nodes.len() as u32, |next| next.node);
        match has_link(document, block.node..end.max(block.node)) {
            true => linked += 1,
            false => plain += 1,
        }
    }
    document.code_blocks.is_empty() && linked >= plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Dialect;
    use crate::document::include::NoFiles;
    use crate::source::Source;

    fn titles(text: &str) -> Vec<(String, u8)> {
        let source = Source::from_text("a.md", "a.md", text);
        let document = crate::document::parse(&source, &Dialect::default(), &NoFiles);
        sections(&document).iter().map(|section| (section.title(&document).to_owned(), section.level)).collect()
    }

    #[test]
    fn a_heading_below_text_is_no_title_where_the_front_matter_has_one() {
        let parts = |titles: &[(&str, u8)]| -> Vec<(String, u8)> {
            titles.iter().map(|(title, level)| ((*title).to_owned(), *level)).collect()
        };
        assert_eq!(titles("---\ntitle: A\n---\n\nText.\n\n# B\n\n## C\n"), parts(&[("", 1), ("B", 1), ("C", 2)]));
        assert_eq!(titles("# A\n\nText.\n\n> ## B\n\n## C\n"), parts(&[("A", 1), ("C", 2)]));
    }
}
