//! What in an MDX page is code: imports and exports, expressions in braces, comments, attributes of components.
//!
//! Entry point: [`code`]. The children of components are prose, and stay.

use std::ops::Range;

use super::mask::{Fences, Fill};

/// The parts of a page that are code, and how they are overwritten.
pub(super) fn code(text: &str, body: usize) -> Vec<(Range<usize>, Fill)> {
    let mut scan = Scan { text, at: body, found: Vec::new() };
    let mut fences = Fences::default();
    let mut after_blank = true;
    while scan.at < text.len() {
        let line = scan.line_end(scan.at);
        let content = text[scan.at..line].trim();
        if fences.holds(&text[scan.at..line]) || content.is_empty() {
            after_blank = content.is_empty();
            scan.at = line;
            continue;
        }
        if after_blank && ["import ", "import{", "export "].iter().any(|word| text[scan.at..].starts_with(word)) {
            let start = scan.at;
            while scan.at < text.len() && !text[scan.at..scan.line_end(scan.at)].trim().is_empty() {
                scan.at = scan.line_end(scan.at);
            }
            scan.found.push((start..scan.at, Fill::Blank));
            continue;
        }
        scan.line(line);
        after_blank = false;
    }
    scan.found
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    found: Vec<(Range<usize>, Fill)>,
}

/// Tags that hold blocks and say nothing of their own.
const CONTAINERS: &[&str] =
    &["article", "aside", "center", "details", "div", "footer", "header", "main", "nav", "section"];

impl Scan<'_> {
    fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |end| at + end + 1)
    }

    /// Looks through one line, or more where code spans them.
    fn line(&mut self, mut end: usize) {
        while self.at < end {
            let rest = &self.text[self.at..];
            let Some(first) = rest.chars().next() else { break };
            match first {
                '\\' => self.at += 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
                '`' => {
                    let length = rest.chars().take_while(|c| *c == '`').count();
                    let ticks = &rest[..length];
                    let paragraph = rest.find("\n\n").unwrap_or(rest.len());
                    let close = rest[length..paragraph.max(length)].find(ticks).map(|at| length + at + length);
                    self.at += close.unwrap_or(length);
                }
                '{' => match braces(rest) {
                    Some(length) => self.expression(length),
                    None => self.at += 1,
                },
                '<' => match tag(rest) {
                    Some(length) => self.tag(length),
                    None => self.at += 1,
                },
                other => self.at += other.len_utf8(),
            }
            if self.at > end {
                end = self.line_end(self.at - 1).max(self.at);
            }
        }
    }

    fn expression(&mut self, length: usize) {
        let range = self.at..self.at + length;
        let inner = &self.text[range.clone()];
        let fill = if inner.starts_with("{/*") && inner.ends_with("*/}") && length >= 6 {
            Fill::Comment(range.start + 3, range.end - 3)
        } else if self.stands_alone(&range) {
            Fill::Blank
        } else {
            Fill::Word
        };
        self.at = range.end;
        self.found.push((range, fill));
    }

    fn tag(&mut self, length: usize) {
        let range = self.at..self.at + length;
        let tag = &self.text[range.clone()];
        self.at = range.end;
        let name = tag[1..].trim_start_matches('/');
        let name = &name[..name.find(|c: char| c.is_whitespace() || matches!(c, '/' | '>')).unwrap_or(name.len())];
        let component = name.is_empty() || name.contains('.') || name.starts_with(char::is_uppercase);
        let container = component || CONTAINERS.contains(&name);
        // Markdown would take a tag on its own line for the beginning of raw HTML; here what follows is Markdown.
        if (container && self.stands_alone(&range)) || name.is_empty() || name.contains('.') {
            self.found.push((range, Fill::Blank));
            return;
        }
        // Values in braces are no HTML, nor are tags over several lines.
        let mut at = 1 + name.len();
        while let Some(open) = tag.get(at..).and_then(|rest| rest.find(['{', '"', '\'', '\n'])).map(|open| at + open) {
            let rest = &tag[open..];
            let (from, length) = match rest.as_bytes()[0] {
                b'{' => {
                    let name = tag[..open].trim_end_matches('=').rfind(char::is_whitespace).map_or(open, |at| at + 1);
                    (name, open - name + braces(rest).unwrap_or(1))
                }
                b'\n' => (open, 1),
                quote => {
                    let length = rest[1..].find(char::from(quote)).map_or(rest.len(), |end| end + 2);
                    at = open + length;
                    continue;
                }
            };
            at = from + length;
            self.found.push((range.start + from..range.start + at, Fill::Space));
        }
    }

    /// Nothing but space and other tags or expressions stands beside it.
    fn stands_alone(&self, range: &Range<usize>) -> bool {
        let line = self.text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let before = &self.text[line..range.start];
        let mut after = &self.text[range.end..self.line_end(range.end).min(self.text.len())];
        let only_tags =
            before.trim().is_empty() || (before.trim_start().starts_with('<') && before.trim_end().ends_with('>'));
        while let Some(length) = tag(after.trim_start()) {
            after = &after.trim_start()[length..];
        }
        only_tags && after.trim().is_empty()
    }
}

/// The length of an expression, its braces included. Strings and comments within may hold braces.
fn braces(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        match c {
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            '/' if text[at..].starts_with("/*") => {
                let end = at + 2 + text[at + 2..].find("*/")? + 2;
                while characters.peek().is_some_and(|(next, _)| *next < end) {
                    characters.next();
                }
            }
            '"' | '\'' | '`' => {
                // An apostrophe in JSX text is no string: one that does not end in its line is passed over.
                let rest = &text[at + 1..];
                let limit = if c == '`' { rest.len() } else { rest.find('\n').unwrap_or(rest.len()) };
                if let Some(end) = rest[..limit].find(c).map(|length| at + 1 + length) {
                    while characters.peek().is_some_and(|(next, _)| *next <= end) {
                        characters.next();
                    }
                }
            }
            _ => {}
        }
    }
    None
}

/// The length of a JSX tag. Values may be in quotes or braces.
fn tag(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('<')?;
    let named = inner.trim_start_matches('/');
    if !named.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '>' | '_' | '$')) {
        return None;
    }
    let name =
        named.find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '$'))).unwrap_or(named.len());
    // `<https://…>` is an address.
    if !named[name..].starts_with(|c: char| c.is_whitespace() || matches!(c, '/' | '>')) {
        return None;
    }
    let mut at = text.len() - named.len() + name;
    loop {
        let rest = &text[at..];
        let next = rest.find(['>', '"', '\'', '{', '<'])?;
        at += next;
        match rest.as_bytes()[next] {
            b'>' => return Some(at + 1),
            b'{' => at += braces(&text[at..])?,
            b'<' => return None,
            quote => at += text[at + 1..].find(char::from(quote))? + 2,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::vale::mask::{Ignores, mask};

    #[test]
    fn code_is_taken_out_and_prose_stays() {
        let check = |text: &str, expected: &str| {
            let masked = mask(text, 0, &Ignores { mdx: true, ..Ignores::default() });
            let masked = masked.map_or(text.to_owned(), |masked| masked.text);
            assert_eq!(masked, expected);
            assert_eq!(masked.len(), text.len());
        };
        check(
            "import A from 'a'\nexport const b = {\n}\n\nA import\n",
            "                 \n                  \n \n\nA import\n",
        );
        check("Two {a + {b: '}'}.b} is\n", "Two xxxxxxxxxxxxxxxx is\n");
        check("{/* vale off */}\n\n`{x}` \\{y\n", "<!--xxxxxxxxx-->\n\n`{x}` \\{y\n");
        check("{(() => {\n  a()\n})()}\n\nb\n", "         \n     \n     \n\nb\n");
        check("<Tabs a={[\n1]}>\nprose\n</Tabs>\n", "          \n    \nprose\n       \n");
        check("An <A b={c} d=\"e\">inner</A> and <a.b />.\n", "An <A       d=\"e\">inner</A> and        .\n");
        check("```js\nimport {a} from 'b'\n{\n```\n", "```js\nimport {a} from 'b'\n{\n```\n");
        check("1 < 2 and <https://a.example> {\n", "1 < 2 and <https://a.example> {\n");
        check("<img src={a}\n  alt=\"b\" />\n", "<img           alt=\"b\" />\n");
    }
}
