//! Raw HTML inside a page: which attributes lead somewhere, which ids it sets, which tags are components.
//! The door to `lol_html`, which tells the place of every attribute's value.

use lol_html::html_content::Element;
use lol_html::{HtmlRewriter, Settings, element};

use crate::source::Span;

/// What one piece of HTML refers to. Places are relative to the piece.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Values of `href`, `src` and the like; true for the file of an image.
    pub(super) destinations: Vec<(Span, String, bool)>,
    /// Values of `id`, and of `name` on links.
    pub(super) ids: Vec<String>,
    /// There is an `<h1>`.
    pub(super) has_h1: bool,
    /// Tags that begin with a capital letter: not HTML, but the components of another generator.
    pub(super) components: Vec<(Span, String)>,
}

/// Looks a piece of HTML through. A piece is a block, as Markdown delimits them, or a single tag; it need not be balanced.
pub(super) fn scan(html: &str) -> Found {
    let mut found = Found::default();
    if !is_worth_a_parse(html) {
        return found;
    }
    let handler = |element: &mut Element| {
        look_at(element, html, &mut found);
        Ok(())
    };
    let settings = Settings::new().append_element_content_handler(element!("*", handler)).with_strict(false);
    let mut rewriter = HtmlRewriter::new(settings, |_: &[u8]| {});
    // The rewriter fails only on memory limits, which are not set; what it saw until then is kept.
    let _ = rewriter.write(html.as_bytes()).and_then(|()| rewriter.end());
    found
}

fn is_worth_a_parse(html: &str) -> bool {
    let lower = html.to_ascii_lowercase();
    ["href", "src", "id", "name", "poster", "data", "<h1"].iter().any(|word| lower.contains(word))
        || html.match_indices('<').any(|(at, _)| html[at + 1..].starts_with(|c: char| c.is_ascii_uppercase()))
}

fn look_at(element: &mut Element, html: &str, found: &mut Found) {
    let tag = element.tag_name_preserve_case();
    let is_component = tag.starts_with(|c: char| c.is_ascii_uppercase()) && tag.chars().any(|c| c.is_ascii_lowercase());
    if is_component {
        let range = element.source_location().bytes();
        found.components.push((Span::new(range.start, range.start + 1 + tag.len()), tag.clone()));
    }
    let tag = tag.to_ascii_lowercase();
    found.has_h1 |= tag == "h1";
    for attribute in element.attributes() {
        let name = attribute.name();
        match name.as_str() {
            "id" => found.ids.push(attribute.value()),
            "name" if tag == "a" => found.ids.push(attribute.value()),
            _ if leads_somewhere(&tag, &name) && !is_component => {
                let Some(place) = attribute.value_source_location() else { continue };
                let range = place.bytes();
                let raw = &html[range.clone()];
                let quotes = raw.starts_with(['"', '\'']) && raw.len() >= 2;
                let range = if quotes { range.start + 1..range.end - 1 } else { range };
                if name == "srcset" {
                    found.destinations.extend(candidates(html, range));
                } else {
                    let value = attribute.value().replace("&amp;", "&");
                    found.destinations.push((Span::from(range), value, tag == "img"));
                }
            }
            _ => {}
        }
    }
}

/// The files of a `srcset`: `small.png 1x, large.png 2x`.
fn candidates(html: &str, range: std::ops::Range<usize>) -> Vec<(Span, String, bool)> {
    let value = &html[range.clone()];
    // A `data:` URL holds commas of its own, and needs no look.
    if value.contains("data:") {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut rest = value;
    // A URL runs to white space, so a comma ends it only at its end; then comes the size, up to the next comma.
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        let Some(word) = rest.split_whitespace().next() else { break };
        let start = range.start + value.len() - rest.len();
        let url = word.trim_end_matches(',');
        found.push((Span::new(start, start + url.len()), url.replace("&amp;", "&"), true));
        rest = &rest[word.len()..];
        if url.len() == word.len() {
            rest = rest.find(',').map_or("", |comma| &rest[comma..]);
        }
    }
    found
}

fn leads_somewhere(tag: &str, attribute: &str) -> bool {
    match attribute {
        "href" => matches!(tag, "a" | "area" | "link"),
        "src" => matches!(tag, "img" | "source" | "video" | "audio" | "track" | "iframe" | "script" | "embed"),
        "srcset" => matches!(tag, "img" | "source"),
        "poster" => tag == "video",
        "data" => tag == "object",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::scan;

    #[test]
    fn values_are_found_where_they_stand() {
        let html = r#"<a href="use-gpus.md?a&amp;b" id=top><img src='x y.png'><Tabs default="a">"#;
        let found = scan(html);
        let destinations: Vec<_> =
            found.destinations.iter().map(|(span, value, image)| (span.of(html), value.as_str(), *image)).collect();
        assert_eq!(destinations, [("use-gpus.md?a&amp;b", "use-gpus.md?a&b", false), ("x y.png", "x y.png", true)]);
        assert_eq!(found.ids, ["top"]);
        let set = "<source srcset=\" a.png 1x,\nhttps://r.co/w_1,h_2/b.png 2x, c.png\">";
        let places: Vec<_> = scan(set).destinations.iter().map(|(span, ..)| span.of(set)).collect();
        assert_eq!(places, ["a.png", "https://r.co/w_1,h_2/b.png", "c.png"]);
        assert_eq!(found.components[0].1, "Tabs");
        assert_eq!(found.components[0].0.of(html), "<Tabs");
    }
}
