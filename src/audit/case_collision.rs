//! `case-collision`: two URLs differ in case only. On macOS and Windows one file would replace the other.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Severity};
use crate::site::{Clash, Site};

pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    for collision in site.collisions.iter().filter(|collision| collision.clash == Clash::CaseOnly) {
        let path = Arc::from(collision.dropped.as_str());
        let message = format!("`{}` and `{}` differ in case only", collision.kept, collision.dropped);
        diagnostics.push(
            Diagnostic::of_file("case-collision", Severity::Warning, &path, message)
                .help("rename one of them: many file systems cannot hold both"),
        );
    }
}
