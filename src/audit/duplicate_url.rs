//! `duplicate-url`: two pages or files would be written to one place, and a reader would see only one of them.

use std::sync::Arc;

use super::in_page;
use crate::diagnostic::{Diagnostic, Severity};
use crate::site::Site;

pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    for collision in site.collisions.iter().filter(|collision| !collision.case_only) {
        let message = format!("`{}` and `{}` both become `{}`", collision.kept, collision.dropped, collision.output);
        let path = Arc::from(collision.dropped.as_str());
        diagnostics.push(
            in_page("duplicate-url", Severity::Error, &path, "slug", message)
                .help(format!("rename one of them or give it a `slug`; `{}` is not written", collision.dropped)),
        );
    }
}
