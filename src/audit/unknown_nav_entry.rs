//! `unknown-nav-entry`: `[nav]` orders something that is not there.

use super::in_settings;
use crate::config::NavItem;
use crate::data::Spanned;
use crate::diagnostic::{Diagnostic, Severity, nearest};
use crate::site::Site;

pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    for (folder, items) in &site.config.nav {
        let mut waiting: Vec<&Spanned<NavItem>> = items.iter().rev().collect();
        while let Some(item) = waiting.pop() {
            waiting.extend(item.value.items().iter().rev());
            if let Some(name) = item.value.page()
                && site.nav_page(folder, name).is_none()
            {
                diagnostics.push(missing(site, folder, name, item));
            }
        }
    }
}

fn missing(site: &Site, folder: &str, name: &str, item: &Spanned<NavItem>) -> Diagnostic {
    let place = if folder.is_empty() { "the content folder".to_owned() } else { format!("`{folder}`") };
    let message = format!("there is no page or folder `{name}` in {place}");
    let finding = in_settings("unknown-nav-entry", Severity::Error, item.span, message);
    let names = site.names_in(folder);
    let paths = site.summaries[..site.authored].iter().filter_map(|summary| {
        let path = summary.content_path.strip_prefix(folder)?.trim_start_matches('/');
        Some(path.strip_suffix(".md").unwrap_or(path))
    });
    let near = match name.contains('/') {
        true => nearest(name, paths),
        false => nearest(name, names.iter().map(String::as_str)),
    };
    // A fix takes the place of the whole entry, so it is offered where that is a name and no more.
    match &item.value {
        NavItem::Name(_) => finding.did_you_mean(near),
        NavItem::Entry(_) => finding.maybe_help(near.map(|near| format!("did you mean `{near}`?"))),
    }
}
