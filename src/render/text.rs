//! Short texts as HTML: the fields of records. They stand in lines, so nothing in them may open a block.

use super::escape::escape;
use crate::document::inline::{Part, Piece, pieces};

/// A text as HTML that can stand wherever words can. Paragraphs and items of lists become lines.
pub(super) fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    // Most fields are plain words.
    if text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | ',')) {
        escape(&mut out, text);
        return out;
    }
    for piece in &pieces(text) {
        match piece {
            Piece::Text(text) => escape(&mut out, text),
            Piece::Code(code) => {
                out.push_str("<code>");
                escape(&mut out, code);
                out.push_str("</code>");
            }
            Piece::Break => out.push_str("<br>"),
            Piece::Open(Part::Link(destination)) => {
                out.push_str("<a href=\"");
                escape(&mut out, destination);
                out.push_str("\">");
            }
            Piece::Open(Part::Paragraph | Part::CodeBlock) if !out.is_empty() && !out.ends_with("• ") => {
                out.push_str("<br>");
            }
            Piece::Open(Part::Item) => out.push_str(if out.is_empty() { "• " } else { "<br>• " }),
            Piece::Open(part) => out.extend(element(part).map(|name| format!("<{name}>"))),
            Piece::Close(part) => out.extend(element(part).map(|name| format!("</{name}>"))),
        }
    }
    out
}

fn element(part: &Part) -> Option<&'static str> {
    Some(match part {
        Part::Emphasis => "em",
        Part::Strong => "strong",
        Part::Strikethrough => "del",
        Part::Link(_) => "a",
        Part::CodeBlock => "code",
        Part::Paragraph | Part::Bullets | Part::Numbers | Part::Item => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::html;

    #[test]
    fn a_field_is_a_line_whatever_stands_in_it() {
        assert_eq!(
            html("Use *it* with `x < 1` and [that](../a/?b&c)."),
            "Use <em>it</em> with <code>x &lt; 1</code> and <a href=\"../a/?b&amp;c\">that</a>."
        );
        assert_eq!(html("One.\n\nTwo:\n\n- a\n- b"), "One.<br>Two:<br>• a<br>• b");
        assert_eq!(html("# 1 <b>bold</b>"), "1 &lt;b&gt;bold&lt;/b&gt;");
        assert_eq!(html("plain words, no marks"), "plain words, no marks");
    }
}
