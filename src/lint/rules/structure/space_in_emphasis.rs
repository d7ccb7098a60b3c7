//! `space-in-emphasis`

use std::ops::Range;

use super::tree::{runs, within};
use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::lint::{Check, Group, Origin, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "space-in-emphasis",
    aliases: &["MD037"],
    group: Group::Structure,
    severity: Severity::Warning,
    summary: "a space inside the marks of emphasis makes them plain asterisks",
    why: "The marks of emphasis must touch the words that they emphasize. With a space between them the reader sees the \
          asterisks.",
    bad: "# Install\n\nThis is ** not ** undone, and **Note: **it is final.\n",
    good: "# Install\n\nThis is **not** undone, and **Note:** it is final. The sum is 2 * 3 * 4.\n",
    fix: Some(Safety::Unsafe),
    sources: &[
        Origin { name: "markdownlint MD037", url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md037.md" },
        Origin {
            name: "CommonMark, emphasis",
            url: "https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis",
        },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for run in runs(page.document) {
        for (place, mark, instead) in slips(run.of(&page.document.text)) {
            let span = within(run, place);
            let finding = page.at(span, format!("these `{mark}` emphasize nothing: there is a space inside them"));
            let finding = finding.help(format!("write `{}`", instead.trim()));
            diagnostics.push(finding.fix(Fix::replace(span, instead, Safety::Unsafe)));
        }
    }
}

/// Where a text was to be emphasized and is not, with the marks and what to write instead.
fn slips(text: &str) -> Vec<(Range<usize>, &str, String)> {
    let mut slips = Vec::new();
    let marks = marks(text);
    let mut next = 0;
    while let [open, close, ..] = &marks[next..] {
        next += 1;
        let Some(inner) = emphasized(text, open, close) else { continue };
        next += 1;
        let mark = &text[open.clone()];
        let ends = text[close.end..].chars().next();
        // The space stays, outside of the marks.
        let before = if inner.starts_with(' ') && !text[..open.start].ends_with([' ', '(']) && open.start > 0 {
            " "
        } else {
            ""
        };
        let after = if inner.ends_with(' ') && ends.is_some_and(char::is_alphanumeric) { " " } else { "" };
        let instead = format!("{before}{mark}{}{mark}{after}", inner.trim());
        slips.push((open.start..close.end, mark, instead));
    }
    slips
}

/// Runs of one to three asterisks or underscores.
fn marks(text: &str) -> Vec<Range<usize>> {
    let mut marks: Vec<Range<usize>> = Vec::new();
    for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'*' | b'_')) {
        match marks.last_mut() {
            Some(last) if last.end == at && text.as_bytes()[last.start] == byte => last.end += 1,
            _ => marks.push(at..at + 1),
        }
    }
    marks.retain(|mark| mark.len() <= 3);
    marks
}

/// What two marks were meant to emphasize, if they were.
fn emphasized<'a>(text: &'a str, open: &Range<usize>, close: &Range<usize>) -> Option<&'a str> {
    let inner = &text[open.end..close.start];
    let word = inner.trim_matches(' ');
    let is_word = word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !word.starts_with(['/', '.']);
    if text[open.clone()] != text[close.clone()] || !is_word {
        return None;
    }
    let outside = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    let opens = outside(text[..open.start].chars().next_back());
    let closes = outside(text[close.end..].chars().next());
    let sides = (inner.starts_with(' '), inner.ends_with(' '));
    // One mark with a space on both sides is a product or a list. Two that touch a word on the outside stand between words.
    let fits = match sides {
        (false, false) => false,
        (true, true) => open.len() > 1 && opens && closes,
        (true, false) => open.len() > 1 && opens && closes || open.len() == 1 && opens && closes && word.len() > 2,
        (false, true) => opens && (closes || open.len() > 1 && !word.ends_with(',')),
    };
    fits.then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::slips;

    #[test]
    fn spaces_stay_outside_of_the_marks() {
        let cases = [
            ("is ** not ** so", "**not**"),
            ("**Note: **it is", "**Note:** "),
            ("the ** last**, then", "**last**"),
            ("this is _the metric _.", "_the metric_"),
            ("*text *", "*text*"),
            ("2 * 3 * 4 ** 5 ** 6", ""),
            ("*.md and *.txt", ""),
            ("__init__ and __main__", ""),
            ("a_b _ c_d and x *y", ""),
            ("f(*args, **kwargs, **more)", ""),
        ];
        for (text, expected) in cases {
            let found: Vec<String> = slips(text).into_iter().map(|(_, _, instead)| instead).collect();
            assert_eq!(found.join("/"), expected, "{text}");
        }
    }
}
