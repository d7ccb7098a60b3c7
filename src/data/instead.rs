//! How a word is written in place of another, so that the file stays TOML or YAML.

/// A word in place of a scalar or a key as it is written: with the same quotes, or bare where that means the same in
/// both notations. Nothing where the other is written in a way that a word cannot take the place of.
pub fn instead(written: &str, word: &str) -> Option<String> {
    if word.chars().any(char::is_control) {
        return None;
    }
    match written.chars().next()? {
        quote @ ('"' | '\'') => {
            let inner = written[1..].strip_suffix(quote)?;
            // Text over several lines, with three quotes or without, is no word.
            let is_word = !inner.contains([quote, '\n', '\r']);
            is_word.then(|| if quote == '\'' && !word.contains(quote) { format!("'{word}'") } else { quoted(word) })
        }
        first if first.is_alphanumeric() || first == '_' => {
            let is_word = !written.contains(['"', '\'', '#', '\n', '\r', '[', ']', '{', '}', ',', '=']);
            // A word in place of a number would be no TOML, unless it is a key, where quotes do no harm.
            let may_be_bare = is_bare(word, first.is_ascii_digit());
            is_word.then(|| if may_be_bare { word.to_owned() } else { quoted(word) })
        }
        _ => None,
    }
}

/// It means the same with and without quotes.
fn is_bare(word: &str, is_number: bool) -> bool {
    if is_number {
        return word.bytes().all(|byte| byte.is_ascii_digit()) && !word.starts_with('0');
    }
    const NO_TEXT: &[&str] = &["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        && !NO_TEXT.contains(&word.to_ascii_lowercase().as_str())
}

/// A text in double quotes, in both notations.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '\\' | '"' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", c as u32)),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::instead;

    #[test]
    fn a_word_takes_the_quotes_of_the_other_and_new_ones_where_it_needs_them() {
        let written = |other: &str, word: &str| instead(other, word);
        assert_eq!(written("\"how-too\"", "how-to").as_deref(), Some("\"how-to\""));
        assert_eq!(written("'needs: triag'", "needs: triage").as_deref(), Some("'needs: triage'"));
        assert_eq!(written("'whats new'", "what's new").as_deref(), Some("\"what's new\""));
        assert_eq!(written("\"a\"", "say \"a\"").as_deref(), Some("\"say \\\"a\\\"\""));
        assert_eq!(written("tilte", "title").as_deref(), Some("title"));
        assert_eq!(written("triag", "needs: triage").as_deref(), Some("\"needs: triage\""));
        assert_eq!(written("fasle", "false").as_deref(), Some("\"false\""));
        assert_eq!(written("112", "113").as_deref(), Some("113"));
        assert_eq!(written("112", "one").as_deref(), Some("\"one\""));
    }

    #[test]
    fn what_is_more_than_a_word_is_left_alone() {
        for other in ["", "\"\"\"a\"\"\"", "\"a", "'a\nb'", "|\n  a", "[a]", "{ a = 1 }", "&name a", "a, b"] {
            assert_eq!(instead(other, "word"), None, "{other:?}");
        }
    }
}
