//! `unbalanced-kinds`: of the four kinds one is missing, or nearly everything is of one.

use super::{Uses, authored, file_of_folder};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::site::Site;

/// Below so many pages, a site has had no time to grow all kinds.
const FEWEST: usize = 8;
/// Of a hundred pages, so many of one kind leave little room for the others.
const MOST: usize = 75;

const KINDS: &[(Kind, &str)] = &[
    (Kind::Tutorial, "tutorials"),
    (Kind::HowTo, "how-tos"),
    (Kind::Reference, "reference"),
    (Kind::Explanation, "explanation"),
];

pub(super) fn check(site: &Site, _: &Uses, diagnostics: &mut Vec<Diagnostic>) {
    let count = |kind: Kind| authored(site).filter(|(_, page, _)| page.kind == Some(kind)).count();
    let counts: Vec<(usize, &str)> = KINDS.iter().map(|(kind, name)| (count(*kind), *name)).collect();
    let all: usize = counts.iter().map(|(count, _)| count).sum();
    let is_balanced = counts.iter().all(|(count, _)| *count > 0 && count * 100 <= all * MOST);
    if all < FEWEST || is_balanced {
        return;
    }
    let share = |(count, name): &(usize, &str)| format!("{name} {count}");
    let shares = counts.iter().map(share).collect::<Vec<_>>().join(", ");
    let path = file_of_folder(site, site.home, "");
    diagnostics.push(
        Diagnostic::of_file(
            "unbalanced-kinds",
            Severity::Suggestion,
            &path,
            format!("of {all} pages with a kind: {shares}"),
        )
        .help("ask what readers come for and do not find; an empty section for its own sake helps nobody"),
    );
}
