//! Fixes whose words reach further than the place that they stand in: what others link to, what is half of a name.
//! Entry point: [`restrain`].

use crate::diagnostic::{Diagnostic, Edit, Safety};
use crate::document::{Document, NodeKind};
use crate::source::Span;

/// Makes fixes less safe where they change more than words.
pub(super) fn restrain(document: &Document, diagnostics: &mut [Diagnostic]) {
    let mut places: Option<Places> = None;
    for diagnostic in diagnostics {
        for fix in diagnostic.fixes.iter_mut().filter(|fix| fix.safety < Safety::Choice) {
            let places = places.get_or_insert_with(|| Places::of(document));
            for edit in fix.edits.iter().filter(|edit| changes_letters(document, edit)) {
                if places.is_label(edit.span) || is_part_of_a_name(&document.text, edit.span) {
                    fix.safety = Safety::Choice;
                } else if places.is_linked_to(edit.span) {
                    fix.safety = fix.safety.max(Safety::Unsafe);
                }
            }
        }
    }
}

/// Where words are more than words.
struct Places {
    /// Headings whose id is made of their text.
    headings: Vec<Span>,
    /// Links and images whose text is the label of a definition.
    labels: Vec<Span>,
}

impl Places {
    fn of(document: &Document) -> Places {
        let mut places = Places { headings: Vec::new(), labels: Vec::new() };
        for node in &document.nodes {
            let written = node.span.of(&document.text);
            match node.kind {
                NodeKind::Heading(_) if !written.contains("{#") => places.headings.push(node.span),
                NodeKind::Link(_) | NodeKind::Image(_) if !written.ends_with(')') => places.labels.push(node.span),
                _ => {}
            }
        }
        places
    }

    fn is_linked_to(&self, span: Span) -> bool {
        self.headings.iter().any(|heading| holds(*heading, span))
    }

    fn is_label(&self, span: Span) -> bool {
        self.labels.iter().any(|label| holds(*label, span))
    }
}

fn holds(outer: Span, inner: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Marks and spaces come and go without harm.
fn changes_letters(document: &Document, edit: &Edit) -> bool {
    let letters =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    letters(edit.span.of(&document.text)) != letters(&edit.text)
}

/// `me@foo.example`, `C:\foo`, `#foo`, `:foo:`, `{{ foo }}`: the word is a part of something that is no prose.
fn is_part_of_a_name(text: &str, span: Span) -> bool {
    let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
    let glued_before = before.ends_with(['@', '.', '/', '\\', '#', '$', '&', '=', '{', '%']);
    let mut next = after.chars();
    let glued_after = match next.next() {
        Some('@' | '/' | '\\' | '=' | '{' | '}' | '$') => true,
        Some('.') => next.next().is_some_and(char::is_alphanumeric),
        _ => false,
    };
    let is_shortcode = before.ends_with(':') && after.starts_with(':');
    let line = before.rsplit('\n').next().unwrap_or("");
    let opened = |open: &str, close: &str| line.rfind(open) > line.rfind(close);
    glued_before || glued_after || is_shortcode || opened("{{", "}}") || opened("{%", "%}")
}
