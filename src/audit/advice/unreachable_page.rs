//! `unreachable-page`: a page stands in no list, and nothing links to it.

use super::super::in_page;
use super::{Uses, authored};
use crate::diagnostic::{Diagnostic, Severity};
use crate::site::Site;

pub(super) fn check(site: &Site, uses: &Uses, diagnostics: &mut Vec<Diagnostic>) {
    let header = site.config.theme.links.iter().chain(&site.config.theme.footer_links);
    let linked: Vec<_> = header.filter_map(|link| site.page_at(&link.url.value)).collect();
    for (id, page, summary) in authored(site) {
        if page.listed || id == site.home || uses.pages.contains(&id) || linked.contains(&id) {
            continue;
        }
        let message = "this page is unlisted, and nothing links to it".to_owned();
        diagnostics.push(
            in_page("unreachable-page", Severity::Suggestion, &summary.path, "unlisted", message)
                .help("link to it, or take `unlisted` out; a page that nobody needs can go"),
        );
    }
}
