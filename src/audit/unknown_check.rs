//! `unknown-check`: the settings waive a check that there is not.

use super::{GROUPS, in_settings};
use crate::diagnostic::{Diagnostic, Severity, nearest};
use crate::site::Site;

pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let known = || GROUPS.iter().flat_map(|group| group.checks).map(|check| check.id);
    for waiver in &site.config.audit.waive {
        let id = &waiver.check;
        if known().any(|known| known == id.value) {
            continue;
        }
        let near = nearest(&id.value, known());
        let help = near.map_or("`waypost audit --all` lists them".to_owned(), |near| format!("did you mean `{near}`?"));
        let message = format!("there is no check `{}`", id.value);
        diagnostics.push(in_settings("unknown-check", Severity::Error, id.span, message).help(help));
    }
}
