//! The texts of a page's front matter as blocks: `text.frontmatter.title` and so on.
//!
//! Entry point: [`blocks`].

use super::blocks::Block;
use super::markup::Lines;
use crate::data::{Located, Value};
use crate::document;
use crate::document::prose::Prose;

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
    let mut prose = Prose::default();
    match written.find(words.as_str()) {
        _ if is_date(written) => return None,
        Some(at) if !words.is_empty() => prose.push_verbatim(words, value.span.start as usize + at),
        _ => match words.trim_end().contains('\n') {
            // A block of lines, each indented.
            true => {
                let skipped = written.find('\n').map_or(0, |at| at + 1);
                let start = value.span.start as usize + skipped;
                Lines::align(words, &written[skipped..], start).push(&mut prose, words, 0..words.len());
            }
            false => prose.push_decoded(words, value.span),
        },
    }
    Some(prose)
}

fn is_date(text: &str) -> bool {
    let day = text.split(['T', 't', ' ']).next().unwrap_or("");
    let parts: Vec<&str> = day.split('-').collect();
    parts.len() == 3 && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}
