//! `how-to-title`

use super::title::{self, Form};
use super::{imperative, open_ended_how_to, phrases, sections, verbs};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Edit, Fix, Safety, Severity};
use crate::lint::{Check, Group, Page, Rule, capitalized};
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
    precision: super::measured(36, 40),
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
    let edits = if title.form == Form::Gerund {
        commands(title.span.of(&page.document.text), title.span.start as usize)
    } else {
        None
    };
    diagnostics.push(match edits {
        Some(edits) => {
            let fix = Fix { title: "write a command".to_owned(), edits, safety: Safety::Unsafe };
            finding.fix(fix)
        }
        None => finding,
    });
}

/// `Install` in place of `Installing`, and the same for what is joined to it: `Installing and using`.
fn commands(written: &str, start: usize) -> Option<Vec<Edit>> {
    let mut at = written.len() - written.trim_start_matches(['"', '\'', ' ']).len();
    let mut edits = Vec::new();
    let mut is_joined = true;
    for token in written[at..].split_inclusive(' ') {
        let (word, _) = imperative::first_word(token);
        if let Some(base) = verbs::base(word).filter(|_| is_joined) {
            let text = if word.starts_with(char::is_uppercase) { capitalized(&base) } else { base };
            let from = start + at;
            edits.push(Edit { span: Span::new(from, from + word.len()), text });
        }
        if edits.is_empty() {
            return None;
        }
        is_joined = matches!(token.trim(), "and" | "or" | "&") || token.trim_end().ends_with(',');
        at += token.len();
    }
    Some(edits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_that_are_joined_change_together() {
        for (title, expected) in [
            ("Installing, configuring, and using Harbor", "Install, configure, and use Harbor"),
            ("\"Setting up `kind` for testing\"", "\"Set up `kind` for testing\""),
            ("Logging", "Log"),
        ] {
            let edits = commands(title, 0).expect(title);
            let mut text = title.to_owned();
            for edit in edits.iter().rev() {
                text.replace_range(edit.span.range(), &edit.text);
            }
            assert_eq!(text, expected);
        }
        assert_eq!(commands("Images and using them", 0), None);
    }
}
