//! `heading-punctuation`

use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::document::prose::BlockKind;
use crate::lint::{Check, Group, Origin, Page, Precision, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "heading-punctuation",
    aliases: &["MD026"],
    group: Group::Structure,
    severity: Severity::Suggestion,
    summary: "a heading ends with a stop, a comma, a colon or a semicolon",
    why: "A heading is a name, no sentence, and it is shown in lists of contents and in links, where the mark means nothing. \
          Question marks and exclamation marks may stay, and so may abbreviations.",
    bad: "# Install\n\n## Before you begin:\n\nTake a computer.\n",
    good: "# Install\n\n## Before you begin\n\nTake a computer.\n\n## Disks, tapes, etc.\n\nTake some.\n",
    fix: Some(Safety::Safe),
    precision: Some(Precision {
        right: 50,
        of: 50,
        on: "the documentation of Electron, the Rust Forge, Prometheus, Jenkins X, PaddlePaddle and Dapr",
    }),
    sources: &[Origin {
        name: "markdownlint MD026",
        url: "https://github.com/DavidAnson/markdownlint/blob/main/doc/md026.md",
    }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

const MARKS: &[char] = &['.', ',', ';', ':', '。', '，', '；', '：', '、'];

/// Words whose stop is a part of them.
const ABBREVIATIONS: &[&str] =
    &["a.m.", "al.", "approx.", "b.v.", "co.", "corp.", "etc.", "e.g.", "i.e.", "inc.", "ltd.", "no.", "p.m.", "vs."];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for block in page.prose.iter().filter(|block| matches!(block.kind, BlockKind::Heading(_))) {
        let text = block.prose.text.trim_end();
        let Some(mark) = text.chars().next_back().filter(|mark| MARKS.contains(mark)) else { continue };
        let range = text.len() - mark.len_utf8()..text.len();
        let before = &text[..range.start];
        if block.prose.is_masked(range.clone()) || before.ends_with(MARKS) || is_part_of_word(text, mark) {
            continue;
        }
        let span = block.prose.span(range.clone());
        let finding = page.at(span, format!("this heading ends with `{mark}`")).help("take it out");
        // The anchor is made of letters, so it stays the same, unless a space were left at its end. A `#` at the end of the
        // line would be a mark, and a backslash is one already.
        let written = page.document.text.get(..span.start as usize).unwrap_or("");
        let is_free = !before.ends_with(char::is_whitespace) && !written.ends_with(['#', '\\']);
        let is_fixable = is_free && block.prose.is_verbatim(range);
        diagnostics.push(match is_fixable {
            true => finding.fix(Fix::replace(span, "", Safety::Safe)),
            false => finding,
        });
    }
}

/// The mark belongs to an abbreviation, a number such as `1.`, or an emoji's name.
fn is_part_of_word(text: &str, mark: char) -> bool {
    let word = text.rsplit(char::is_whitespace).next().unwrap_or("");
    let bare = word.trim_end_matches(mark);
    match mark {
        '.' => {
            let is_initial = bare.chars().count() == 1 || bare.contains('.');
            is_initial
                || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
                || bare.bytes().all(|c| c.is_ascii_digit())
        }
        // The name of an emoji, or of a drive.
        ':' => bare.starts_with(':') || bare.len() == 1 || !text.contains(char::is_alphabetic),
        _ => !text.contains(char::is_alphabetic),
    }
}
