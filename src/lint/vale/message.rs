//! What a rule says, with the places where the text goes: the part of Go's `fmt` that rules use.
//!
//! Entry points: [`Message::new`] once a rule, [`Message::format`] once a hit. It must not know what the arguments are.

/// A message, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Argument(usize),
}

impl Message {
    /// Reads `%s`, `%d`, `%[2]s` and `%%`. Anything else after a `%` is text: Go would write an error in its place.
    pub fn new(text: &str) -> Message {
        let mut pieces = Vec::new();
        let mut plain = String::new();
        let mut next = 0;
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('%') {
            plain.push_str(before);
            rest = after;
            if let Some(after) = after.strip_prefix('%') {
                plain.push('%');
                rest = after;
                continue;
            }
            let indexed = after.strip_prefix('[').and_then(|inner| inner.split_once(']'));
            let indexed =
                indexed.and_then(|(index, after)| Some((index.parse::<usize>().ok()?.checked_sub(1)?, after)));
            let (index, verb) = indexed.unwrap_or((next, after));
            match verb.strip_prefix(['s', 'd', 'v']) {
                Some(after) => {
                    pieces.push(Piece::Text(std::mem::take(&mut plain)));
                    pieces.push(Piece::Argument(index));
                    next = index + 1;
                    rest = after;
                }
                None => plain.push('%'),
            }
        }
        plain.push_str(rest);
        pieces.push(Piece::Text(plain));
        Message { pieces }
    }

    /// It says the same of everything.
    pub fn is_constant(&self) -> bool {
        self.pieces.len() == 1
    }

    /// Puts the arguments in. One that is missing reads as nothing, one too many is ignored; a message is one line.
    pub fn format(&self, arguments: &[&str]) -> String {
        let mut out = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Argument(index) => out.push_str(arguments.get(*index).copied().unwrap_or("")),
            }
        }
        match out.contains('\n') {
            true => out.replace('\n', " "),
            false => out,
        }
    }
}

/// `'a'`, `'a' or 'b'`, `'a', 'b', or 'c'`.
pub fn alternatives(words: &[String]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [one, other] => format!("{one} or {other}"),
        [most @ .., last] => format!("{}, or {last}", most.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_go_where_the_message_wants_them() {
        for (message, expected) in [
            ("Use '%s' instead of '%s'.", "Use 'a' instead of 'b'."),
            ("Not '%[2]s' but '%[1]s', '%s'", "Not 'b' but 'a', 'b'"),
            ("%d of 100%% (100% sure, 5 %)", "a of 100% (100% sure, 5 %)"),
            ("%s %s %s|", "a b |"),
            ("No argument.", "No argument."),
            ("%[x]s %[0]s %[9]s", "%[x]s %[0]s "),
        ] {
            assert_eq!(Message::new(message).format(&["a", "b"]), expected, "{message}");
        }
        assert_eq!(Message::new("'%s'").format(&["two\nlines"]), "'two lines'");
        assert!(Message::new("100%").is_constant() && !Message::new("%s").is_constant());
    }

    #[test]
    fn alternatives_read_as_a_sentence() {
        let words = |n: usize| ["a", "b", "c"][..n].iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let expected = ["", "'a'", "'a' or 'b'", "'a', 'b', or 'c'"];
        for (n, expected) in expected.into_iter().enumerate() {
            assert_eq!(alternatives(&words(n)), expected);
        }
    }
}
