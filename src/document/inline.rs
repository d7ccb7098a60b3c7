//! Short texts that stand outside pages: the fields of records. They are Markdown, without headings and raw HTML.
//!
//! Entry points: [`pieces`] for rendering, [`links`] and [`with_links`] for what they lead to.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::source::Span;

/// A part of a short text, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Text as it is read.
    Text(String),
    /// Inline code.
    Code(String),
    /// A line break that the writer asked for.
    Break,
    /// Something begins.
    Open(Part),
    /// Something ends.
    Close(Part),
}

/// What can hold pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A paragraph.
    Paragraph,
    /// A list with bullets.
    Bullets,
    /// A list with numbers.
    Numbers,
    /// An item of either.
    Item,
    /// A block of code.
    CodeBlock,
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// Struck through.
    Strikethrough,
    /// A link, with its destination.
    Link(String),
}

/// The parts of a text.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut destinations = Vec::new();
    for event in Parser::new_ext(text, OPTIONS) {
        match event {
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                pieces.push(Piece::Text(text.to_string()))
            }
            Event::Code(code) => pieces.push(Piece::Code(code.to_string())),
            Event::SoftBreak => pieces.push(Piece::Text("\n".to_owned())),
            Event::HardBreak => pieces.push(Piece::Break),
            Event::Start(Tag::Link { dest_url, .. }) => {
                destinations.push(dest_url.to_string());
                pieces.push(Piece::Open(Part::Link(dest_url.to_string())));
            }
            Event::End(TagEnd::Link) => {
                pieces.push(Piece::Close(Part::Link(destinations.pop().unwrap_or_default())));
            }
            Event::Start(tag) => pieces.extend(part_of(&tag.to_end()).map(Piece::Open)),
            Event::End(tag) => pieces.extend(part_of(&tag).map(Piece::Close)),
            _ => {}
        }
    }
    pieces
}

/// What a reader reads of a text, without markup.
pub fn plain(text: &str) -> String {
    let mut plain = String::new();
    for piece in pieces(text) {
        match piece {
            Piece::Text(text) | Piece::Code(text) => plain.push_str(&text),
            Piece::Break => plain.push(' '),
            Piece::Open(Part::Paragraph | Part::Item) if !plain.is_empty() => plain.push(' '),
            Piece::Open(_) | Piece::Close(_) => {}
        }
    }
    plain
}

/// The destinations of a text's links, with their places in it.
pub fn links(text: &str) -> Vec<(String, Span)> {
    let mut links = Vec::new();
    for (event, range) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
        let Event::Start(Tag::Link { dest_url, .. }) = event else { continue };
        // What the destination is written like differs from what it is where characters are escaped; such a link has the
        // place of all of it.
        let written = text.get(range.clone()).unwrap_or("");
        let at = written.rfind("](").and_then(|at| written[at..].find(&*dest_url).map(|further| at + further));
        let span = match at {
            Some(at) => Span::new(range.start + at, range.start + at + dest_url.len()),
            None => Span::new(range.start, range.end),
        };
        links.push((dest_url.to_string(), span));
    }
    links
}

/// The text with other destinations in its links. `change` gives a destination and a title, which a link without a text of
/// its own takes; what it has no answer for stays.
pub fn with_links(text: &str, change: impl Fn(&str) -> Option<(String, String)>) -> String {
    let mut changed = text.to_owned();
    for (destination, span) in links(text).into_iter().rev() {
        let Some((other, title)) = change(&destination).filter(|_| span.of(text) == destination) else { continue };
        changed.replace_range(span.range(), &other);
        if text[..span.start as usize].ends_with("[](") {
            let brackets: String = title.chars().filter(|c| !matches!(c, '[' | ']')).collect();
            changed.insert_str(span.start as usize - "](".len(), &brackets);
        }
    }
    changed
}

const OPTIONS: Options = Options::ENABLE_STRIKETHROUGH;

fn part_of(tag: &TagEnd) -> Option<Part> {
    Some(match tag {
        TagEnd::Paragraph | TagEnd::Heading(_) => Part::Paragraph,
        TagEnd::List(true) => Part::Numbers,
        TagEnd::List(false) => Part::Bullets,
        TagEnd::Item => Part::Item,
        TagEnd::CodeBlock => Part::CodeBlock,
        TagEnd::Emphasis => Part::Emphasis,
        TagEnd::Strong => Part::Strong,
        TagEnd::Strikethrough => Part::Strikethrough,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_in_short_texts_lead_elsewhere_and_take_titles() {
        let change = |to: &str| to.strip_prefix('@').map(|to| (format!("../{to}/"), "A [title]".to_owned()));
        let text = "Read [](@a), [the **b**](@b) and [c](https://c.example/@b).";
        assert_eq!(
            with_links(text, change),
            "Read [A title](../a/), [the **b**](../b/) and [c](https://c.example/@b)."
        );
        assert_eq!(plain("Use `x`\nand *y*: [](z)"), "Use x\nand y: ");
    }
}
