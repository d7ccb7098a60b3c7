//! `unknown-topic`: a page says that it settles something that nobody looks for.

use super::{TOPICS, in_list};
use crate::diagnostic::{Diagnostic, Severity, nearest};
use crate::site::Site;

pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    for summary in &site.summaries[..site.authored] {
        for topic in summary.front.covers.iter().filter(|topic| !TOPICS.contains(&topic.as_str())) {
            let near = nearest(topic, TOPICS.iter().copied());
            let message = format!("`{topic}` is no topic that the audit looks for");
            let finding = in_list("unknown-topic", Severity::Warning, &summary.path, "covers", topic, message);
            diagnostics.push(finding.help(format!("the audit knows {}", TOPICS.join(", "))).did_you_mean(near));
        }
    }
}
