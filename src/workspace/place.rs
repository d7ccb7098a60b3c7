//! Where findings stand, and how what was meant is written there: stages that see whole sites know neither.

use super::Snapshot;
use crate::data;
use crate::diagnostic::{Diagnostic, Fix, Place, Safety};
use crate::document::{Document, Unsupported};
use crate::source::Span;

impl Snapshot {
    /// Looks up what a finding names, and makes a fix of the word that was meant.
    pub(super) fn settle(&self, diagnostic: &mut Diagnostic) {
        let document = self.document_of(&diagnostic.path);
        let in_text = !matches!(diagnostic.place, Place::Span(_) | Place::File);
        if in_text {
            let span = document.and_then(|document| span_of(&diagnostic.place, document));
            diagnostic.place = span.map_or(Place::File, Place::Span);
        }
        let (Some(word), Some(span)) = (diagnostic.meant.take(), diagnostic.span()) else { return };
        let text = self.texts.get(&diagnostic.path).or(document.map(|document| &document.text));
        let instead = text.and_then(|text| data::instead(span.of(text), &word));
        diagnostic.fixes.extend(instead.map(|instead| {
            // The word, not its quotes: so it reads in a menu.
            Fix::replace(span, instead, Safety::Choice).titled(format!("write `{word}`"))
        }));
    }
}

fn span_of(place: &Place, document: &Document) -> Option<Span> {
    match place {
        Place::File => None,
        Place::Span(span) => Some(*span),
        Place::Title => {
            let heading = || {
                let node = document.title_heading()?.node;
                let words = document.children(node).map(|child| document.nodes[child as usize].span);
                words.reduce(|all, next| Span { start: all.start, end: next.end })
            };
            document.front_place("title").or_else(heading)
        }
        Place::FrontMatter(key) => document.front_place(key),
        Place::FrontMatterItem(key, item) => document.front_item(key, item).or_else(|| document.front_place(key)),
        Place::FirstUse(wanted) => {
            let name = |found: &Unsupported| format!("{} {}", found.what.word(), found.name);
            document.unsupported.iter().find(|found| name(found) == **wanted).map(|found| found.span)
        }
        Place::Property(property) => document.property(property),
    }
}
