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
        let message = format!("there is no check `{}`", id.value);
        let finding = in_settings("unknown-check", Severity::Error, id.span, message);
        diagnostics.push(finding.help("`waypost audit --all` lists them").did_you_mean(near));
    }
}
