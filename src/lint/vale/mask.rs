//! What is taken out of a page before it is read as Markdown: what the settings ignore, display math, and in MDX all that
//! is code. Every byte keeps its place: what is taken out is overwritten.
//!
//! Entry point: [`mask`]. It must not know rules.

use std::collections::BTreeMap;
use std::ops::Range;

use super::mdx;
use super::pattern::{Effort, Pattern};

/// What is to be taken out of the files of one sort.
#[derive(Default)]
pub struct Ignores<'a> {
    /// Whole blocks.
    pub blocks: Vec<&'a Pattern>,
    /// Parts of a line.
    pub tokens: Vec<&'a Pattern>,
    /// What begins and ends a comment.
    pub comments: Vec<(&'a str, &'a str)>,
    /// The page is MDX.
    pub mdx: bool,
}

/// A page with parts overwritten, byte for byte as long as before.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Masked {
    /// What is to be read.
    pub text: String,
    /// Parts of lines whose words are to be masked.
    pub hidden: Vec<Range<usize>>,
    /// Where comments begin in the text → what they say.
    pub comments: BTreeMap<usize, Range<usize>>,
    /// Blocks that count as code.
    pub code_blocks: usize,
}

/// How a part is overwritten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fill {
    /// As a word, to be masked where it is read.
    Word,
    /// As blank lines, or as space within a line.
    Blank,
    /// As space, line ends included.
    Space,
    /// As a blank line, so that what stands around it are paragraphs.
    Break,
    /// As a comment that says what stands in this range.
    Comment(usize, usize),
}

/// Takes out what is not to be read behind `body`, where the front matter ends. Nothing when there is nothing to take out.
pub fn mask(text: &str, body: usize, ignores: &Ignores) -> Option<Masked> {
    let may_hold_math = text.contains("$$");
    let asked = !(ignores.blocks.is_empty() && ignores.tokens.is_empty() && ignores.comments.is_empty());
    let has_old_line_ends = has_old_line_ends(text);
    if !(asked || may_hold_math || ignores.mdx || has_old_line_ends) {
        return None;
    }
    let mut masked = Masked { text: text.to_owned(), ..Masked::default() };
    if has_old_line_ends {
        // The parser takes `\r` alone for no line end.
        let parts: Vec<String> = text.split("\r\n").map(|part| part.replace('\r', "\n")).collect();
        masked.text = parts.join("\r\n");
    }
    for pattern in &ignores.blocks {
        for range in ranges(pattern, &masked.text, body) {
            masked.fill(range, Fill::Break);
            masked.code_blocks += 1;
        }
    }
    for pattern in &ignores.tokens {
        for range in ranges(pattern, &masked.text, body) {
            masked.fill(range, Fill::Word);
        }
    }
    for (begin, end) in &ignores.comments {
        for (range, fill) in comments(&masked.text, body, begin, end) {
            masked.fill(range, fill);
        }
    }
    if may_hold_math {
        for range in math(&masked.text, body) {
            masked.fill(range, Fill::Blank);
            masked.code_blocks += 1;
        }
    }
    if ignores.mdx {
        for (range, fill) in mdx::code(&masked.text, body) {
            masked.fill(range, fill);
        }
    }
    masked.hidden.sort_by_key(|range| range.start);
    (masked.text != text).then_some(masked)
}

/// A `\r` ends a line without a `\n` behind it.
fn has_old_line_ends(text: &str) -> bool {
    text.match_indices('\r').any(|(at, _)| !text[at + 1..].starts_with('\n'))
}

impl Masked {
    fn fill(&mut self, range: Range<usize>, fill: Fill) {
        let Some(old) = self.text.get(range.clone()) else { return };
        // Bytes are counted, so that places stay: a character of several becomes several letters.
        let spread = |letter: fn(u8) -> u8| old.bytes().map(|byte| char::from(letter(byte))).collect::<String>();
        let blank = || spread(|byte| if byte == b'\n' || byte == b'\r' { byte } else { b' ' });
        let new = match fill {
            Fill::Word => {
                self.hidden.push(range.clone());
                "x".repeat(range.len())
            }
            Fill::Space => " ".repeat(range.len()),
            Fill::Comment(start, end) if range.len() >= "<!---->".len() => {
                self.comments.insert(range.start, start..end);
                format!("<!--{}-->", "x".repeat(range.len() - "<!---->".len()))
            }
            Fill::Break if range.len() >= 2 => {
                let inner = blank();
                format!("\n{}\n", &inner[1..inner.len() - 1])
            }
            Fill::Blank | Fill::Break | Fill::Comment(..) => blank(),
        };
        self.text.replace_range(range, &new);
    }
}

fn ranges(pattern: &Pattern, text: &str, body: usize) -> Vec<Range<usize>> {
    pattern
        .ranges(text, &mut Effort::default())
        .into_iter()
        .filter(|range| !range.is_empty() && range.start >= body)
        .collect()
}

fn comments(text: &str, body: usize, begin: &str, end: &str) -> Vec<(Range<usize>, Fill)> {
    let mut found = Vec::new();
    let mut at = body;
    while let Some(open) = text[at..].find(begin).map(|open| at + open) {
        let inner = open + begin.len();
        let Some(length) = text[inner..].find(end) else { break };
        at = inner + length + end.len();
        found.push((open..at, Fill::Comment(inner, inner + length)));
    }
    found
}

/// Blocks between lines that begin with `$$`, outside fences. A block that does not end is no math.
fn math(text: &str, body: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    let mut fences = Fences::default();
    let mut at = body;
    for line in text[body..].split_inclusive('\n') {
        let start = at + line.len() - line.trim_start_matches([' ', '\t', '>']).len();
        at += line.len();
        if fences.holds(line) && open.is_none() {
            continue;
        }
        let content = text[start.min(at)..at].trim_end();
        let end = start + content.len();
        match open {
            Some(begin) if content.ends_with("$$") => {
                found.push(begin..end);
                open = None;
            }
            None if content.len() >= 4 && content.starts_with("$$") && content.ends_with("$$") => {
                found.push(start..end)
            }
            None if content.starts_with("$$") => open = Some(start),
            _ => {}
        }
    }
    found
}

/// Which lines are fenced code, judged line by line.
#[derive(Debug, Default)]
pub(super) struct Fences {
    open: Option<(char, usize)>,
}

impl Fences {
    /// Is this line part of fenced code, fences included?
    pub(super) fn holds(&mut self, line: &str) -> bool {
        let content = line.trim_start_matches([' ', '\t', '>']);
        // A fence may be the first thing in an item.
        let content = match content.find(['`', '~']) {
            Some(at) if content[..at].trim_end().trim_start_matches(|c: char| c.is_ascii_digit()).len() <= 1 => {
                &content[at..]
            }
            _ => content,
        };
        let Some(mark) = content.chars().next().filter(|c| matches!(c, '`' | '~')) else { return self.open.is_some() };
        let length = content.chars().take_while(|c| *c == mark).count();
        match self.open {
            None if length >= 3 && !(mark == '`' && content[length..].contains('`')) => {
                self.open = Some((mark, length));
                true
            }
            None => false,
            Some((open, least)) => {
                if open == mark && length >= least && content[length..].trim().is_empty() {
                    self.open = None;
                }
                true
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_ignored_is_overwritten_in_place() {
        let block = Pattern::new(r"(?s)\{% a %\}.*?\{% b %\}").unwrap();
        let token = Pattern::new(r"\{\{.+?\}\}").unwrap();
        let ignores =
            Ignores { blocks: vec![&block], tokens: vec![&token], comments: vec![("[//]: # (", ")")], mdx: false };
        let text = "a {{é}} b {% a %}\nx\n{% b %} c\n[//]: # (vale off)\n";
        let masked = mask(text, 0, &ignores).unwrap();
        assert_eq!(masked.text, "a xxxxxx b \n      \n \n      \n c\n<!--xxxxxxxxxxx-->\n");
        assert_eq!(masked.text.len(), text.len());
        let hidden: Vec<&str> = masked.hidden.iter().map(|range| &text[range.clone()]).collect();
        assert_eq!(hidden, ["{{é}}"]);
        let said: Vec<&str> = masked.comments.values().map(|range| &text[range.clone()]).collect();
        assert_eq!((said, masked.code_blocks), (vec!["vale off"], 1));
        assert_eq!(mask("plain", 0, &Ignores::default()), None);
        assert_eq!(mask("a\rb\r\nc\r", 0, &Ignores::default()).unwrap().text, "a\nb\r\nc\n");
    }

    #[test]
    fn display_math_is_taken_out_and_prices_are_not() {
        let text = "a\n$$\nx = y\n$$\nb\n\n> $$ z $$\n\n```\n$$\n```\n$5 and $$6\n\n$$ open\n";
        let masked = mask(text, 0, &Ignores::default()).unwrap();
        assert_eq!(masked.text, "a\n  \n     \n  \nb\n\n>        \n\n```\n$$\n```\n$5 and $$6\n\n$$ open\n");
    }
}
