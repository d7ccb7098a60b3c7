//! `invisible-character`

use super::tree::within;
use crate::diagnostic::{Diagnostic, Edit, Fix, Safety, Severity};
use crate::document::{Document, NodeKind};
use crate::lint::{Check, Group, Origin, Page, Rule};
use crate::source::Span;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "invisible-character",
    aliases: &["MD084"],
    group: Group::Structure,
    severity: Severity::Warning,
    summary: "a character that nobody sees changes what is copied, searched or shown",
    why: "Such characters come along with text from elsewhere. In a word they keep the search from finding it; in code they \
          make a command fail that looks right, and marks of direction can make code look like other code. Where a script \
          needs them, as in Persian, Hindi, Thai or Hebrew and in emoji, they may stay.",
    bad: "# Install\n\nRun `make\u{a0}install` to in\u{200b}stall.\n",
    good: "# Install\n\nRun `make install` to install. می\u{200c}خواهم 👩\u{200d}💻\n",
    fix: Some(Safety::Safe),
    sources: &[
        Origin { name: "rumdl MD084", url: "https://github.com/rvben/rumdl/blob/main/docs/md084.md" },
        Origin { name: "Trojan Source", url: "https://trojansource.codes" },
    ],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    // Most pages have none at all.
    if document.text.is_ascii() {
        return;
    }
    let is_rtl = document.text.chars().any(is_rtl);
    for node in &document.nodes {
        let is_code = match node.kind {
            NodeKind::Text => false,
            NodeKind::Code(_) => true,
            // What shows how pages are written may show their faults.
            NodeKind::CodeBlock(block) => {
                let language = &document.code_blocks[block as usize].options.language;
                if matches!(language.as_str(), "markdown" | "md") {
                    continue;
                }
                true
            }
            _ => continue,
        };
        look_at(page, document, node.span, Place { is_code, is_rtl }, diagnostics);
    }
}

#[derive(Clone, Copy)]
struct Place {
    is_code: bool,
    is_rtl: bool,
}

/// One finding for each text: what was copied from elsewhere mostly brought several.
fn look_at(page: &Page, document: &Document, span: Span, place: Place, diagnostics: &mut Vec<Diagnostic>) {
    let text = span.of(&document.text);
    if text.is_ascii() {
        return;
    }
    let mut edits: Vec<Edit> = Vec::new();
    let mut found = None;
    let mut safety = Safety::Safe;
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|(_, next)| *next);
        let fault = fault(c, before, after, place);
        before = Some(c);
        let Some((name, instead)) = fault else { continue };
        let line = text[..at].rsplit('\n').next().unwrap_or("");
        // Programs that draw trees write them so.
        if instead == " " && line.contains(['│', '├', '└', '─']) {
            continue;
        }
        found = found.or(Some((name, c)));
        // What is shown may change its order, and at the edge of a text a mark beside it may come to mean something.
        let is_edge = !place.is_code && (at == 0 || after.is_none());
        safety = if is_direction(c) || is_edge { Safety::Unsafe } else { safety };
        edits.push(Edit { span: within(span, at..at + c.len_utf8()), text: instead.to_owned() });
    }
    let (Some((name, c)), Some(first)) = (found, edits.first()) else { return };
    let more = match edits.len() {
        1 => String::new(),
        many => format!(", and {} more in this text", many - 1),
    };
    let finding = page.at(first.span, format!("there is {name} here (U+{:04X}){more}", u32::from(c)));
    let title = if edits.iter().all(|edit| edit.text.is_empty()) { "take it out" } else { "write plain spaces" };
    diagnostics.push(finding.help(title).fix(Fix { title: title.to_owned(), edits, safety }));
}

/// What a character is called that does not belong where it stands, and what to write instead.
fn fault(c: char, before: Option<char>, after: Option<char>, place: Place) -> Option<(&'static str, &'static str)> {
    let is_plain = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let is_within_script = |c: Option<char>| c.is_some_and(|c| !c.is_ascii() && !c.is_whitespace());
    match c {
        '\u{a0}' | '\u{2007}' | '\u{202f}' if place.is_code => Some(("a space that does not break the line", " ")),
        '\u{200b}' | '\u{2060}' if place.is_code || is_plain(before) || is_plain(after) => {
            Some(("a space without a width", ""))
        }
        // They join and part letters of many scripts, and the parts of an emoji.
        '\u{200c}' | '\u{200d}' if !is_within_script(before) || !is_within_script(after) => {
            Some(("a joiner without a width", ""))
        }
        '\u{feff}' => Some(("a byte order mark", "")),
        '\u{ad}' if place.is_code => Some(("a soft hyphen", "")),
        _ if is_direction(c) && (place.is_code || !place.is_rtl) => Some(("a mark of direction", "")),
        _ => None,
    }
}

fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Hebrew, Arabic and the other scripts from right to left.
fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{61b}' | '\u{61d}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}
