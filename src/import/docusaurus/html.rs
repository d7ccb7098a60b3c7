//! HTML of a line, as the footer and the announcement bar of Docusaurus have it. Entry points: [`markdown`], [`plain`].

/// Links and strong text as Markdown, all else as text.
pub(super) fn markdown(html: &str) -> String {
    let mut open_link = None;
    rewritten(html, |tag, out| {
        let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap_or("").to_ascii_lowercase();
        match (name.as_str(), tag.starts_with('/')) {
            ("a", false) => {
                open_link = attribute(tag, "href");
                if open_link.is_some() {
                    out.push('[');
                }
            }
            ("a", true) => {
                if let Some(href) = open_link.take() {
                    *out += &format!("]({href})");
                }
            }
            ("b" | "strong", _) => *out += "**",
            ("br", _) => out.push(' '),
            _ => {}
        }
    })
}

/// The text without its tags.
pub(super) fn plain(html: &str) -> String {
    rewritten(html, |tag, out| {
        if tag.starts_with("br") {
            out.push(' ');
        }
    })
}

fn rewritten(html: &str, mut on_tag: impl FnMut(&str, &mut String)) -> String {
    let (mut out, mut rest) = (String::new(), html);
    while let Some((before, tail)) = rest.split_once('<') {
        out += before;
        let is_tag = tail.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
        match tail.split_once('>').filter(|_| is_tag) {
            Some((tag, after)) => {
                on_tag(tag, &mut out);
                rest = after;
            }
            None => {
                out.push('<');
                rest = tail;
            }
        }
    }
    out += rest;
    let named = [("&copy;", "©"), ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    let decoded = named.iter().fold(out, |text, (entity, stands_for)| text.replace(entity, stands_for));
    decoded.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let after = tag.split_once(&format!("{name}="))?.1;
    let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    after[1..].split_once(quote).map(|(value, _)| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_line_says_stays() {
        let html = "⭐ <b>New:</b> see <a target=\"_blank\" href='https://a.example.org/?a=1&amp;b'>the\n list</a> &amp; 1 < 2<br/>";
        assert_eq!(markdown(html), "⭐ **New:** see [the list](https://a.example.org/?a=1&b) & 1 < 2");
        assert_eq!(plain(html), "⭐ New: see the list & 1 < 2");
        assert_eq!(plain("Copyright &copy; A <"), "Copyright © A <");
    }
}
