//! `unknown-persona`: a page is for somebody whom the data folder does not describe.

use super::in_list;
use crate::diagnostic::{Diagnostic, Severity, nearest};
use crate::site::Site;

pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    // A site may name personas in its pages long before it describes them.
    if site.community.personas.is_empty() {
        return;
    }
    for summary in &site.summaries[..site.authored] {
        for id in &summary.front.personas {
            if site.community.index.find("persona", id).is_some() {
                continue;
            }
            let near = nearest(id, site.community.index.ids("persona"));
            let message = format!("there is no persona `{id}`");
            let finding = in_list("unknown-persona", Severity::Error, &summary.path, "personas", id, message);
            let finding = finding.help("describe the persona in the data folder, or take it out");
            diagnostics.push(finding.did_you_mean(near));
        }
    }
}
