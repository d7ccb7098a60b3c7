//! Typographic punctuation. It is a matter of rendering: the document keeps what the writer typed.

/// Appends text with curly quotes, dashes and ellipses. `before` is the character that a reader sees before it.
pub(super) fn smarten(out: &mut String, text: &str, before: Option<char>) {
    let mut previous = before;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let rest = &text[at + c.len_utf8()..];
        let (shown, skip) = match c {
            '"' => (if opens(previous, rest) { "\u{201c}" } else { "\u{201d}" }, 0),
            '\'' => (if opens(previous, rest) && !is_elision(rest) { "\u{2018}" } else { "\u{2019}" }, 0),
            '-' if rest.starts_with("--") && !rest.starts_with("---") && previous != Some('-') => ("\u{2014}", 2),
            '-' if rest.starts_with('-') && !rest.starts_with("--") && previous != Some('-') => ("\u{2013}", 1),
            '.' if rest.starts_with("..") && !rest.starts_with("...") && previous != Some('.') => ("\u{2026}", 2),
            _ => {
                out.push(c);
                previous = Some(c);
                continue;
            }
        };
        out.push_str(shown);
        for _ in 0..skip {
            characters.next();
        }
        previous = shown.chars().next_back();
    }
}

/// Does a quotation mark here open? It does after a space, an opening bracket or a dash, and before text.
fn opens(previous: Option<char>, rest: &str) -> bool {
    let before = previous.is_none_or(|c| {
        c.is_whitespace()
            || matches!(c, '(' | '[' | '{' | '\u{2014}' | '\u{2013}' | '-' | '/' | '\u{201c}' | '\u{2018}' | '\u{a0}')
    });
    before && !rest.starts_with(char::is_whitespace)
}

/// `'90s` and `'tis` drop letters: their mark is an apostrophe.
fn is_elision(rest: &str) -> bool {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let is_year = digits == 2 && !rest[2..].starts_with('\'');
    is_year || ["tis ", "twas ", "em "].iter().any(|word| rest.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::smarten;

    fn smart(text: &str, before: Option<char>) -> String {
        let mut out = String::new();
        smarten(&mut out, text, before);
        out
    }

    #[test]
    fn straight_becomes_curly_where_it_stands() {
        assert_eq!(smart(r#"She said "it's 'fine'" -- or so..."#, None), "She said “it’s ‘fine’” – or so…");
        assert_eq!(smart("wait---what? the '90s, 'tis (\"so\")", None), "wait—what? the ’90s, ’tis (“so”)");
        assert_eq!(smart("--from stays? no: ----- and ....", None), "–from stays? no: ----- and ....");
        assert_eq!(smart("\"", Some('x')), "”");
    }
}
