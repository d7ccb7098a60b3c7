//! The Markdown twin of a page: its own text with working links, for those who read Markdown, machines among them.

use crate::community::Data;
use crate::document::{Document, Link, LinkRole, Node, NodeKind};
use crate::site::{Target, View};
use crate::source::Span;

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
    let links = document
        .links
        .iter()
        .filter(|link| link.role != LinkRole::Email)
        .filter_map(|link| Some((link.span, destination(link, view.targets.get(link.destination as usize)?)?)));
    // A block of community data is written as the list that it shows.
    let is_block = |node: &&Node| match node.kind {
        NodeKind::Directive(index) => document.directives[index as usize].is_block(),
        _ => false,
    };
    let blocks = document.nodes.iter().filter(is_block).zip(&view.blocks);
    let blocks = blocks.map(|(node, data)| {
        // In a quote or a list, each line begins as the first one does.
        let before = &text[..node.span.start as usize];
        let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
        let prefix: String = line.chars().map(|c| if c == '>' || c.is_whitespace() { c } else { ' ' }).collect();
        (node.span, list(data).replace('\n', &format!("\n{prefix}")))
    });
    let mut changes: Vec<(Span, String)> = links.chain(blocks).collect();
    changes.sort();
    // A reference definition is written once and used often.
    changes.dedup();
    let mut at = document.body_start as usize;
    for (span, instead) in changes {
        let range = span.range();
        if range.start < at {
            continue;
        }
        out.push_str(text.get(at..range.start).unwrap_or(""));
        out.push_str(&instead);
        at = range.end;
    }
    out.push_str(text.get(at..).unwrap_or("").trim_start_matches(|c| out.is_empty() && c == '\n'));
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out
}

/// What stands in place of a link's destination.
fn destination(link: &Link, target: &Target) -> Option<String> {
    match (&link.role, target) {
        // An address is its own text, unless it is the name of an object.
        (LinkRole::Autolink, Target::Page { href, title }) => Some(format!("[{title}]({href})")),
        (LinkRole::Autolink, _) => None,
        _ => target.href().map(str::to_owned),
    }
}

/// The entries of a block, each with its link and what it is about.
fn list(data: &Data) -> String {
    let text = |entry: &Data, names: &[&str]| {
        let found = names.iter().find_map(|name| entry[*name].as_str());
        found.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let lines = data["entries"].as_array().into_iter().flatten().map(|entry| {
        let title = text(entry, &["title", "name", "term", "id"]);
        let about =
            text(entry, &["summary", "mission", "statement", "outcome", "definition", "description", "occupation"]);
        let title = match entry["href"].as_str() {
            Some(href) if !href.starts_with("./#") => format!("[{title}]({href})"),
            _ => title,
        };
        if about.is_empty() { format!("- {title}") } else { format!("- {title}: {about}") }
    });
    lines.collect::<Vec<_>>().join("\n")
}
