//! Formulas in a page: MathML, or the source where there is none.

use super::Writer;
use crate::document::{Node, NodeKind, math};
use crate::render::escape::{escape, escaped};

impl Writer<'_> {
    /// A formula in a text. One on a line of its own scrolls where it is too wide; it stands among words, so it is a `span`.
    pub(super) fn formula(&mut self, node: &Node) {
        let latex = self.document.text_of(node);
        let is_display = matches!(node.kind, NodeKind::DisplayMath(_));
        match math::mathml(latex, is_display) {
            Some(mathml) if is_display => self.out.push_str(&self.scrolling("span", &mathml)),
            Some(mathml) => self.out.push_str(&mathml),
            None => {
                self.out.push_str("<code>");
                escape(&mut self.out, latex);
                self.out.push_str("</code>");
            }
        }
        self.before = Some('x');
    }

    /// A block of the language of formulas. False where it has to be shown as code.
    pub(super) fn formula_block(&mut self, latex: &str) -> bool {
        let Some(mathml) = math::mathml(latex, true) else { return false };
        let block = self.scrolling("div", &mathml);
        self.out.push_str(&block);
        self.out.push('\n');
        self.before = None;
        true
    }

    fn scrolling(&self, element: &str, mathml: &str) -> String {
        let label = escaped(self.theme.text("formula"));
        format!(
            "<{element} class=\"formula\" role=\"group\" tabindex=\"0\" aria-label=\"{label}\">{mathml}</{element}>"
        )
    }
}
