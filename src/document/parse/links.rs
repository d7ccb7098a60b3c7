//! Links while parsing: where each destination is written, and references that nothing defines.

use pulldown_cmark::RefDefs;

use super::Builder;
use crate::diagnostic::{Fix, Safety, Severity, nearest};
use crate::document::{Definition, Link, LinkRole};
use crate::source::Span;

impl Builder<'_> {
    /// Now that its text is known: where the destination is written, and whether the text is missing.
    pub(super) fn close_link(&mut self, node: u32, index: u32) {
        let children_end = self.document.nodes[node as usize + 1..].iter().map(|child| child.span.end).max();
        let has_text = children_end.is_some();
        let node = self.document.nodes[node as usize];
        let link = &mut self.document.links[index as usize];
        match &mut link.role {
            LinkRole::Image { has_alt, .. } => *has_alt = has_text,
            role @ LinkRole::Link if !has_text => *role = LinkRole::AutoTitled,
            _ => {}
        }
        // Set by `link` for references; an inline destination stands after the text.
        if link.span == node.span && matches!(link.role, LinkRole::Link | LinkRole::AutoTitled | LinkRole::Image { .. })
        {
            let from = children_end.unwrap_or(node.span.start) as usize;
            link.span = inline_destination(&self.document.text, from, node.span);
        }
    }

    pub(super) fn link(&mut self, destination: &str, title: &str, label: &str, span: Span, role: LinkRole) -> u32 {
        let mut span = span;
        let defined = if label.is_empty() { None } else { self.definitions.get(&label.to_lowercase()) };
        if let Some(definition) = defined.and_then(|index| self.document.definitions.get_mut(*index as usize)) {
            definition.used = true;
            span = definition.destination;
        }
        let destination = self.destination(destination);
        self.document.links.push(Link { destination, span, title: title.into(), role });
        self.document.links.len() as u32 - 1
    }

    pub(super) fn destination(&mut self, destination: &str) -> u32 {
        if let Some(index) = self.destinations.get(destination) {
            return *index;
        }
        let index = self.document.destinations.len() as u32;
        self.document.destinations.push(destination.into());
        self.destinations.insert(destination.into(), index);
        index
    }

    /// `[text][label]` where nothing defines the label. A word before it (`list[i][j]`) means that it is no link.
    pub(super) fn broken_references(&mut self, broken: Vec<(std::ops::Range<usize>, String)>) {
        let mut known: Vec<String> = self.definitions.keys().cloned().collect();
        known.sort_unstable();
        for (range, label) in broken {
            let after_word = self
                .body
                .get(..range.start)
                .unwrap_or("")
                .ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ']');
            if after_word || label.trim().is_empty() {
                continue;
            }
            let near = nearest(&label, known.iter().map(String::as_str));
            let help = match near {
                Some(near) => format!("did you mean `[{near}]`?"),
                None => format!("add a line `[{label}]: page.md`, or escape the bracket: `\\[`"),
            };
            let message = format!("no link is defined for `[{label}]`");
            let span = self.place(range);
            self.report("broken-reference", Severity::Error, span, message, help);
            let is_last = span.of(&self.document.text).ends_with(&format!("[{label}]"));
            if let (Some(near), true, Some(finding)) = (near, is_last, self.document.diagnostics.last_mut()) {
                let end = span.end - 1;
                let label = Span { start: end - label.len() as u32, end };
                finding.fixes.push(Fix::replace(label, near, Safety::Choice));
            }
        }
    }
}

/// The definitions of a body, in reading order.
pub(super) fn definitions(
    found: &RefDefs,
    body: &str,
    place: impl Fn(std::ops::Range<usize>) -> Span,
) -> Vec<Definition> {
    let definitions = found.iter().map(|(label, definition)| Definition {
        label: label.into(),
        span: place(definition.span.clone()),
        destination: place(definition_destination(body, definition.span.clone())),
        used: false,
    });
    let mut definitions: Vec<Definition> = definitions.collect();
    definitions.sort_by_key(|definition| definition.span);
    definitions
}

/// In `[label]: destination "title"`: the destination.
fn definition_destination(body: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let text = body.get(range.clone()).unwrap_or("");
    let start = text.find("]:").map_or(0, |at| at + 2);
    let inner = destination_within(&text[start..]);
    range.start + start + inner.start..range.start + start + inner.end
}

/// In `[text](destination "title")`, looked at from the end of the text: the destination.
fn inline_destination(text: &str, from: usize, link: Span) -> Span {
    let rest = text.get(from..link.end as usize).unwrap_or("");
    let Some(open) = rest.find("](").map(|at| at + 2) else { return link };
    let inner = destination_within(rest[open..].strip_suffix(')').unwrap_or(&rest[open..]));
    Span::new(from + open + inner.start, from + open + inner.end)
}

fn destination_within(text: &str) -> std::ops::Range<usize> {
    let start = text.len() - text.trim_start().len();
    let rest = &text[start..];
    match rest.strip_prefix('<') {
        Some(inner) => start + 1..start + 1 + inner.find('>').unwrap_or(inner.len()),
        None => start..start + rest.find(char::is_whitespace).unwrap_or(rest.len()),
    }
}

#[cfg(test)]
mod tests {
    use crate::document::Dialect;
    use crate::document::include::NoFiles;
    use crate::source::Source;

    #[test]
    fn a_definition_knows_whether_a_link_leads_there() {
        let text = ":::note[See [x]]\n[a][B] ![c]\n:::\n\n[x]: x.md\n[b]: <b.md> \"B\"\n[c]: c.png\n[d]: d.md\n";
        let document = crate::document::parse(&Source::from_text("a.md", "a.md", text), &Dialect::default(), &NoFiles);
        let definitions = document.definitions.iter();
        let found: Vec<_> = definitions.map(|found| (&*found.label, found.destination.of(text), found.used)).collect();
        assert_eq!(found, [("x", "x.md", true), ("b", "b.md", true), ("c", "c.png", true), ("d", "d.md", false)]);
    }
}
