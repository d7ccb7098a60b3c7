//! `how-to-title`

use super::title::{self, Form, Title};
use super::{imperative, open_ended_how_to, phrases, sections, verbs};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Edit, Fix, Safety, Severity};
use crate::lint::{Check, Group, Page, Rule};
use crate::source::Span;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "how-to-title",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &[Kind::HowTo],
    summary: "a how-to's title does not say what the reader gets done",
    why: "Readers of a how-to have a goal, and look for it in a list of titles. `Add an image` and `How to add an image` \
          name a goal. `Adding images` names an activity, `Images` a subject, and `What about images?` promises an \
          explanation.",
    bad: "---\nkind: how-to\n---\n\n# Adding images\n\nPut the file beside the page.\n",
    good: "---\nkind: how-to\n---\n\n# Add images\n\nPut the file beside the page.\n",
    fix: Some(Safety::Unsafe),
    sources: &[super::HOW_TOS, super::GITLAB_TASK],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) {
        return;
    }
    let Some(title) = title::title(page) else { return };
    // What to do about a fault goes by its own name everywhere, and a title without an end has a rule of its own.
    if phrases::length(title.text.trim(), "troubleshooting").is_some()
        || open_ended_how_to::opening(&title.text).is_some()
    {
        return;
    }
    let finding = match title.form {
        Form::Gerund => page
            .at(
                title.span,
                format!("the title `{}` names an activity, not what the reader gets done", title.shown(page)),
            )
            .help("write a command: `Add images` or `How to add images`"),
        Form::Name => page
            .at(title.span, format!("the title `{}` names a subject, not what the reader gets done", title.shown(page)))
            .help("write a command that says what for: `Add images` or `How to add images`"),
        Form::Question => page
            .at(title.span, format!("the title `{}` promises an explanation", title.shown(page)))
            .help("write a command: `Add images` or `How to add images`; or make the page an explanation"),
        Form::HowTo | Form::Command | Form::Unclear => return,
    };
    let edits = if title.form == Form::Gerund { commands(page, &title) } else { None };
    diagnostics.push(match edits {
        Some(edits) => {
            let fix = Fix { title: "write a command".to_owned(), edits, safety: Safety::Unsafe };
            finding.fix(fix)
        }
        None => finding,
    });
}

/// `Install` in place of `Installing`, and of the same in `Installing and using`. Nothing where that is not enough.
fn commands(page: &Page, title: &Title) -> Option<Vec<Edit>> {
    let written = title.span.of(&page.document.text);
    let start = written.len() - written.trim_start_matches(['"', '\'', ' ']).len();
    let mut edits = Vec::new();
    let mut at = start;
    loop {
        let (word, rest) = imperative::first_word(&written[at..]);
        let base = verbs::base(word);
        if let Some(base) = base {
            let text = if word.starts_with(char::is_uppercase) { capitalized(&base) } else { base };
            let from = title.span.start as usize + at;
            edits.push(Edit { span: Span::new(from, from + word.len()), text });
        } else if edits.is_empty() || rest.starts_with(',') {
            return None;
        }
        if rest.starts_with(',') {
            return None;
        }
        at += word.len();
        match ["and ", "or ", "& "].iter().find(|joint| rest.trim_start().starts_with(**joint)) {
            Some(joint) if edits.len() < 3 => at += rest.len() - rest.trim_start().len() + joint.len(),
            _ => return Some(edits),
        }
    }
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}
