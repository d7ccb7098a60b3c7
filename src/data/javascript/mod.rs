//! JavaScript and TypeScript as far as they are data: the value that a module exports, and single literals. The door to
//! `tree-sitter` and its grammar.
//!
//! Entry points: [`exported`] for a module such as `docusaurus.config.ts`, [`literal`] for one expression such as the value
//! of a JSX attribute. Nothing is run. What is no literal is told with its place, and all else stands. It must not know
//! what the values are for.
//!
//! The grammar reads a file without recursion, so no text can exhaust the stack, and it goes on after an error.

mod binding;
mod text;
mod value;

use tree_sitter::{Node, Parser, Tree};

use super::{Located, SyntaxError};
use crate::source::Span;
use binding::Binding;
use value::Reader;

/// What a module says without being run.
#[derive(Debug, Clone, PartialEq)]
pub struct Module {
    /// What it exports by default or as `module.exports`; nothing where it exports nothing that could be read.
    pub value: Option<Located>,
    /// What is no literal, in the order of the file. It is left out of the value.
    pub problems: Vec<Problem>,
}

/// Something that is no literal.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// What it is, and where.
    pub error: SyntaxError,
    /// Where the value names the constant that holds it; its own place, where it stands in the value itself.
    pub used_at: Span,
}

/// Reads what a module exports: an object, a constant that holds one, or a function whose `return` writes one out.
///
/// Constants of the module are followed, also in spreads and templates. A module that is imported or required stands as
/// the text of its name, and so does the path of `require.resolve(…)`. Of `process.env.X || "x"` the literal is taken and
/// the rest is told.
pub fn exported(text: &str) -> Module {
    let Some(tree) = parse(text) else { return Module { value: None, problems: Vec::new() } };
    let mut reader = Reader::new(text, 0);
    reader.syntax(tree.root_node());
    let statements = children(tree.root_node());
    for statement in &statements {
        reader.bind(*statement);
    }
    let export = statements.iter().rev().find_map(|statement| export_of(*statement, text));
    let value = export.and_then(|node| reader.value_of_export(node));
    if let Some(value) = &value {
        for statement in &statements {
            changes(&mut reader, *statement, value);
        }
    }
    reader.problems.sort_by_key(|problem| problem.error.span);
    reader.problems.dedup();
    Module { value, problems: reader.problems }
}

/// Reads one expression: a text, a template without substitutions, a number, `true`, `false`, `null`, a list, or a table of
/// these. `offset` is added to every place. The error is the first thing that is none of them.
pub fn literal(text: &str, offset: usize) -> Result<Located, SyntaxError> {
    // An object stands in brackets, or it would be a block. The line break ends a comment.
    let wrapped = format!("({text}\n)");
    let whole = Span::new(offset, offset + text.len());
    let error = |message: &str| SyntaxError { message: message.to_owned(), span: whole, meant: None };
    if text.trim().is_empty() {
        return Err(error("there is no value"));
    }
    let tree = parse(&wrapped).ok_or_else(|| error("this cannot be read"))?;
    let mut reader = Reader::new(&wrapped, offset);
    reader.wrapped = true;
    reader.syntax(tree.root_node());
    let statements = children(tree.root_node());
    let expression = statements.first().filter(|_| statements.len() == 1).and_then(|statement| {
        let inner = children(*statement);
        inner.first().copied().filter(|node| node.kind() == "parenthesized_expression")
    });
    let value = expression.and_then(|node| reader.value(node, 0));
    match reader.problems.into_iter().next() {
        Some(problem) => Err(problem.error),
        None => value.ok_or_else(|| error("this is not a literal")),
    }
}

fn parse(text: &str) -> Option<Tree> {
    let mut parser = Parser::new();
    parser.set_language(&tree_sitter_typescript::LANGUAGE_TSX.into()).ok()?;
    parser.parse(text, None)
}

/// The children that mean something: neither punctuation nor comments.
fn children(node: Node) -> Vec<Node> {
    let mut cursor = node.walk();
    node.named_children(&mut cursor).filter(|child| child.kind() != "comment").collect()
}

/// What a statement exports by default.
fn export_of<'t>(statement: Node<'t>, text: &str) -> Option<Node<'t>> {
    match statement.kind() {
        "export_statement" => {
            let marks = |word: &str| statement.children(&mut statement.walk()).any(|child| child.kind() == word);
            if marks("default") {
                return statement.child_by_field_name("value").or_else(|| statement.child_by_field_name("declaration"));
            }
            // `export = config` is TypeScript's word for `module.exports = config`.
            if marks("=") { children(statement).into_iter().last() } else { None }
        }
        "expression_statement" => {
            let assignment = children(statement).into_iter().find(|node| node.kind() == "assignment_expression")?;
            let left = &text[assignment.child_by_field_name("left")?.byte_range()];
            let is_export = ["module.exports", "exports.default", "module.exports.default"].contains(&left);
            if is_export { assignment.child_by_field_name("right") } else { None }
        }
        _ => None,
    }
}

/// Tells of a statement that changes what was written out before: `config.title = …`, `config.plugins.push(…)`.
fn changes<'t>(reader: &mut Reader<'t>, statement: Node<'t>, value: &Located) {
    if statement.kind() != "expression_statement" || export_of(statement, reader.text).is_some() {
        return;
    }
    let Some(expression) = children(statement).into_iter().next() else { return };
    let target = match expression.kind() {
        "assignment_expression" | "augmented_assignment_expression" => expression.child_by_field_name("left"),
        "call_expression" => expression.child_by_field_name("function"),
        _ => None,
    };
    let Some(mut root) = target.filter(|target| target.kind() == "member_expression") else { return };
    while let Some(object) = root.child_by_field_name("object") {
        root = object;
    }
    let name = &reader.text[root.byte_range()];
    let is_value = matches!(reader.binding(name), Some(Binding::Value(node)) if {
        let range = node.byte_range();
        range.start <= value.span.start as usize && value.span.end as usize <= range.end
    });
    if is_value || name == "module" {
        reader.refuse(expression);
    }
}

#[cfg(test)]
mod tests;
