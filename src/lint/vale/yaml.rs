//! YAML as published rules are written: two slips that Vale's library lets pass stop ours.
//!
//! Entry point: [`read`]. It must not know what a rule is.

use crate::data::{self, Located, Notation, SyntaxError};
use crate::source::Span;

/// A file, and which characters were taken out before it could be read.
pub struct Read {
    /// The table.
    pub root: Located,
    /// Where, in the text that was read, in order.
    removed: Vec<usize>,
}

/// More slips than this are no slips.
const MOST_SLIPS: usize = 100;

/// Reads a file. A `\'` between double quotes is a `'`; of two equal keys the first holds.
pub fn read(text: &str) -> Result<Read, Vec<SyntaxError>> {
    let mut mended = text.to_owned();
    let mut removed: Vec<usize> = Vec::new();
    for _ in 0..MOST_SLIPS {
        let (root, errors) = data::read(Notation::Yaml, &mended, 0);
        let Some(error) = errors.first() else {
            removed.sort_unstable();
            return Ok(Read { root, removed });
        };
        let at = error.span.start as usize;
        if error.message.contains("unknown escape") {
            let Some(escape) = escaped_quote(&mended, at) else { break };
            mended.remove(escape);
            removed.iter_mut().filter(|at| **at > escape).for_each(|at| *at -= 1);
            removed.push(escape);
        } else if error.message.contains("duplicated key") && begins_line(&mended, at) {
            mended.replace_range(at..at + 1, "#");
        } else {
            break;
        }
    }
    Err(data::read(Notation::Yaml, text, 0).1)
}

impl Read {
    /// The place in the file as it is written.
    pub fn place(&self, span: Span) -> Span {
        let shift = |at: u32| at + self.removed.iter().filter(|removed| **removed < at as usize).count() as u32;
        Span { start: shift(span.start), end: shift(span.end) }
    }
}

/// The first `\'` of the scalar that begins near here.
fn escaped_quote(text: &str, at: usize) -> Option<usize> {
    let open = at + text.get(at..)?.find('"')?;
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(open + 1) {
        match (escaped, byte) {
            (true, b'\'') => return Some(at - 1),
            (true, _) => escaped = false,
            (false, b'\\') => escaped = true,
            (false, b'"') => return None,
            (false, _) => {}
        }
    }
    None
}

/// Only blanks stand before it on its line, so that a `#` there makes a comment of the line.
fn begins_line(text: &str, at: usize) -> bool {
    let line = text.get(..at).and_then(|before| before.rsplit('\n').next());
    line.is_some_and(|line| line.trim().is_empty()) && text.as_bytes().get(at).is_some_and(u8::is_ascii_graphic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Value;

    #[test]
    fn slips_that_other_libraries_let_pass_are_mended() {
        let text = "a: \"it\\'s \\\"x\\\"\"\nb:\n  one: 1\n  two: 2\n  one: 3\nc: \"\\'\"\nd: 4\n";
        let read = read(text).unwrap_or_else(|errors| panic!("{errors:?}"));
        let Value::Table(entries) = &read.root.value else { panic!("it is a table") };
        assert_eq!(entries[0].value.value, Value::Text("it's \"x\"".to_owned()));
        let Value::Table(inner) = &entries[1].value.value else { panic!("it is a table") };
        assert_eq!(inner.iter().map(|entry| entry.key.as_str()).collect::<Vec<_>>(), ["one", "two"]);
        assert_eq!(entries[2].value.value, Value::Text("'".to_owned()));
        for entry in [&entries[0], &entries[1], &entries[3]] {
            assert_eq!(read.place(entry.key_span).of(text), entry.key);
        }
    }

    #[test]
    fn what_cannot_be_mended_is_reported_as_it_is_written() {
        let text = "a: \"\\'\"\nb: \"\\q\"\n";
        let errors = read(text).map(|_| ()).unwrap_err();
        assert_eq!(errors.len(), 1);
        assert!(read("a: 1\na:\n").is_ok() && read("{a: 1, a: 2}").is_err());
    }
}
