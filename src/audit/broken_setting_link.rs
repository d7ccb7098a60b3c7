//! `broken-setting-link`: the settings name a page or a file that is not there.

use super::in_settings;
use crate::config::{LinkSettings, NavEntry, NavItem};
use crate::data::Spanned;
use crate::diagnostic::{Diagnostic, Severity, nearest};
use crate::site::{Site, Target};

pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let theme = &site.config.theme;
    let images = [&theme.logo, &theme.favicon, &theme.social_image].into_iter().flatten();
    for file in images.chain(&theme.css).chain(&theme.scripts) {
        if !site.assets.contains_key(file.value.trim_start_matches('/')) {
            diagnostics.push(missing(site, file));
        }
    }
    let links = theme.links.iter().chain(&theme.footer_links).map(|LinkSettings { url, .. }| url);
    for url in links.chain(nav_links(site)) {
        if let Target::Broken(broken) = site.resolve_from_root(&url.value) {
            let message = format!("`{}` leads to no page or file of the site", url.value);
            let finding = in_settings("broken-setting-link", Severity::Error, url.span, message);
            let meant = broken.instead(&url.value);
            diagnostics.push(finding.maybe_help(broken.help).meant(meant.as_deref()));
        }
    }
}

/// Where entries of the navigation lead that are no pages.
fn nav_links(site: &Site) -> Vec<&Spanned<String>> {
    let (mut links, mut waiting) = (Vec::new(), site.config.nav.values().flatten().collect::<Vec<_>>());
    while let Some(item) = waiting.pop() {
        waiting.extend(item.value.items());
        if let NavItem::Entry(NavEntry { url: Some(url), .. }) = &item.value {
            links.push(url);
        }
    }
    links.sort_by_key(|url| url.span);
    links
}

fn missing(site: &Site, file: &Spanned<String>) -> Diagnostic {
    let folders = site.config.build.r#static.0.join("` or `");
    let message = format!("there is no file `{}` in the `{folders}` folder", file.value);
    let near = nearest(&file.value, site.assets.keys().map(String::as_str));
    in_settings("broken-setting-link", Severity::Error, file.span, message).did_you_mean(near)
}
