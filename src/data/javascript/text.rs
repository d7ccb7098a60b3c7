//! What the characters of a literal stand for: escapes in texts, digits of numbers.

/// What an escape such as `\n`, `\x41` or `\u{1f600}` stands for. A pair of surrogates comes as two escapes; the first is
/// kept in `high` until the second comes.
pub(super) fn unescaped(escape: &str, high: &mut Option<u32>) -> String {
    let body = &escape[1..];
    let code = |digits: &str| u32::from_str_radix(digits, 16).ok();
    let character = match body.chars().next() {
        Some('u') => code(body[1..].trim_start_matches('{').trim_end_matches('}')),
        Some('x') => code(&body[1..]),
        Some('n') => Some(0x0a),
        Some('t') => Some(0x09),
        Some('r') => Some(0x0d),
        Some('b') => Some(0x08),
        Some('f') => Some(0x0c),
        Some('v') => Some(0x0b),
        Some('0') if body.len() == 1 => Some(0),
        // A line break in the source continues the text.
        Some('\n' | '\r' | '\u{2028}' | '\u{2029}') => return String::new(),
        Some(other) => Some(other as u32),
        None => None,
    };
    match (character, high.take()) {
        (Some(first @ 0xd800..=0xdbff), _) => {
            *high = Some(first);
            String::new()
        }
        (Some(second @ 0xdc00..=0xdfff), Some(first)) => {
            let code = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
            char::from_u32(code).unwrap_or('\u{fffd}').to_string()
        }
        (code, _) => code.and_then(char::from_u32).unwrap_or('\u{fffd}').to_string(),
    }
}

/// A number as JavaScript writes it: a whole one where it is one.
pub(super) fn number(written: &str) -> Option<Number> {
    let digits = written.replace('_', "");
    let digits = digits.strip_suffix('n').unwrap_or(&digits);
    let radix = match digits.get(..2).map(str::to_ascii_lowercase).as_deref() {
        Some("0x") => 16,
        Some("0o") => 8,
        Some("0b") => 2,
        _ => 10,
    };
    let whole = if radix == 10 { digits } else { &digits[2..] };
    match i64::from_str_radix(whole, radix) {
        Ok(integer) => Some(Number::Whole(integer)),
        Err(_) if radix == 10 => digits.parse().ok().map(Number::Other),
        Err(_) => None,
    }
}

pub(super) enum Number {
    Whole(i64),
    Other(f64),
}
