//! `absolute-own-url`

use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::document::LinkRole;
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "absolute-own-url",
    group: Group::Links,
    severity: Severity::Suggestion,
    summary: "a link within the site is written with the site's full address",
    why: "Such a link leaves a preview or an offline copy for the published site, breaks when the site moves, and nobody checks \
          whether its page is still there. Write it as a path of the site, or better, as the path of the page's file.",
    bad: "# Install\n\nThen read [the first steps](https://example.org/docs/first-steps/).\n\n\
          === content/first-steps.md\n# First steps\n\n=== waypost.toml\n[site]\nbase_url = \"https://example.org/docs/\"\n",
    good: "# Install\n\nThen read [the first steps](first-steps.md).\n\n=== content/first-steps.md\n# First steps\n\n\
           === waypost.toml\n[site]\nbase_url = \"https://example.org/docs/\"\n",
    fix: Some(Safety::Unsafe),
    check: Check::Page(check),
    ..Rule::PLAIN
};

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let Some(base) = page.view.site.base_url.as_deref().filter(|base| base.ends_with('/')) else { return };
    let document = page.document;
    for link in &document.links {
        let destination = &*document.destinations[link.destination as usize];
        let path = match destination.strip_prefix(base) {
            Some(path) => path,
            None if destination == base.trim_end_matches('/') => "",
            None => continue,
        };
        let finding = page.at(link.span, format!("`{destination}` is an address of this site"));
        let finding = finding.help(format!("write `/{path}`, or the path of the page's file"));
        // An address that stands in the text as it is has nothing but itself to show.
        let is_written_so = link.span.of(&document.text) == destination && link.role != LinkRole::Autolink;
        diagnostics.push(match is_written_so {
            true => finding.fix(Fix::replace(link.span, format!("/{path}"), Safety::Unsafe)),
            false => finding,
        });
    }
}
