//! The Markdown twin of a page: its own text with working links, for those who read Markdown, machines among them.

use crate::document::{Document, LinkRole};
use crate::site::View;

/// The twin's text: the title, the description, then the body as written, with each link leading where the page's does.
pub(super) fn markdown(document: &Document, view: &View) -> String {
    let text = &document.text;
    let mut out = String::with_capacity(text.len());
    if !view.page.own_heading {
        out.push_str(&format!("# {}\n\n", view.page.title));
        if let Some(description) = &view.page.description {
            out.push_str(&format!("> {description}\n\n"));
        }
    }
    let mut links: Vec<_> = document
        .links
        .iter()
        .filter(|link| !matches!(link.role, LinkRole::Autolink | LinkRole::Email))
        .filter_map(|link| Some((link.span, view.targets.get(link.destination as usize)?.href()?)))
        .collect();
    links.sort();
    // A reference definition is written once and used often.
    links.dedup();
    let mut at = document.body_start as usize;
    for (span, href) in links {
        let range = span.range();
        if range.start < at {
            continue;
        }
        out.push_str(text.get(at..range.start).unwrap_or(""));
        out.push_str(href);
        at = range.end;
    }
    out.push_str(text.get(at..).unwrap_or("").trim_start_matches(|c| out.is_empty() && c == '\n'));
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out
}
