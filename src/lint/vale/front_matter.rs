//! The texts of a page's front matter as blocks: `text.frontmatter.title` and so on.
//!
//! Entry point: [`blocks`].

use super::blocks::Block;
use crate::data::{Located, Value};
use crate::document;
use crate::document::prose::Prose;
use crate::source::Span;

/// What a page has above its text.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    /// There is some.
    pub(super) exists: bool,
    /// Its texts, in order.
    pub(super) blocks: Vec<Block>,
}

/// The front matter of a file's text. Lists, tables, numbers and dates are no texts.
pub(super) fn blocks(text: &str) -> FrontMatter {
    let (tree, _) = document::front_matter_of(text);
    let Some(tree) = tree else { return FrontMatter::default() };
    let Value::Table(entries) = tree.value else { return FrontMatter { exists: true, blocks: Vec::new() } };
    let blocks = entries.iter().filter_map(|entry| {
        let prose = prose(&entry.value, text)?;
        Some(Block { prose, scope: format!("text.frontmatter.{}", entry.key), is_prose: false })
    });
    FrontMatter { exists: true, blocks: blocks.collect() }
}

fn prose(value: &Located, text: &str) -> Option<Prose> {
    let Value::Text(words) = &value.value else { return None };
    let written = value.span.of(text);
    if is_date(written) {
        return None;
    }
    let mut prose = Prose::default();
    // Quotes, folds and indents stand around the lines, not in them; a line with escapes has the place of the whole.
    let mut at = 0;
    for line in words.split_inclusive('\n') {
        let content = line.trim_end_matches('\n');
        match written[at..].find(content) {
            Some(found) if !content.is_empty() => {
                prose.push_verbatim(content, value.span.start as usize + at + found);
                at += found + content.len();
            }
            _ => prose.push_decoded(content, value.span),
        }
        let end = value.span.start as usize + at;
        prose.push_decoded(&line[content.len()..], Span::new(end, end));
    }
    Some(prose)
}

fn is_date(text: &str) -> bool {
    let day = text.split(['T', 't', ' ']).next().unwrap_or("");
    let parts: Vec<&str> = day.split('-').collect();
    parts.len() == 3 && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::blocks;

    #[test]
    fn texts_of_the_front_matter_know_their_places() {
        let text =
            "---\ntitle: 'A \"title\"'\nnumber: 3\nday: 2026-01-02\nlines: |\n  one\n  two\nlist: [a]\n---\n\nBody.\n";
        let found = blocks(text);
        let shown: Vec<(&str, &str)> =
            found.blocks.iter().map(|block| (&*block.scope, block.prose.text.as_str())).collect();
        assert_eq!(shown, [("text.frontmatter.title", "A \"title\""), ("text.frontmatter.lines", "one\ntwo\n")]);
        assert_eq!(found.blocks[1].prose.span(4..7).of(text), "two");
        assert_eq!(found.blocks[0].prose.span(3..8).of(text), "title");
        assert!(found.exists && !blocks("# No\n").exists);
    }
}
