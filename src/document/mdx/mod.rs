//! MDX as Markdown: JSX tags become the marks of directives, comments and modules' lines vanish, and literals become text.
//! Nothing is run. Entry point: [`rewrite`].
//!
//! pulldown-cmark knows none of it, so a text is rewritten before it is parsed, and [`Places`] tells where each piece stood.
//! Tags on lines of their own become thematic breaks, which the parser finds again by their places, as it does for other
//! directives; tags within a line become tags of names that no writer uses.

mod component;
mod line;
mod tag;

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;

use self::component::{html_attribute, labels, shortened};
use self::line::{Fence, blank_line_after, column, fence_of, imports_of};
use self::tag::Tag;
use super::Document;
use super::directive::{Marker, Opening};
use super::places::Places;
use super::variable;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;

/// A text without JSX.
#[derive(Debug, Default)]
pub(super) struct Rewritten {
    pub(super) text: String,
    pub(super) places: Places,
    /// Tags on lines of their own, as marks of directives.
    pub(super) markers: Vec<Marker>,
    /// Tags within a line: `<wp-0>` is the first. A tag that closes has no opening.
    pub(super) inline: Vec<Option<Opening>>,
    /// What cannot be read: its place in the text as written, what is wrong, and what to do.
    pub(super) problems: Vec<(Span, String, &'static str)>,
}

/// What the tags within a line begin with.
pub(super) const INLINE: &str = "wp-";

/// Longer than any row of colons: tags close by their own depth.
const LENGTH: usize = 1000;

/// Rewrites the text of a page, without its front matter.
pub(super) fn rewrite(body: &str, with_math: bool) -> Rewritten {
    let mut rewriter = Rewriter { body, with_math, ..Rewriter::default() };
    rewriter.run();
    rewriter.done
}

/// Tools that take the first lines of a page for its description take those of its module too: such a one is none.
pub(super) fn mend_description(document: &mut Document) {
    let is_module = |text: &String| text.starts_with("import ") && text.contains(" from ");
    if document.front.description.take_if(|text| is_module(text)).is_some() {
        let span = document.front_place("description").unwrap_or_default();
        let message = "the description is a line of a module, and is not shown";
        let finding = Diagnostic::new("mdx-syntax", Severity::Error, &document.path, span, message);
        document.diagnostics.push(finding.help("write in a sentence what the page is about, or take it out"));
    }
}

#[derive(Default)]
struct Rewriter<'a> {
    body: &'a str,
    with_math: bool,
    done: Rewritten,
    open: Vec<Open>,
    /// Where the line begins in `body`.
    line: usize,
    /// Name → module.
    imports: BTreeMap<String, String>,
}

/// A tag that is open.
struct Open {
    name: String,
    range: Range<usize>,
    is_block: bool,
    /// The column of its mark in the new text.
    column: usize,
    /// The column at which its content begins in the old one, once that is known.
    content: Option<usize>,
    /// Names of tabs by their values, where the tag around them gives them.
    labels: BTreeMap<String, String>,
}

impl Rewriter<'_> {
    fn run(&mut self) {
        let mut at = 0;
        let mut fence: Option<Fence> = None;
        let mut may_import = true;
        while at < self.body.len() {
            self.line = at;
            let end = self.body[at..].find('\n').map_or(self.body.len(), |length| at + length + 1);
            let line = &self.body[at..end];
            if let Some(open) = &fence {
                if open.is_closed_by(line) {
                    fence = None;
                }
                self.copy_line(at..end);
                at = end;
                continue;
            }
            if line.trim().is_empty() {
                may_import = true;
                self.copy(at..end);
                at = end;
                continue;
            }
            if may_import && self.open.is_empty() && ["import ", "export "].iter().any(|word| line.starts_with(word)) {
                at = self.module_lines(at);
                continue;
            }
            may_import = false;
            if let Some(begun) = fence_of(line) {
                fence = Some(begun);
                self.copy_line(at..end);
                at = end;
            } else if line.trim_start().starts_with(":::") {
                self.copy_line(at..end);
                at = end;
            } else {
                at = self.text(at);
            }
        }
        while let Some(open) = self.open.last() {
            let (span, message) = (Span::from(open.range.clone()), format!("`<{}>` is not closed", open.name));
            self.done.problems.push((span, message, "add its closing tag, or write `<Name />`"));
            self.close(self.body.len()..self.body.len());
        }
    }

    /// Lines of a module, up to the next empty one: `import`, `export`.
    fn module_lines(&mut self, start: usize) -> usize {
        let end = blank_line_after(self.body, start);
        let lines = &self.body[start..end];
        self.imports.extend(imports_of(lines));
        if let Some(at) = lines.lines().position(|line| line.starts_with("export ")) {
            let from = start + lines.split_inclusive('\n').take(at).map(str::len).sum::<usize>();
            let span = Span::new(from, from + "export".len());
            self.done.problems.push((
                span,
                "what a page exports is not read".to_owned(),
                "write it into the front matter",
            ));
        }
        self.insert("\n", start..end);
        end
    }

    /// Text from the beginning of a line to its end, or to that of a tag that spans several.
    fn text(&mut self, start: usize) -> usize {
        let indent = self.body[start..].len() - self.body[start..].trim_start_matches([' ', '\t']).len();
        self.indent(start, start + indent);
        let mut at = start + indent;
        let mut from = at;
        while let Some(c) = self.body[at..].chars().next() {
            let rest = &self.body[at..];
            let next = match c {
                '\n' => {
                    self.copy(from..at + 1);
                    return at + 1;
                }
                '\\' => at + 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
                '`' => self.code_ends(at),
                '$' if self.with_math => rest[1..].find(['$', '\n']).map_or(at + 1, |length| at + 1 + length),
                '<' if rest.starts_with("<!--") => rest.find("-->").map_or(self.body.len(), |length| at + length + 3),
                '<' | '{' => {
                    self.copy(from..at);
                    at = if c == '<' { self.tag(at) } else { self.expression(at) };
                    from = at;
                    continue;
                }
                c => at + c.len_utf8(),
            };
            at = next;
        }
        self.copy(from..at);
        at
    }

    /// Where code within a line ends; behind its first marks where it does not.
    fn code_ends(&self, start: usize) -> usize {
        let rest = &self.body[start..];
        let marks = rest.len() - rest.trim_start_matches('`').len();
        let paragraph = blank_line_after(self.body, start);
        let mut at = start + marks;
        while let Some(found) = self.body[at..paragraph].find('`') {
            let run = &self.body[at + found..];
            let length = run.len() - run.trim_start_matches('`').len();
            at += found + length;
            if length == marks {
                return at;
            }
        }
        start + marks
    }

    /// `{…}`: a comment vanishes, a literal becomes text, and anything else is told.
    fn expression(&mut self, start: usize) -> usize {
        // A variable of the settings.
        if let Some(found) = variable::first(&self.body[start..]) {
            self.copy(start..start + found.range.end);
            return start + found.range.end;
        }
        // The id of a heading, as Docusaurus writes it.
        if self.body[start..].starts_with("{#") {
            self.copy(start..start + 1);
            return start + 1;
        }
        let Some(end) = tag::braces(self.body, start) else {
            let help = "close it, or write `\\{` for a brace";
            self.done.problems.push((Span::new(start, start + 1), "this brace is not closed".to_owned(), help));
            self.copy(start..start + 1);
            return start + 1;
        };
        let inner = self.body[start + 1..end - 1].trim();
        if tag::is_comment(inner) {
            let id = inner.strip_prefix("/*").and_then(|rest| rest.strip_suffix("*/")).map(str::trim);
            if let Some(id) = id.filter(|id| id.starts_with('#') && self.body[self.line..].starts_with('#')) {
                self.insert(&format!("{{{id}}}"), start..end);
            }
            return end;
        }
        match tag::literal(inner) {
            Some(Value::Null | Value::Bool(_)) => {}
            Some(value) if !value.is_object() && !value.is_array() => {
                let words = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                let escaped: String = words
                    .chars()
                    .flat_map(|c| c.is_ascii_punctuation().then_some('\\').into_iter().chain([c]))
                    .collect();
                self.insert(&escaped, start..end);
            }
            _ => {
                let message = format!("the value of `{{{}}}` is not known: nothing is run", shortened(inner));
                self.done.problems.push((Span::new(start, end), message, "write what it stands for"));
                self.copy(start..end);
            }
        }
        end
    }

    fn tag(&mut self, start: usize) -> usize {
        let tag = match tag::read(self.body, start) {
            Some(Ok(tag)) => tag,
            Some(Err(range)) => {
                let help = "close it with `>`, or write `\\<` for the sign";
                self.done.problems.push((Span::from(range), "this tag does not end".to_owned(), help));
                self.copy(start..start + 1);
                return start + 1;
            }
            None => {
                self.copy(start..start + 1);
                return start + 1;
            }
        };
        for (message, range) in &tag.problems {
            let help = "write a text, a number, a list, or a table: nothing is run";
            self.done.problems.push((Span::from(range.clone()), message.clone(), help));
        }
        let end = tag.range.end;
        // A fragment holds its content together for a program alone.
        if tag.name.is_empty() {
            return end;
        }
        let is_component = tag.name.contains('.') || tag.name.starts_with(char::is_uppercase);
        match (is_component, tag.closes) {
            (false, _) => self.element(&tag),
            (true, true) => self.closing(&tag),
            (true, false) if tag.name == "CodeBlock" && !tag.is_empty => return self.code_block(&tag),
            (true, false) => self.opening(&tag),
        }
        end
    }

    /// An element of HTML, with the names of attributes that HTML has.
    fn element(&mut self, tag: &Tag) {
        const VOID: &[&str] =
            &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
        let written = &self.body[tag.range.clone()];
        let needs_end = tag.is_empty && !VOID.contains(&&*tag.name);
        if !needs_end && !written.contains(['{', '}']) && !written.contains("className") && !written.contains("htmlFor")
        {
            return self.copy(tag.range.clone());
        }
        let attributes: String = tag.attributes.iter().filter_map(html_attribute).collect();
        let end = if needs_end { format!("</{}>", tag.name) } else { String::new() };
        self.insert(&format!("<{}{attributes}>{end}", tag.name), tag.range.clone());
    }

    fn opening(&mut self, tag: &Tag) {
        let is_block = self.is_block(tag);
        let opening = self.opening_of(tag);
        let is_leaf = opening.name == "include";
        let depth = LENGTH + self.open.len();
        let column = match self.open.last() {
            Some(_) => self.column_of_line(),
            None => column(&self.body[self.line..tag.range.start]),
        };
        match is_block {
            true => self.mark(Some(opening), depth, column, tag.range.clone()),
            false => self.mark_inline(Some(opening), tag.range.clone()),
        }
        if is_leaf && tag.is_empty {
            return;
        }
        let labels = tag.attribute("values").map(|values| labels(&values.value)).unwrap_or_default();
        let (name, range) = (tag.name.clone(), tag.range.clone());
        self.open.push(Open { name, range, is_block, column, content: None, labels });
        if tag.is_empty {
            self.close(tag.range.clone());
        }
    }

    fn closing(&mut self, tag: &Tag) {
        let Some(at) = self.open.iter().rposition(|open| open.name == tag.name) else {
            let message = format!("`</{}>` closes nothing", tag.name);
            self.done.problems.push((Span::from(tag.range.clone()), message, "remove it, or open the tag before it"));
            return;
        };
        while self.open.len() > at + 1 {
            let open = &self.open[self.open.len() - 1];
            let (span, message) = (Span::from(open.range.clone()), format!("`<{}>` is not closed", open.name));
            self.done.problems.push((span, message, "add its closing tag, or write `<Name />`"));
            self.close(tag.range.start..tag.range.start);
        }
        self.close(tag.range.clone());
    }

    fn close(&mut self, range: Range<usize>) {
        let Some(open) = self.open.pop() else { return };
        let depth = LENGTH + self.open.len();
        match open.is_block {
            true => self.mark(None, depth, open.column, range),
            false => self.mark_inline(None, range),
        }
    }

    /// A tag stands for itself when nothing but tags stands in its line beside it, and what it encloses there.
    fn is_block(&self, tag: &Tag) -> bool {
        let before = &self.body[self.line..tag.range.start];
        let rest = self.body[tag.range.end..].split('\n').next().unwrap_or("").trim();
        let is_first = before.trim().is_empty() || self.done.text.ends_with('\n');
        let closing = format!("</{}>", tag.name);
        let after = rest.rsplit_once(closing.as_str()).map_or(rest, |(_, after)| after.trim());
        let encloses = rest.contains(&closing);
        let is_alone = after.is_empty() || after.starts_with('<');
        is_first && is_alone && (encloses || rest.is_empty() || rest.starts_with('<'))
    }

    // ---- Writing ----

    /// A line whose content is not looked at, with the indentation that it has here.
    fn copy_line(&mut self, range: Range<usize>) {
        let line = &self.body[range.clone()];
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        self.indent(range.start, range.start + indent);
        self.copy(range.start + indent..range.end);
    }

    /// The indentation of a line: inside a tag it counts from the tag, since MDX knows no indented code.
    fn indent(&mut self, start: usize, end: usize) {
        let written = column(&self.body[start..end]);
        let Some(open) = self.open.iter_mut().rev().find(|open| open.is_block) else { return self.copy(start..end) };
        let content = *open.content.get_or_insert(written);
        let wanted = open.column + written.saturating_sub(content);
        self.insert(&" ".repeat(wanted), start..end);
    }

    /// The column of the text that is being written.
    fn column_of_line(&self) -> usize {
        let line = self.done.text.rsplit('\n').next().unwrap_or("");
        column(&line[..line.len() - line.trim_start().len()])
    }

    fn copy(&mut self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        self.done.places.copied(self.done.text.len(), Span::from(range.clone()));
        self.done.text.push_str(&self.body[range]);
    }

    fn insert(&mut self, text: &str, from: Range<usize>) {
        if text.is_empty() {
            return;
        }
        self.done.places.replaced(self.done.text.len(), Span::from(from));
        self.done.text.push_str(text);
    }

    /// A mark on a line of its own. The empty lines around it end what an element of HTML would go on with.
    fn mark(&mut self, open: Option<Opening>, length: usize, column: usize, from: Range<usize>) {
        let indent = " ".repeat(column);
        self.insert(&format!("\n\n{indent}"), from.clone());
        let at = self.done.text.len();
        self.insert("___", from.clone());
        let span = Span::new(at, at + 3);
        self.done.markers.push(Marker { span, length, open, below: Vec::new() });
        self.insert(&format!("\n\n{indent}"), from);
    }

    fn mark_inline(&mut self, open: Option<Opening>, from: Range<usize>) {
        let number = self.done.inline.len();
        self.insert(&format!("<{INLINE}{number}>"), from);
        self.done.inline.push(open);
    }
}
