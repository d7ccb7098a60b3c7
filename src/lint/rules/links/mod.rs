//! Links, anchors and images: what leads somewhere.

pub(super) mod absolute_own_url;
pub(super) mod bare_url;
pub(super) mod broken_anchor;
pub(super) mod broken_image;
pub(super) mod broken_link;
pub(super) mod broken_reference;
pub(super) mod case_mismatch;
pub(super) mod empty_link_text;
pub(super) mod http_link;
pub(super) mod link_to_self;
pub(super) mod missing_alt;
pub(super) mod moved_link;
pub(super) mod poor_alt;
pub(super) mod unknown_object;
pub(super) mod unsafe_link;
pub(super) mod vague_link_text;

use crate::diagnostic::{Diagnostic, Fix, Safety};
use crate::document::{Document, LinkRole};
use crate::lint::Page;
use crate::site::{Broken, Target, View};
use crate::source::Span;

/// One use of a destination on a page.
struct Use<'a> {
    /// As written.
    destination: &'a str,
    /// Where it is written.
    span: Span,
    /// It is an image.
    is_image: bool,
    /// What it leads to.
    target: &'a Target,
}

impl Use<'_> {
    /// What to write in place of a broken destination, where it is written just so.
    fn instead(&self, broken: &Broken, document: &Document) -> Option<String> {
        let written = self.span.of(&document.text);
        broken.instead(written).filter(|_| written == self.destination)
    }

    /// A finding with what may stand in place of a broken destination.
    fn broken(&self, page: &Page, broken: &Broken, message: impl Into<String>) -> Diagnostic {
        let finding = page.at(self.span, message).maybe_help(broken.help.clone());
        match self.instead(broken, page.document) {
            Some(instead) => finding.fix(Fix::replace(self.span, instead, Safety::Choice)),
            None => finding,
        }
    }
}

/// Everything on the page that leads somewhere: links, images, raw HTML, and the prerequisites of the front matter.
fn uses<'a>(document: &'a Document, view: &'a View) -> impl Iterator<Item = Use<'a>> {
    let links = document.links.iter().filter_map(|link| {
        let target = view.targets.get(link.destination as usize)?;
        Some(Use {
            destination: &document.destinations[link.destination as usize],
            span: link.span,
            is_image: matches!(link.role, LinkRole::Image { .. } | LinkRole::Html { image: true }),
            target,
        })
    });
    let prerequisites = document.front.prerequisites.iter().zip(&view.prerequisite_targets);
    links.chain(prerequisites.map(|(destination, target)| Use {
        destination,
        span: document.front_place("prerequisites").unwrap_or_default(),
        is_image: false,
        target,
    }))
}
