//! Blocks of code: the highlighted lines, numbered, marked and explained as their writer asks, in the theme's frame.

use super::Writer;
use crate::document::math::LANGUAGE;
use crate::document::{Line, Mark, Node, Part};
use crate::render::components;
use crate::render::escape::{escape, escaped};

/// An item of a list that explains a number in code.
pub(super) struct Explanation {
    /// The item's node.
    item: u32,
    block: u32,
    number: u32,
}

impl Writer<'_> {
    pub(super) fn code_block(&mut self, index: u32, node: &Node) {
        let block = &self.document.code_blocks[index as usize];
        if block.options.language == LANGUAGE && self.formula_block(&block.shown) {
            return;
        }
        let Some(highlighted) = self.highlighted.get(index as usize) else { return };
        if highlighted.is_drawing() {
            return self.diagram(index, &highlighted.html);
        }
        if block.has_callouts() {
            let items = self.document.children(node.end).zip(1..);
            self.explanations.extend(items.map(|(item, number)| Explanation { item, block: index, number }));
        }
        let options = &block.options;
        let language = &options.language;
        let mut pre = String::with_capacity(highlighted.html.len() + 64);
        pre.push_str("<pre tabindex=\"0\"><code");
        let mut classes = Vec::new();
        if !language.is_empty() {
            classes.push(format!("language-{}", escaped(language)));
        }
        if options.first_number.is_some() {
            classes.push("numbered".to_owned());
        }
        if block.lines.iter().any(|line| line.is_focused) {
            classes.push("focused".to_owned());
        }
        if !classes.is_empty() {
            pre.push_str(&format!(" class=\"{}\"", classes.join(" ")));
        }
        match options.first_number {
            Some(first) if first != 1 => pre.push_str(&format!(" style=\"--start: {}\"", first.saturating_sub(1))),
            _ => {}
        }
        pre.push('>');
        let mut code = highlighted.html.split_inclusive('\n');
        match block.lines.is_empty() {
            true => pre.push_str(&highlighted.html),
            false => block.lines.iter().for_each(|line| self.code_line(index, line, &mut code, &mut pre)),
        }
        pre.push_str("</code></pre>");
        let by_line = !block.lines.is_empty();
        let frame = components::code(self.theme, language, &options.title, by_line, &pre);
        let frame = self.or_report(frame, pre);
        self.out.push_str(frame.trim());
        self.out.push('\n');
        self.before = None;
    }

    /// A line: `code` has those that are code, in order. What is not to be copied is told by its element: what a program
    /// says (`samp`), what was taken out (`del`), prompts and numbers.
    fn code_line<'a>(&self, block: u32, line: &Line, code: &mut impl Iterator<Item = &'a str>, out: &mut String) {
        let element = match (&line.part, line.mark) {
            (Part::Output(_), _) => "samp",
            (_, Some(Mark::Deleted)) => "del",
            (_, Some(Mark::Inserted)) => "ins",
            _ => "span",
        };
        let mark = match line.mark {
            Some(Mark::Marked) => " mark",
            Some(Mark::Inserted) => " put-in",
            Some(Mark::Deleted) => " taken-out",
            None => "",
        };
        let focus = if line.is_focused { " focus" } else { "" };
        let hidden = if line.part == Part::Hidden { " hidden" } else { "" };
        out.push_str(&format!("<{element} class=\"line{mark}{focus}\"{hidden}>"));
        if !line.prompt.is_empty() {
            out.push_str("<span class=\"prompt\">");
            escape(out, &line.prompt);
            out.push_str("</span>");
        }
        match &line.part {
            Part::Output(text) => {
                escape(out, text);
                out.push('\n');
            }
            Part::Code | Part::Hidden => {
                let html = code.next().unwrap_or("\n");
                out.push_str(html.trim_end_matches('\n'));
                for number in &line.callouts {
                    let label = escaped(&self.theme.text("callout").replace("{number}", &number.to_string()));
                    out.push_str(&format!(
                        "<a class=\"callout\" href=\"#wp-callout-{block}-{number}\" aria-label=\"{label}\" data-number=\"{number}\"></a>"
                    ));
                }
                out.push('\n');
            }
        }
        out.push_str(&format!("</{element}>"));
    }

    /// The list begins with an explanation of a number in code.
    pub(super) fn explains_code(&self, list: u32) -> bool {
        self.explanations.iter().any(|explanation| explanation.item == list + 1)
    }

    /// What links to an item of a list that explains a number in code, as an attribute.
    pub(super) fn explanation_id(&self, item: u32) -> String {
        let explanation = self.explanations.iter().find(|explanation| explanation.item == item);
        explanation.map(|it| format!(" id=\"wp-callout-{}-{}\"", it.block, it.number)).unwrap_or_default()
    }
}
