//! `missing-kind`

use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "missing-kind",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    on: false,
    summary: "a page does not say whether it is a tutorial, a how-to, reference, or an explanation",
    why: "A page that is none of the four often tries to be several. Name the kind in the page's front matter or in the \
          settings of its section. The rule is off because some pages rightly have no kind: a code of conduct, a page of \
          minutes, a list of people.",
    bad: "# Install Harbor\n\nRun the installer.\n",
    good: "---\nkind: how-to\n---\n\n# Install Harbor\n\nRun the installer.\n",
    sources: &[super::COMPASS],
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let place = &page.view.page;
    if place.kind.is_some() || place.is_home || page.view.record.is_some() || super::sections::is_landing(page) {
        return;
    }
    let Some(title) = super::title::title(page) else { return };
    diagnostics.push(
        page.at(title.span, "this page has no kind")
            .help("write `kind = \"how-to\"` (or `tutorial`, `reference`, `explanation`) in its front matter"),
    );
}
