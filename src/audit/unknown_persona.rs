//! `unknown-persona`: a page is for somebody whom the data folder does not describe.

use super::in_page;
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
            let help = near.map_or_else(
                || "describe the persona in the data folder, or take it out".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            let message = format!("there is no persona `{id}`");
            let finding = in_page("unknown-persona", Severity::Error, &summary.path, "personas", message);
            diagnostics.push(finding.help(help));
        }
    }
}
