//! What the audit found, for a page that shows it. It is made for no page by itself: a project shows it when it wants to.

use serde_json::{Value, json};

use super::{Block, Fields, Show, is_shown};

/// `:::health`
pub(super) const BLOCK: Block = Block {
    name: "health",
    entity: "check",
    at: "community/health",
    list: |_| Vec::new(),
    facets: &[],
    more,
    pages: None,
};

/// The checks by group, each problem with the place where it can be mended.
fn more(show: &Show, fields: &mut Fields) {
    let mut groups: Vec<Value> = Vec::new();
    for check in show.audit.as_array().into_iter().flatten() {
        let mut check = check.clone();
        let problems = check["outcome"]["problems"].as_array_mut();
        for problem in problems.into_iter().flatten() {
            if names_hidden(show, problem) {
                *problem = json!({"message": show.site.text("unlisted"), "path": "", "help": ""});
                continue;
            }
            let edit_url = problem["path"].as_str().and_then(|path| show.site.edit_url(path));
            problem["edit_url"] = json!(edit_url);
        }
        match groups.last_mut().filter(|group| group["title"] == check["group"]) {
            Some(group) => group["checks"].as_array_mut().into_iter().for_each(|checks| checks.push(check.clone())),
            None => groups.push(json!({"title": check["group"], "checks": [check.clone()]})),
        }
    }
    fields.insert("groups".to_owned(), json!(groups));
    fields.insert("as_of".to_owned(), json!(show.site.as_of));
}

/// Does a problem name somebody who did not agree to be shown? The report on a terminal may, a page may not.
fn names_hidden(show: &Show, problem: &Value) -> bool {
    let (message, path) = (problem["message"].as_str().unwrap_or(""), problem["path"].as_str().unwrap_or(""));
    let community = show.community();
    let hidden = community.index.all.iter().filter(|entry| !is_shown(community, entry));
    let mut hidden = hidden.filter(|entry| matches!(entry.entity, "person" | "sponsor"));
    hidden.any(|entry| {
        let own_file = path == &*entry.path && entry.span.start == 0;
        own_file || message.contains(&format!("`{}`", entry.id))
    })
}
