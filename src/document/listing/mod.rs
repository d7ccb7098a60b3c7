//! The lines of a block of code: what is code, what is hidden, what a program said, and what is said of each line.
//!
//! Owns [`Line`]. Entry point: [`read`], when the tree of a page is whole, since numbers in code are explained by the list
//! below it. It must not know colours or HTML.

mod comment;
mod session;

use std::sync::Arc;

use super::fence::FenceOptions;
use super::{Document, NodeKind};
use crate::config::MarkdownSettings;
use comment::{Instruction, Look};

/// A line of a block of code, as its reader meets it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// What it is.
    pub part: Part,
    /// How it is marked.
    pub mark: Option<Mark>,
    /// It is what the reader should look at; the others step back.
    pub is_focused: bool,
    /// What stands before a command and is no part of it.
    pub prompt: Box<str>,
    /// Numbers at its end, which the list below the block explains.
    pub callouts: Box<[u32]>,
}

/// What a line is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Part {
    /// Code: the next line of the block's `shown`.
    #[default]
    Code,
    /// The same, but not to be seen: it only comes along when the code is copied.
    Hidden,
    /// What a program answered.
    Output(Box<str>),
}

/// How a line is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Worth a look.
    Marked,
    /// Put in.
    Inserted,
    /// Taken out.
    Deleted,
}

/// Gives all blocks of code their lines.
pub(super) fn read(document: &mut Document, settings: &MarkdownSettings) {
    for (block, items) in items_below(document) {
        let block = &mut document.code_blocks[block as usize];
        let reading = Reading { options: &block.options, code: &block.code, prefix: prefix(&block.options, settings) };
        let read = if items > 0 { reading.lines(true).filter(|(_, lines)| are_explained(lines, items)) } else { None };
        if let Some((shown, lines)) = read.or_else(|| reading.lines(false)) {
            block.shown = shown.into();
            block.lines = lines;
        } else {
            block.shown = Arc::clone(&block.code);
        }
    }
}

/// Each block of code, with the number of items of the numbered list right below it.
fn items_below(document: &Document) -> Vec<(u32, usize)> {
    let mut found = Vec::new();
    let mut parents: Vec<u32> = vec![document.nodes.len() as u32];
    for (index, node) in document.nodes.iter().enumerate() {
        while parents.last().is_some_and(|end| *end <= index as u32) {
            parents.pop();
        }
        if let NodeKind::CodeBlock(block) = node.kind {
            let is_last = parents.last().is_none_or(|end| *end == node.end);
            let below = document.nodes.get(node.end as usize).filter(|_| !is_last);
            let items = match below.map(|below| below.kind) {
                Some(NodeKind::OrderedList(1)) => document.children(node.end).count(),
                _ => 0,
            };
            found.push((block, items));
        }
        if node.end > index as u32 + 1 {
            parents.push(node.end);
        }
    }
    found
}

/// The numbers lead somewhere, each of them.
fn are_explained(lines: &[Line], items: usize) -> bool {
    let mut numbers = lines.iter().flat_map(|line| &line.callouts).peekable();
    numbers.peek().is_some() && numbers.all(|number| (1..=items).contains(&(*number as usize)))
}

/// What lines that are hidden begin with.
fn prefix<'a>(options: &'a FenceOptions, settings: &'a MarkdownSettings) -> &'a str {
    let of_language = || settings.hidden_lines.get(&options.language.to_lowercase());
    let own = Some(&options.hidden).filter(|prefix| !prefix.is_empty());
    own.or_else(of_language).map_or("", String::as_str)
}

/// A block that is being read.
struct Reading<'a> {
    options: &'a FenceOptions,
    code: &'a str,
    /// What lines that are hidden begin with, or nothing.
    prefix: &'a str,
}

impl Reading<'_> {
    /// The code that is left, and the lines. Nothing where the block is code and no more.
    fn lines(&self, with_callouts: bool) -> Option<(String, Vec<Line>)> {
        let written: Vec<&str> = self.code.lines().collect();
        let prompts = session::prompts(&self.options.language, &written);
        let may_say = with_callouts || comment::may_instruct(self.code);
        if prompts.is_none() && !may_say && self.prefix.is_empty() && !self.options.is_by_line() {
            return None;
        }
        let mut shown = String::with_capacity(self.code.len());
        let mut lines = Vec::with_capacity(written.len());
        let mut running = Running::default();
        let mut number = 0;
        for (at, written) in written.into_iter().enumerate() {
            let mut line = Line::default();
            let mut text = written.to_owned();
            match prompts.as_ref().map(|prompts| prompts[at]) {
                Some(None) => line.part = Part::Output(written.into()),
                Some(Some(length)) => {
                    line.prompt = written[..length].into();
                    text = written[length..].to_owned();
                }
                None => {
                    let (part, rest) = self.hidden(written);
                    line.part = part;
                    text = rest;
                }
            }
            if line.part == Part::Code && may_say {
                let is_gone = running.obey(&mut text, &mut line, with_callouts);
                if is_gone {
                    continue;
                }
            }
            if !matches!(line.part, Part::Output(_)) {
                shown.push_str(&text);
                shown.push('\n');
            }
            if line.part != Part::Hidden {
                number += 1;
                running.mark(&mut line);
                line.mark = self.options.mark(number).or(line.mark);
                line.is_focused |= self.options.is_focused(number);
            }
            lines.push(line);
        }
        Some((shown, lines))
    }

    /// Rust's own documentation hides `# line` and shows `## line` as `# line`; attributes stay.
    fn hidden(&self, line: &str) -> (Part, String) {
        let code = line.trim_start();
        let indent = &line[..line.len() - code.len()];
        let Some(rest) = code.strip_prefix(self.prefix).filter(|_| !self.prefix.is_empty()) else {
            return (Part::Code, line.to_owned());
        };
        if self.prefix != "#" {
            return (Part::Hidden, format!("{indent}{rest}"));
        }
        match rest.chars().next() {
            None => (Part::Hidden, String::new()),
            Some(' ') => (Part::Hidden, format!("{indent}{}", &rest[1..])),
            Some('#') => (Part::Code, format!("{indent}{rest}")),
            Some(_) => (Part::Code, line.to_owned()),
        }
    }
}

/// What comments above still say of the lines below.
#[derive(Default)]
struct Running {
    /// Between `highlight-start` and `highlight-end`.
    is_marking: bool,
    /// Looks, each for so many lines more.
    looks: Vec<(Look, u32)>,
}

impl Running {
    /// Takes out of a line what a comment at its end says to the tool. True when nothing is left of the line.
    fn obey(&mut self, text: &mut String, line: &mut Line, with_callouts: bool) -> bool {
        let mut is_gone = false;
        while let Some((kept, instructions)) = comment::read(text, with_callouts) {
            *text = kept;
            for instruction in instructions {
                is_gone |= text.trim().is_empty() && !matches!(instruction, Instruction::Callout(_));
                match instruction {
                    Instruction::Start => self.is_marking = true,
                    Instruction::End => self.is_marking = false,
                    Instruction::Lines(look, count) => self.looks.push((look, count)),
                    Instruction::Callout(number) => {
                        line.callouts = line.callouts.iter().copied().chain([number]).collect();
                    }
                }
            }
        }
        is_gone
    }

    fn mark(&mut self, line: &mut Line) {
        line.mark = self.is_marking.then_some(Mark::Marked);
        for (look, left) in &mut self.looks {
            match look {
                Look::Marked(mark) => line.mark = Some(*mark),
                Look::Focused => line.is_focused = true,
            }
            *left -= 1;
        }
        self.looks.retain(|(_, left)| *left > 0);
    }
}
