//! `duplicate-url`: two pages or files would be written to one place, and a reader would see only one of them.
//! `invalid-url`: a page would be written where no file can be.

use std::sync::Arc;

use super::in_page;
use crate::diagnostic::{Diagnostic, Severity};
use crate::site::{Clash, Collision, Site};

pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    // Records have no `slug`: their ids are their addresses.
    let data = format!("{}/", site.config.build.data.trim_matches('/'));
    for Collision { output, kept, dropped, clash } in &site.collisions {
        let (rule, message) = match clash {
            Clash::CaseOnly => continue,
            Clash::Same => ("duplicate-url", format!("`{kept}` and `{dropped}` both become `{output}`")),
            Clash::FileAndFolder => {
                ("duplicate-url", format!("`{dropped}` becomes `{output}`, and `{kept}` makes one of both a folder"))
            }
            Clash::Unwritable(why) => ("invalid-url", format!("`{dropped}` cannot become `{output}`: {why}")),
        };
        let help = match clash {
            Clash::Unwritable(_) => format!("rename it or give it another `slug`; `{dropped}` is not written"),
            _ if dropped.starts_with(&data) => {
                format!("rename the record or move the page; the page of `{dropped}` is not written")
            }
            _ => format!("rename one of them or give it a `slug`; `{dropped}` is not written"),
        };
        let path = Arc::from(dropped.as_str());
        diagnostics.push(in_page(rule, Severity::Error, &path, "slug", message).help(help));
    }
}
