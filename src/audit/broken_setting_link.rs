//! `broken-setting-link`: the settings name a page or a file that is not there.

use super::in_settings;
use crate::config::LinkSettings;
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
    for LinkSettings { url, .. } in theme.links.iter().chain(&theme.footer_links) {
        if let Target::Broken(broken) = site.resolve_from_root(&url.value) {
            let message = format!("`{}` leads to no page or file of the site", url.value);
            let finding = in_settings("broken-setting-link", Severity::Error, url.span, message);
            let meant = broken.instead(&url.value);
            diagnostics.push(finding.maybe_help(broken.help).meant(meant.as_deref()));
        }
    }
}

fn missing(site: &Site, file: &Spanned<String>) -> Diagnostic {
    let folder = &site.config.build.r#static;
    let message = format!("there is no file `{}` in the `{folder}` folder", file.value);
    let near = nearest(&file.value, site.assets.keys().map(String::as_str));
    in_settings("broken-setting-link", Severity::Error, file.span, message).did_you_mean(near)
}
