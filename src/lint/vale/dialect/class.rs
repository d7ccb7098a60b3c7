//! Classes: `[a-z]` and all that may stand in them.

use super::Translator;

impl Translator {
    /// A class, whose `[` was just read.
    pub(super) fn class(&mut self) -> Result<String, String> {
        let mut out = String::from("[");
        let negated = self.skip("^");
        if negated {
            out.push('^');
        }
        let mut first = true;
        loop {
            let Some(c) = self.next() else { return Err("a `[` is not closed".to_owned()) };
            let low = match c {
                ']' if !first => {
                    out.push(']');
                    return Ok(out);
                }
                '\\' => self.class_escape(&mut out)?,
                '[' if self.posix(&mut out) => None,
                '-' if !first && self.peek(0) == Some('[') => {
                    self.at += 1;
                    let taken = self.class()?;
                    if !self.skip("]") {
                        return Err("what a class leaves out must come last in it".to_owned());
                    }
                    return Ok(format!("[{out}]--{taken}]"));
                }
                c => Some(c),
            };
            first = false;
            let Some(low) = low else { continue };
            push_class_literal(&mut out, low);
            let ranges = self.peek(0) == Some('-') && !matches!(self.peek(1), Some(']') | None);
            if !ranges || self.peek(1) == Some('[') {
                continue;
            }
            let dash = self.at;
            self.at += 1;
            let high = match self.next() {
                Some('\\') => {
                    let mut shorthand = String::new();
                    self.class_escape(&mut shorthand)?
                }
                high => high,
            };
            match high {
                Some(high) if low <= high => {
                    out.push('-');
                    push_class_literal(&mut out, high);
                }
                Some(high) => return Err(format!("`{low}-{high}` is no range: it runs backwards")),
                // A shorthand ends no range, so the dash means itself.
                None => {
                    self.at = dash + 1;
                    out.push_str("\\-");
                }
            }
        }
    }

    /// What follows a `\` within a class: a shorthand, which is written out at once, or a character.
    fn class_escape(&mut self, out: &mut String) -> Result<Option<char>, String> {
        let Some(c) = self.next() else { return Err("the pattern ends in a `\\`".to_owned()) };
        match c {
            'w' | 'W' | 's' | 'S' | 'd' | 'D' => {
                out.push('\\');
                out.push(c);
                Ok(None)
            }
            'p' | 'P' => {
                out.push_str(&self.property(c)?);
                Ok(None)
            }
            'b' => Ok(Some('\u{8}')),
            // An escaped dash begins no range.
            '-' => {
                out.push_str("\\-");
                Ok(None)
            }
            c => self.character(c).map(Some),
        }
    }

    /// `[:alpha:]` and its like, whose `[` was just read.
    fn posix(&mut self, out: &mut String) -> bool {
        const NAMES: &[&str] = &[
            "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper",
            "word", "xdigit",
        ];
        for name in NAMES {
            for negated in ["", "^"] {
                if self.skip(&format!(":{negated}{name}:]")) {
                    out.push_str(&format!("[:{negated}{name}:]"));
                    return true;
                }
            }
        }
        false
    }
}

fn push_class_literal(out: &mut String, c: char) {
    if matches!(c, '\\' | '[' | ']' | '^' | '-' | '&' | '~') {
        out.push('\\');
    }
    out.push(c);
}
