//! `how-to-without-result`

use super::{phrases, sections, title};
use crate::config::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::NodeKind;
use crate::lint::{Check, Group, Page, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "how-to-without-result",
    group: Group::Kinds,
    severity: Severity::Suggestion,
    on: false,
    audit: true,
    kinds: &[Kind::HowTo],
    summary: "a how-to has directions and does not say how to see that they worked",
    why: "Who follows directions in a real system wants to know whether it worked before going on: a command to check with, \
          what appears, what has changed. It is a measure, not a fault: of small tasks everybody sees the end.",
    bad: "---\nkind: how-to\n---\n\n# Set a port\n\nThe server needs one.\n\n1. Open `settings.toml`.\n2. Change `port`.\n3. Restart the \
          server.\n",
    good: "---\nkind: how-to\n---\n\n# Set a port\n\nThe server needs one.\n\n1. Open `settings.toml`.\n2. Change `port`.\n3. Restart the \
           server.\n\nTo check it, open `http://localhost:8080`.\n",
    sources: &[super::RED_HAT],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// Words of those who say how it looks when it worked.
const RESULTS: &[&str] = &[
    "verify",
    "verifies",
    "verification",
    "check",
    "checks",
    "confirm",
    "confirms",
    "make sure",
    "test",
    "ensure",
    "validate",
    "see",
    "sees",
    "appears",
    "appear",
    "shows",
    "shown",
    "displayed",
    "displays",
    "prints",
    "printed",
    "returns",
    "output",
    "result",
    "results",
    "expected",
    "notice",
    "looks like",
    "should",
    "now",
    "done",
    "success",
    "successful",
    "successfully",
    "troubleshooting",
    "ready",
];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    if !super::is_english(page) || sections::is_landing(page) {
        return;
    }
    let document = page.document;
    let has_picture = document.nodes.iter().any(|node| matches!(node.kind, NodeKind::Image(_)));
    let procedures = sections::procedures(page, 0..document.nodes.len() as u32);
    if has_picture || procedures.is_empty() || page.prose.iter().any(|block| phrases::has(&block.prose.text, RESULTS)) {
        return;
    }
    let Some(title) = title::title(page) else { return };
    diagnostics.push(
        page.at(title.span, "this how-to does not say how to see that it worked")
            .help("end with what to check, or with what the reader sees"),
    );
}
