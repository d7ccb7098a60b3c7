//! Short texts as HTML: the fields of records.

use super::escape::escape;
use crate::document::inline::{Part, Piece, pieces};

/// A text as HTML. One paragraph alone comes without its element, so that it can stand in a line.
pub(super) fn html(text: &str) -> String {
    // Most fields are plain words.
    if !text.contains(['*', '_', '`', '[', '<', '\\', '~', '&', '\n', '-', '+', '#', '>', '.', ')', ':']) {
        let mut out = String::with_capacity(text.len());
        escape(&mut out, text);
        return out;
    }
    let pieces = pieces(text);
    let paragraph = |piece: &&Piece| {
        matches!(piece, Piece::Open(Part::Paragraph | Part::Bullets | Part::Numbers | Part::CodeBlock))
    };
    let is_line =
        pieces.iter().filter(paragraph).count() < 2 && matches!(pieces.first(), Some(Piece::Open(Part::Paragraph)));
    let mut out = String::with_capacity(text.len() + 16);
    for piece in &pieces {
        match piece {
            Piece::Text(text) => escape(&mut out, text),
            Piece::Code(code) => {
                out.push_str("<code>");
                escape(&mut out, code);
                out.push_str("</code>");
            }
            Piece::Break => out.push_str("<br>"),
            Piece::Open(Part::Paragraph) | Piece::Close(Part::Paragraph) if is_line => {}
            Piece::Open(Part::Link(destination)) => {
                out.push_str("<a href=\"");
                escape(&mut out, destination);
                out.push_str("\">");
            }
            Piece::Open(part) => out.push_str(&format!("<{}>", element(part))),
            Piece::Close(Part::CodeBlock) => out.push_str("</code></pre>"),
            Piece::Close(part) => out.push_str(&format!("</{}>", element(part))),
        }
    }
    out
}

fn element(part: &Part) -> &'static str {
    match part {
        Part::Paragraph => "p",
        Part::Bullets => "ul",
        Part::Numbers => "ol",
        Part::Item => "li",
        Part::CodeBlock => "pre><code",
        Part::Emphasis => "em",
        Part::Strong => "strong",
        Part::Strikethrough => "del",
        Part::Link(_) => "a",
    }
}
