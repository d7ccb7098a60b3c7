//! What a comment at the end of a line of code says to the tool, and not to the reader of the code: the spellings that
//! Docusaurus, VitePress, Asciidoctor and Material have for marks and numbers.

use std::ops::Range;

use super::Mark;

/// How a line is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Marked(Mark),
    Focused,
}

/// What a comment says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Instruction {
    /// `highlight-start`
    Start,
    /// `highlight-end`
    End,
    /// So many lines look so: this one, or those below where nothing but the comment stands in this one.
    Lines(Look, u32),
    /// `(1)`: the list below the block explains it.
    Callout(u32),
}

/// How comments begin, in any language, and how they end where they do.
const COMMENTS: &[(&str, &str)] =
    &[("<!--", "-->"), ("{/*", "*/}"), ("/*", "*/"), ("//", ""), ("#", ""), ("--", ""), (";", ""), ("%", "")];

/// There may be marks in the code.
pub(super) fn may_instruct(code: &str) -> bool {
    code.contains("[!code ") || code.contains("highlight-")
}

/// What is left of a line, and what the comment at its end says. Nothing where it says nothing.
pub(super) fn read(line: &str, with_callouts: bool) -> Option<(String, Vec<Instruction>)> {
    let marks = comments(line).find_map(|comment| {
        let instructions = instructions(comment.words(line))?;
        Some((comment.before(line), instructions))
    });
    let callouts = || {
        comments(line).filter(|_| with_callouts).find_map(|comment| {
            let (words, numbers) = callouts(comment.words(line), comment.closing == "-->")?;
            let kept = match words {
                0 => comment.before(line),
                words => format!("{} {}", &line[..comment.text.start + words], comment.closing).trim_end().to_owned(),
            };
            Some((kept, numbers.into_iter().map(Instruction::Callout).collect()))
        })
    };
    marks.or_else(callouts)
}

/// What may be the comment at the end of a line.
struct Comment {
    start: usize,
    /// What stands in it.
    text: Range<usize>,
    /// How it ends.
    closing: &'static str,
}

impl Comment {
    fn words<'a>(&self, line: &'a str) -> &'a str {
        &line[self.text.clone()]
    }

    fn before(&self, line: &str) -> String {
        line[..self.start].trim_end().to_owned()
    }
}

fn comments(line: &str) -> impl Iterator<Item = Comment> {
    let line = line.trim_end();
    COMMENTS.iter().flat_map(move |(opening, closing)| {
        line.match_indices(opening).filter_map(move |(start, _)| {
            let is_apart = line[..start].chars().next_back().is_none_or(char::is_whitespace);
            let inside = line[start..].strip_suffix(closing)?;
            let words = inside.trim_start_matches(opening).trim_start();
            let from = start + inside.len() - words.len();
            is_apart.then(|| Comment { start, text: from..from + words.trim_end().len(), closing })
        })
    })
}

/// `[!code ++]`, several of them, or a word of Docusaurus; and nothing else.
fn instructions(body: &str) -> Option<Vec<Instruction>> {
    let marked = |count| Instruction::Lines(Look::Marked(Mark::Marked), count);
    match body {
        "highlight-next-line" => return Some(vec![marked(1)]),
        "highlight-start" => return Some(vec![Instruction::Start]),
        "highlight-end" => return Some(vec![Instruction::End]),
        _ => {}
    }
    let mut instructions = Vec::new();
    let mut rest = body;
    while !rest.is_empty() {
        let (word, after) = rest.strip_prefix("[!code ")?.split_once(']')?;
        let (word, count) = word.trim().split_once(':').unwrap_or((word.trim(), "1"));
        let look = match word {
            "++" => Look::Marked(Mark::Inserted),
            "--" => Look::Marked(Mark::Deleted),
            "highlight" | "hl" | "warning" | "error" => Look::Marked(Mark::Marked),
            "focus" => Look::Focused,
            _ => return None,
        };
        let count = count.parse().ok().filter(|count| *count > 0)?;
        instructions.push(Instruction::Lines(look, count));
        // A second one may be a comment of its own.
        let after = after.trim_start();
        rest = COMMENTS.iter().find_map(|(opening, _)| after.strip_prefix(opening)).unwrap_or(after).trim_start();
    }
    (!instructions.is_empty()).then_some(instructions)
}

/// How long the words of a comment are before the numbers at its end, and the numbers. In XML a number may stand alone:
/// `<!--1-->`.
fn callouts(body: &str, is_xml: bool) -> Option<(usize, Vec<u32>)> {
    if is_xml && let Ok(number) = body.parse() {
        return Some((0, vec![number]));
    }
    let mut words = body;
    let mut numbers = Vec::new();
    while let Some((before, number)) = last_callout(words) {
        numbers.insert(0, number);
        words = before.trim_end();
    }
    (!numbers.is_empty()).then_some((words.len(), numbers))
}

fn last_callout(text: &str) -> Option<(&str, u32)> {
    let text = text.strip_suffix('!').unwrap_or(text);
    let (text, opening) = match text.strip_suffix(')') {
        Some(text) => (text, '('),
        None => (text.strip_suffix('>')?, '<'),
    };
    let (before, number) = text.rsplit_once(opening)?;
    // `f(1)` calls something.
    let is_apart = before.is_empty() || before.ends_with([' ', '\t', ')', '>', '!']);
    let is_number = is_apart && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    Some((before, number.parse().ok()?)).filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_speak_to_the_tool_in_the_spellings_in_use() {
        let marked = |mark, count| Instruction::Lines(Look::Marked(mark), count);
        for (line, kept, instructions) in [
            ("  // highlight-next-line", "", vec![marked(Mark::Marked, 1)]),
            ("{/* highlight-start */}", "", vec![Instruction::Start]),
            ("<!-- highlight-end -->", "", vec![Instruction::End]),
            ("x = 1  # [!code ++]", "x = 1", vec![marked(Mark::Inserted, 1)]),
            ("x() // [!code --:3]", "x()", vec![marked(Mark::Deleted, 3)]),
            (
                "x // [!code hl] // [!code focus]",
                "x",
                vec![marked(Mark::Marked, 1), Instruction::Lines(Look::Focused, 1)],
            ),
            ("SELECT 1 -- <2>", "SELECT 1", vec![Instruction::Callout(2)]),
            ("x = 1 # (1)! (2)!", "x = 1", vec![Instruction::Callout(1), Instruction::Callout(2)]),
            ("x; /* the port (1) */", "x; /* the port */", vec![Instruction::Callout(1)]),
            ("<a/> <!--3-->", "<a/>", vec![Instruction::Callout(3)]),
        ] {
            assert_eq!(read(line, true), Some((kept.to_owned(), instructions)), "{line}");
        }
        for line in
            ["print(1)", "x # [!code wrap]", "x # calls f(1)", "url = a//(1)", "// highlight-next-line please", "x #"]
        {
            assert_eq!(read(line, true), None, "{line}");
        }
        assert_eq!(read("x = 1 # (1)", false), None);
    }
}
