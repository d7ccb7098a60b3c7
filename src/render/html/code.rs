//! Blocks of code: the highlighted lines, numbered and marked as the fence asks, in the theme's frame.

use super::Writer;
use crate::render::components;
use crate::render::escape::escaped;

impl Writer<'_> {
    pub(super) fn code_block(&mut self, index: u32) {
        let block = &self.document.code_blocks[index as usize];
        let Some(highlighted) = self.highlighted.get(index as usize) else { return };
        let options = &block.options;
        let language = &options.language;
        let by_line = options.first_number.is_some() || !options.marked.is_empty();
        let mut pre = String::with_capacity(highlighted.html.len() + 64);
        pre.push_str("<pre tabindex=\"0\"><code");
        let mut classes = Vec::new();
        if !language.is_empty() {
            classes.push(format!("language-{}", escaped(language)));
        }
        if options.first_number.is_some() {
            classes.push("numbered".to_owned());
        }
        if !classes.is_empty() {
            pre.push_str(&format!(" class=\"{}\"", classes.join(" ")));
        }
        match options.first_number {
            Some(first) if first != 1 => pre.push_str(&format!(" style=\"--start: {}\"", first.saturating_sub(1))),
            _ => {}
        }
        pre.push('>');
        if by_line {
            for (number, line) in highlighted.html.split_inclusive('\n').enumerate() {
                let marked = if options.marks(number as u32 + 1) { " mark" } else { "" };
                pre.push_str(&format!("<span class=\"line{marked}\">{line}</span>"));
            }
        } else {
            pre.push_str(&highlighted.html);
        }
        pre.push_str("</code></pre>");
        let frame = components::code(self.theme, language, &options.title, options.first_number.is_some(), &pre);
        let frame = self.or_report(frame, pre);
        self.out.push_str(frame.trim());
        self.out.push('\n');
        self.before = None;
    }
}
