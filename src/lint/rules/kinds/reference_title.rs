//! `reference-title`

use super::title::{self, Form};
use super::{imperative, sections};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "reference-title",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    kinds: &[Kind::Reference],
    summary: "a reference page is titled as directions: `How to …`, `Configure …`, `Configuring …`",
    why: "Reference describes things, so its title is the name of a thing: `Configuration`, `Ports`. A title that tells the \
          reader to do something promises steps, and whoever looks for the facts passes it over.",
    bad: "---\nkind: reference\n---\n\n# Configure the server\n\n| Key | Meaning |\n|---|---|\n| `port` | where it listens |\n",
    good: "---\nkind: reference\n---\n\n# Server settings\n\n| Key | Meaning |\n|---|---|\n| `port` | where it listens |\n",
    precision: super::measured(2, 2),
    sources: &[super::REFERENCE, super::GITLAB_REFERENCE],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// Words that stand before the object of an activity.
const OBJECTS: &[&str] = &["a", "an", "and", "from", "it", "the", "their", "them", "this", "to", "with", "your"];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) {
        return;
    }
    let Some(title) = title::title(page) else { return };
    // `Logging levels` and `View options` are names of things: only what stands before an object is an activity.
    let (_, rest) = imperative::first_word(title.text.trim());
    let (next, _) = imperative::first_word(rest.trim_start());
    let has_object = OBJECTS.iter().any(|word| word.eq_ignore_ascii_case(next));
    if title.form != Form::HowTo && !(matches!(title.form, Form::Command | Form::Gerund) && has_object) {
        return;
    }
    diagnostics.push(
        page.at(title.span, format!("the title `{}` promises directions, and this is reference", title.shown(page)))
            .help("name the thing that is described: `Server settings`; or make the page a how-to"),
    );
}
