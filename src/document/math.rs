//! Formulas: LaTeX in, MathML out, and what is wrong where there is none. The door to `pulldown-latex`.
//!
//! MathML is to a formula what a tree is to a page: what it means. How it looks is the theme's business.

use std::ops::Range;

use pulldown_latex::config::DisplayMode;
use pulldown_latex::event::{Content, Event};
use pulldown_latex::{Parser, ParserError, RenderConfig, Storage, push_mathml};

use super::{Document, NodeKind};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;

/// The language of blocks that hold a formula.
pub const LANGUAGE: &str = "math";

/// Longer formulas are data. In bytes.
const LONGEST: usize = 8 * 1024;
/// Deeper ones nobody reads, and the stack must hold.
const DEEPEST: usize = 100;

/// A formula as MathML, with its source for those who copy it. Nothing where it cannot be read.
pub fn mathml(latex: &str, is_display: bool) -> Option<String> {
    if problem(latex).is_some() {
        return None;
    }
    let storage = Storage::new();
    let display_mode = if is_display { DisplayMode::Block } else { DisplayMode::Inline };
    let source = latex.trim().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let config = RenderConfig { display_mode, annotation: Some(&source), ..RenderConfig::default() };
    let mut out = String::with_capacity(latex.len() * 8);
    push_mathml(&mut out, Parser::new(latex, &storage), config).ok()?;
    Some(with_escaped_signs(out))
}

/// The library writes a sign that is all of an element as it is. In HTML, some signs are marks.
fn with_escaped_signs(mathml: String) -> String {
    let mut escaped = mathml;
    for (sign, entity) in [("<", "&lt;"), (">", "&gt;"), ("&", "&amp;")] {
        // A sign that is struck out has a mark behind it.
        for end in ["</", "\u{338}</"] {
            escaped = escaped.replace(&format!(">{sign}{end}"), &format!(">{entity}{end}"));
        }
    }
    escaped
}

/// Reports the formulas of a page that cannot be read.
pub(super) fn check(document: &mut Document) {
    let mut found = Vec::new();
    for node in &document.nodes {
        let latex = match node.kind {
            NodeKind::Math(string) | NodeKind::DisplayMath(string) => &*document.strings[string as usize],
            NodeKind::CodeBlock(block) => match &document.code_blocks[block as usize] {
                block if block.options.language == LANGUAGE => &*block.shown,
                _ => continue,
            },
            _ => continue,
        };
        let Some((message, place)) = problem(latex) else { continue };
        // Between lines of a quote or a list stand prefixes: then the place is looked for, and else it is the formula.
        let written = node.span.of(&document.text);
        let wrong = latex.get(place.clone()).filter(|wrong| !wrong.is_empty());
        let at = wrong.and_then(|wrong| written.find(wrong).map(|at| (node.span.start as usize + at, wrong.len())));
        let span = at.map_or(node.span, |(at, length)| Span::new(at, at + length));
        let message = format!("this formula cannot be read: {message}");
        let help = "mend it; until then, the page shows its source";
        found.push(Diagnostic::new("broken-formula", Severity::Warning, &document.path, span, message).help(help));
    }
    document.diagnostics.extend(found);
}

/// What is wrong with a formula, and with which part of it: all of it is an empty range.
fn problem(latex: &str) -> Option<(String, Range<usize>)> {
    if is_too_large(latex) {
        return Some((format!("it is longer than {LONGEST} bytes, or deeper than {DEEPEST} groups"), 0..0));
    }
    let message = first_error(latex)?;
    // The library tells no place. A command that is wrong by itself has one.
    let commands = latex.match_indices('\\').filter_map(|(at, _)| {
        let name = latex[at + 1..].find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(latex.len() - at - 1);
        (name > 0).then_some(at..at + 1 + name)
    });
    let is_unknown =
        |command: &Range<usize>| first_error(&latex[command.clone()]).is_some_and(|error| error == UNKNOWN);
    let unknown = commands.into_iter().filter(|_| message == UNKNOWN).find(is_unknown);
    Some(match unknown {
        Some(command) => (format!("there is no command `{}`", &latex[command.clone()]), command),
        None => (message, 0..0),
    })
}

/// What the library says of a command that it does not know.
const UNKNOWN: &str = "unknown primitive command found";

fn first_error(latex: &str) -> Option<String> {
    let storage = Storage::new();
    Parser::new(latex, &storage).find_map(|event| match event {
        Err(error) => Some(words(&error)),
        // The library would write such a name as it is.
        Ok(Event::Content(Content::Function(name))) if name.contains(['<', '>', '&']) => {
            Some(format!("`{name}` is no name of an operator"))
        }
        Ok(_) => None,
    })
}

/// The first line of what the library says: the others are a picture of the place.
fn words(error: &ParserError) -> String {
    let text = error.to_string();
    let line = text.lines().next().unwrap_or_default();
    line.trim_start_matches("parsing error: ").replace("unkown", "unknown")
}

fn is_too_large(latex: &str) -> bool {
    let mut depth = 0_usize;
    let mut deepest = 0;
    for c in latex.chars() {
        match c {
            '{' | '[' => depth += 1,
            '}' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    let commands = ["\\left", "\\begin"].map(|command| latex.matches(command).count());
    latex.len() > LONGEST || deepest > DEEPEST || commands.iter().sum::<usize>() > DEEPEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_carries_its_source_and_no_marks_of_html() {
        assert_eq!(
            mathml("x^2 < 1", false).as_deref(),
            Some(
                "<math display=\"inline\"><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup><mo>&lt;</mo><mn>1</mn></mrow>\
                 <annotation encoding=\"application/x-tex\">x^2 &lt; 1</annotation></semantics></math>"
            )
        );
    }

    #[test]
    fn what_is_wrong_is_named_with_its_place() {
        assert_eq!(problem("a + \\nope{b}"), Some(("there is no command `\\nope`".to_owned(), 4..9)));
        let open = "unbalanced group found, expected it to be closed with `}`";
        assert_eq!(problem("\\frac{1}{2"), Some((open.to_owned(), 0..0)));
        assert!(problem(&"{".repeat(1_000)).is_some_and(|(message, _)| message.contains("deeper than 100 groups")));
        assert_eq!(problem("\\sqrt{2}"), None);
    }

    /// Whatever stands between dollars, the build goes on.
    #[test]
    fn no_formula_breaks_the_tool() {
        let parts = [
            "\\frac",
            "{",
            "}",
            "^",
            "_",
            "\\left(",
            "\\right)",
            "&",
            "\\\\",
            "\\begin{matrix}",
            "\\end{matrix}",
            "x",
            " ",
            "%",
            "\\def\\a",
            "#1",
            "\\a",
            "é",
            "\\text{",
            "\\color{red}",
            "[",
            "]",
            "'",
            "\\not",
            "\\limits",
            "\\hline",
            "\\char`",
            "\\let\\b=",
            "\\begin{array}{c|c}",
            "\\end{array}",
            "\\sqrt",
            "\\kern 1mu",
            "\\genfrac",
            "\\",
            "\n",
            "\\middle|",
            "\\operatorname",
            "<",
            ">",
            "\\&",
            "\\not<",
            "\\operatorname{<b>}",
            "\\text{<i>&}",
            "\\lt",
            "\\mathbf{>}",
        ];
        let mut dice = 7_u64;
        for _ in 0..20_000 {
            let mut latex = String::new();
            for _ in 0..12 {
                dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                latex.push_str(parts[(dice >> 33) as usize % parts.len()]);
            }
            let mathml = mathml(&latex, true);
            assert_eq!(mathml.is_none(), problem(&latex).is_some(), "{latex}");
            assert!(mathml.is_none_or(|mathml| is_well_formed(&mathml)), "{latex}");
        }
    }

    /// Every `<` opens a tag of MathML, and `>` and `&` stand nowhere else than in tags and entities.
    fn is_well_formed(mathml: &str) -> bool {
        mathml.split('<').skip(1).all(|part| {
            let (tag, text) = part.split_once('>').unwrap_or((part, ">"));
            let entities =
                text.split('&').skip(1).all(|rest| ["amp;", "lt;", "gt;", "nbsp;"].iter().any(|e| rest.starts_with(e)));
            tag.trim_start_matches('/').starts_with(['m', 's', 'a']) && !text.contains('>') && entities
        })
    }
}
