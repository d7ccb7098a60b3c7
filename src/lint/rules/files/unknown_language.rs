//! `unknown-language`

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unknown-language",
    group: Group::Files,
    severity: Severity::Suggestion,
    build: true,
    summary: "a block of code is in a language that has no colours",
    why: "Mostly a slip of the pen: the code is shown without colours. Write the name that the help proposes, or `text` for \
          plain text. Each name is reported once a page.",
    bad: "# Install\n\n```pyhton\nprint(1)\n```\n",
    good: "# Install\n\n```python\nprint(1)\n```\n",
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    for block in &page.document.code_blocks {
        let language = &block.options.language;
        let Some(near) = page.linter.facts.unknown_languages.get(language) else { continue };
        // Once a page is enough to mend it.
        if !seen.insert(language) {
            continue;
        }
        let help = near.as_ref().map_or("write `text` for plain text".to_owned(), |near| {
            format!("did you mean `{near}`? Write `text` for plain text")
        });
        let message = format!("the language `{language}` is not known, so the code has no colours");
        diagnostics.push(page.at(block.language_span, message).help(help));
    }
}
