//! `mojibake`

use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::lint::{Check, Group, Origin, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "mojibake",
    aliases: &["MD083"],
    group: Group::Structure,
    severity: Severity::Warning,
    summary: "letters were read in the wrong encoding once, and saved so",
    why: "A file in UTF-8 that a program takes for Windows-1252 turns `é` into `Ã©` and `’` into `â€™`. Saved again, the \
          letters stay wrong wherever the file is opened. `�` stands where a letter was lost; only somebody who knows the \
          text can bring it back.",
    bad: "# Install\n\nThe cafÃ© is closed, and thatâ€™s that.\n",
    good: "# Install\n\nThe café is closed, and that’s that.\n",
    fix: Some(Safety::Unsafe),
    sources: &[
        Origin { name: "rumdl MD083", url: "https://github.com/rvben/rumdl/blob/main/docs/md083.md" },
        Origin { name: "W3C, Encodings", url: "https://www.w3.org/International/questions/qa-what-is-encoding" },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for block in page.prose {
        let text = &block.prose.text;
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let start = at;
            at += c.len_utf8();
            let found = match c {
                '\u{fffd}' => None,
                // The first bytes of letters of two to four bytes, read one by one.
                'Â'..='ô' => match decoded(&text[start..]) {
                    Some((letter, length)) => Some((letter, length)),
                    None => continue,
                },
                _ => continue,
            };
            let Some((letter, length)) = found else {
                let span = block.prose.span(start..at);
                let help = "write the letter that was lost";
                diagnostics.push(page.at(span, "a letter was lost here: `\u{fffd}` stands in its place").help(help));
                continue;
            };
            at = start + length;
            let span = block.prose.span(start..at);
            let finding = page.at(span, format!("`{}` is `{letter}` in the wrong encoding", &text[start..at]));
            let finding = finding.help(format!("write `{letter}`"));
            diagnostics.push(match block.prose.is_verbatim(start..at) {
                true => finding.fix(Fix::replace(span, letter.to_string(), Safety::Unsafe)),
                false => finding,
            });
        }
    }
}

/// The letter whose bytes a text begins with, one character for each, and the length of these characters.
fn decoded(text: &str) -> Option<(char, usize)> {
    let mut bytes = [0; 4];
    let mut length = 0;
    let count = match byte(text.chars().next()?)? {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let mut chars = text.chars();
    for slot in &mut bytes[..count] {
        let c = chars.next()?;
        *slot = byte(c)?;
        length += c.len_utf8();
    }
    let letter = std::str::from_utf8(&bytes[..count]).ok()?.chars().next()?;
    // `Ã` before a sign is possible in capitals, so a pair must give a letter or a mark that people write.
    let is_likely = count > 2 || letter.is_alphabetic() || matches!(letter, '\u{a0}'..='\u{bf}' | '×' | '÷');
    is_likely.then_some((letter, length))
}

/// The byte that Windows-1252 shows as a character.
fn byte(c: char) -> Option<u8> {
    const UPPER: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    match c {
        '\u{a0}'..='\u{ff}' => u8::try_from(u32::from(c)).ok(),
        _ => UPPER.chars().position(|upper| upper == c).map(|at| 0x80 + at as u8),
    }
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn letters_come_back() {
        assert_eq!(decoded("Ã©t"), Some(('é', 4)));
        assert_eq!(decoded("â€™s"), Some(('’', "â€™".len())));
        assert_eq!(decoded("ðŸŽ‰!"), Some(('🎉', "ðŸŽ‰".len())));
        for right in ["É", "Ça va", "âge", "Ã ", "été"] {
            assert_eq!(decoded(right), None, "{right}");
        }
    }
}
