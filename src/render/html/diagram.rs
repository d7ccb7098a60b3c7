//! Diagrams in a page: the drawing in a frame, with its source for those who cannot see it.

use super::Writer;
use crate::render::escape::escaped;
use crate::render::{components, diagram};

impl Writer<'_> {
    /// Writes the drawing of a block of code.
    pub(super) fn diagram(&mut self, index: u32, drawing: &str) {
        let block = &self.document.code_blocks[index as usize];
        // Ids are the page's, and the same drawing may stand on it twice.
        let drawing = drawing.replace(diagram::ID, &format!("{}-{index}", diagram::ID));
        let named = with_name(&drawing, &block.options.title, self.theme.text("diagram"));
        let frame = components::diagram(self.theme, &block.options.title, &block.shown, &named);
        let frame = self.or_report(frame, named);
        self.out.push_str(frame.trim());
        self.out.push('\n');
        self.before = None;
    }
}

/// A drawing is an image to those who cannot see it, with the name and the description that the diagram gives itself.
fn with_name(drawing: &str, title: &str, word: &str) -> String {
    let Some((root, rest)) = drawing.split_once('>') else { return drawing.to_owned() };
    let attribute = |name: &str| {
        let (_, value) = root.split_once(&format!(" {name}=\""))?;
        Some(format!(" {name}=\"{}\"", value.split('"').next()?))
    };
    let kept =
        ["id", "class", "viewBox", "aria-labelledby", "aria-describedby"].iter().filter_map(|name| attribute(name));
    let kept: String = kept.collect();
    let width = root.split_once("max-width: ").and_then(|(_, rest)| rest.split(';').next()).unwrap_or("100%");
    let name = if title.is_empty() { word } else { title };
    let label =
        if kept.contains("aria-labelledby") { String::new() } else { format!(" aria-label=\"{}\"", escaped(name)) };
    // What can be clicked must not be hidden in an image.
    let role = if rest.contains("<a ") { "group" } else { "img" };
    format!("<svg{kept} role=\"{role}\"{label} style=\"--width: {width}\">{rest}")
}
