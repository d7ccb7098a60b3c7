//! `unknown-topic`: a page says that it settles something that nobody looks for.

use super::{TOPICS, in_page};
use crate::diagnostic::{Diagnostic, Severity, nearest};
use crate::site::Site;

pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    for summary in &site.summaries[..site.authored] {
        for topic in summary.front.covers.iter().filter(|topic| !TOPICS.contains(&topic.as_str())) {
            let near = nearest(topic, TOPICS.iter().copied());
            let help = near.map_or_else(
                || format!("the audit knows {}", TOPICS.join(", ")),
                |near| format!("did you mean `{near}`?"),
            );
            let message = format!("`{topic}` is no topic that the audit looks for");
            let finding = in_page("unknown-topic", Severity::Warning, &summary.path, "covers", message);
            diagnostics.push(finding.help(help));
        }
    }
}
