//! `unknown-nav-entry`: `[nav]` orders something that is not there.

use super::in_settings;
use crate::diagnostic::{Diagnostic, Severity, nearest};
use crate::site::Site;

pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    for (folder, names) in &site.config.nav {
        let known = site.names_in(folder);
        for name in names {
            let stem = name.value.trim_end_matches(".mdx").trim_end_matches(".md");
            if known.iter().any(|known| known == stem) {
                continue;
            }
            let place = if folder.is_empty() { "the content folder".to_owned() } else { format!("`{folder}`") };
            let message = format!("there is no page or folder `{}` in {place}", name.value);
            let near = nearest(&name.value, known.iter().map(String::as_str));
            let finding = in_settings("unknown-nav-entry", Severity::Error, name.span, message);
            diagnostics.push(finding.did_you_mean(near));
        }
    }
}
