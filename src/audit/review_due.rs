//! `review-due`: a page says how long it stays right, and that time is over.

use super::in_page;
use crate::diagnostic::{Diagnostic, Severity};
use crate::site::Site;

pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let Some(today) = site.as_of else { return };
    for summary in &site.summaries {
        let Some(due) = summary.review_due().filter(|due| *due < today) else { continue };
        let message = format!("this page was due for review on {due}");
        let asked = summary.front.owner.as_ref().map_or("the page".to_owned(), |owner| format!("it with `{owner}`"));
        diagnostics.push(
            in_page("review-due", Severity::Suggestion, &summary.path, "updated", message)
                .help(format!("read {asked}, mend what is wrong, and set `updated`")),
        );
    }
}
