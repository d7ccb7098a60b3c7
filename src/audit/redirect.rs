//! `redirect-conflict` and `broken-redirect`: a redirect that hides a page, goes round in circles or leads nowhere.

use crate::diagnostic::{Diagnostic, Severity};
use crate::site::{Redirect, RedirectFault, Site, Target};

pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    for redirect in &site.redirects {
        if let Some(fault) = &redirect.fault {
            let (message, help) = match fault {
                RedirectFault::Occupied(by) => (
                    format!("the redirect from `{}` would hide `{by}`", redirect.from),
                    "a path can lead to one place only: remove the redirect, or move the page",
                ),
                RedirectFault::Unwritable(why) => {
                    (format!("there can be no page at `{}`: {why}", redirect.from), "choose another path")
                }
                RedirectFault::Loop => (
                    format!("the redirect from `{}` leads back to itself", redirect.from),
                    "let one of the redirects on the way lead to a page",
                ),
            };
            diagnostics.push(finding(site, redirect, "redirect-conflict", message).help(help));
        }
        if let (None, Target::Broken(broken)) = (&redirect.fault, &redirect.target) {
            let message = format!("the redirect to `{}` leads to no page or file of the site", redirect.to);
            let finding = finding(site, redirect, "broken-redirect", message).maybe_help(broken.help.clone());
            diagnostics.push(finding.meant(broken.instead(&redirect.to).as_deref()));
        }
    }
}

fn finding(site: &Site, redirect: &Redirect, rule: &'static str, message: String) -> Diagnostic {
    match redirect.page.and_then(|page| site.summary(page)) {
        Some(summary) => super::in_page(rule, Severity::Error, &summary.path, "aliases", message),
        None => {
            let span = site.config.redirects.get(&redirect.from).map_or_else(Default::default, |to| to.span);
            super::in_settings(rule, Severity::Error, span, message)
        }
    }
}
