//! From a node of the tree to a value, following constants of the same file.

use tree_sitter::Node;

use super::binding::Binding;
use super::text::{Number, number, unescaped};
use super::{Problem, children};
use crate::data::{Entry, Located, MAX_DEPTH, SyntaxError, Value};
use crate::source::Span;

/// Values that are made at most: constants that spread each other could stand for more than any memory holds.
const MOST_VALUES: usize = 200_000;

/// One reading of one file.
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    offset: usize,
    /// The text stands in brackets that the writer did not write.
    pub(super) wrapped: bool,
    /// In the order of the file: the last of a name counts.
    pub(super) bindings: Vec<(&'t str, Binding<'t>)>,
    /// Where the exported value names the constant that is being read.
    used_at: Option<Span>,
    pub(super) problems: Vec<Problem>,
    made: usize,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str, offset: usize) -> Reader<'t> {
        Reader { text, offset, wrapped: false, bindings: Vec::new(), problems: Vec::new(), used_at: None, made: 0 }
    }

    /// Tells where the grammar lost its way, once.
    pub(super) fn syntax(&mut self, root: Node<'t>) {
        let mut waiting = vec![root];
        while let Some(node) = waiting.pop() {
            if node.is_error() || node.is_missing() {
                let message = match (node.is_missing(), node.kind()) {
                    (true, "identifier") => "a value is missing here".to_owned(),
                    (true, mark) => format!("`{mark}` is missing here"),
                    (false, _) => format!("`{}` cannot be read as JavaScript", self.snippet(node)),
                };
                self.tell(self.span(node), message);
                return;
            }
            if node.has_error() {
                let mut cursor = node.walk();
                let inner: Vec<Node> = node.children(&mut cursor).collect();
                waiting.extend(inner.into_iter().rev());
            }
        }
    }

    /// The value of what a module exports: of a function, what its last `return` writes out.
    pub(super) fn value_of_export(&mut self, node: Node<'t>) -> Option<Located> {
        let node = self.plain(node, 0);
        let body = match node.kind() {
            "function_declaration" | "function_expression" | "arrow_function" => node.child_by_field_name("body")?,
            _ => return self.value(node, 0),
        };
        if body.kind() != "statement_block" {
            return self.value(body, 0);
        }
        let statements = children(body);
        for statement in &statements {
            self.bind(*statement);
        }
        let returned = statements.iter().rev().find(|statement| statement.kind() == "return_statement");
        match returned.and_then(|statement| children(*statement).into_iter().next()) {
            Some(returned) => self.value(returned, 0),
            None => {
                self.refuse(node);
                None
            }
        }
    }

    /// A value without what only the compiler reads, and with names of constants followed.
    fn plain(&self, node: Node<'t>, depth: usize) -> Node<'t> {
        let inner = match node.kind() {
            "parenthesized_expression" | "satisfies_expression" | "as_expression" | "non_null_expression" => {
                children(node).into_iter().next()
            }
            "identifier" | "shorthand_property_identifier" => match self.binding(&self.text[node.byte_range()]) {
                Some(Binding::Value(value)) => Some(value),
                _ => None,
            },
            _ => None,
        };
        inner.filter(|_| depth < MAX_DEPTH).map_or(node, |inner| self.plain(inner, depth + 1))
    }

    /// The value of an expression, or nothing where it is no literal, which is told then.
    pub(super) fn value(&mut self, node: Node<'t>, depth: usize) -> Option<Located> {
        let is_named = matches!(node.kind(), "identifier" | "shorthand_property_identifier");
        let is_first = is_named && depth > 0 && self.used_at.is_none();
        if is_first {
            self.used_at = Some(self.span(node));
        }
        let value = self.value_of(node, depth);
        if is_first {
            self.used_at = None;
        }
        value
    }

    fn value_of(&mut self, node: Node<'t>, depth: usize) -> Option<Located> {
        self.made += 1;
        if depth > MAX_DEPTH || self.made > MOST_VALUES {
            self.refuse(node);
            return None;
        }
        let node = self.plain(node, 0);
        let text = &self.text[node.byte_range()];
        let value = match node.kind() {
            "string" => Value::Text(self.characters(node)),
            "template_string" => Value::Text(self.template(node, depth)?),
            "number" => match number(text) {
                Some(Number::Whole(integer)) => Value::Integer(integer),
                Some(Number::Other(float)) => Value::Float(float),
                None => return self.refused(node),
            },
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            "null" | "undefined" => Value::Null,
            "array" => Value::List(self.items(node, depth)),
            "object" => Value::Table(self.entries(node, depth)),
            "unary_expression" => return self.signed(node, depth),
            "binary_expression" => return self.combined(node, depth),
            "identifier" | "shorthand_property_identifier" => match self.binding(text) {
                Some(Binding::Module(source)) => Value::Text(self.characters(source)),
                _ => return self.refused(node),
            },
            "call_expression" => match self.required(node) {
                Some(name) => Value::Text(name),
                None => return self.refused(node),
            },
            "member_expression" => return self.member(node, depth),
            _ => return self.refused(node),
        };
        Some(Located { value, span: self.span(node), plain: None })
    }

    fn items(&mut self, node: Node<'t>, depth: usize) -> Vec<Located> {
        let mut items = Vec::new();
        for child in children(node) {
            match child.kind() {
                "spread_element" => match self.spread(child, depth) {
                    Some(Located { value: Value::List(inner), .. }) => items.extend(inner),
                    Some(_) => self.refuse(child),
                    None => {}
                },
                _ => items.extend(self.value(child, depth + 1)),
            }
        }
        items
    }

    fn entries(&mut self, node: Node<'t>, depth: usize) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut put = |entry: Entry| {
            // A key that is given again takes the place of the first.
            match entries.iter_mut().find(|known| known.key == entry.key) {
                Some(known) => *known = entry,
                None => entries.push(entry),
            }
        };
        for child in children(node) {
            match child.kind() {
                "pair" => {
                    let parts = (child.child_by_field_name("key"), child.child_by_field_name("value"));
                    let (Some(key), Some(value)) = parts else { continue };
                    let Some(name) = self.key(key) else {
                        self.refuse(key);
                        continue;
                    };
                    if let Some(value) = self.value(value, depth + 1) {
                        put(Entry { key: name, key_span: self.span(key), value });
                    }
                }
                "shorthand_property_identifier" => {
                    let name = &self.text[child.byte_range()];
                    if let Some(value) = self.value(child, depth + 1) {
                        put(Entry { key: name.to_owned(), key_span: self.span(child), value });
                    }
                }
                "spread_element" => match self.spread(child, depth) {
                    Some(Located { value: Value::Table(inner), .. }) => inner.into_iter().for_each(&mut put),
                    Some(_) => self.refuse(child),
                    None => {}
                },
                _ => self.refuse(child),
            }
        }
        entries
    }

    fn spread(&mut self, node: Node<'t>, depth: usize) -> Option<Located> {
        let inner = children(node).into_iter().next()?;
        self.value(inner, depth + 1)
    }

    fn key(&self, node: Node<'t>) -> Option<String> {
        match node.kind() {
            "property_identifier" | "number" => Some(self.text[node.byte_range()].to_owned()),
            "string" => Some(self.characters(node)),
            "computed_property_name" => {
                let inner = children(node).into_iter().next()?;
                (inner.kind() == "string").then(|| self.characters(inner))
            }
            _ => None,
        }
    }

    fn characters(&self, node: Node<'t>) -> String {
        let mut high = None;
        let parts = children(node).into_iter().map(|part| match part.kind() {
            "escape_sequence" => unescaped(&self.text[part.byte_range()], &mut high),
            _ => self.text[part.byte_range()].to_owned(),
        });
        parts.collect()
    }

    /// A template whose substitutions are constants.
    fn template(&mut self, node: Node<'t>, depth: usize) -> Option<String> {
        let (mut text, mut high) = (String::new(), None);
        for part in children(node) {
            match part.kind() {
                "escape_sequence" => text += &unescaped(&self.text[part.byte_range()], &mut high),
                "template_substitution" => {
                    let inner = children(part).into_iter().next()?;
                    match self.value(inner, depth + 1)?.value {
                        Value::Text(constant) => text += &constant,
                        Value::Integer(integer) => text += &integer.to_string(),
                        _ => {
                            self.refuse(inner);
                            return None;
                        }
                    }
                }
                _ => text += &self.text[part.byte_range()],
            }
        }
        Some(text)
    }

    fn signed(&mut self, node: Node<'t>, depth: usize) -> Option<Located> {
        let operator = node.child_by_field_name("operator").map_or("", |operator| operator.kind());
        let argument = node.child_by_field_name("argument").filter(|argument| argument.kind() == "number");
        let (Some(argument), "-" | "+") = (argument, operator) else { return self.refused(node) };
        let mut located = self.value(argument, depth + 1)?;
        located.span = self.span(node);
        match &mut located.value {
            Value::Integer(integer) if operator == "-" => *integer = -*integer,
            Value::Float(float) if operator == "-" => *float = -*float,
            _ => {}
        }
        Some(located)
    }

    /// `"a" + "b"`, and the literal of `process.env.X || "x"`.
    fn combined(&mut self, node: Node<'t>, depth: usize) -> Option<Located> {
        let operator = node.child_by_field_name("operator").map_or("", |operator| operator.kind());
        let (left, right) = (node.child_by_field_name("left")?, node.child_by_field_name("right")?);
        match operator {
            "||" | "??" => {
                let told = self.problems.len();
                let first = self.value(left, depth + 1);
                if let Some(first) = first {
                    return Some(first);
                }
                self.problems.truncate(told);
                let second = self.value(right, depth + 1)?;
                let message = format!("`{}` is not a literal, so `{}` stands", self.snippet(left), self.snippet(right));
                self.tell(self.span(left), message);
                Some(second)
            }
            "+" => {
                let parts = (self.value(left, depth + 1)?.value, self.value(right, depth + 1)?.value);
                match parts {
                    (Value::Text(left), Value::Text(right)) => {
                        Some(Located { value: Value::Text(left + &right), span: self.span(node), plain: None })
                    }
                    _ => self.refused(node),
                }
            }
            _ => self.refused(node),
        }
    }

    /// The name in `require("name")` and `require.resolve("name")`.
    fn required(&self, node: Node<'t>) -> Option<String> {
        let function = &self.text[node.child_by_field_name("function")?.byte_range()];
        let arguments = children(node.child_by_field_name("arguments")?);
        let name = arguments.first().filter(|name| arguments.len() == 1 && name.kind() == "string")?;
        ["require", "require.resolve"].contains(&function).then(|| self.characters(*name))
    }

    /// `constants.title`, where `constants` is written out in the same file.
    fn member(&mut self, node: Node<'t>, depth: usize) -> Option<Located> {
        let parts = (node.child_by_field_name("object"), node.child_by_field_name("property"));
        let (Some(object), Some(property)) = parts else { return self.refused(node) };
        let told = self.problems.len();
        let object = match self.plain(object, 0).kind() {
            "object" | "member_expression" => self.value(object, depth + 1),
            _ => None,
        };
        self.problems.truncate(told);
        let key = &self.text[property.byte_range()];
        let found = object.and_then(|object| match object.value {
            Value::Table(entries) => entries.into_iter().find(|entry| entry.key == key),
            _ => None,
        });
        match found {
            Some(entry) => Some(entry.value),
            None => self.refused(node),
        }
    }

    fn refused(&mut self, node: Node<'t>) -> Option<Located> {
        self.refuse(node);
        None
    }

    /// Tells that something is no literal.
    pub(super) fn refuse(&mut self, node: Node<'t>) {
        // What is not there was told with the syntax.
        if node.is_missing() {
            return;
        }
        self.tell(self.span(node), format!("`{}` is not a literal", self.snippet(node)));
    }

    fn tell(&mut self, span: Span, message: String) {
        let used_at = self.used_at.unwrap_or(span);
        self.problems.push(Problem { error: SyntaxError { message, span, meant: None }, used_at });
    }

    fn span(&self, node: Node<'t>) -> Span {
        let range = node.byte_range();
        let last = self.text.len() - if self.wrapped { 2 } else { 0 };
        let before = usize::from(self.wrapped);
        let place = |at: usize| at.min(last).saturating_sub(before) + self.offset;
        Span::new(place(range.start), place(range.end))
    }

    /// The beginning of what is written, short enough for a message.
    fn snippet(&self, node: Node<'t>) -> String {
        const LONGEST: usize = 40;
        let line = self.text[node.byte_range()].lines().next().unwrap_or("").trim_end();
        let is_whole = line.len() == node.byte_range().len() && line.chars().count() <= LONGEST;
        let start: String = line.chars().take(LONGEST).collect();
        if is_whole { start } else { format!("{} …", start.trim_end()) }
    }
}
