//! Places in a text: byte ranges everywhere, lines and columns only where a person reads them.

use serde::Serialize;

/// A range of bytes in one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// From byte offsets; `start <= end`.
    pub fn new(start: usize, end: usize) -> Span {
        debug_assert!(start <= end, "a span ends before it starts: {start}..{end}");
        Span { start: start as u32, end: end as u32 }
    }

    /// The same place as a range to index a text with.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text under the span; empty where the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }
}

impl From<std::ops::Range<usize>> for Span {
    fn from(range: std::ops::Range<usize>) -> Span {
        Span::new(range.start, range.end)
    }
}

/// Line starts of one text. Built only by emitters, which are the only ones to speak of lines and columns.
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Lines end with `\n`, `\r\n` or a lone `\r`, as in CommonMark.
    pub fn new(text: &str) -> LineIndex {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            let ends = match byte {
                b'\n' => true,
                b'\r' => bytes.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends {
                starts.push(at as u32 + 1);
            }
        }
        LineIndex { starts }
    }

    /// The number of the line that holds a byte, from 1, and its bytes, line end included.
    pub fn line(&self, text: &str, offset: u32) -> (usize, std::ops::Range<usize>) {
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        let end = self.starts.get(line + 1).map_or(text.len(), |next| *next as usize);
        (line + 1, self.starts[line] as usize..end)
    }

    /// Line and column of a byte, both from 1, the column in characters.
    pub fn line_column(&self, text: &str, offset: u32) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        let start = self.starts[line] as usize;
        let end = (offset as usize).min(text.len());
        let column = text.get(start..end).map_or(end - start, |before| before.chars().count());
        (line + 1, column + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_every_line_ending_counts() {
        let text = "añb\r\nxy\rz\n";
        let index = LineIndex::new(text);
        let at = |needle: &str| index.line_column(text, text.find(needle).unwrap() as u32);
        assert_eq!(at("b"), (1, 3));
        assert_eq!(at("y"), (2, 2));
        assert_eq!(at("z"), (3, 1));
    }
}
