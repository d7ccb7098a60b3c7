//! Raw HTML, cut into tags, comments and text, each with its place in the piece.
//!
//! Entry point: [`cut`]. It is no validator: what is broken is text.

use std::ops::Range;

/// A part of a piece of HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// `<name …>`
    Start(Tag),
    /// `<name …/>`
    Empty(Tag),
    /// `</name>`: the name in lower case.
    End(String),
    /// `<!-- … -->`: what stands between the delimiters.
    Comment(Range<usize>),
    /// Anything else.
    Text(Range<usize>),
}

/// A tag that opens something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tag {
    /// In lower case.
    pub name: String,
    /// Name in lower case → place of the value, without its quotes.
    pub attributes: Vec<(String, Range<usize>)>,
}

/// Cuts a piece of HTML.
pub fn cut(html: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut text_from = 0;
    let mut at = 0;
    // The text of these is no HTML.
    let mut verbatim: Option<String> = None;
    while let Some(open) = html[at..].find('<').map(|open| at + open) {
        at = open + 1;
        let Some((part, end)) = part(html, open) else { continue };
        if let Some(name) = &verbatim {
            if part != Part::End(name.clone()) {
                continue;
            }
            verbatim = None;
        }
        if let Part::Start(tag) = &part
            && matches!(tag.name.as_str(), "script" | "style")
        {
            verbatim = Some(tag.name.clone());
        }
        if text_from < open {
            parts.push(Part::Text(text_from..open));
        }
        if part != Part::Text(open..end) {
            parts.push(part);
        }
        at = end;
        text_from = end;
    }
    if text_from < html.len() {
        parts.push(Part::Text(text_from..html.len()));
    }
    parts
}

/// What begins with the `<` at a place, and where it ends. Declarations and the like come back as their own range of text.
fn part(html: &str, open: usize) -> Option<(Part, usize)> {
    let rest = &html[open..];
    if let Some(inner) = rest.strip_prefix("<!--") {
        let (length, end) = inner.find("-->").map_or((inner.len(), rest.len()), |length| (length, length + 7));
        return Some((Part::Comment(open + 4..open + 4 + length), open + end));
    }
    if rest.starts_with("<!") || rest.starts_with("<?") {
        let end = open + rest.find('>')? + 1;
        return Some((Part::Text(open..end), end));
    }
    if let Some(inner) = rest.strip_prefix("</") {
        let end = inner.find('>')?;
        let name = inner[..end].trim().to_ascii_lowercase();
        return is_name(&name).then_some((Part::End(name), open + 2 + end + 1));
    }
    let name_end = rest[1..].find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))? + 1;
    let name = rest[1..name_end].to_ascii_lowercase();
    if !is_name(&name) {
        return None;
    }
    let mut tag = Tag { name, attributes: Vec::new() };
    let mut at = open + name_end;
    loop {
        let rest = &html[at..];
        let trimmed = rest.trim_start_matches(|c: char| c.is_whitespace());
        at += rest.len() - trimmed.len();
        if trimmed.starts_with("/>") {
            return Some((Part::Empty(tag), at + 2));
        }
        match trimmed.chars().next()? {
            '>' => return Some((Part::Start(tag), at + 1)),
            '/' => at += 1,
            _ => at = attribute(html, at, &mut tag),
        }
    }
}

/// `name`, `name=value`, `name="value"`; returns where it ends.
fn attribute(html: &str, at: usize, tag: &mut Tag) -> usize {
    let rest = &html[at..];
    let name = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/')).unwrap_or(rest.len()).max(1);
    let name = (name..=rest.len()).find(|end| rest.is_char_boundary(*end)).unwrap_or(rest.len());
    let behind = rest[name..].trim_start();
    let Some(value) = behind.strip_prefix('=').map(str::trim_start) else { return at + name };
    let start = html.len() - value.len();
    let (inner, end) = match value.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let length = value[1..].find(quote).unwrap_or(value.len() - 1);
            (start + 1..start + 1 + length, (start + length + 2).min(html.len()))
        }
        _ => {
            let length = value.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(value.len());
            (start..start + length, start + length)
        }
    };
    tag.attributes.push((rest[..name].to_ascii_lowercase(), inner));
    end
}

fn is_name(name: &str) -> bool {
    let mut characters = name.chars();
    characters.next().is_some_and(|c| c.is_ascii_alphabetic())
        && characters.all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_cut_into_tags_comments_and_text() {
        let html = "a <b class='x y' id=z hidden>c</b ><br/> 1 < 2 <!-- vale off --><!doctype x>\
                    <script>if (a<b) </b></script>é<img alt=\"\">";
        let shown: Vec<String> = cut(html)
            .into_iter()
            .map(|part| match part {
                Part::Start(tag) | Part::Empty(tag) => {
                    let attributes =
                        tag.attributes.iter().map(|(name, value)| format!(" {name}={}", &html[value.clone()]));
                    format!("<{}{}>", tag.name, attributes.collect::<String>())
                }
                Part::End(name) => format!("</{name}>"),
                Part::Comment(range) => format!("#{}", &html[range]),
                Part::Text(range) => html[range].to_owned(),
            })
            .collect();
        let expected = [
            "a ",
            "<b class=x y id=z>",
            "c",
            "</b>",
            "<br>",
            " 1 < 2 ",
            "# vale off ",
            "<script>",
            "if (a<b) </b>",
            "</script>",
            "é",
            "<img alt=>",
        ];
        assert_eq!(shown, expected);
        for broken in ["<", "<a", "</", "<!--", "<a b=\"", "<a b=", "<é>", "<!", "<a é"] {
            cut(broken);
        }
    }
}
