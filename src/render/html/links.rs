//! Links and images: what they lead to was settled by the view.

use super::{Close, Writer};
use crate::document::{LinkRole, Node, NodeKind};
use crate::render::escape::escape;
use crate::site::{Target, encode_foreign};

impl Writer<'_> {
    pub(super) fn link(&mut self, index: u32) -> Close {
        let link = &self.document.links[index as usize];
        let target = self.view.targets.get(link.destination as usize);
        let destination = &self.document.destinations[link.destination as usize];
        self.out.push_str("<a href=\"");
        self.href(target, destination);
        if !link.title.is_empty() {
            self.out.push_str("\" title=\"");
            escape(&mut self.out, &link.title);
        }
        self.out.push_str("\">");
        match link.role {
            LinkRole::AutoTitled => Close::AutoTitle(match target.map(Target::end) {
                Some(Target::Page { title, .. }) if !title.is_empty() => title.clone(),
                _ => destination.to_string(),
            }),
            _ => Close::With("</a>"),
        }
    }

    pub(super) fn is_autolink(&self, link: u32) -> bool {
        matches!(self.document.links[link as usize].role, LinkRole::Autolink | LinkRole::Email)
    }

    /// The text of an autolink is an address: typography would make it another one.
    pub(super) fn autolink(&mut self, link: u32, node: &Node) {
        let destination = self.document.links[link as usize].destination;
        // `<numpy:numpy.ndarray>` takes its text from the object.
        if let Some(Target::Page { href, title }) = self.view.targets.get(destination as usize) {
            self.out.push_str("<a href=\"");
            escape(&mut self.out, href);
            self.out.push_str("\">");
            self.plain_text(title);
            self.out.push_str("</a>");
            self.before = Some('x');
            return;
        }
        self.out.push_str("<a href=\"");
        self.href(None, &self.document.destinations[destination as usize]);
        self.out.push_str("\">");
        let text = node.span.of(&self.document.text);
        escape(&mut self.out, text.strip_prefix('<').and_then(|text| text.strip_suffix('>')).unwrap_or(text));
        self.out.push_str("</a>");
        self.before = Some('x');
    }

    pub(super) fn href(&mut self, target: Option<&Target>, destination: &str) {
        match target.and_then(Target::href) {
            Some(href) => escape(&mut self.out, href),
            None => escape(&mut self.out, &encode_foreign(destination)),
        }
    }

    /// Writes an image. The title of one in a figure is its caption.
    pub(super) fn image(&mut self, index: u32, link: u32, in_figure: bool) {
        let image = &self.document.links[link as usize];
        let target = self.view.targets.get(image.destination as usize);
        self.out.push_str("<img src=\"");
        self.href(target, &self.document.destinations[image.destination as usize]);
        self.out.push('"');
        match image.role {
            LinkRole::Image { decorative: true, .. } => self.out.push_str(" alt=\"\""),
            LinkRole::Image { has_alt: true, .. } => {
                self.out.push_str(" alt=\"");
                escape(&mut self.out, &self.document.plain_text(index));
                self.out.push('"');
            }
            _ => {}
        }
        if !image.title.is_empty() && !in_figure {
            self.out.push_str(" title=\"");
            escape(&mut self.out, &image.title);
            self.out.push('"');
        }
        if let Some(Target::Asset { size: Some((width, height)), .. }) = target.map(Target::end) {
            self.out.push_str(&format!(" width=\"{width}\" height=\"{height}\""));
        }
        // The first image is likely in view when the page opens; a lazy one would come late.
        self.out.push_str(if self.images == 0 {
            " decoding=\"async\">"
        } else {
            " loading=\"lazy\" decoding=\"async\">"
        });
        self.images += 1;
        self.before = Some('x');
    }

    /// A paragraph that is nothing but an image with a title.
    pub(super) fn is_figure(&self, index: u32) -> bool {
        let mut children = self.document.children(index);
        let (Some(only), None) = (children.next(), children.next()) else { return false };
        match self.document.nodes[only as usize].kind {
            NodeKind::Image(link) => !self.document.links[link as usize].title.is_empty(),
            _ => false,
        }
    }

    pub(super) fn figure(&mut self, index: u32) -> u32 {
        let end = self.document.nodes[index as usize].end;
        let NodeKind::Image(link) = self.document.nodes[index as usize + 1].kind else { return end };
        self.out.push_str("<figure class=\"image\">");
        self.image(index + 1, link, true);
        self.out.push_str("<figcaption>");
        self.before = None;
        self.plain_text(&self.document.links[link as usize].title);
        self.out.push_str("</figcaption></figure>\n");
        end
    }
}
