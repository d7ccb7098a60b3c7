//! The names that a module gives to values and to other modules.

use tree_sitter::Node;

use super::children;
use super::value::Reader;

/// What a name at the top of a module stands for.
#[derive(Debug, Clone)]
pub(super) enum Binding<'t> {
    /// An expression.
    Value(Node<'t>),
    /// A module, by its name.
    Module(Node<'t>),
}

impl<'t> Reader<'t> {
    /// Remembers what a statement gives names to.
    pub(super) fn bind(&mut self, statement: Node<'t>) {
        match statement.kind() {
            "lexical_declaration" | "variable_declaration" => {
                for declarator in children(statement) {
                    let parts = (declarator.child_by_field_name("name"), declarator.child_by_field_name("value"));
                    if let (Some(name), Some(value)) = parts
                        && name.kind() == "identifier"
                    {
                        self.bindings.push((&self.text[name.byte_range()], Binding::Value(value)));
                    }
                }
            }
            "function_declaration" => {
                if let Some(name) = statement.child_by_field_name("name") {
                    self.bindings.push((&self.text[name.byte_range()], Binding::Value(statement)));
                }
            }
            "export_statement" => {
                if let Some(declaration) = statement.child_by_field_name("declaration") {
                    self.bind(declaration);
                }
            }
            "import_statement" => {
                let Some(source) = statement.child_by_field_name("source") else { return };
                // `import a, { b as c } from "m"`: each name stands for the module.
                let mut waiting: Vec<Node> = children(statement);
                while let Some(node) = waiting.pop() {
                    match node.kind() {
                        "identifier" => {
                            self.bindings.push((&self.text[node.byte_range()], Binding::Module(source)));
                        }
                        "import_specifier" => waiting
                            .extend(node.child_by_field_name("alias").or_else(|| node.child_by_field_name("name"))),
                        "import_clause" | "named_imports" | "namespace_import" => waiting.extend(children(node)),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }

    /// What a name stands for.
    pub(super) fn binding(&self, name: &str) -> Option<Binding<'t>> {
        self.bindings.iter().rev().find(|(bound, _)| *bound == name).map(|(_, binding)| binding.clone())
    }
}
