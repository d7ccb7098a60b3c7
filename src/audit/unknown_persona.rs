//! `unknown-persona`: a page, or a part of one, is for somebody whom the data folder does not describe.

use super::in_list;
use crate::diagnostic::{Diagnostic, Place, Property, Severity, nearest};
use crate::site::Site;

pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    // A site may name personas in its pages long before it describes them.
    if site.community.personas.is_empty() {
        return;
    }
    let is_unknown = |id: &str| site.community.index.find("persona", id).is_none();
    let complete = |finding: Diagnostic, id: &str| {
        let near = nearest(id, site.community.index.ids("persona"));
        finding.help("describe the persona in the data folder, or take it out").did_you_mean(near)
    };
    let message = |id: &str| format!("there is no persona `{id}`");
    for summary in &site.summaries[..site.authored] {
        for id in summary.front.personas.iter().filter(|id| is_unknown(id)) {
            let finding = in_list("unknown-persona", Severity::Error, &summary.path, "personas", id, message(id));
            diagnostics.push(complete(finding, id));
        }
        for directive in &summary.audiences {
            for id in directive.personas().into_iter().flatten().filter(|id| is_unknown(id)) {
                let value = directive.property("personas").map(str::to_owned);
                let place = Property { directive: directive.name.to_string(), name: "personas".to_owned(), value };
                let finding = Diagnostic::of_file("unknown-persona", Severity::Error, &summary.path, message(id));
                diagnostics.push(complete(finding.at(Place::Property(Box::new(place))), id));
            }
        }
    }
}
